"""The folders of broken inputs: those in tests/broken as they stand, and what git cannot keep made anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from sitegen.cli import commands
from sitegen.content.reader import MAX_DOCUMENT

BROKEN = Path(__file__).parent / "broken"
FOLDERS = sorted(p.name for p in BROKEN.iterdir() if p.is_dir())
EXPECTED = "expected.txt"


def figure(figid: str) -> str:
    """A figure file without fault."""
    pmcid = figid.split("__")[0]
    return (f"---\nfigid: {figid}\nfigtitle: A pathway\ncaption: A receptor acts on a kinase.\n"
            f"pmcid: {pmcid}\nfilename: a.jpg\n---\n")


def _unreadable(content: Path) -> None:
    (content / "figures/PMC2__gone.md").symlink_to("nothing.md")
    (content / "organisms").symlink_to("nowhere", target_is_directory=True)
    (content / "pages").write_text("a file where a directory is looked for\n")


def _outside(content: Path) -> None:
    outside = content.parent / "outside"
    outside.mkdir()
    (outside / "PMC9__f9.md").write_text(figure("PMC9__f9"))
    (content / "figures/PMC9__f9.md").symlink_to(outside / "PMC9__f9.md")
    (content / "figures/PMC1__again.md").symlink_to("PMC1__f1.md")  # inside: followed, and the figid is another's
    (content / "data").symlink_to(outside, target_is_directory=True)


def _too_large(content: Path) -> None:
    (content / "figures/PMC2__large.md").write_bytes(b"---\n" + b"#" * MAX_DOCUMENT)
    (content / "data").mkdir()
    (content / "data/PMC1__f1-genes.tsv").write_bytes(b"w" * (MAX_DOCUMENT + 1))


def _letter_case(content: Path) -> None:
    (content / "figures").mkdir()
    for figid in ("PMC1__F1", "PMC1__f1", "PMC2__f1"):
        (content / f"figures/{figid}.md").write_text(figure(figid))


def _unfit_asset(content: Path) -> None:
    (content / "theme/assets/figure:1.png").write_bytes(b"")  # no name on Windows, so git should not have it


MADE: dict[str, Callable[[Path], None]] = {
    "E102_cannot_be_read": _unreadable,
    "E103_leaves_content": _outside,
    "E104_too_large": _too_large,
    "E401_one_page": _letter_case,
    "E506_asset": _unfit_asset,
}


def copy_to(name: str, directory: Path) -> Path:
    """A folder of broken inputs as a content directory below `directory`."""
    content = directory / name
    shutil.copytree(BROKEN / name, content, ignore=shutil.ignore_patterns(EXPECTED))
    if name in MADE:
        MADE[name](content)
    return content


def report(name: str, directory: Path) -> tuple[str, int]:
    """What `sitegen check NAME` prints in `directory`, its last line on the error stream included, and its exit code."""
    copy_to(name, directory)
    result = CliRunner().invoke(commands, ["check", name], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.output, int(result.return_value)
