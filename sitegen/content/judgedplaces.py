"""Where a figure's file names what the whole collection decides on: worked out only for one who tells what is wrong."""

from __future__ import annotations

from sitegen.content.fields import Fields
from sitegen.content.figures import ORGANISM_SEPARATORS
from sitegen.content.frontmatter import Block, parse_document
from sitegen.content.reader import read
from sitegen.model.routes import figure_path, redirect_path
from sitegen.places import Place
from sitegen.problems import Problem


def old_addresses(root: str, path: str) -> dict[str, Place]:
    """The place of each old address in a figure's file, by its output path in small letters; none where it cannot be read."""
    fields = _fields(root, path)
    found: dict[str, Place] = {}
    for key, page_of in (("redirect_from", redirect_path), ("figid_alias", figure_path)):
        for text, item in fields.numbered_texts(key).items():
            found.setdefault(page_of(text).casefold(), fields.place(key, item))
    return found


def organisms(root: str, path: str) -> dict[str, Place]:
    """The place of each organism in a figure's file, by its name; none where it cannot be read."""
    fields = _fields(root, path)
    names = fields.numbered_texts("organisms", ORGANISM_SEPARATORS)
    return {name: fields.place("organisms", item) for name, item in names.items()}


def _fields(root: str, path: str) -> Fields:
    source = read(root, path)
    document = None if isinstance(source, Problem) else parse_document(path, source.text)[0]
    return Fields(path, document.front, [], document.yaml) if document else Fields(path, Block(), [])
