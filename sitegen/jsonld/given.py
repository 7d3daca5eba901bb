"""The front matter's `schema-jsonld`: kept where it is valid, repaired where the repair is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sitegen.jsonld.vocabulary import fit, form, is_url
from sitegen.model import external
from sitegen.model.figure import Figure
from sitegen.model.missing import is_missing, present_symbol
from sitegen.model.routes import figure_path
from sitegen.text import squeeze

CODE = "W203"
"""The code of every problem this package reports."""

NO_KEYWORD = "pathway figure"
_CC0 = re.compile(r"(?i)cc[ -]?0(?:[ -](?:1\.0|universal))*")
_CC_BY = re.compile(r"(?i)cc[ -](by(?:-(?:nc|sa|nd|nc-sa|nc-nd))?)[ -]([0-9]\.[0-9])")
_OURS = ("url", "identifier", "mainEntityOfPage", "sameAs")
_TREATED = frozenset(("@context", "@type", "@id", "name", "description", "license", "creator", "keywords", *_OURS))


class Note(NamedTuple):
    """A given value that was repaired or dropped: its key below `schema-jsonld`, and why."""

    key: str
    message: str


class Given(NamedTuple):
    """What a figure's `schema-jsonld` says, each value None or empty where it gives nothing of use.

    `creators` are nodes; `keywords` are as given, to be read through `distinct`; `license` is a URL or
    a node; `rest` further valid properties of the dataset in given order.  `same_as` is the dataset's
    address on another site.
    """

    description: str | None
    license: str | dict[str, Any] | None
    creators: tuple[dict[str, Any], ...]
    keywords: tuple[Any, ...]
    same_as: str | None
    rest: dict[str, Any]


def read_given(figure: Figure, base_url: str) -> tuple[Given, tuple[Note, ...]]:
    """The usable part of a figure's given markup, and a note on everything else.

    What real collections hold by the thousand is repaired without a note: `name: CreativeWork`,
    `license: CC0`, the public site's `@id` and R's missing values.
    """
    raw = figure.given_jsonld
    notes: list[Note] = []
    kind = raw.get("@type")
    if isinstance(kind, str) and not is_missing(kind) and kind.strip() != "Dataset":
        notes.append(Note("@type", f"{squeeze(kind)} became Dataset, the type of a figure's data"))
    for key in ("url", "identifier", "mainEntityOfPage"):
        text = _text(raw, key)
        if text and figure.figid not in text:
            notes.append(Note(key, "dropped: the site writes this property itself"))
    same_as = _same_as(figure, raw, base_url, notes)
    given = Given(
        description=_text(raw, "description"),
        license=_license(_text(raw, "license"), raw.get("license"), notes),
        creators=_creators(raw.get("creator"), notes),
        keywords=_keywords(raw.get("keywords")),
        same_as=same_as,
        rest=_rest(raw, notes),
    )
    return given, tuple(notes)


def distinct(words: Iterable[Any]) -> Iterator[str]:
    """The texts among them without the missing, each trimmed and given once.

    They can be gene symbols, so `nan` is none of the missing, and letter case tells a mouse's gene from a human's.
    """
    seen: set[str] = set()
    for word in words:
        if not isinstance(word, str):
            continue
        word = squeeze(word)
        if word not in seen and present_symbol(word):
            seen.add(word)
            yield word


def _text(raw: Mapping[str, Any], key: str) -> str | None:
    value = raw.get(key)
    if not isinstance(value, str):
        return None
    value = squeeze(value)
    return None if is_missing(value) else value


def _same_as(figure: Figure, raw: Mapping[str, Any], base_url: str, notes: list[Note]) -> str | None:
    page = base_url + figure_path(figure.figid)
    address = _text(raw, "@id")
    own = _text(raw, "sameAs")
    if own is not None and not is_url(own):
        notes.append(Note("sameAs", "dropped: it is no absolute http(s) address"))
        own = None
    if address is not None and is_url(address) and address.partition("#")[0] != page:
        if own is not None and own != address:
            notes.append(Note("sameAs", "dropped: the given @id stands there"))
        return address
    return own


def _license(text: str | None, value: Any, notes: list[Note]) -> str | dict[str, Any] | None:
    if isinstance(value, Mapping):
        node, reason = fit("Dataset", "license", value)
        if reason:
            notes.append(Note("license", reason))
        return node if isinstance(node, str) or (isinstance(node, dict) and "name" in node) else None
    if text is None:
        return None
    if is_url(text):
        return text
    if _CC0.fullmatch(text):
        return external.CC0
    if found := _CC_BY.fullmatch(text):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    notes.append(Note("license", "kept as a name: write the licence's address for machines to read"))
    return {"@type": "CreativeWork", "name": text}


def _creators(value: Any, notes: list[Note]) -> tuple[dict[str, Any], ...]:
    found: dict[str, dict[str, Any]] = {}
    for one in value if isinstance(value, (list, tuple)) else (value,):
        if isinstance(one, str) and not is_missing(one):
            one = {"@type": "Organization", "name": squeeze(one)}
        elif isinstance(one, Mapping):
            one = {"@type": "Organization", **one}
            if one["@type"] not in ("Organization", "Person") or not _text(one, "name"):
                notes.append(Note("creator", "dropped: a creator is an Organization or a Person with a name"))
                continue
            if len(one) > 2:
                one, reason = fit("Dataset", "creator", one)
                if reason:
                    notes.append(Note("creator", reason))
            else:
                one["name"] = squeeze(one["name"])
        else:
            continue
        if one:
            found.setdefault(form(one), one)
    return tuple(found.values())


def _keywords(value: Any) -> tuple[Any, ...]:
    if isinstance(value, str):
        return tuple(value.split(","))
    return tuple(value) if isinstance(value, (list, tuple)) else ()


def _rest(raw: Mapping[str, Any], notes: list[Note]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in raw.items():
        if key in _TREATED or str(key).endswith("conformsTo"):
            continue
        kept, reason = fit("Dataset", str(key), value)
        if reason:
            notes.append(Note(str(key), f"dropped: {reason}"))
        if kept is not None:
            found[str(key)] = kept
    return found
