"""A figure's page as a context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from sitegen.config import Config
from sitegen.model import external
from sitegen.model.catalog import EntityPages, Surroundings
from sitegen.model.figure import ChemicalMention, DiseaseMention, Figure, GeneMention
from sitegen.model.interaction import interaction
from sitegen.model.participants import by_organism
from sitegen.model.relation import Relation
from sitegen.model.routes import figure_path, href, organism_slug, page_of, root_of
from sitegen.pages.contexts import FigureContext
from sitegen.pages.entities import entity_path, gene_href
from sitegen.pages.frame import Site, frame
from sitegen.pages.markdown import to_html
from sitegen.pages.rows import (
    CaptionPart,
    DataLicence,
    Download,
    EntityRow,
    FigureRow,
    GeneGroup,
    GeneLink,
    Link,
    RelationRow,
    WordRow,
)
from sitegen.pages.words import counted, source_sentence
from sitegen.text import squeeze

RELATIONS_ID = "rs"
"""The id of the list of relations, which says a diagram in words."""


_HEADING = re.compile("<h[1-6][ >]")
_SENTENCE = "e"  # with a number: the id of a piece of the caption


class Verb(NamedTuple):
    """What a relation's source does to its target; `tells`: it says type and polarity by itself."""

    text: str
    tells: bool


class Drawing(NamedTuple):
    """A figure's diagram: inline SVG, its legend as HTML, and its relations, each with its verb."""

    svg: str
    legend: str
    relations: tuple[Relation, ...]
    verbs: tuple[Verb, ...]
    from_dot: bool = False


def figure_context(
    site: Site, figure: Figure, around: Surroundings, drawing: Drawing | None, jsonld: str, title: str,
    licence: DataLicence,
) -> FigureContext:
    """The context of a figure's page; `title` is its data's name, made unique where the collection repeats it."""
    path = figure_path(figure.figid)
    root = root_of(path)
    paper = figure.paper
    groups = _gene_groups(figure, around.pages, root)
    caption = figure.caption or ""
    relations = drawing.relations if drawing else ()
    parts, anchors = caption_parts(caption, relations)
    description = caption or f"{title}. {paper.title or ''}"
    note = to_html(figure.body) if figure.body else None
    return FigureContext(
        **frame(site, path, title, description, jsonld=jsonld),
        figid=figure.figid,
        heading=figure.display_title,
        label=figure.label,
        images=images(site.config, figure),
        alt=figure.short_name,
        caption=parts,
        paper_title=paper.title,
        reference=paper.reference,
        year=paper.year,
        year_href=root + href(page_of("years", paper.year, 1)) if paper.year else None,
        journal=_journal(figure),
        pmcid=paper.pmcid,
        paper_href=external.paper(paper.pmcid),
        doi=Link(paper.doi, external.doi(paper.doi)) if paper.doi else None,
        pmc_figure_href=external.figure_at_pmc(figure.figlink) if figure.figlink else None,
        links=_links(figure),
        edit_href=source_address(site.config.source.url, figure.path),
        report_href=source_address(site.config.source.report, figure.path, figure.figid),
        same_paper=tuple(FigureRow(n.title, f"{href(n.figid)}.html", n.label, paper.pmcid) for n in around.same_paper),
        organisms=tuple(Link(name, root + href(page_of("organisms", organism_slug(name), 1))) for name in figure.organisms),
        gene_groups=groups,
        chemicals=tuple(_chemical(c, around.pages, root) for c in dict.fromkeys(figure.chemicals)),
        diseases=tuple(_disease(d, around.pages, root) for d in dict.fromkeys(figure.diseases)),
        annotations=tuple(dict.fromkeys(a.value for a in figure.annotations)),
        diagram=Markup(drawing.svg) if drawing and drawing.svg else None,
        diagram_source=source_sentence(relations, bool(drawing and drawing.from_dot)),
        legend=Markup(drawing.legend) if drawing else None,
        relations=tuple(
            RelationRow(
                r.source, verb.text, r.target, r.hedged, None if i in anchors else _shown_evidence(relations, i), anchors.get(i),
                "" if verb.tells else interaction(r),
            )
            for i, (r, verb) in enumerate(zip(relations, drawing.verbs if drawing else (), strict=True))
        ),
        downloads=downloads(site.config, figure, root),
        data_name=title if squeeze(title) != squeeze(figure.display_title) else None,
        data_license=licence.href,
        data_terms=licence.words,
        note=note,
        note_headed=note is not None and _HEADING.match(note) is not None,
    )


def images(config: Config, figure: Figure) -> tuple[str, ...]:
    """The addresses of a figure's picture, in order of fallback; none where its file name is unknown."""
    if not figure.filename:
        return ()
    return tuple(external.image(t, figure.paper.pmcid, figure.filename) for t in config.images.urls)


