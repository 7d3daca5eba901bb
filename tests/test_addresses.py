"""Pictures and links of prose: what is published, what is told, and that a rebuild tells the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sitegen.content.pictures import picture_fault
from sitegen.content.prose import SUSPICIONS, prose_problems
from tests.broken_inputs import figure
from tests.sites import build, files

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    for name in ("figures", "pages"):
        (root / name).mkdir(parents=True)
    (root / "figures" / "PMC1__f1.md").write_text(figure("PMC1__f1") + "See ![the scheme](../pic.png), [more](../late.html).\n")
    (root / "pages" / "about.md").write_text("# About\n\n![x](pic.png) and ![y](W%C3%A9b.WEBP)\n")
    (root / "pages" / "pic.png").write_bytes(PNG)
    (root / "pages" / "Wéb.WEBP").write_bytes(b"RIFF")
    (root / "pages" / "notes.txt").write_text("not published")
    return root


def told(problems: object) -> list[tuple[str, str]]:
    return [(p.path, p.code) for p in problems if p.code in SUSPICIONS]  # type: ignore[attr-defined]


def test_pictures_beside_pages_are_published_where_their_pages_look_for_them(content: Path, tmp_path: Path) -> None:
    outcome = build(content, tmp_path / "site")
    site = files(tmp_path / "site")
    assert site["pic.png"] == PNG and site["Wéb.WEBP"] == b"RIFF"
    assert not [path for path in site if "notes" in path]
    assert b'src="pic.png"' in site["about.html"] and b'src="../pic.png"' in site["figures/PMC1__f1.html"]
    assert told(outcome.problems) == [("figures/PMC1__f1.md", "W404")]


def test_a_rebuild_judges_again_and_publishes_a_changed_picture(content: Path, tmp_path: Path) -> None:
    def again() -> list[tuple[str, str]]:
        return told(build(content, tmp_path / "site", cache=tmp_path / "cache").problems)

    assert again() == [("figures/PMC1__f1.md", "W404")]
    (content / "pages" / "late.md").write_text("# Late\n")
    assert again() == []
    (content / "pages" / "pic.png").write_bytes(PNG + b"2")
    assert again() == []
    assert (tmp_path / "site" / "pic.png").read_bytes() == PNG + b"2"
    (content / "pages" / "pic.png").unlink()
    assert again() == [("figures/PMC1__f1.md", "W403"), ("pages/about.md", "W403")]
    assert not (tmp_path / "site" / "pic.png").exists()


def test_a_picture_that_cannot_be_published_is_a_fault(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "pages" / "a?b.png").write_bytes(PNG)
    (content / "pages" / "PIC.png").write_bytes(PNG)
    outcome = build(content, tmp_path / "site")
    assert not outcome.published
    assert {(p.path, p.code) for p in outcome.problems if p.severity == "error"} == {
        ("pages/a?b.png", "E210"), ("pages/pic.png", "E402")}
    monkeypatch.setattr("sitegen.content.pictures._MOST", 4)
    fault = picture_fault(str(content), "pages/pic.png")
    assert fault is not None and fault.code == "E104"


@pytest.mark.parametrize(("text", "addresses"), [
    ("![a](x.png 'T') [b](<y.html>)", ["x.png", "y.html"]),
    ("[![a](x.png)](y.html)", ["x.png", "y.html"]),
    ("`[a](x)` ``[b](y)`` [c](z)", ["z"]),
    ("~~~\n[a](x)\n~~~\n[b](y)", ["y"]),
    ("```\n[a](x)", []),
    ("[a]: x\n\nwords [a]: y", ["x"]),
    ("<IMG alt='' src='x.png'> <a title=1 href=y>", ["x.png", "y"]),
    ("a [b] (c) d](e", []),
])
def test_addresses_are_found_outside_of_code(text: str, addresses: list[str]) -> None:
    assert [p.message for p in prose_problems("a.md", text, 1)] == addresses


@pytest.mark.parametrize("piece", ["[", "![", "](", "[a](", "<a ", "<img src=", "`", "```\n", "[a]:", "<a href=x"])
def test_no_text_keeps_the_search_for_addresses_busy(piece: str) -> None:
    start = time.process_time()
    prose_problems("a.md", (piece * 900 + "\n\n") * 20, 1)
    assert time.process_time() - start < 2
