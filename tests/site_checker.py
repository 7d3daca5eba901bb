"""Reads a built site as a browser would: every link, every id, every address of the sitemap."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_LINKS = {"a": ("href",), "link": ("href",), "script": ("src",), "img": ("src",), "use": ("href",), "form": ("action",),
          "iframe": ("src",), "source": ("src",)}
_LOC = re.compile(r"<loc>([^<]+)</loc>")


@dataclass
class Page:
    """A page's links with the element they stand in, its ids, its canonical address and JSON-LD."""

    links: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    canonical: str | None = None
    refresh: str | None = None
    scripts: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    handlers: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._script: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.page.tags.add(tag)
        if "id" in values:
            self.page.ids.append(values["id"])
        self.page.handlers += [name for name in values if name.startswith("on")]
        for name in _LINKS.get(tag, ()):
            if name in values:
                self.page.links.append((tag, values[name]))
        if tag == "link" and values.get("rel") == "canonical":
            self.page.canonical = values["href"]
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.page.refresh = values["content"].split("url=", 1)[1]
            self.page.links.append(("meta", self.page.refresh))
        if tag == "script":
            self._script = values.get("type", "")

    def handle_data(self, data: str) -> None:
        if self._script is not None and data.strip():
            self.page.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None


def read_page(body: bytes) -> Page:
    """What stands in a page."""
    reader = _Reader()
    reader.feed(body.decode("utf-8"))
    reader.close()
    return reader.page


def broken_links(site: dict[str, bytes], base: str) -> list[str]:
    """Every link of the site to itself that leads nowhere, as `page: link`; `base` is the site's address with a slash."""
    pages = {path: read_page(body) for path, body in site.items() if path.endswith(".html")}
    found = []
    for path, page in pages.items():
        here = base + path
        for tag, link in page.links:
            target, fragment = urldefrag(urljoin(here, link))
            parts = urlsplit(target)
            if parts.scheme not in ("http", "https"):
                found.append(f"{path}: {link} has the scheme {parts.scheme}")
                continue
            address = target.split("?")[0]
            if not address.startswith(base):
                continue
            wanted = unquote(address[len(base):])
            file = wanted + "index.html" if wanted == "" or wanted.endswith("/") else wanted
            if file not in site:
                found.append(f"{path}: <{tag}> {link} leads to {file}, which was not written")
            elif file == "enrichment/index.html" and fragment.startswith("organism="):
                continue  # what its script reads there
            elif fragment and file in pages and unquote(fragment) not in pages[file].ids and not fragment.startswith(":~:"):
                found.append(f"{path}: {link} names an id that {file} has not")
    return found


def sitemap_addresses(site: dict[str, bytes]) -> list[str]:
    """All addresses in the parts of the sitemap."""
    return [a for path, body in site.items() if re.fullmatch(r"sitemap-\d+\.xml", path) for a in _LOC.findall(body.decode())]
