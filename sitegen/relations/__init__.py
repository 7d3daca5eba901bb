"""Relations read from a caption's text; pure."""

from __future__ import annotations

from sitegen.relations.reader import read_caption

__all__ = ["read_caption"]
