"""Verbs with their subjects and objects, a module for each family of patterns."""
