"""Problems that the whole site decides: pictures that no browser shows, links that lead nowhere, old addresses, organisms."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable
from urllib.parse import unquote, urlsplit

from sitegen.config import Config
from sitegen.content.judgedplaces import old_addresses, organisms
from sitegen.content.prose import SUSPICIONS
from sitegen.places import Place
from sitegen.problems import Problem

_UNKNOWN = frozenset({"assets", "genes", "chemicals", "diseases", "data"})
_ROOT = frozenset({"", "index.html", "sitemap.xml", "robots.txt", "llms.txt"})


def judged(problems: Iterable[Problem], config: Config, served: Iterable[str]) -> list[Problem]:
    """The problems, with what is said of an address in place of the bare address, where it is wrong.

    `served` are the paths of the site, as far as they are known.
    """
    found: list[Problem] = []
    suspected: list[Problem] = []
    for problem in problems:
        (suspected if problem.code in SUSPICIONS else found).append(problem)
    if suspected:
        known = _ROOT.union(served, ("opensearch.xml",) if config.publish.search else ())
        unknown = _unknown(config)
        hosts = {f"{u.scheme}://{u.netloc}" for u in map(urlsplit, config.images.urls)}
        for problem in suspected:
            wrong = _wrong(problem, known, unknown, hosts)
            if wrong:
                found.append(problem._replace(message=wrong))
    return found


def placed(content: str, problems: Iterable[Problem]) -> list[Problem]:
    """The problems, those of old addresses and organisms at their place in the file, which is read again for that."""
    places: dict[str, dict[str, Place]] = {}

    def at(problem: Problem) -> Problem:
        if problem.code not in ("W401", "W402", "W405"):
            return problem
        if problem.path not in places:
            names = {f"'{name[:80]}'": place for name, place in organisms(content, problem.path).items()}
            places[problem.path] = old_addresses(content, problem.path) | names
        known = places[problem.path]
        said = problem.message if problem.code == "W405" else problem.message.casefold()
        place = next((known[name] for name in known if said.startswith((f"{name} is ", f"{name}, of "))), Place(1, 1))
        return problem._replace(line=place.line, column=place.column)

    return [at(problem) for problem in problems]


def _unknown(config: Config) -> frozenset[str]:
    """The directories whose files are known only when the site is made."""
    publish = config.publish
    parts = (("search", publish.search), ("browse", publish.search), ("saved", publish.search),
             ("enrichment", publish.ranking), ("downloads", publish.bulk))
    return _UNKNOWN.union(name for name, there in parts if there)


def _wrong(problem: Problem, known: frozenset[str], unknown: frozenset[str], hosts: Container[str]) -> str:
    """What is wrong with the address that a problem holds; empty where nothing is."""
    address, directory = problem.message, _directory(problem.path)
    try:
        parts = urlsplit(address)
    except ValueError:
        return f"'{address[:120]}' is no address"
    if parts.scheme or parts.netloc:
        if problem.code == "W404" or parts.scheme not in ("", "http", "https"):
            return ""
        if f"{parts.scheme or 'https'}://{parts.netloc}" in hosts and directory != "organisms/":
            return ""
        return f"{address[:120]} is on another host, whose pictures no browser loads here"
    if not parts.path or parts.path.startswith("/") or "{" in address:
        return ""  # a place on the page itself, or an address that only the host knows
    path = posixpath.normpath(directory + unquote(parts.path))
    path = "" if path == "." else path
    if path.split("/", 1)[0] in unknown or not known.isdisjoint((path, f"{path}.html", f"{path}/index.html")):
        return ""
    what = "no picture" if problem.code == "W403" else "no page"
    return f"{what} of the site is at '{address[:120]}'"


def _directory(path: str) -> str:
    """Where the page stands that shows the prose of a file: its relative addresses start there."""
    for name in ("figures", "organisms"):
        if path.startswith((f"{name}/", f"_{name}/")):
            return f"{name}/"
    return ""
