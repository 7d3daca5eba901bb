"""Says where a build's processor time goes, in milliseconds a figure, and what reading, YAML and writing alone would take.

    python -m benchmarks.profile_build --figures 2000

A cold build runs in this process with a clock around each stage's functions.  A stage's time is its own: what
it calls that belongs to another stage counts there.  The clocks themselves take about 0.05 ms a figure.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import yaml

from benchmarks.corpus import write_corpus

STAGES: dict[str, tuple[str, ...]] = {
    "finding files": ("sitegen.content.discover:discover",),
    "reading files": ("sitegen.content.figures:read_files",),
    "YAML": ("sitegen.content.frontmatter:parse_document",),
    "tables": (
        "sitegen.content.tables:parse_genes",
        "sitegen.content.tables:parse_chemicals",
        "sitegen.content.tables:parse_diseases",
    ),
    "checking fields": ("sitegen.content.figures:parse_files",),
    "catalog": ("sitegen.model.summary:summarise", "sitegen.model.catalog:build_catalog", "sitegen.model.routes:redirects"),
    "participants": ("sitegen.model.participants:participants", "sitegen.model.participants:by_organism"),
    "caption relations": ("sitegen.relations.reader:read_caption",),
    "graph": ("sitegen.diagram.graph:figure_graph",),
    "layout (Graphviz)": ("sitegen.diagram.layout:laid_out",),
    "diagram, SVG": ("sitegen.build.drawing:draw_figure",),
    "JSON-LD": (
        "sitegen.build.markup:figure_jsonld",
        "sitegen.build.markup:markup_problems",
        "sitegen.build.markup:organism_jsonld",
    ),
    "page context": ("sitegen.pages.figure:figure_context", "sitegen.pages.listings:figure_row"),
    "Jinja": ("sitegen.pages.environment:render",),
    "cache": ("sitegen.build.cache:Cache.get", "sitegen.build.cache:Cache.put", "sitegen.build.keys:key"),
    "search index": (
        "sitegen.build.indexing:keep_rows",
        "sitegen.build.indexing:range_outputs",
        "sitegen.build.finding:find",
        "sitegen.build.finding:_genes_by_range",
        "sitegen.build.finding:_names_by_range",
        "sitegen.indexes.chunk:read_text",
        "sitegen.indexes.documents:title_ranks",
        "sitegen.indexes.shards:compress",
        "sitegen.indexes.table:common_words",
        "sitegen.indexes.table:table_file",
    ),
    "pages of genes, chemicals, diseases": (
        "sitegen.build.indexing:_gene_details",
        "sitegen.indexes.ledger:Ledger.company",
        "sitegen.pages.entities:entity_page",
    ),
    "names for caption relations": ("sitegen.build.relating:learn_names", "sitegen.build.relating:relations_of"),
    "figures on the home page": ("sitegen.build.thumbnails:draw_featured",),
    "pickling, as between processes": ("pickle:dumps", "pickle:loads"),
    "assembling pages and lists": ("sitegen.build.steps:_outputs", "sitegen.build.sitewide:sitewide_outputs"),
    "collecting garbage": (),  # Python tells when it starts and stops
    "writing": ("sitegen.publish.writer:write",),
    "swap, and removal of old files": ("sitegen.publish.staging:Staging.publish",),
}


class Clock:
    """Each stage's own processor seconds and calls."""

    def __init__(self) -> None:
        self.own: dict[str, float] = dict.fromkeys(STAGES, 0.0)
        self.calls: dict[str, int] = dict.fromkeys(STAGES, 0)
        self._inner: list[float] = []
        self._collection = 0.0

    def around(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with a clock around it."""
        now, inner = time.process_time, self._inner

        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            inner.append(0.0)
            start = now()
            try:
                return function(*args, **kwargs)
            finally:
                took = now() - start
                self.own[stage] += took - inner.pop()
                self.calls[stage] += 1
                if inner:
                    inner[-1] += took

        return timed

    def collecting(self, phase: str, _: dict[str, int]) -> None:
        """Told by Python before and after it looks for garbage, inside whatever stage that happens."""
        now = time.process_time()
        if phase == "start":
            self._collection = now
        else:
            self.own["collecting garbage"] += now - self._collection
            self.calls["collecting garbage"] += 1
            if self._inner:
                self._inner[-1] += now - self._collection


def install(clock: Clock) -> list[str]:
    """Puts the clocks in place, in every module that holds one of the functions; returns the names that are not there."""
    absent = []
    importlib.import_module("sitegen.cli")
    for stage, names in STAGES.items():
        for name in names:
            module, _, path = name.partition(":")
            owner, _, attribute = path.rpartition(".")
            try:
                holder = importlib.import_module(module)
                function = getattr(getattr(holder, owner) if owner else holder, attribute)
            except (ImportError, AttributeError):
                absent.append(name)
                continue
            timed = clock.around(stage, function)
            if owner:
                setattr(getattr(holder, owner), attribute, timed)
                continue
            for known in [holder, *(m for n, m in sys.modules.items() if n.startswith("sitegen"))]:
                for key, value in list(vars(known).items()):
                    if value is function:
                        setattr(known, key, timed)
    return absent


def floor(content: Path, site: Path, work: Path) -> dict[str, float]:
    """Processor seconds of the least that any build must do: read the files, parse their YAML, write the site's bytes."""
    now = time.process_time
    start = now()
    texts = [(p, p.read_bytes()) for folder in ("figures", "data") for p in sorted((content / folder).iterdir())]
    read = now() - start
    start = now()
    for path, body in texts:
        if path.suffix == ".md":
            loader = yaml.CSafeLoader(body.decode().split("\n---\n", 1)[0])
            try:
                loader.get_single_node()
            finally:
                loader.dispose()
    parsed = now() - start
    pages = [(p.relative_to(site), p.read_bytes()) for p in site.rglob("*") if p.is_file()]
    for folder in {work / p.parent for p, _ in pages}:
        folder.mkdir(parents=True, exist_ok=True)
    start = now()
    for path, body in pages:
        with open(work / path, "wb", buffering=0) as f:
            f.write(body)
    return {"reading the files": read, "composing their YAML (libyaml)": parsed, "writing the site's bytes": now() - start}


def profile(figures: int, content: Path | None, work: Path) -> str:
    """The table of a profiled build."""
    if content is None:
        content = work / "content"
        write_corpus(figures, content)
    else:
        content = content.resolve()
        figures = sum(1 for _ in (content / "figures").glob("*.md"))
    clock = Clock()
    absent = install(clock)
    from sitegen.cli import commands  # after the clocks: it takes the functions by name

    site = work / "site"
    before = os.getcwd()
    os.chdir(work)
    gc.callbacks.append(clock.collecting)
    start = time.process_time()
    try:
        arguments = ["build", str(content), "--out", str(site), "--jobs", "1", "--no-cache", "--quiet"]
        code = commands.main(arguments, standalone_mode=False)
    finally:
        os.chdir(before)
        gc.callbacks.remove(clock.collecting)
    total = time.process_time() - start
    if code:  # the times of a build that stopped early say nothing
        raise SystemExit(f"the build ended with code {code}")
    lines = [f"{'stage':38}{'ms a figure':>12}{'share':>8}{'calls':>10}"]
    for stage, own in sorted(clock.own.items(), key=lambda item: -item[1]):
        lines.append(f"{stage:38}{own * 1e3 / figures:12.3f}{own / total:8.1%}{clock.calls[stage]:10,}")
    rest = total - sum(clock.own.values())
    lines.append(f"{'everything else':38}{rest * 1e3 / figures:12.3f}{rest / total:8.1%}")
    lines.append(f"{'total':38}{total * 1e3 / figures:12.3f}{1:8.1%}")
    lines.append("")
    least = floor(content, site, work / "again")
    lines += [f"{'floor: ' + what:42}{took * 1e3 / figures:8.3f} ms a figure" for what, took in least.items()]
    lines.append(f"{'floor':42}{sum(least.values()) * 1e3 / figures:8.3f} ms a figure")
    lines += [f"not found, so counted in another stage: {name}" for name in absent]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=2000, help="figures of the made-up collection")
    parser.add_argument("--content", type=Path, help="a content directory to build in its place")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        sys.stdout.write(profile(given.figures, given.content, Path(work)))


if __name__ == "__main__":
    main()
