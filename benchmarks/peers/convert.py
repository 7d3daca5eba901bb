"""Makes a Hugo or Jekyll site of a content directory.

python -m benchmarks.peers.convert hugo CONTENT OUT

`hugo` and `jekyll` get a page file with all that a page shows; `hugo-files` gets the collection's own files,
with the one key that Hugo cannot do without and has no setting for: `aliases`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.peers.records import records
from sitegen.config import parse_config
from sitegen.content.discover import discover
from sitegen.content.figures import load_figure

_HERE = Path(__file__).parent
_FOLDERS = {"hugo": "content/figures", "hugo-files": "collection/figures", "jekyll": "_figures"}
PEERS = tuple(_FOLDERS)
_FENCE = "\n---\n"


def convert(peer: str, content: Path, out: Path) -> None:
    """Writes the peer's templates and one page file a figure below `out`."""
    if peer == "hugo-files":  # Hugo's other templates, over which its own go
        shutil.copytree(_HERE / "hugo", out, dirs_exist_ok=True)
    shutil.copytree(_HERE / peer, out, dirs_exist_ok=True)
    folder = _folder(peer, out)
    folder.mkdir(parents=True, exist_ok=True)
    if peer == "hugo-files":
        _own_files(content, out, folder)
        return
    for found in records(content):
        _write(peer, folder, found)


def _own_files(content: Path, out: Path, folder: Path) -> None:
    """Takes over the collection's figures and tables, and adds the figures' old addresses."""
    config = parse_config((content / "site.toml").read_text(encoding="utf-8"))[0]
    with (out / "hugo.toml").open("a", encoding="utf-8") as f:
        f.write(f"\n[params]\nraw = {_json(config.source.raw.removesuffix('{path}'))}\n")
    for ref in discover(str(content)).figures:
        figure, _ = load_figure(str(content), ref)
        if figure is None:
            continue
        front, fence, body = (content / ref.path).read_text(encoding="utf-8").partition(_FENCE)
        old = [f"/figures/{a}.html" for a in figure.aliases]
        front += f"\naliases: {_json(old)}" if old else ""
        (folder / f"{figure.figid}.md").write_text(front + fence + body, encoding="utf-8")
        for _, path in ref.tables:
            place = out / "collection/data" / Path(path).name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            os.link(content / path, place)


def edit_caption(peer: str, out: Path, figid: str, words: str) -> None:
    """Adds words to the caption of one figure's page file."""
    path = _folder(peer, out) / f"{figid}.md"
    if peer == "hugo-files":
        text = path.read_text(encoding="utf-8")
        at = text.index("\ncaption: ") + len("\ncaption: ")
        at += text[at] in "'\""
        path.write_text(f"{text[:at]}{words} {text[at:]}", encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = "caption = " if peer == "hugo" else "caption: "
    at = next(i for i, line in enumerate(lines) if line.startswith(start))
    caption = json.loads(lines[at].removeprefix(start))
    lines[at] = f"{start}{_json(f'{caption} {words}')}\n"
    path.write_text("".join(lines), encoding="utf-8")


def _folder(peer: str, out: Path) -> Path:
    return out / _FOLDERS[peer]


def _write(peer: str, folder: Path, found: Mapping[str, Any]) -> None:
    if peer == "hugo":  # TOML: Hugo reads it a little faster than JSON or a content adapter, and much faster than YAML
        text = "+++\n" + "".join(f"{k} = {_toml(v)}\n" for k, v in _hugo(found)) + "+++\n"
    else:  # JSON values are YAML
        page = {**found, "permalink": f"/figures/{found['figid']}.html"}
        text = "---\n" + "".join(f"{k}: {_json(v)}\n" for k, v in page.items()) + "---\n"
    (folder / f"{found['figid']}.md").write_text(text, encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k} = {_toml(v)}" for k, v in value.items() if v is not None) + "}"
    return f"[{', '.join(map(_toml, value))}]" if isinstance(value, list) else _json(value)


def _hugo(found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in found.items():
        if key == "old":
            yield "aliases", value
        elif key == "organism_pages":
            continue  # Hugo's taxonomy makes these addresses
        elif key == "year":
            yield key, value
            yield "years", [value]
            yield "date", f"{value}-01-01"
        else:
            yield key, value
    yield "url", f"/figures/{found['figid']}.html"


def main() -> None:
    """Converts a content directory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("content", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    convert(given.peer, given.content, given.out)


if __name__ == "__main__":
    main()
