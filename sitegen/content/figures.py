"""A figure's file and tables become a `Figure`, or every fault of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from sitegen.content.body import read_body, undrawn_blocks
from sitegen.content.discover import SourceRef
from sitegen.content.fields import Fields
from sitegen.content.frontmatter import Block, Document, parse_document, plain
from sitegen.content.inline import inline_chemicals, inline_diseases, inline_genes
from sitegen.content.interactions import read_interactions
from sitegen.content.prose import SUSPICIONS, clean_prose, prose_problems
from sitegen.content.reader import MAX_DOCUMENT, MAX_SIDECAR, Source, decode, read_bytes
from sitegen.content.redirects import redirects_from
from sitegen.content.repair import without_controls
from sitegen.content.tables import parse_chemicals, parse_diseases, parse_genes
from sitegen.digest import digest
from sitegen.model import ids
from sitegen.model.figure import Annotation, DataFile, Figure, Paper
from sitegen.model.routes import figure_path, is_portable
from sitegen.problems import MOST_TOLD, Problem, errors, first_of_each

REQUIRED = ("figid", "figtitle", "caption", "pmcid", "filename")
ORGANISM_SEPARATORS = ",;"  # of names in one text
KNOWN = (
    *REQUIRED, "figid_alias", "redirect_from", "papertitle", "reftext", "figlink", "number", "figtype", "year",
    "organisms", "organisms_ner", "doi", "journal_title", "journal_nlm_ta", "publisher_name", "keywords",
    "automl_pathway", "pathway_score", "pmc_ranked_result_index", "ndex", "wpid", "annotations", "seo",
    "schema-jsonld", "genes", "chemicals", "diseases", "interactions", "layout", "title",
)
_LONGEST = 255 - len(".html")
_ALIAS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~ -]*")


class Table(NamedTuple):
    """A mention table beside a figure: its kind, its text or the problem that kept it from being read, its bytes' digest."""

    kind: str
    source: Source | Problem
    digest: str = ""


class Files(NamedTuple):
    """A figure's files as bytes, each with its path, or the problem that kept one from being read."""

    document: tuple[str, bytes | Problem]
    tables: tuple[tuple[str, str, bytes | Problem], ...]
    sidecars: tuple[tuple[str, bytes | Problem], ...] = ()


def read_files(root: str, ref: SourceRef) -> Files:
    """The bytes of a figure's file, tables and sidecars below `root`."""
    return Files(
        (ref.path, read_bytes(root, ref.path, MAX_DOCUMENT)),
        tuple((kind, path, read_bytes(root, path, MAX_DOCUMENT)) for kind, path in ref.tables),
        (*((path, read_bytes(root, path, MAX_SIDECAR)) for path in ref.sidecars), *ref.barred),
    )


def parse_files(files: Files) -> tuple[Figure | None, tuple[Problem, ...]]:
    """A figure from the bytes of its files; see `parse_figure`."""
    path, data = files.document
    source = data if isinstance(data, Problem) else decode(path, data)
    tables = [
        Table(kind, body) if isinstance(body, Problem) else Table(kind, decode(name, body), digest(body))
        for kind, name, body in files.tables
    ]
    if isinstance(source, Problem):
        return None, (source, *(t.source for t in tables if isinstance(t.source, Problem)))
    return parse_figure(path, source.text, tables)


def dot_of(files: Files) -> tuple[str, int] | None:
    """The `dot` block of a figure that has faults, with its line: it may have faults of its own."""
    path, data = files.document
    source = data if isinstance(data, Problem) else decode(path, data)
    document = None if isinstance(source, Problem) else parse_document(path, source.text)[0]
    body = read_body(document) if document else None
    return (body.dot, body.dot_line) if body and body.dot is not None else None


def load_figure(root: str, ref: SourceRef) -> tuple[Figure | None, tuple[Problem, ...]]:
    """Reads a figure's files below `root`; see `parse_figure`."""
    return parse_files(read_files(root, ref))


