"""`llms.txt`, which tells programs what the site is and where its data stand whole: the form of llmstxt.org."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.config import Config
from sitegen.exports.archives import FORMATS
from sitegen.exports.bulk import TABLES
from sitegen.model.routes import href
from sitegen.output import Output, output
from sitegen.text import one_line

_ABOUT = {
    **{table.file: table.about for table in TABLES},
    **{form.file: f"the diagrams that show relations, as {form.about}" for form in FORMATS},
}
_ENDINGS = (
    (".symbols.gmt", "gene sets, a line for each figure, with gene symbols"),
    (".ncbigene.gmt", "gene sets, a line for each figure, with NCBI Gene ids"),
)
_LISTS = (
    ("genes", "genes/index.html", "a page for each gene in at least two figures"),
    ("organisms", "organisms/index.html", "a page for each organism, with its figures"),
    ("years", "years/index.html", "all figures by year of publication"),
)
_SETS = 6  # a site may have organisms by the hundred; the first have most figures


class Numbers(NamedTuple):
    """How much a collection holds; `genes` are those with a page or not."""

    figures: int
    papers: int
    genes: int


def llms(config: Config, numbers: Numbers, files: Sequence[str]) -> Output:
    """`llms.txt`: what a page holds, the files that hold all of it, and the lists that lead to each figure.

    `files` are the paths of the files that hold the whole collection, none where the site goes without them.
    """
    site, base = config.site, config.site.base
    figures, papers, genes = (f"{n:,} {word}{'s' * (n != 1)}"
                              for n, word in zip(numbers, ("figure", "paper", "gene"), strict=True))
    lines = [
        f"# {one_line(site.title)}", "", f"> {one_line(site.description)}", "",
        f"{figures} of {papers}, with {genes}. The data are free to use under {site.license}; pictures and captions "
        "are their papers’.", "",
        f"The page of a figure is {base}figures/<figid>.html and stays there. It holds the picture, the caption, the "
        "paper, the genes by organism, chemicals, diseases, a diagram and its relations in words, each with the "
        "sentence that says so, and the same as JSON-LD (schema.org, Bioschemas). "
        "`?genes=TP53,ncbigene:1956` after the address marks genes.", "",
    ]
    if files:
        sets = [path for path in files if path.endswith(".gmt")]
        some = [path for path in files if path not in sets[_SETS:]]
        lines += ["## All data as files", "", *(f"- {_link(path, base)}" for path in some),
                  f"- [downloads]({base}downloads/): a page of all files, with their columns", ""]
    lines += ["## Lists of figures", "", *(f"- [{name}]({base}{href(path)}): {about}" for name, path, about in _LISTS)]
    if config.publish.search:
        lines.append(f"- [search]({base}search/?q=TP53): figures by gene, name, id, word, organism, year; needs JavaScript")
    lines.append(f"- [sitemap]({base}sitemap.xml): every page")
    return output("llms.txt", "\n".join(lines) + "\n")


def _link(path: str, base: str) -> str:
    name = path.rsplit("/", 1)[1]
    about = _ABOUT.get(name) or next((text for ending, text in _ENDINGS if name.endswith(ending)), "")
    return f"[{name}]({base}{href(path)})" + (f": {about}" if about else "")
