"""Prose from Markdown, with nothing in it that could run."""

from __future__ import annotations

import re

import markdown
import nh3
from markupsafe import Markup

_EXTENSIONS = ("tables", "fenced_code", "sane_lists", "toc", "def_list")
_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dl", "dt", "em", "figcaption", "figure",
    "h2", "h3", "h4", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "small", "strong", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}
_ATTRIBUTES = {
    "a": {"href", "title"}, "abbr": {"title"}, "img": {"src", "alt", "title", "width", "height"},
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "th": {"scope"}, "ol": {"start"},
}
# ids that the templates give
_TAKEN = frozenset({
    "main", "caption", "diagram", "genes", "chemicals", "diseases", "paper", "relations", "rs", "notes", "more", "use",
})
_SENTENCE = re.compile(r"e\d*")  # ids of pieces of the caption
_OUTGOING = re.compile(r'<a ((?:title="[^"]*" )?href="(?:https?:)?//)')
_HEADINGS = (("h5", "h6"), ("h4", "h5"), ("h3", "h4"), ("h2", "h3"), ("h1", "h2"))


def to_html(text: str) -> Markup:
    """Sanitised HTML of a Markdown text, whose headings start at the second level.

    Scripts, styles, event handlers and addresses other than http, https, mailto and relative ones are dropped.
    """
    try:
        html = markdown.markdown(text, extensions=_EXTENSIONS, output_format="html")
    except RecursionError:  # lists in lists in lists: shown as it was written
        return Markup("<pre>{}</pre>").format(text)
    if "<h1" in html:
        for old, new in _HEADINGS:
            html = html.replace(f"<{old}", f"<{new}").replace(f"</{old}>", f"</{new}>")
    clean = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel=None,
        clean_content_tags={"script", "style"}, attribute_filter=_keep,
    )
    return Markup(_OUTGOING.sub(r'<a rel="external" \1', clean))  # where text is sanitised, no `<` is left but a tag's


def _keep(element: str, attribute: str, value: str) -> str:
    """An attribute's value; an id that the page has already is made another, so that links still find the page's own."""
    return f"{value}-section" if attribute == "id" and (value in _TAKEN or _SENTENCE.fullmatch(value)) else value
