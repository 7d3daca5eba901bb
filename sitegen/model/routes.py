"""Every address of the site: output paths, relative links, old addresses and what clashes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import NamedTuple, Protocol
from urllib.parse import quote

from sitegen.digest import digest
from sitegen.model.summary import Summary
from sitegen.once import once_of
from sitegen.output import check_path
from sitegen.problems import Problem
from sitegen.text import slug

HOME = "index.html"
"""The page that every site has."""
RESERVED_PAGES = frozenset({"index", "404", "search", "browse", "enrichment", "saved"})
# their pages are known only when all figures are: an old address is never put there
_OWN_DIRECTORIES = frozenset(
    {"assets", "search", "browse", "enrichment", "saved", "genes", "chemicals", "diseases", "downloads"})
_SAFE = "/~!$&'()*+,;=:@-._"
_PLAIN = re.compile(r"[A-Za-z0-9/._-]*")


def figure_path(figid: str) -> str:
    """The permalink of a figure, which must not change."""
    return f"figures/{figid}.html"


@once_of(16_384)
def organism_slug(name: str) -> str:
    """The file name of an organism: equal for names that differ only in case, space or accents."""
    found = slug(name)
    if not found or found == "index" or len(found) > 120 or not is_portable(f"{found}.html"):
        found = f"{found[:100]}_{digest(name)[:12]}".lstrip("_")
    return found


def is_portable(path: str) -> bool:
    """Whether an output may stand at a path on every file system."""
    try:
        check_path(path)
    except ValueError:
        return False
    return True


def page_of(directory: str, name: str, number: int) -> str:
    """The path of the numbered page of a paged list; the first has no number."""
    return f"{directory}/{name}.html" if number == 1 else f"{directory}/{name}-{number}.html"


def pages_of(directory: str, name: str, items: int, size: int, most: int | None = None) -> list[str]:
    """The paths of all pages of a list of `items` that holds `size` a page, at most so many; an empty list has one page."""
    pages = max(1, -(-items // size))
    return [page_of(directory, name, number) for number in range(1, min(pages, most or pages) + 1)]


@once_of(16_384)
def href(path: str) -> str:
    """An output path as it stands in a link: percent-encoded, `index.html` left out."""
    if path == HOME:
        return ""
    shown = path.removesuffix("index.html") if path.endswith("/index.html") else path
    return shown if _PLAIN.fullmatch(shown) else quote(shown, safe=_SAFE)


def root_of(path: str) -> str:
    """The way from a page to the site's root: `../` for each directory it stands in."""
    return "../" * path.count("/")


class Redirect(NamedTuple):
    """An old address and the figures that it names now, one or several that a small page lists; or another page of the site."""

    path: str
    figids: tuple[str, ...]
    page: str = ""


class Moved(NamedTuple):
    """A page of the site that is no figure's, the file that it is made from, and addresses that it had."""

    page: str
    source: str
    old: tuple[str, ...]


class Claim(Protocol):
    """A figure by its id and file, whether it is sound or not."""

    @property
    def figid(self) -> str: ...
    @property
    def path(self) -> str: ...


def figure_clashes(figures: Iterable[Claim]) -> tuple[Problem, ...]:
    """A fault for each figure whose page another one claims, be it in other letter case."""
    first: dict[str, Claim] = {}
    problems = []
    for figure in figures:
        other = first.setdefault(figure.figid.casefold(), figure)
        if other is not figure:
            problems.append(Problem(figure.path, 1, 1, "E401", f"{figure_path(figure.figid)} is also claimed by {other.path}"))
    return tuple(problems)


def redirects(
    summaries: Iterable[Summary], pages: Iterable[str] = ()
) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """The old addresses of all figures, sorted, and what became of those that cannot be kept as they are.

    An alias that is the address of a figure or of one of `pages` is left out; one that several figures claim
    lists them.  A problem's message begins with the address, and its place is that of the file.
    """
    rows = list(summaries)
    taken = {figure_path(s.figid).casefold(): s for s in rows}
    held = {page.casefold() for page in pages}
    claims: dict[str, dict[str, Summary]] = {}
    spelling: dict[str, str] = {}
    problems = []

    def warn(summary: Summary, code: str, message: str) -> None:
        problems.append(Problem(summary.path, 1, 1, code, message))

    for summary in rows:
        for path in dict.fromkeys([*map(redirect_path, summary.redirects), *map(figure_path, summary.aliases)]):
            key = path.casefold()
            other = taken.get(key)
            if held_for := _kept_for(key, held):
                warn(summary, "W402", f"{path} is {held_for}")
            elif other is None:
                spelling.setdefault(key, path)
                claims.setdefault(key, {})[summary.figid] = summary
            elif other.figid != summary.figid:
                warn(summary, "W402", f"{path} is the page of {other.path}")
    found = []
    for key in sorted(claims, key=lambda k: spelling[k]):
        figures = claims[key]
        found.append(Redirect(spelling[key], tuple(sorted(figures))))
        if len(figures) > 1:
            names = ", ".join(sorted(figures)[:3])
            first = min(figures.values(), key=lambda s: s.path)
            warn(first, "W401", f"{spelling[key]} is claimed by {len(figures)} figures: {names}")
    return tuple(found), tuple(problems)


def moved_pages(pages: Iterable[Moved], taken: Iterable[str]) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """The old addresses of pages that are no figure's; one that is `taken`, or in a directory of the site's own, is left out."""
    held = {path.casefold() for path in taken}
    found, problems = [], []
    for page in pages:
        for path in dict.fromkeys(map(redirect_path, page.old)):
            key = path.casefold()
            if key == page.page.casefold():
                continue
            if held_for := _kept_for(key, held):
                problems.append(Problem(page.source, 1, 1, "W402", f"{path} is {held_for}"))
            else:
                held.add(key)
                found.append(Redirect(path, (), page.page))
    return tuple(found), tuple(problems)


def _kept_for(key: str, held: Container[str]) -> str:
    """Why no old address may have a page at a path in small letters; empty where one may."""
    if key in held:
        return "a page of the site"
    return "in a directory of the site's own" if key.split("/", 1)[0] in _OWN_DIRECTORIES else ""


def redirect_path(old: str) -> str:
    """Where the page of an old address stands: hosts serve `/a/b` from `a/b.html`."""
    bare = old.strip("/")
    if old.endswith("/"):
        return f"{bare}/index.html"
    return bare if bare.endswith((".html", ".htm")) else f"{bare}.html"


def page_clashes(pages: Iterable[tuple[str, str]], taken: Iterable[str]) -> tuple[Problem, ...]:
    """A fault for each static page (output path, source path) whose address is another's."""
    held = {p.casefold(): "a page that sitegen makes" for p in taken}
    problems = []
    for path, source in pages:
        other = held.get(path.casefold())
        if other is not None:
            problems.append(Problem(source, 1, 1, "E402", f"{path} is also the address of {other}"))
        held[path.casefold()] = source
    return tuple(problems)
