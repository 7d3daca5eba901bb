"""What a result depends on, as a key: input bytes, code, templates, settings, libraries, Graphviz."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from sitegen.digest import digest

_LIBRARIES = ("Jinja2", "MarkupSafe", "PyYAML", "Markdown", "graphviz", "pygraphviz", "nh3", "ftfy", "deflate")
_LIBRARY = re.compile(r"\.(?:so|dylib|dll|pyd)\b[^/]*,sha")
_PACKAGE = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def code_version() -> str:
    """The digest of sitegen's own files, Python's version and the versions of its libraries.

    Every module counts for every result: what a function calls cannot be known for certain.
    """
    parts = [sys.version, sys.implementation.cache_tag or ""]
    for name in _LIBRARIES:
        try:
            parts.append(f"{name}={version(name)}")
        except PackageNotFoundError:
            parts.append(f"{name}=?")
    parts += _graphviz()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in (".py", ".toml", ".json", ".tsv", ".txt") and path.is_file():
            parts += [path.relative_to(_PACKAGE).as_posix(), digest(path.read_bytes())]
    return digest(*parts)


def _graphviz() -> list[str]:
    """Graphviz by the checksums of its libraries, which pygraphviz's wheel carries and its list of files names.

    To ask Graphviz itself would load it in each build, and most have nothing to draw.
    """
    try:
        files = distribution("pygraphviz").read_text("RECORD") or ""
    except PackageNotFoundError:
        return []
    return sorted(line for line in files.splitlines() if _LIBRARY.search(line))


def key(step: str, *parts: bytes | str) -> str:
    """The key of a step's result from everything the step is given."""
    return digest(step, code_version(), *parts)


def pages_key(shared: str, kind: str, base: str, *moving: str) -> str:
    """The key of a task's pages: what all tasks share, what its own depend on, and what changes with the chunks' files."""
    return key("pages", shared, kind, base, *moving)


def sources_key(sources: Iterable[tuple[str, bytes | str]]) -> str:
    """The key of some files' names and bytes; a text says why a file cannot be read."""
    parts: list[bytes | str] = []
    for path, body in sources:
        parts += [path, "-" if isinstance(body, str) else "+", body]
    return key("sources", *parts)
