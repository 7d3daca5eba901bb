"""The collection as values: frozen, picklable, without I/O, HTML or YAML.

Row types are named tuples (millions of them are made), the rest frozen dataclasses.
"""