def downloads(config: Config, figure: Figure, root: str) -> tuple[Download, ...]:
    """A figure's tables: on the site where they are published, else at the source's raw address."""
    found = []
    for file in figure.data_files:
        name = file.path.rsplit("/", 1)[-1]
        where = f"{root}data/{href(name)}" if config.publish.tables else source_address(config.source.raw, file.path)
        if where:
            found.append(Download(file.kind, where, counted(file.rows, "row"), config.publish.tables))
    return tuple(found)


def source_address(template: str, path: str, figid: str = "") -> str | None:
    """The address of a content file from a template with `{path}` and, of a figure, `{figid}`; None where no template is set."""
    return template.replace("{path}", href(path)).replace("{figid}", quote(figid, safe="")) if template else None


def caption_parts(caption: str, relations: Sequence[Relation]) -> tuple[tuple[CaptionPart, ...], dict[int, str]]:
    """The caption cut at the borders of its relations' evidence, and by relation the id of the part where it begins.

    Joined, the parts are the caption.
    """
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for i, r in enumerate(relations):
        start, end = (max(0, r.span[0]), min(len(caption), r.span[1])) if r.span else (0, 0)
        if start < end:
            starts.setdefault(start, []).append(i)
            ends.setdefault(end, []).append(i)
    places = sorted({0, len(caption), *starts, *ends})
    parts = []
    anchors: dict[int, str] = {}
    over: set[int] = set()
    for start, end in pairwise(places):
        over.difference_update(ends.get(start, ()))
        new = starts.get(start, [])
        over.update(new)
        ident = f"{_SENTENCE}{new[0]}" if new else None
        if ident:
            anchors.update(dict.fromkeys(new, ident))
        parts.append(CaptionPart(caption[start:end], " ".join(map(str, sorted(over))), ident))
    return tuple(parts), anchors


def _shown_evidence(relations: Sequence[Relation], i: int) -> str | None:
    """A relation's evidence, or None where the next relation has the same: it stands once below both."""
    evidence = relations[i].evidence
    return None if i + 1 < len(relations) and relations[i + 1].evidence == evidence else evidence


@lru_cache(maxsize=65536)  # the same genes are in figure after figure
def _gene_link(label: str, gene_id: str, stem: str | None, root: str) -> GeneLink:
    return GeneLink(label, gene_href(root, stem, gene_id))


def _gene_groups(figure: Figure, pages: EntityPages, root: str) -> tuple[GeneGroup, ...]:
    paper_names_none = len(figure.organisms) == 0
    return tuple(
        GeneGroup(
            group.organism,
            group.in_paper or paper_names_none,
            group.count,
            tuple([WordRow(word, _gene_links(genes, pages.genes, root)) for word, genes in group.words]),
        )
        for group in by_organism(figure)
    )


def _gene_links(genes: Iterable[GeneMention], stems: Mapping[str, str], root: str) -> tuple[GeneLink, ...]:
    return tuple([
        _gene_link(symbol, gene_id, stems.get(symbol), root) if symbol else _gene_link(gene.label, gene_id, None, root)
        for gene in genes
        for _, _, _, _, symbol, gene_id, _ in (gene,)
    ])


def _journal(figure: Figure) -> str | None:
    """The journal's name, where the reference does not have it already."""
    name = figure.paper.journal or figure.paper.journal_abbreviation
    return None if name and f"{name.casefold()}. " in (figure.paper.reference or "").casefold() else name


def _links(figure: Figure) -> tuple[Link, ...]:
    found = []
    if figure.ndex:
        found.append(Link("NDEx network", external.ndex(figure.ndex)))
    if figure.wpid:
        found.append(Link(f"WikiPathways {figure.wpid}", external.wikipathways(figure.wpid)))
    return tuple(found)


def _chemical(c: ChemicalMention, pages: EntityPages, root: str) -> EntityRow:
    records = _records((("MeSH", c.mesh, external.mesh), ("ChEBI", c.chebi, external.chebi)))
    return _entity(c.word, c.label, records, "chemicals", pages.chemicals.get(c.key), root)


def _disease(d: DiseaseMention, pages: EntityPages, root: str) -> EntityRow:
    records = _records((("MeSH", d.mesh, external.mesh), ("DOID", d.doid, external.doid)))
    return _entity(d.word, d.label, records, "diseases", pages.diseases.get(d.key), root)


def _entity(word: str, label: str, records: tuple[Link, ...], kind: str, stem: str | None, root: str) -> EntityRow:
    """A chemical or disease with its page, where its records are linked, or else with its records."""
    if stem:
        return EntityRow(word, None, (Link(label, root + href(entity_path(kind, stem))),))
    return EntityRow(word, label if label != word else None, records)


def _records(known: Sequence[tuple[str, str | None, Callable[[str], str]]]) -> tuple[Link, ...]:
    return tuple(Link(text, make(accession)) for text, accession, make in known if accession)
