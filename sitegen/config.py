"""Settings: site.toml and command-line flags become one frozen value that is passed, never global."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from sitegen.model import external
from sitegen.model.ids import DOI
from sitegen.places import place_of
from sitegen.problems import Problem
from sitegen.text import UNFIT
from sitegen.tomlplaces import begun, places

FALLBACK_BASE = "https://example.org/"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"[0-9]{4}")
_NO_ADDRESS = re.compile(r"[\s\x00-\x20\"<>\\^`{|}]")  # characters that stand in none
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_STATED = re.compile(r"line ([0-9]+), column ([0-9]+)")
_ENDLESS = re.compile(r"[0-9][0-9_]{4000}")  # more digits than Python makes a number of
_LONGEST = 80  # characters of an unknown name that a fault shows
_COUNT = (1, 100_000)
_BOUNDS: Mapping[tuple[str, str], tuple[int, int]] = {("publish", "max_mentions"): (0, 100_000)}
"""The least and the largest value of a number, where they are not those of `_COUNT`."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`[site]`: what the collection is called and who stands behind it."""

    title: str = "Pathway Figures"
    """Name of the collection, on every page."""
    tagline: str = ""
    """A sentence under the title on the home page."""
    description: str = "Published pathway figures with the genes, chemicals and diseases found in them."
    """What the collection is, for search engines and the home page."""
    base_url: str = ""
    """Address of the site's root, such as `https://name.github.io/repo/`."""
    language: str = "en"
    """Language tag of the pages."""
    license: str = external.CC0
    """Address of the licence of the extracted data; a picture's licence is its paper's."""
    creator: str = ""
    """Who made the data; empty: the publisher."""
    creator_url: str = ""
    """Their address."""
    publisher: str = ""
    """Who publishes the site; empty: the title."""
    publisher_url: str = ""
    """Their address; empty: the site itself."""
    citation_doi: str = ""
    """DOI of the paper to cite for the collection."""
    citation_title: str = ""
    """Its title."""
    citation_date: str = ""
    """Its date of publication, YYYY or YYYY-MM-DD."""
    version: str = ""
    """Version of the data release."""
    date: str = ""
    """Date of the data release, YYYY-MM-DD."""

    @property
    def base(self) -> str:
        """The base address with a slash at its end, or the documented fallback."""
        return self.base_url or FALLBACK_BASE


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """`[source]`: where the content's files can be edited and read, with `{path}` for a file, and where mistakes are told."""

    url: str = ""
    """Address at which a figure's file is edited."""
    raw: str = ""
    """Address at which a file is served as it is."""
    report: str = ""
    """Address at which a reader reports a mistake, with `{figid}` for the figure and perhaps `{path}` for its file: a form for a
    new issue, with its title filled in, such as `https://github.com/name/repo/issues/new?title={figid}`."""


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """`[images]`: where the pictures stand."""

    urls: tuple[str, ...] = external.IMAGES
    """Address templates with `{pmcid}` and `{filename}`, in order of fallback."""


@dataclass(frozen=True, slots=True)
class PublishSettings:
    """`[publish]`: what is written, and what a large collection leaves out."""

    tables: bool = True
    """Copy each figure's TSV files to the site; false: link them at `[source] raw`."""
    downloads: bool = True
    """Write the whole collection as tables and gene sets to `downloads/`, where its TSV files are on the site, too
    (`tables`); for a larger one `sitegen export` makes them."""
    search: bool = True
    """Write the search with its index to `search/`, the table of all figures to `browse/`, and the page of the figures that a
    reader saves to `saved/`; what figures say of a name, in the search and on the pages of
    genes, chemicals and diseases, is read from the index, too."""
    gene_list: bool = True
    """Write the page that ranks figures by a list of genes to `enrichment/`, where the site has a search, too (`search`),
    whose index it reads."""
    redirects: bool = True
    """Write a page at each old address."""
    max_mentions: int = 12
    """Genes, chemicals and diseases named in a figure's JSON-LD."""

    @property
    def bulk(self) -> bool:
        """Whether the site has files of the whole collection."""
        return self.tables and self.downloads

    @property
    def ranking(self) -> bool:
        """Whether the site has the page that ranks figures by a list of genes."""
        return self.search and self.gene_list


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """`[theme]`: a look of one's own."""

    directory: str = ""
    """A directory in the content whose templates and assets win over the built-in ones."""


