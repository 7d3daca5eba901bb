"""Faults and warnings as values: where, what, and how to mend it.

A problem never travels as an exception: a step returns what it could read and every problem it met,
so that one run shows them all.  `CODES` is the whole list of codes; docs/faults.md is made from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

ERROR = "error"
WARNING = "warning"


class Code(NamedTuple):
    """A kind of problem: its severity, what it is, and the hint shown where the problem gives none."""

    severity: str
    title: str
    hint: str


CODES: dict[str, Code] = {
    # E1: the file as bytes
    "E101": Code(ERROR, "not UTF-8", "Save the file as UTF-8."),
    "E102": Code(ERROR, "file cannot be read", "Check that the file exists and may be read."),
    "E103": Code(ERROR, "path leaves the content directory", "Put the file itself here, not a link to elsewhere."),
    "E104": Code(ERROR, "file is too large",
                 "A file holds at most 4 MB (site.toml 32 kB, a picture or an asset 8 MB), front matter 1,000,000 characters "
                 "and 100,000 values, a table 10,000 rows of at most 1,000 organisms."),
    "E105": Code(ERROR, "file was saved while the build ran", "Build again."),
    # E2: front matter
    "E201": Code(ERROR, "no front matter", "Start the file with a line '---' and close the block with another '---'."),
    "E202": Code(ERROR, "front matter is not valid YAML",
                 "Quote the value if it holds ': ', ' #' or starts with a special character."),
    "E203": Code(ERROR, "duplicate key", "Keep one of the two."),
    "E204": Code(ERROR, "missing required key", "Add the key; a figtitle, caption or filename that nobody knows stays empty."),
    "E205": Code(ERROR, "value has the wrong shape", "See `sitegen schema` for what the key takes."),
    "E206": Code(ERROR, "figid is not the file's name", "Rename the file or correct the figid; the permalink is made from both."),
    "E207": Code(ERROR, "not a PMCID, or not the one in the figid",
                 "A PMCID is 'PMC' and digits, and the figid starts with it and two underscores."),
    "E208": Code(ERROR, "YAML anchors, aliases and tags are not allowed",
                 "Write the value out; figure files are plain text, lists and mappings."),
    "E209": Code(ERROR, "not a relation type",
                 "One of activation, inhibition, expression, repression, phosphorylation, "
                 "dephosphorylation, binding, conversion, transport, other."),
    "E210": Code(ERROR, "character not allowed in an identifier", "Identifiers are letters, digits, '.', '_', '-'."),
    "E211": Code(ERROR, "redirect cannot be served", "Use a path on this site, such as /figures/PMC1__F1."),
    "E212": Code(ERROR, "text is too tangled to be Markdown", "Mend or shorten the text; prose has paragraphs."),
    # E3: tables
    "E301": Code(ERROR, "wrong number of cells", "Each row has as many tab-separated cells as the header."),
    "E302": Code(ERROR, "column missing", "Compare the header line with the documented columns."),
    "E303": Code(ERROR, "not an NCBI Gene id", "NCBI Gene ids are whole numbers."),
    "E304": Code(ERROR, "column named twice", "Keep one of the two columns."),
    "E305": Code(ERROR, "pathway file is malformed", "Export the file again from the program that made it."),
    "E306": Code(ERROR, "pathway file is too large or nested too deeply",
                 "A pathway file holds at most 8 MB and 5000 relations; a figure needs the part that it shows."),
    "E307": Code(ERROR, "not the format that its name says",
                 "Read are .sif, .gpml (2013a, 2021), .cx2 (2.x), .cx (1.x) and -relations.tsv."),
    "E308": Code(ERROR, "document type or entities in XML", "Remove the <!DOCTYPE …>: GPML needs none."),
    "E309": Code(ERROR, "relation without source, type or target", "Each relation needs all three."),
    "E310": Code(ERROR, "cell has a value that its column cannot hold",
                 "polarity is +, - or 0; hedged is yes or no; origin is curated, dot, sif, gpml, cx2, cx, table or caption."),
    # E4: the collection
    "E401": Code(ERROR, "two figures claim one page", "Rename one: file systems and links may ignore letter case."),
    "E402": Code(ERROR, "two pages claim one address", "Rename one of the files."),
    "E403": Code(ERROR, "no figures", "CONTENT holds figures/*.md (or _figures/*.md)."),
    # E5: settings, templates, diagrams
    "E501": Code(ERROR, "settings cannot be read", "site.toml is TOML: see the README's example."),
    "E502": Code(ERROR, "unknown setting", "See the README for the settings."),
    "E503": Code(ERROR, "setting has the wrong value", "See the README for the settings."),
    "E504": Code(ERROR, "template failed", "Mend the template at this line."),
    "E505": Code(ERROR, "dot block cannot be drawn", "Check the DOT syntax; images, files and scripts are not allowed in it."),
    "E506": Code(ERROR, "asset cannot be published",
                 "A name has letters, digits, '.', '_' and '-'; scripts and style sheets do not name each other in a circle."),
    # E6: lines of captions
    "E601": Code(ERROR, "line is not a caption", "Each line is a JSON object with texts `figid` and `caption` and, optionally, "
                 "`mentions`, a list of texts."),
    # E7: pictures
    "E701": Code(ERROR, "picture is served nowhere",
                 "Open the addresses in a browser; correct `filename`, or name a host that has the pictures in [images] urls."),
    # W: published all the same
    "W103": Code(WARNING, "file is not read", "Figures are figures/<figid>.md, tables data/<figid>-genes.tsv and the like; "
                 "put other files elsewhere."),
    "W201": Code(WARNING, "unknown key", "Misspelt, or a key that sitegen does not show."),
    "W202": Code(WARNING, "mis-decoded text repaired", "Save the repaired text."),
    "W203": Code(WARNING, "JSON-LD value repaired or dropped", "Correct schema-jsonld."),
    "W204": Code(WARNING, "unusable value left out", "Correct the value or remove it."),
    "W205": Code(WARNING, "text is cut off at a number sign", "Quote the value if the sign is part of it."),
    "W206": Code(WARNING, "graph is not drawn",
                 "A figure has one drawing: one graph in one `dot` block, closed by the fence that opens it."),
    "W207": Code(WARNING, "relation is given twice", "Remove one of the two; evidence of both is kept."),
    "W301": Code(WARNING, "unknown column", "Misspelt, or a column that sitegen does not show."),
    "W302": Code(WARNING, "table without a figure", "Its name is <figid>-genes.tsv, -chemicals.tsv, -diseases.tsv or "
                 "-relations.tsv, a pathway file's <figid>.sif, .gpml, .cx2 or .cx, with the figid of a figure."),
    "W303": Code(WARNING, "inline table ignored", "The TSV file beside the figure is used."),
    "W304": Code(WARNING, "lines of a pathway file left out", "Give the line an arrowhead and attach both ends to a node."),
    "W305": Code(WARNING, "a spreadsheet made a date of a symbol",
                 "Write the symbol again, and have the program read the column as text."),
    "W401": Code(WARNING, "alias is claimed by several figures", "A page that lists them is published at the old address."),
    "W402": Code(WARNING, "alias is the address of a page", "The page stays; the alias is left out."),
    "W403": Code(WARNING, "picture of a text is not shown",
                 "Put the picture into pages/, a PNG, JPEG, GIF, WebP or SVG, and name it without a host."),
    "W404": Code(WARNING, "link of a text leads nowhere", "Correct the address; pages end in .html, figures stand in figures/."),
    "W405": Code(WARNING, "organism may be misspelt", "Organisms have Latin names; one that is spelt in two ways has two pages."),
    "W501": Code(WARNING, "no base_url", "Set [site] base_url in site.toml or pass --base-url: canonical links, JSON-LD "
                 "and the sitemap name https://example.org/ until then."),
}


class Problem(NamedTuple):
    """One fault or warning at a place; lines and columns count from 1, 0 where there is none."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""

    @property
    def severity(self) -> str:
        """`error` or `warning`, from the table of codes."""
        return CODES[self.code].severity

    @property
    def advice(self) -> str:
        """The hint of this problem, or else that of its code."""
        return self.hint or CODES[self.code].hint


