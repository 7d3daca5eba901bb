"""Organism and static page files become values."""

from __future__ import annotations

from sitegen.content.fields import Fields
from sitegen.content.frontmatter import Block, Document, parse_document
from sitegen.content.prose import clean_prose, prose_problems
from sitegen.content.reader import read
from sitegen.content.redirects import can_be_kept, redirects_from
from sitegen.model.documents import OrganismNote, StaticPage
from sitegen.model.ids import TAXON_ID
from sitegen.model.routes import is_portable, organism_slug
from sitegen.places import Place
from sitegen.problems import Problem, errors
from sitegen.text import slug

_ORGANISM_KEYS = ("common", "latin", "ncbi", "title", "group", "image", "layout", "permalink", "redirect_from")


def load_organism(root: str, path: str) -> tuple[OrganismNote | None, tuple[Problem, ...]]:
    """Reads an organism's file; see `parse_organism`."""
    source = read(root, path)
    return (None, (source,)) if isinstance(source, Problem) else parse_organism(path, source.text)


def parse_organism(path: str, text: str) -> tuple[OrganismNote | None, tuple[Problem, ...]]:
    """An organism from its file's text, None where it has a fault.

    Its Latin name falls back to the title, then to the file's name.
    """
    document, faults = parse_document(path, text)
    problems = list(faults)
    if document is None:
        return None, tuple(problems)
    fields = Fields(path, document.front, problems, document.yaml)
    fields.warn_unknown(_ORGANISM_KEYS)
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    latin = fields.text("latin") or fields.text("title") or stem.replace("_", " ").replace("-", " ").capitalize()
    taxon = fields.matching("ncbi", TAXON_ID, "an NCBI taxonomy id such as 9606")
    note = OrganismNote(
        path, latin, fields.text("common"), taxon, fields.text("group"),
        clean_prose(document.body),
        _addresses(fields, f"/organisms/{stem}", f"/organisms/{organism_slug(latin)}"),
    )
    problems += prose_problems(path, document.body, document.body_line)
    return (None if errors(problems) else note), tuple(problems)


def _addresses(fields: Fields, by_file: str, now: str) -> tuple[str, ...]:
    """Those that a page is said to have had, and that of its file's name, where Jekyll publishes it, unless it is there `now`."""
    return (*redirects_from(fields), *([by_file] if by_file != now and can_be_kept(by_file) else ()))


def load_page(root: str, path: str) -> tuple[StaticPage | None, tuple[Problem, ...]]:
    """Reads a static page's file; see `parse_page`."""
    source = read(root, path)
    return (None, (source,)) if isinstance(source, Problem) else parse_page(path, source.text)


def parse_page(path: str, text: str) -> tuple[StaticPage | None, tuple[Problem, ...]]:
    """A static page from its file's text, None where it has a fault.

    Front matter is optional, the title falls back to the first heading.
    """
    problems: list[Problem] = []
    if text.startswith("---"):
        document, faults = parse_document(path, text)
        problems.extend(faults)
        if document is None:
            return None, tuple(problems)
    else:
        document = Document(Block(), text, 1)
    fields = Fields(path, document.front, problems, document.yaml)
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    body = clean_prose(document.body)
    title = fields.text("title")
    if title is None and body.startswith("# "):
        head, _, body = body.partition("\n")
        title = head[2:].strip()
    name = slug(stem).replace("_", "-") or "page"
    if not is_portable(f"{name}.html"):
        fields.report("", "E210", f"'{name[:80]}' cannot be a file name everywhere", "Rename the file.", place=Place(1, 1))
    problems += prose_problems(path, document.body, document.body_line)
    title = title or stem.replace("-", " ").replace("_", " ").capitalize()
    page = StaticPage(path, name, title, fields.text("description"), body, _addresses(fields, f"/{stem}", f"/{name}"))
    return (None if errors(problems) else page), tuple(problems)
