"""Measures builds of large collections, and the figures and peer sites that it takes to do so."""
