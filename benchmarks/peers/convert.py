"""Makes a Hugo or Jekyll site of a content directory.

python -m benchmarks.peers.convert hugo CONTENT OUT
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.peers.records import records

_HERE = Path(__file__).parent
PEERS = ("hugo", "jekyll")


def convert(peer: str, content: Path, out: Path) -> None:
    """Writes the peer's templates and one page file a figure below `out`."""
    shutil.copytree(_HERE / peer, out, dirs_exist_ok=True)
    folder = _folder(peer, out)
    folder.mkdir(parents=True, exist_ok=True)
    for found in records(content):
        _write(peer, folder, found)


def edit_caption(peer: str, out: Path, figid: str, words: str) -> None:
    """Adds words to the caption of one figure's page file."""
    path = _folder(peer, out) / f"{figid}.md"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = "caption = " if peer == "hugo" else "caption: "
    at = next(i for i, line in enumerate(lines) if line.startswith(start))
    caption = json.loads(lines[at].removeprefix(start))
    lines[at] = f"{start}{_json(f'{caption} {words}')}\n"
    path.write_text("".join(lines), encoding="utf-8")


def _folder(peer: str, out: Path) -> Path:
    return out / ("content/figures" if peer == "hugo" else "_figures")


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
