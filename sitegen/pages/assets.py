"""Assets under names that hold a digest of their content, so that a browser may keep them for ever."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import product
from string import ascii_lowercase

from sitegen.config import Config
from sitegen.digest import digest
from sitegen.output import Output, check_path, output
from sitegen.problems import Problem

MANIFEST = "manifest.webmanifest"
"""Output path of the web app manifest, which browsers look for under one name."""
_STRING = re.compile(r"""("[^"\n]*"|'[^'\n]*')""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_BEFORE = re.compile(r" ([{};,>!])")
_AFTER = re.compile(r"([{};,>:]) ")  # not before a colon: `a :hover` is not `a:hover`
_PSEUDO = re.compile(r"::(?=(?:before|after)\b)")  # the two may have one colon
_PROPERTY = re.compile(r"(?<![\w-])--[A-Za-z][\w-]*")
_SETTING = re.compile(r"(?<=[{;])(--[A-Za-z][\w-]*):")
_ROOT = re.compile(r"(?<![^}]):root(\{[^{}]*\})")
_CONSTANT = re.compile(r"(?<=[{;])(--[A-Za-z][\w-]*):([^;{}\"'()]*|light-dark\([^;{}\"'()]*\))(?=[;}])")
_BRIEF = len("var(--a)")
_IMPORT = re.compile(rb'(?<=["(])\./([\w.-]+)(?=[")])')
_FIRST = re.compile(rb'^(?:import|export) [^;()]*?"\./([\w.-]+)"', re.MULTILINE)


def fingerprint(assets: Mapping[str, bytes]) -> tuple[tuple[Output, ...], dict[str, str]]:
    """The assets to write, and the published path of each asset's own path.

    `assets/site.css` is published as `assets/site.<8 characters of its SHA-256>.css`.  Where a script or style
    sheet names another asset, `"./name.js"` or `(./name.svg)`, the name is replaced by the published one.
    Raises ValueError for assets that `asset_problems` finds fault with.
    """
    written: dict[str, Output] = {}
    names: dict[str, str] = {}

    def published(match: re.Match[bytes]) -> bytes:
        other = names.get(_named(match))
        return b"./" + posixpath.basename(other).encode() if other else match[0]

    for path in TopologicalSorter(_mentions(assets)).static_order():  # what an asset names has its own name first
        body = _IMPORT.sub(published, assets[path]) if _names_others(path) else assets[path]
        names[path] = _published(path, digest(body)[:8])
        written[path] = output(names[path], body)
    return tuple(written[p] for p in sorted(written)), {p: names[p] for p in sorted(names)}


def asset_problems(assets: Mapping[str, bytes], own: Container[str] = ()) -> tuple[Problem, ...]:
    """What keeps assets from being published, each at its own path: a name that is none everywhere, a circle of names.

    A circle is told at one of the collection's `own` assets, where one of them is in it.
    """
    return (*_unfit_names(assets), *_circles(assets, own))


def _unfit_names(assets: Mapping[str, bytes]) -> Iterator[Problem]:
    for path in sorted(assets):
        try:
            check_path(_published(path, "0" * 8))
        except ValueError:
            yield Problem(path, 0, 0, "E506", f"'{posixpath.basename(path)[:80]}' cannot be a file name everywhere")


def _circles(assets: Mapping[str, bytes], own: Container[str]) -> Iterator[Problem]:
    mentions = _mentions(assets)
    while True:
        try:
            TopologicalSorter(mentions).prepare()
            return
        except CycleError as e:
            circle: list[str] = e.args[1][1:]
        first = min(circle, key=lambda path: (path not in own, path))
        match = mentions.pop(first)[circle[circle.index(first) - 1]]  # each is named by the one after it
        start = match.string.rfind(b"\n", 0, match.start()) + 1
        line, column = match.string.count(b"\n", 0, match.start()) + 1, match.start() - start + 1
        shown = ", ".join(map(posixpath.basename, sorted(circle)))
        yield Problem(first, line, column, "E506", f"assets that name each other in a circle: {shown}")


def _mentions(assets: Mapping[str, bytes]) -> dict[str, dict[str, re.Match[bytes]]]:
    """The assets that each asset names, with the first place where it does."""
    found: dict[str, dict[str, re.Match[bytes]]] = {}
    for path in sorted(assets):
        found[path] = {}
        if _names_others(path):
            for match in _IMPORT.finditer(assets[path]):
                if _named(match) in assets:
                    found[path].setdefault(_named(match), match)
    return found


def _names_others(path: str) -> bool:
    return path.endswith((".js", ".css"))


def _named(match: re.Match[bytes]) -> str:
    return f"assets/{match[1].decode()}"


