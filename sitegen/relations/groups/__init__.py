"""Noun phrases joined by "and" and "of", and the arrows that nouns state by themselves."""