_MARKS = (
    (b"PK\x03\x04", "this is a spreadsheet or another packed file, not text",
     "Save it as text: a table as text with tabs, in UTF-8."),
    (b"\xff\xfe", "this is UTF-16, not UTF-8", "Save the file as UTF-8: what Excel calls 'Unicode Text' is UTF-16."),
    (b"\xfe\xff", "this is UTF-16, not UTF-8", "Save the file as UTF-8."),
)


def not_utf8(path: str, data: bytes, start: int) -> Problem:
    """The fault of a file whose byte at `start` is the first that UTF-8 does not have there."""
    for mark, message, hint in _MARKS:
        if data.startswith(mark):
            return Problem(path, 1, 1, "E101", message, hint)
    before = data[data.rfind(b"\n", 0, start) + 1 : start]
    line, column = data.count(b"\n", 0, start) + 1, len(before.decode("utf-8", "replace")) + 1
    return Problem(path, line, column, "E101", f"byte 0x{data[start]:02x} is not UTF-8")


class SiteError(Exception):
    """A failure that ends a build, carrying its problems; it survives pickling between processes."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The distinct problems, sorted by path, line, column and code."""
    return tuple(sorted(set(problems)))


MOST_TOLD = 100
"""Problems of one file that are told."""


def first_of_each(problems: Iterable[Problem], most: int = MOST_TOLD) -> tuple[Problem, ...]:
    """The problems, of each file so many at most, faults before warnings: nobody reads a hundred thousand lines."""
    told: dict[str, int] = {}
    kept = []
    for p in sorted(problems, key=lambda p: p.severity != ERROR):
        told[p.path] = told.get(p.path, 0) + 1
        if told[p.path] <= most:
            kept.append(p)
    return tuple(kept)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that keep a figure from being published."""
    return tuple(p for p in problems if p.severity == ERROR)