def _published(path: str, mark: str) -> str:
    """The path with the mark before the ending of its file's name, or at its end where it has none."""
    stem, ending = posixpath.splitext(path)
    return f"{stem}.{mark}{ending}"


def imported(path: str, assets: Mapping[str, bytes]) -> tuple[str, ...]:
    """Own paths of the modules that a browser must have before a module runs, so that it can ask for all at once."""
    found: dict[str, None] = {}
    queue = [path]
    while queue:
        for name in _FIRST.findall(assets.get(queue.pop(), b"")):
            other = f"assets/{name.decode()}"
            if other in assets and other not in found:
                found[other] = None
                queue.append(other)
    return tuple(sorted(found))


def without(assets: Mapping[str, bytes], idle: Collection[str]) -> dict[str, bytes]:
    """The assets without some that no page asks for, and without those that only they name."""
    mentions = {path: set(named) for path, named in _mentions(assets).items()}
    gone = set(idle)
    while True:
        named = set().union(*(mentions[path] for path in gone if path in mentions))
        needed = set().union(*(found for path, found in mentions.items() if path not in gone))
        more = {path for path in named - needed if path not in gone and path.endswith(".js")}
        if not more:
            return {path: body for path, body in assets.items() if path not in gone}
        gone |= more


def squeezed(css: str) -> str:
    """A style sheet without comments and needless white space; strings stay as they are."""
    return "".join(part if part[:1] in ("'", '"') else _squeeze(part) for part in _STRING.split(_COMMENT.sub("", css))).strip()


def _squeeze(css: str) -> str:
    spaced = _PSEUDO.sub(":", _SPACE.sub(" ", css))
    return _AFTER.sub(r"\1", _BEFORE.sub(r"\1", spaced)).replace(";}", "}").replace("@media (", "@media(")


def shortened(css: str, scripts: str) -> str:
    """A squeezed style sheet whose custom properties cost little, though its source names them for its reader.

    A value that `:root` sets once and for all stands in its property's place where that is no longer; the others go by
    short names, the commonest by the shortest.  Those that the scripts' text mentions stay as they are.
    """
    parts = _STRING.split(_in_place(css, scripts))
    counts = Counter(name for part in parts[::2] for name in _PROPERTY.findall(part))
    kept = {name for name in _PROPERTY.findall(scripts) if name in counts}
    fresh = (f"--{''.join(letters)}" for size in (1, 2) for letters in product(ascii_lowercase, repeat=size))
    free = (name for name in fresh if name not in kept)
    ranked = sorted(counts.keys() - kept, key=lambda name: (-counts[name], name))
    names = dict(zip(ranked, free, strict=False))
    parts[::2] = [_PROPERTY.sub(lambda m: names.get(m[0], m[0]), part) for part in parts[::2]]
    return "".join(parts)


def _in_place(css: str, scripts: str) -> str:
    """The sheet with constants instead of properties, where that saves something."""
    settings = Counter(_SETTING.findall(css))
    for root in list(_ROOT.finditer(css)):
        before = _STRING.sub("", root.string[:root.start()])
        if before.count("{") != before.count("}"):
            continue  # in a media query, so not for all
        for name, value in _CONSTANT.findall(root[1]):
            use = f"var({name})"
            uses, mentions = css.count(use), len(re.findall(name + r"(?![\w-])", css))
            if settings[name] == 1 and mentions == uses + 1 and name not in scripts and (uses == 1 or len(value) <= _BRIEF):
                css = re.sub(f"(?<=[{{;]){name}:[^;}}]*;?", "", css, count=1).replace(use, value)
    return css.replace(";}", "}")


def with_settings(script: bytes, config: Config) -> bytes:
    """A script with the settings it needs: the pictures' address templates, in order of fallback, and whether the site has a
    gene list page."""
    settings = {"IMAGES": config.images.urls, "GENE_LIST": config.publish.ranking}
    return "".join(f"const {name} = {json.dumps(value)};\n" for name, value in settings.items()).encode() + script


def manifest(config: Config, names: Mapping[str, str]) -> Output:
    """The web app manifest."""
    icons = [
        {"src": names["assets/icon.svg"], "type": "image/svg+xml", "sizes": "any"},
        {"src": names["assets/icon-180.png"], "type": "image/png", "sizes": "180x180"},
    ]
    document = {
        "name": config.site.title, "short_name": config.site.title[:24], "description": config.site.description,
        "lang": config.site.language, "start_url": "./", "scope": "./", "display": "minimal-ui",
        "background_color": "#fbfaf7", "theme_color": "#0e5a73", "icons": icons,
    }
    return output(MANIFEST, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())
