"""The addresses that a page had: `redirect_from` of figures, organisms and static pages."""

from __future__ import annotations

import re

from sitegen.content.fields import Fields
from sitegen.model.routes import is_portable, redirect_path

# a directory of this name could stand where a page or another file of the site does
_FILE_AS_DIRECTORY = re.compile(r"\.[A-Za-z0-9]+/")
_REDIRECT = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*/?")


def redirects_from(fields: Fields) -> tuple[str, ...]:
    """The addresses that can be kept; one that is no path on the site is a fault (E211)."""
    return tuple(path for path, item in fields.numbered_texts("redirect_from").items() if _kept(fields, path, item))


def can_be_kept(path: str) -> bool:
    """Whether a page may stand at an old address such as `/figures/PMC1__F1`."""
    return bool(_REDIRECT.fullmatch(path)) and not _FILE_AS_DIRECTORY.search(path) and is_portable(redirect_path(path))


def _kept(fields: Fields, path: str, item: int | None) -> bool:
    if can_be_kept(path):
        return True
    fields.report("redirect_from", "E211", f"'{path[:80]}' is not a path on this site", item=item)
    return False
