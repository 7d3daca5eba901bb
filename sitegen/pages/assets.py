"""Assets under names that hold a digest of their content, so that a browser may keep them for ever."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from itertools import product
from string import ascii_lowercase

from sitegen.config import Config
from sitegen.digest import digest
from sitegen.output import Output, output

MANIFEST = "manifest.webmanifest"
"""Output path of the web app manifest, which browsers look for under one name."""
_STRING = re.compile(r"""("[^"\n]*"|'[^'\n]*')""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_BEFORE = re.compile(r" ([{};,>!])")
_AFTER = re.compile(r"([{};,>:]) ")  # not before a colon: `a :hover` is not `a:hover`
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
    Raises ValueError where assets name each other in a circle.
    """
    written: dict[str, Output] = {}
    names: dict[str, str] = {}

    def publish(path: str, above: tuple[str, ...]) -> str:
        if path in above:
            raise ValueError(f"assets name each other in a circle: {' '.join((*above, path))}")
        if path not in names:
            body = assets[path]
            if path.endswith((".js", ".css")):
                def published(match: re.Match[bytes]) -> bytes:
                    other = f"assets/{match[1].decode()}"
                    if other not in assets:
                        return match[0]
                    return b"./" + publish(other, (*above, path)).rpartition("/")[2].encode()

                body = _IMPORT.sub(published, body)
            stem, dot, ending = path.rpartition(".")
            names[path] = f"{stem}.{digest(body)[:8]}{dot}{ending}"
            written[path] = output(names[path], body)
        return names[path]

    for path in sorted(assets):
        publish(path, ())
    return tuple(written[p] for p in sorted(written)), {p: names[p] for p in sorted(names)}


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


def squeezed(css: str) -> str:
    """A style sheet without comments and needless white space; strings stay as they are."""
    return "".join(part if part[:1] in ("'", '"') else _squeeze(part) for part in _STRING.split(_COMMENT.sub("", css))).strip()


def _squeeze(css: str) -> str:
    return _AFTER.sub(r"\1", _BEFORE.sub(r"\1", _SPACE.sub(" ", css))).replace(";}", "}").replace("@media (", "@media(")


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
    """The figure page's script with the settings it needs: the picture's address templates, in order of fallback."""
    return f"const IMAGES = {json.dumps(config.images.urls)};\n".encode() + script


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