@dataclass(frozen=True, slots=True)
class PagingSettings:
    """`[paging]`: how many figures stand on one page of a list."""

    years: int = 200
    """On a year's page."""
    organisms: int = 100
    """On an organism's page."""
    organism_pages: int = 50
    """How many pages an organism's list has at most; the years' lists and the table of all figures hold every figure."""


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting of a build."""

    site: SiteSettings = SiteSettings()
    source: SourceSettings = SourceSettings()
    images: ImageSettings = ImageSettings()
    publish: PublishSettings = PublishSettings()
    paging: PagingSettings = PagingSettings()
    theme: ThemeSettings = ThemeSettings()


SECTIONS: Mapping[str, type[Any]] = {
    "site": SiteSettings, "source": SourceSettings, "images": ImageSettings,
    "publish": PublishSettings, "paging": PagingSettings, "theme": ThemeSettings,
}


def parse_config(text: str, path: str = "site.toml") -> tuple[Config, tuple[Problem, ...]]:
    """The settings that a TOML text gives, and each key or value in it that is not one.

    An unknown key is refused with the known one it resembles.  Settings with a fault keep their default.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        return Config(), (_not_toml(path, text, str(e)),)
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets without end
        return Config(), (_not_toml(path, text, "a number or a nesting without end"),)
    problems: list[Problem] = []
    sections: dict[str, Any] = {}
    for name, values in data.items():
        if name not in SECTIONS:
            problems.append(_unknown_section(path, text, name, values))
        elif not isinstance(values, dict):
            line, column = places(text).key(name)
            problems.append(Problem(path, line, column, "E503", f"[{name}] is a table, not a value"))
        else:
            sections[name] = _section(SECTIONS[name], name, values, path, text, problems)
    return Config(**sections), tuple(problems)


def with_base_url(config: Config, base_url: str) -> tuple[Config, str | None]:
    """The settings with another base URL, or else the sentence that says why it is none."""
    base, fault = check_base_url(base_url)
    return (config, fault) if fault else (replace(config, site=replace(config.site, base_url=base)), None)


def check_base_url(value: str) -> tuple[str, str | None]:
    """A base URL with a slash at its end, or the sentence that says why it is none."""
    try:
        parts = urlsplit(value)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        return value, "not a URL"
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_sound:
        return value, "not an absolute http or https URL"
    if parts.query or parts.fragment or parts.username is not None:
        return value, "a base URL has no query, fragment or user name"
    if _NO_ADDRESS.search(value) or UNFIT.search(value):
        return value, "a base URL has no spaces, quotes or control characters"
    return f"{parts.scheme}://{parts.netloc.lower()}{quote(parts.path.rstrip('/'), safe='/%~:@!$&()*+,;=-._')}/", None


def _section(kind: type[Any], name: str, values: Mapping[str, Any], path: str, text: str, problems: list[Problem]) -> Any:
    known = {f.name: f for f in fields(kind)}
    defaults = kind()
    kept: dict[str, Any] = {}
    for key, value in values.items():
        if key not in known:
            problems.append(_unknown(path, text, (name, key), known, f"[{name}] {key}"))
            continue
        default = getattr(defaults, key)
        fault, checked = _check(name, key, value, default)
        if fault:
            items = value if isinstance(value, list) else []
            wrong = [i for i, item in enumerate(items) if _check(name, key, [item], default)[0]]
            line, column = places(text).value(name, key, *wrong[:1])
            problems.append(Problem(path, line, column, "E503", f"[{name}] {key}: {fault}"))
        else:
            kept[key] = checked
    return kind(**kept)


def _check(section: str, key: str, value: Any, default: Any) -> tuple[str | None, Any]:
    """Why a value is none for its key, or None; and the value as it is kept."""
    if isinstance(default, bool):
        return (None, value) if isinstance(value, bool) else ("true or false is wanted", None)
    if isinstance(default, int):
        least, most = _BOUNDS.get((section, key), _COUNT)
        good = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return (None, value) if good else (f"a whole number from {least} to {most:,} is wanted", None)
    if isinstance(default, tuple):
        if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
            return "a list of texts is wanted", None
        return next((f for v in value if (f := _unfit(v) or _address(v, "filename", "pmcid"))), None), tuple(value)
    if not isinstance(value, str):
        return "a text is wanted", None
    rule = _TEXT_RULES.get((section, key))
    fault = _unfit(value)
    return (fault, value) if fault or not value or rule is None else rule(value)


def _unfit(value: str) -> str | None:
    """Why a text cannot stand on a page or in XML, or None."""
    found = UNFIT.search(value)
    return f"the character U+{ord(found[0]):04X} cannot stand in a page" if found else None