def parse_figure(path: str, text: str, tables: Sequence[Table] = ()) -> tuple[Figure | None, tuple[Problem, ...]]:
    """A figure from the text of its file and tables, with all problems of all of them.

    The figure is None where any of the problems is an error.
    """
    document, faults = parse_document(path, text)
    problems = list(faults)
    mentions = _read_tables(tables, problems)
    figure = _figure(path, document, mentions, problems) if document else None
    told = _first(problems) if len(problems) > MOST_TOLD else tuple(problems)
    return (None if errors(told) else figure), told


def _first(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The first of many problems, and all addresses that are yet to be judged."""
    certain = [p for p in problems if p.code not in SUSPICIONS]
    return (*first_of_each(certain), *(p for p in problems if p.code in SUSPICIONS))


def _read_tables(tables: Sequence[Table], problems: list[Problem]) -> dict[str, Any]:
    parsers = {"genes": parse_genes, "chemicals": parse_chemicals, "diseases": parse_diseases}
    found: dict[str, Any] = {"files": []}
    for kind, source, read in tables:
        if isinstance(source, Problem):
            problems.append(source)
            continue
        rows, faults = parsers[kind](source.path, source.text)
        problems.extend(faults)
        found[kind] = rows
        found["files"].append(DataFile(source.path, kind, source.size, len(rows), read))
    return found


def _figure(path: str, document: Document, mentions: dict[str, Any], problems: list[Problem]) -> Figure:
    fields = Fields(path, document.front, problems, document.yaml)
    fields.require(REQUIRED)
    fields.warn_unknown(KNOWN)
    figid = _figid(fields, path)
    pmcid = _pmcid(fields, figid)
    body = read_body(document)
    problems += undrawn_blocks(path, body)
    problems += prose_problems(path, body.before, body.before_line)
    problems += prose_problems(path, body.after, body.after_line, len(body.before))
    caption = fields.text("caption")
    inline = {"genes": inline_genes, "chemicals": inline_chemicals, "diseases": inline_diseases}
    for kind, read_inline in inline.items():
        if kind in document.front.items:
            rows = read_inline(fields)
            if kind not in mentions:
                mentions[kind] = rows
            elif rows:
                fields.report(kind, "W303", f"inline '{kind}' ignored: there is a TSV file")
    interactions = read_interactions(fields, caption)
    if interactions and body.dot is not None:
        drawn = f"the figure's drawing is that of line {body.dot_line - 1}"
        fields.report("interactions", "W206", f"no page shows the interactions: {drawn}",
                      "Keep the interactions or the dot block.")
    return Figure(
        figid=figid,
        path=path,
        paper=_paper(fields, pmcid),
        title=fields.text("figtitle"),
        caption=caption,
        number=fields.text("number"),
        figtype=fields.text("figtype"),
        filename=fields.matching("filename", ids.FILENAME, "a file name"),
        figlink=fields.matching("figlink", ids.FIGLINK, "a path at PubMed Central"),
        aliases=_aliases(fields),
        redirects=redirects_from(fields),
        organisms=fields.texts("organisms", ORGANISM_SEPARATORS),
        organisms_ner=fields.texts("organisms_ner", ORGANISM_SEPARATORS),
        score=_score(fields),
        ndex=fields.matching("ndex", ids.NDEX, "an NDEx UUID"),
        wpid=fields.matching("wpid", ids.WIKIPATHWAYS, "a WikiPathways id such as WP254"),
        annotations=_annotations(fields),
        given_jsonld=_given_jsonld(fields),
        jsonld_line=fields.block.place("schema-jsonld").line,
        genes=mentions.get("genes", ()),
        chemicals=mentions.get("chemicals", ()),
        diseases=mentions.get("diseases", ()),
        interactions=interactions,
        dot=body.dot,
        dot_line=body.dot_line,
        body=clean_prose(body.before + body.after),
        data_files=tuple(mentions["files"]),
    )


def _figid(fields: Fields, path: str) -> str:
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    if "figid" not in fields.block.items:
        return stem
    figid = fields.text("figid") or ""
    if figid != stem:
        fields.report("figid", "E206", f"figid '{figid[:80]}' is not the file's name '{stem[:80]}'")
    elif not ids.FIGID.fullmatch(figid):
        fields.report("figid", "E210", f"figid '{figid[:80]}' holds a character that a permalink cannot")
    elif not is_portable(figure_path(figid)):
        if len(figid) > _LONGEST:
            fields.report("figid", "E210", f"figid '{figid[:80]}' is too long", "Its page's file name holds at most 255 bytes.")
        else:
            fields.report("figid", "E210", f"figid '{figid[:80]}' cannot be a file name everywhere", "Windows reserves it.")
    return stem


def _pmcid(fields: Fields, figid: str) -> str:
    if "pmcid" not in fields.block.items:
        return ""
    pmcid = fields.text("pmcid") or ""
    if not ids.PMCID.fullmatch(pmcid):
        fields.report("pmcid", "E207", f"'{pmcid[:40]}' is not a PMCID")
    elif not figid.startswith(f"{pmcid}__"):
        fields.report("pmcid", "E207", f"{pmcid} is not the PMCID that the figid starts with")
    return pmcid


def _paper(fields: Fields, pmcid: str) -> Paper:
    return Paper(
        pmcid=pmcid,
        title=fields.text("papertitle"),
        reference=fields.text("reftext"),
        year=fields.matching("year", ids.YEAR, "a year of four digits"),
        doi=fields.matching("doi", ids.DOI, "a DOI such as 10.1000/182"),
        journal=fields.text("journal_title"),
        journal_abbreviation=fields.text("journal_nlm_ta"),
        publisher=fields.text("publisher_name"),
        keywords=fields.texts("keywords", "|"),
    )


def _aliases(fields: Fields) -> tuple[str, ...]:
    kept = []
    for alias, item in fields.numbered_texts("figid_alias").items():
        if "/" in alias or "\\" in alias or ".." in alias:
            fields.report("figid_alias", "E210", f"alias '{alias[:80]}' is a path, not an identifier", item=item)
        elif not _ALIAS.fullmatch(alias) or not is_portable(figure_path(alias)):
            fields.report("figid_alias", "W204", f"alias '{alias[:80]}' cannot be an address; left out", item=item)
        else:
            kept.append(alias)
    return tuple(kept)


def _score(fields: Fields) -> float | None:
    for key in ("automl_pathway", "pathway_score"):
        text = fields.text(key)
        if text is None:
            continue
        try:
            value = float(text)
        except ValueError:
            value = -1.0
        if 0 <= value <= 1:
            return value
        fields.report(key, "W204", f"'{text[:40]}' is not a score from 0 to 1; left out")
    return None


def _annotations(fields: Fields) -> tuple[Annotation, ...]:
    found = []
    for block in fields.blocks("annotations"):
        inner = Fields(fields.path, block, fields.problems)
        value = inner.text("value")
        if value:
            found.append(Annotation(inner.text("type"), value, inner.text("parent")))
    return tuple(found)


def _given_jsonld(fields: Fields) -> dict[str, Any]:
    value = fields.block.items.get("schema-jsonld")
    if isinstance(value, Block):
        written: dict[str, Any] = plain(value)
        given: dict[str, Any] = _without_controls(written)
        if given != written:
            fields.report("schema-jsonld", "W204", "control characters in 'schema-jsonld' left out")
        if given.get("name") == fields.text("seo"):  # the type once used for search engines, not a name
            given.pop("name", None)
        return given
    if value is not None and fields.text("schema-jsonld") is not None:
        fields.report("schema-jsonld", "W203", "'schema-jsonld' is not a mapping; made anew")
    return {}


def _without_controls(value: Any) -> Any:
    """A value of built-in types, each text in it as pages may hold it."""
    if isinstance(value, str):
        return without_controls(value)
    if isinstance(value, dict):
        return {without_controls(key): _without_controls(item) for key, item in value.items()}
    return [_without_controls(item) for item in value]
