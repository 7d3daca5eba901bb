"""Checks the JSON-LD of a built page against schema.org, Bioschemas' minimum and the site's own rules V1-V15.

`check_page` is for tests of whole sites: it knows nothing of sitegen and reads only the page.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin

from bs4 import BeautifulSoup

from tests.jsonld.vocabulary import vocabulary

CONTEXT = "https://schema.org/"
CONFORMS_TO = "http://purl.org/dc/terms/conformsTo"
MINIMUM = {
    "https://bioschemas.org/profiles/Dataset/1.0-RELEASE":
        ("Dataset", ("@id", "name", "description", "identifier", "url", "keywords", "license")),
    "https://bioschemas.org/profiles/DataCatalog/0.3-RELEASE-2019_07_01":
        ("DataCatalog", ("@id", "name", "description", "url", "keywords", "provider")),
    "https://bioschemas.org/profiles/Gene/1.0-RELEASE": ("Gene", ("@id", "identifier", "name")),
    "https://bioschemas.org/profiles/Taxon/1.0-RELEASE": ("Taxon", ("@id", "name", "taxonRank")),
}
FORMATS = {
    ".tsv": {"text/tab-separated-values"}, ".csv": {"text/csv"}, ".gmt": {"text/plain", "text/tab-separated-values"},
    ".svg": {"image/svg+xml"}, ".json": {"application/json"}, ".jsonld": {"application/ld+json"},
    ".jpg": {"image/jpeg"}, ".jpeg": {"image/jpeg"}, ".png": {"image/png"}, ".gif": {"image/gif"},
    ".tif": {"image/tiff"}, ".tiff": {"image/tiff"}, ".webp": {"image/webp"}, ".txt": {"text/plain"},
    ".gz": {"application/gzip"}, ".zip": {"application/zip"}, ".xml": {"application/xml", "text/xml"},
}
ORDER = ("WebSite", "DataCatalog", "Dataset", "Gene", "ImageObject", "ScholarlyArticle", "Taxon", "Organization",
         "DefinedTerm", "BreadcrumbList")
_URL = re.compile(r"https?://[^\s\x00-\x1f\x7f<>\"{}|\\^`]+")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_LOCAL = re.compile(r"https?://(localhost|127\.|0\.0\.0\.0|\[::1\])")
_TEXTS = frozenset(("name", "description", "caption", "creditText", "keywords", "headline", "alternateName"))
_NAMED = frozenset(("Dataset", "ImageObject", "ScholarlyArticle"))


class Place(NamedTuple):
    """A value in the document: the key it stands under, its owner, and the path to it for messages."""

    owner: dict[str, Any]
    key: str
    value: Any
    path: str


def check_page(html: str, *, base: str, exists: Callable[[str], bool],
               read: Callable[[str], bytes | None] | None = None, visible: bool = False) -> list[str]:
    """The faults of a page's JSON-LD, each `V<rule> <path>: <what>`; an empty list for a sound page.

    `base` is the site's address with its closing slash.  `exists` and `read` are asked for a decoded path
    below it, `` for the home page; `read` gives a file's bytes, to compare sizes and digests.
    `visible` adds V15: what the markup says, the page shows.
    """
    soup = BeautifulSoup(html, "html5lib")
    scripts = soup.find_all("script", type="application/ld+json")
    if len(scripts) != 1:
        return [f"V1 page: {len(scripts)} JSON-LD scripts"]
    raw = "".join(str(s) for s in scripts[0].contents)
    faults = [f"V13 page: {m.group()!r} stands in the script" for m in [_UNSAFE.search(raw)] if m]
    try:
        document = json.loads(raw, parse_constant=_refuse, object_pairs_hook=_once)
    except ValueError as fault:
        return [*faults, f"V1 page: {fault}"]
    faults += check_document(document, base=base, exists=exists, read=read)
    if visible:
        faults += _check_visible(document, soup, base)
    return faults


def check_document(document: Any, *, base: str, exists: Callable[[str], bool],
                   read: Callable[[str], bytes | None] | None = None) -> list[str]:
    """As `check_page`, for a parsed document: rules V1 to V12 and V14."""
    if not isinstance(document, dict) or document.get("@context") != CONTEXT or set(document) != {"@context", "@graph"}:
        return ["V1 page: not one document with the context https://schema.org/ and a @graph"]
    graph = document["@graph"]
    if not isinstance(graph, list) or not graph or not all(isinstance(n, dict) for n in graph):
        return ["V1 page: @graph is empty or holds something else than nodes"]
    places = list(_walk(graph))
    nodes = {id(p.value): p.value for p in places if isinstance(p.value, dict)}
    defined: dict[str, list[dict[str, Any]]] = {}
    for node in nodes.values():
        if "@type" in node and "@id" in node:
            defined.setdefault(node["@id"], []).append(node)
    faults: list[str] = []
    for place in places:
        faults += _check_place(place, defined)
        faults += _check_address(place, base, exists)
        if isinstance(place.value, dict) and "@type" in place.value:
            faults += _check_node(place.value, place.path, base, read)
    faults += _check_identity(places, defined)
    faults += _check_order(graph)
    return faults


def _refuse(text: str) -> Any:
    raise ValueError(f"{text} is no JSON")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [k for k, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key stands twice: {sorted(keys)}")
    return dict(pairs)


def _walk(graph: list[Any]) -> Iterator[Place]:
    for i, node in enumerate(graph):
        yield Place({}, "@graph", node, f"[{i}]")
        yield from _walk_node(node, f"[{i}]")


def _walk_node(node: dict[str, Any], path: str) -> Iterator[Place]:
    for key, value in node.items():
        if isinstance(value, list):
            yield Place(node, key, value, f"{path}.{key}")
        for i, item in enumerate(value if isinstance(value, list) else [value]):
            where = f"{path}.{key}[{i}]" if isinstance(value, list) else f"{path}.{key}"
            yield Place(node, key, item, where)
            if isinstance(item, dict):
                yield from _walk_node(item, where)


def _check_place(place: Place, defined: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    owner, key, value, path = place
    words = vocabulary()
    missing = value is None or value in ("", [], {}) or (isinstance(value, float) and value != value)
    if missing or (isinstance(value, str) and (value.strip() in ("", "NA", "N/A", "NULL", "[]") or value.startswith(".na"))):
        yield f"V9 {path}: no value: {value!r}"
        return
    if key == "@type":
        if not isinstance(value, str) or value not in words.classes or value in words.superseded:
            yield f"V2 {path}: {value!r} is no class"
        return
    if key in ("@id", "@graph"):
        return
    if key == CONFORMS_TO:
        if not isinstance(value, dict) or value.get("@type") != "CreativeWork" or value.get("@id") not in MINIMUM:
            yield f"V5 {path}: not one of the four released profiles"
        return
    if key.endswith("-input"):
        return
    if key not in words.ranges or key in words.superseded:
        yield f"V2 {path}: {key} is no property"
        return
    if isinstance(value, list):
        return
    kind = owner.get("@type")
    if isinstance(kind, str) and kind in words.classes and not words.ancestors(kind) & words.domains[key]:
        yield f"V3 {path}: {key} is no property of a {kind}"
    if fault := _misfit(value, words.ranges[key], defined):
        yield f"V4 {path}: {fault} is not {' or '.join(sorted(words.ranges[key]))}"


def _misfit(value: Any, ranges: set[str], defined: dict[str, list[dict[str, Any]]]) -> str:
    if isinstance(value, dict):
        kind = value.get("@type")
        if kind is None:
            targets = defined.get(value.get("@id", ""))
            kind = targets[0]["@type"] if targets else None
        if not isinstance(kind, str):
            return ""  # V6 says it
        return "" if vocabulary().ancestors(kind) & ranges else kind
    if isinstance(value, bool):
        return "" if "Boolean" in ranges else repr(value)
    if isinstance(value, (int, float)):
        fits = "Number" in ranges or "Float" in ranges or ("Integer" in ranges and isinstance(value, int))
        return "" if fits else repr(value)
    if "Text" in ranges or (ranges & {"URL", "Thing"} and _URL.fullmatch(value)):
        return ""
    if ranges & {"Date", "DateTime"} and re.match(r"\d{4}", value):
        return ""
    return repr(value)


def _check_address(place: Place, base: str, exists: Callable[[str], bool]) -> Iterator[str]:
    owner, key, value, path = place
    if not isinstance(value, str) or key in _TEXTS or key == "@type":
        return
    ranges = vocabulary().ranges.get(key, set())
    must = key == "@id" or ("URL" in ranges and "Text" not in ranges)
    if key == "urlTemplate":
        value = re.sub(r"\?.*", "", value)
    if not (must or value.startswith(("http:", "https:"))):
        return
    if not _URL.fullmatch(value):
        if key != "license":  # V10 says it
            yield f"V6 {path}: no absolute http(s) address: {value!r}"
    elif _LOCAL.match(value):
        yield f"V6 {path}: a development host: {value}"
    elif value.startswith(base) and key != "contentUrl":
        own = unquote(re.sub(r"[?#].*", "", value.removeprefix(base)))
        if not exists(own):
            yield f"V6 {path}: no such page: {value}"
    elif key == "contentUrl" and value.startswith(base) and not exists(unquote(value.removeprefix(base))):
        yield f"V11 {path}: no such file: {value}"
    if key in ("url", "@id") and owner.get("@type") == "Dataset" and not value.startswith(base):
        yield f"V6 {path}: the dataset's own address is elsewhere: {value}"


def _check_identity(places: list[Place], defined: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    for address, nodes in defined.items():
        if any(n != nodes[0] for n in nodes[1:]) and address not in MINIMUM and not _is_stub(nodes):
            yield f"V6 page: {address} is defined twice"
    for place in places:
        node = place.value
        if isinstance(node, dict) and "@type" not in node and (set(node) != {"@id"} or node["@id"] not in defined):
            yield f"V6 {place.path}: nothing in the document is {node.get('@id')!r}"


def _is_stub(nodes: list[dict[str, Any]]) -> bool:
    return all(n.items() <= max(nodes, key=len).items() and n["@type"] == "Organization" for n in nodes)


def _check_node(node: dict[str, Any], path: str, base: str,
                read: Callable[[str], bytes | None] | None) -> Iterator[str]:
    kind = node["@type"]
    conforms = node.get(CONFORMS_TO)
    if isinstance(conforms, dict) and conforms.get("@id") in MINIMUM:
        owner, required = MINIMUM[conforms["@id"]]
        if kind != owner:
            yield f"V5 {path}: a {kind} claims the profile of a {owner}"
        yield from (f"V5 {path}: {p} is missing" for p in required if not node.get(p))
    identifier = node.get("identifier")
    if isinstance(identifier, dict) and not (identifier.get("name") and identifier.get("value")):
        yield f"V5 {path}.identifier: name and value are both required"
    yield from _check_texts(node, path)
    yield from _check_licence(node, path)
    if "contentUrl" in node:
        yield from _check_file(node, path, base, read)
    if kind == "BreadcrumbList":
        items = node.get("itemListElement") or []
        if [i.get("position") for i in items] != list(range(1, len(items) + 1)) or not items:
            yield f"V12 {path}: positions are not 1 to n"
        if [("item" in i) for i in items] != [True] * (len(items) - 1) + [False] * bool(items):
            yield f"V12 {path}: the last item alone has no address"
    for key in ("datePublished", "dateModified", "dateCreated"):
        if key in node and not (isinstance(node[key], str) and _DATE.fullmatch(node[key])):
            yield f"V12 {path}.{key}: not YYYY, YYYY-MM or YYYY-MM-DD: {node[key]!r}"
    keys = [k for k in node if k in ("@type", "@id", CONFORMS_TO)]
    if list(node)[: len(keys)] != keys or keys != [k for k in ("@type", "@id", CONFORMS_TO) if k in node]:
        yield f"V14 {path}: @type, @id and conformsTo do not stand first"


def _check_texts(node: dict[str, Any], path: str) -> Iterator[str]:
    kind, name = node["@type"], node.get("name")
    if isinstance(name, str):
        if name != name.strip() or name in ("", "NA") or name.startswith(".na"):
            yield f"V7 {path}: not a trimmed name: {name!r}"
        if kind in _NAMED and name.casefold() in vocabulary().folded:
            yield f"V7 {path}: the name of a class: {name!r}"
    if kind == "Dataset":
        text = node.get("description")
        if not isinstance(text, str) or not 50 <= len(" ".join(text.split())) <= 5000:
            yield f"V8 {path}: a description has 50 to 5,000 characters"
        elif text != " ".join(text.split()):
            yield f"V8 {path}: padded with blanks"
    for key in ("keywords", "mentions", "distribution"):
        values = node.get(key)
        if isinstance(values, list):
            marks = [json.dumps(v.get("@id", v.get("contentUrl", v)) if isinstance(v, dict) else v) for v in values]
            if len(marks) != len(set(marks)):
                yield f"V9 {path}.{key}: something stands twice"
        if key == "keywords" and isinstance(values, list) and not all(isinstance(v, str) for v in values):
            yield f"V4 {path}.keywords: not all of them text"


def _check_licence(node: dict[str, Any], path: str) -> Iterator[str]:
    licence = node.get("license")
    if licence is None:
        return
    if node["@type"] in ("ImageObject", "ScholarlyArticle"):
        yield f"V10 {path}: the picture's and the paper's rights are the paper's"
    if isinstance(licence, str):
        versioned = re.search(r"/\d\.\d(/|$)", licence) or "creativecommons.org" not in licence
        if not _URL.fullmatch(licence) or not versioned:
            yield f"V10 {path}: no absolute address with a version: {licence!r}"
    elif not (isinstance(licence, dict) and licence.get("@type") == "CreativeWork" and licence.get("name")):
        yield f"V10 {path}: neither an address nor a named work"


def _check_file(node: dict[str, Any], path: str, base: str,
                read: Callable[[str], bytes | None] | None) -> Iterator[str]:
    address, kind = str(node["contentUrl"]), node.get("encodingFormat")
    ending = re.search(r"\.[a-z0-9]+$", address.casefold())
    if kind is not None and ending and ending.group() in FORMATS and kind not in FORMATS[ending.group()]:
        yield f"V11 {path}: {kind} is not the format of {ending.group()}"
    body = read(unquote(address.removeprefix(base))) if read is not None and address.startswith(base) else None
    if body is not None:
        if "contentSize" in node and node["contentSize"] != f"{len(body)} B":
            yield f"V11 {path}: {len(body)} bytes, not {node['contentSize']}"
        if "sha256" in node and node["sha256"] != hashlib.sha256(body).hexdigest():
            yield f"V11 {path}: another sha256"


def _check_order(graph: list[dict[str, Any]]) -> Iterator[str]:
    ranks = [ORDER.index(n["@type"]) if n.get("@type") in ORDER else len(ORDER) for n in graph]
    if ranks != sorted(ranks):
        yield f"V14 page: nodes out of order: {[n.get('@type') for n in graph]}"
    found = [re.search(r":(\d+)$", n.get("@id", "")) for n in graph if n.get("@type") == "Taxon"]
    taxa = [int(m[1]) for m in found if m]
    if taxa != sorted(taxa):
        yield f"V14 page: organisms out of order: {taxa}"


def _check_visible(document: dict[str, Any], soup: BeautifulSoup, base: str) -> Iterator[str]:
    for unseen in soup.find_all(("head", "script", "style")):
        unseen.extract()
    text = " ".join(soup.get_text().split())
    links = {urljoin(base + "figures/", a["href"]) for a in soup.find_all("a", href=True)}
    for node in document["@graph"]:
        if node.get("@type") != "Dataset":
            continue
        if " ".join(node["name"].split()) not in text:
            yield f"V15 page: the name is not shown: {node['name']!r}"
        if isinstance(node.get("license"), str) and node["license"] not in links:
            yield f"V15 page: no link to the licence {node['license']}"
        for file in node.get("distribution", ()):
            if file.get("contentUrl") not in links:
                yield f"V15 page: no link to {file.get('contentUrl')}"
        for work in node.get("citation", ())[:1]:  # the figure's own paper
            if work.get("name") and " ".join(work["name"].split()).casefold() not in text.casefold():
                yield f"V15 page: the paper is not shown: {work['name']!r}"