def _address(value: str, *placeholders: str) -> str | None:
    """Why a template is not an http address with its placeholders, of which the first must be there, or None."""
    bare = value
    for name in placeholders:
        bare = bare.replace(f"{{{name}}}", "x")
    if not bare.startswith(("https://", "http://")):
        return "an http or https address is wanted"
    if _NO_ADDRESS.search(bare):
        return "spaces, quotes and unknown {placeholders} are not allowed"
    if not _has_host(bare):
        return "an address with a host is wanted"
    if placeholders and f"{{{placeholders[0]}}}" not in value:
        return f"{{{placeholders[0]}}} is missing"
    return None


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bracket of no address, a port beyond all ports
        return False


def _base_rule(value: str) -> tuple[str | None, str]:
    base, fault = check_base_url(value)
    return fault, base


def _path_rule(value: str) -> tuple[str | None, str]:
    return _address(value, "path"), value


def _url_rule(value: str) -> tuple[str | None, str]:
    return _address(value), value


def _report_rule(value: str) -> tuple[str | None, str]:
    return _address(value, "figid", "path"), value


def _date_rule(value: str) -> tuple[str | None, str]:
    return (None if _is_date(value) else "a date YYYY-MM-DD is wanted"), value


def _partial_date_rule(value: str) -> tuple[str | None, str]:
    return (None if _is_date(value) or _YEAR.fullmatch(value) else "a date YYYY or YYYY-MM-DD is wanted"), value


def _is_date(value: str) -> bool:
    try:
        return bool(_DATE.fullmatch(value) and date.fromisoformat(value))
    except ValueError:  # a day that its month has not
        return False


def _doi_rule(value: str) -> tuple[str | None, str]:
    return (None if DOI.fullmatch(value) else "a DOI such as 10.1000/182 is wanted"), value


def _language_rule(value: str) -> tuple[str | None, str]:
    return (None if _LANGUAGE.fullmatch(value) else "a language tag such as en or pt-BR is wanted"), value


_TEXT_RULES: Mapping[tuple[str, str], Callable[[str], tuple[str | None, str]]] = {
    ("site", "base_url"): _base_rule,
    ("site", "license"): _url_rule,
    ("site", "creator_url"): _url_rule,
    ("site", "publisher_url"): _url_rule,
    ("site", "language"): _language_rule,
    ("site", "date"): _date_rule,
    ("site", "citation_date"): _partial_date_rule,
    ("site", "citation_doi"): _doi_rule,
    ("source", "url"): _path_rule,
    ("source", "raw"): _path_rule,
    ("source", "report"): _report_rule,
}


def _unknown_section(path: str, text: str, name: str, values: Any) -> Problem:
    if isinstance(values, dict):
        return _unknown(path, text, (name,), SECTIONS, f"[{name}]")
    found = _unknown(path, text, (name,), SECTIONS, f"'{name}'")
    home = next((section for section, kind in SECTIONS.items() if name in {f.name for f in fields(kind)}), None)
    return found._replace(hint=f"It belongs below a line [{home}].") if home else found


def _unknown(path: str, text: str, keys: tuple[str, ...], known: Mapping[str, Any], shown: str) -> Problem:
    near = difflib.get_close_matches(keys[-1], list(known), n=1)
    hint = f"Did you mean '{near[0]}'?" if near else f"Known here: {', '.join(known)}."
    line, column = places(text).key(*keys)
    return Problem(path, line, column, "E502", f"unknown setting {shown[:_LONGEST]}", hint)


_TOML_HINTS = {
    "Invalid value": "A text stands in straight double quotes; true and false are written small.",
    "Expected '=' after a key in a key/value pair": "A setting is written key = value.",
}


def _not_toml(path: str, text: str, error: str) -> Problem:
    """The parser's error at its place, or where the key or value begins that it is about: some are seen at its end only."""
    text = text.replace("\r\n", "\n")
    what, _, where = error.removesuffix(")").partition(" (at ")
    stated = _STATED.fullmatch(where)
    endless = _ENDLESS.search(text)
    if stated and what.startswith(("Cannot", "Duplicate")):
        lines = text.split("\n")
        end = sum(len(line) + 1 for line in lines[: int(stated[1]) - 1]) + int(stated[2]) - 1
        line, column = place_of(text, begun(text, end)[0])
    elif stated:
        line, column = int(stated[1]), int(stated[2])
    elif endless and not where:
        line, column = place_of(text, endless.start())
    else:
        line, column = place_of(text, begun(text, len(text))[1])
    return Problem(path, line, column, "E501", f"not valid TOML: {what}", _TOML_HINTS.get(what, ""))
