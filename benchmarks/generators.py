"""The generators under measurement: how each builds a site, and how its source is edited."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from abc import ABC, abstractmethod
from pathlib import Path

from benchmarks import machine
from benchmarks.measure import Run, run
from benchmarks.peers.convert import convert, edit_caption

_IMAGES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp"))
_WORDS = "Edited for a measurement."


class Generator(ABC):
    """One generator with one collection; `site` is what it publishes."""

    name = ""
    left_out = ""
    """What it did not do, in a sentence for whoever reads the table."""

    def __init__(self, work: Path) -> None:
        self.work, self.site = work, work / "site"

    @abstractmethod
    def prepare(self, content: Path) -> None:
        """Makes the generator's own copy of a collection, outside the clock."""

    @abstractmethod
    def build(self) -> Run:
        """Builds, with what an earlier build left behind."""

    @abstractmethod
    def forget(self) -> None:
        """Takes away all that earlier builds left behind."""

    @abstractmethod
    def edit_caption(self) -> None:
        """Adds words to one figure's caption."""

    @abstractmethod
    def edit_template(self) -> None:
        """Adds words to the template of a figure's page."""


class Sitegen(Generator):
    """This project, from a copy of a checkout, so that a template of it can be edited."""

    name = "sitegen"
    left_out = "nothing; the collection asks for tables that are linked, not published"

    def __init__(self, work: Path, checkout: Path, jobs: int = 0) -> None:
        super().__init__(work)
        self.checkout, self.content, self.cache = work / "checkout", work / "content", work / "cache"
        self.arguments = ["--jobs", str(jobs)] if jobs else []
        shutil.rmtree(self.checkout, ignore_errors=True)  # a work directory may hold that of an earlier day
        for name in ("sitegen", "templates"):
            if (checkout / name).is_dir():
                shutil.copytree(checkout / name, self.checkout / name, ignore=shutil.ignore_patterns("__pycache__"))

    def prepare(self, content: Path) -> None:
        if not self.content.exists():
            shutil.copytree(content, self.content, copy_function=os.link)
            time.sleep(3)  # files that were made a moment ago are read again by the next build, which is to find nothing changed
        run([sys.executable, "-m", "compileall", "-q", str(self.checkout / "sitegen")], cwd=self.checkout)

    def build(self) -> Run:
        command = [
            sys.executable,
            "-m",
            "sitegen",
            "build",
            str(self.content),
            "--out",
            str(self.site),
            "--cache",
            str(self.cache),
            "--quiet",
        ]
        return run([*command, *self.arguments], cwd=self.checkout, env={"PYTHONPATH": str(self.checkout)})

    def forget(self) -> None:
        for path in (self.cache, self.site, *self.work.glob(".site.*")):
            shutil.rmtree(path, ignore_errors=True)

    def edit_caption(self) -> None:
        paths = sorted((self.content / "figures").iterdir())
        path = paths[len(paths) // 2]
        text = path.read_text(encoding="utf-8")
        start = text.index("\ncaption: ") + len("\ncaption: ")
        start += text[start] in "'\""
        path.unlink()  # a hard link: the original stays as it is
        path.write_text(f"{text[:start]}{_WORDS} {text[start:]}", encoding="utf-8")

    def edit_template(self) -> None:
        path = next(p for p in sorted(self.checkout.rglob("figure.html")))
        _insert(path, "{% endblock %}", f"<p hidden>{_WORDS}</p>\n")


class Hugo(Generator):
    """Hugo with one TOML page a figure."""

    name = "Hugo"
    left_out = (
        "diagrams, relations of captions, search, gene pages, exports, checks; reading YAML and tables, missing values, "
        "repair of texts, grouping of genes and the paper's other figures were worked out for it before the clock started"
    )
    peer, figures = "hugo", "content/figures"

    def prepare(self, content: Path) -> None:
        if not (self.work / "source").exists():
            convert(self.peer, content, self.work / "source")

    def build(self) -> Run:
        program = machine.hugo()
        assert program is not None
        return run(
            [
                program,
                "--quiet",
                "--source",
                str(self.work / "source"),
                "--destination",
                str(self.site),
                "--cacheDir",
                str(self.work / "cache"),
                "--noBuildLock",
            ],
            cwd=self.work,
        )

    def forget(self) -> None:
        for name in ("site", "cache", "source/resources"):
            shutil.rmtree(self.work / name, ignore_errors=True)

    def edit_caption(self) -> None:
        edit_caption(self.peer, self.work / "source", _middle(self.work / "source" / self.figures), _WORDS)

    def edit_template(self) -> None:
        _insert(self.work / "source/layouts/figures/page.html", "{{ end }}", f"<p hidden>{_WORDS}</p>\n")


class HugoFiles(Hugo):
    """Hugo with the collection's own files: their YAML, and tables that its templates read and group."""

    name = "Hugo, figures’ own files"
    left_out = (
        "diagrams, relations of captions, search, gene pages, exports, checks, repair of mis-decoded texts, words that differ "
        "by case or hyphen as one word, organisms written as one string; `aliases` were added before the clock started"
    )
    peer, figures = "hugo-files", "collection/figures"


class Jekyll(Generator):
    """Jekyll with one page a figure in a collection."""

    name = "Jekyll"
    left_out = Hugo.left_out

    def prepare(self, content: Path) -> None:
        if not (self.work / "source").exists():
            convert("jekyll", content, self.work / "source")

    def build(self) -> Run:
        program = machine.jekyll()
        assert program is not None
        return run(
            [program, "build", "--quiet", "--source", str(self.work / "source"), "--destination", str(self.site)], cwd=self.work
        )

    def forget(self) -> None:
        for name in ("site", "source/.jekyll-cache", ".jekyll-cache"):
            shutil.rmtree(self.work / name, ignore_errors=True)

    def edit_caption(self) -> None:
        edit_caption("jekyll", self.work / "source", _middle(self.work / "source/_figures"), _WORDS)

    def edit_template(self) -> None:
        _insert(self.work / "source/_layouts/figure.html", "</article>", f"<p hidden>{_WORDS}</p>\n")


def _middle(folder: Path) -> str:
    paths = sorted(p.stem for p in folder.glob("PMC*.md"))
    return paths[len(paths) // 2]


def _insert(path: Path, mark: str, words: str) -> None:
    text = path.read_text(encoding="utf-8")
    at = text.rindex(mark)
    path.write_text(text[:at] + words + text[at:], encoding="utf-8")


def published(site: Path) -> tuple[int, int]:
    """The number of files of a site, and their bytes without pictures."""
    files = [p for p in site.rglob("*") if p.is_file()]
    return len(files), sum(p.stat().st_size for p in files if p.suffix not in _IMAGES)


def digests(site: Path) -> dict[str, str]:
    """The SHA-256 of each file of a site by its path."""
    return {
        p.relative_to(site).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(site.rglob("*")) if p.is_file()
    }
