"""sitegen turns a directory of pathway-figure files into a public website."""

__version__ = "0.1.0"
