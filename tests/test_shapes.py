"""What the cache gives back is of the type that was kept, field by field, or it is not there."""

from __future__ import annotations

import ast
import inspect
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

from sitegen.build import agenda, known, relating, tasks
from sitegen.build.agenda import Agenda
from sitegen.build.cache import Cache
from sitegen.build.chunk_relations import Related
from sitegen.build.featured import Thumbnail
from sitegen.build.index_frame import IndexFrame
from sitegen.build.packing import pack, unpack
from sitegen.build.relating import Told
from sitegen.build.rendering import _Dressed
from sitegen.build.seen import ChunkKey
from sitegen.build.shapes import _ELSEWHERE, fits
from sitegen.build.steps import _Drawn
from sitegen.build.tasks import LoadResult, Made, Pages, Prepared
from sitegen.exports.bulk import Part
from sitegen.model.figure import GeneMention
from sitegen.model.relation import Relation
from sitegen.output import Output
from sitegen.publish.writer import Receipt
from tests.invented import write_collection
from tests.sites import MINI, build, files
from tests.test_cache import entries
from tests.test_rebuild import caption, cold, small_chunks

__all__ = ["small_chunks"]  # a fixture that each test here uses, too

KINDS: dict[str, Any] = {
    "seen": dict[str, ChunkKey], "loaded": LoadResult, "figures": list[Prepared], "told": list[Told],
    "relations": Related, "receipts": tuple[tuple[Receipt, ...], int, Made], "pages": list[Output],
    "drawn": list[_Drawn], "thumbnails": tuple[Thumbnail, ...], "part": Part, "lexicon": dict[str, str], "agenda": Agenda,
    "frame": IndexFrame, "dressed": _Dressed,
}


@pytest.mark.parametrize(("value", "shape"), [
    ("a", str), (1, int), (None, str | None), ("a", str | None), ((), tuple[str, ...]), (("a", 1), tuple[str, int]),
    ({"a": (1, 2)}, Mapping[str, tuple[int, ...]]), (["a"], Sequence[str]), ("+", Literal["+", "-"]),
    (Counter("a"), dict[str, int]),
    (GeneMention(None, "o", "w", None, "S", "1"), GeneMention), ({"a": [{"b": None, "c": [1, 2.5, True]}]}, dict[str, Any]),
    (frozenset({"a"}), frozenset[str]), (Relation("a", "b", "binding", span=(1, 2)), Relation), (Made(("a",)), Made),
])
def test_what_fits(value: object, shape: Any) -> None:
    assert fits(value, shape)


ROUND: list[Any] = []
ROUND.append(ROUND)


@pytest.mark.parametrize(("value", "shape"), [
    (1, str), (True, int), (1, bool), (b"a", str), (None, str), (1.0, int), (1, float), (["a"], tuple[str, ...]),
    ((1,), tuple[str, ...]), (("a",), tuple[str, int]), (("a", 1, 2), tuple[str, int]), ({1: ()}, Mapping[str, tuple[int, ...]]),
    ({"a": 1}, Mapping[str, str]), ("ab", Sequence[str]), ("*", Literal["+", "-"]), ([], Literal["+"]),
    (("a", "b", "binding"), Relation),
    (Relation("a", "b", "eats"), Relation), (Relation("a", "b", "binding", span=(1,)), Relation),  # type: ignore[arg-type]
    (GeneMention(None, "o", "w", 3, "S", "1"), GeneMention), (ROUND, Any), ({"a": {1: "b"}}, dict[str, Any]),  # type: ignore[arg-type]
    ({"a": b"x"}, dict[str, Any]), (object.__new__(Made), Made), (Made(("a", None)), Made),  # type: ignore[arg-type]
])
def test_what_does_not(value: object, shape: Any) -> None:
    assert not fits(value, shape)


def test_each_type_that_is_named_and_not_imported_is_known() -> None:
    """Of the types of results, that is: what tasks carry to workers is not kept."""
    named = set()
    for module in (tasks, agenda, known, relating):
        for node in ast.parse(inspect.getsource(module)).body:
            if isinstance(node, ast.If):
                named |= {alias.name for part in node.body if isinstance(part, ast.ImportFrom) for alias in part.names}
    assert named - _ELSEWHERE.keys() <= {"Cache", "Site", "Finding", "IndexFrame", "Collection"}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of a build of each sort of file."""
    place = tmp_path_factory.mktemp("kept")
    build(MINI, place / "site", cache=place / "cache")
    return place / "cache"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_fits_and_nothing_else_does(kind: str, kept: Path) -> None:
    cache = Cache(str(kept))
    tried = 0
    for path in entries(kept, kind):
        value = cache.known(kind, path.name, KINDS[kind])
        assert value is not None
        for other in spoilt(value):
            tried += 1
            assert not fits(other, KINDS[kind]), other
            if tried > 3000:
                return
    assert tried


def test_tasks_that_are_kept_fit(kept: Path) -> None:
    cache = Cache(str(kept))
    for path in entries(kept, "agenda"):
        known = cache.known("agenda", path.name, Agenda)
        assert known
        segments = [cache.get("tasks", agenda._segment(path.name, n)) or b"" for n in range(1 + max(p[0] for p in known.places))]
        for (segment, start, end), item in zip(known.places, known.items, strict=True):
            body = segments[segment][start:end]
            assert agenda._task(body, item) == unpack(body)
            assert agenda._task(body, item._replace(base="")) is None and agenda._task(pack("x"), item) is None
            assert not any(fits(other, Pages) for other in spoilt(unpack(body)))


def spoilt(value: Any) -> Iterator[Any]:
    """The value with one thing in it, each in turn, of a type that no field has."""
    yield {1, 2}
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from ({**value, key: other} for other in spoilt(inner))
        yield {**value, 5: None}
    elif isinstance(value, tuple | list):
        kind = type(value)._make if hasattr(value, "_fields") else type(value)  # type: ignore[union-attr]
        for i, inner in enumerate(value):
            yield from (kind([*value[:i], other, *value[i + 1 :]]) for other in spoilt(inner))
    elif is_dataclass(value):
        for field in fields(value):
            for other in spoilt(getattr(value, field.name)):
                copy = object.__new__(type(value))
                for name in (f.name for f in fields(value)):
                    object.__setattr__(copy, name, other if name == field.name else getattr(value, name))
                yield copy


@pytest.mark.parametrize("kind", [*KINDS, "tasks", "related"])
def test_entries_of_another_type_under_their_seals_are_made_again(kind: str, tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 20)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    cache = Cache(str(tmp_path / "cache"))
    for number, path in enumerate(entries(tmp_path / "cache", kind)):
        body = cache.get(kind, path.name)
        assert body is not None
        if kind in KINDS:
            others = list(spoilt(unpack(body)))
            body = pack(others[number * 7 % len(others)])
        else:
            body = pack([1, 2]) * 2 if kind == "related" else pack({"a": 1}) * (len(body) // 8)
        cache.put(kind, path.name, body)
    caption(content)
    shutil.rmtree(tmp_path / "site")
    shutil.rmtree(tmp_path / ".site.sitegen")
    for other_kind in {"pages", "receipts", "drawn"} - {kind} if kind not in ("seen", "agenda", "frame") else ():
        for path in entries(tmp_path / "cache", other_kind):
            path.unlink()  # so that what is spoilt is looked at
    relating.lexicon_in.cache_clear()
    assert build(content, tmp_path / "site", cache=tmp_path / "cache").published
    assert files(tmp_path / "site") == cold(caption)


def test_an_agenda_that_names_what_there_is_not_is_none(kept: Path) -> None:
    cache = Cache(str(kept))
    (path,) = entries(kept, "agenda")
    sound = cache.known("agenda", path.name, Agenda)
    assert sound is not None and agenda._holds_together(sound, 9)
    item, sight, problem = sound.items[0], (9, ()), tasks_problem()
    assert item.kind == "FiguresTask"
    for wrong in (
        sound._replace(items=(item._replace(number=9), *sound.items[1:])), sound._replace(items=sound.items[1:]),
        sound._replace(items=(item._replace(number=-1), *sound.items[1:])),
        sound._replace(items=(item._replace(kind="Task"), *sound.items[1:])),
        sound._replace(items=(item._replace(section="more"), *sound.items[1:])),
        sound._replace(items=(item._replace(places=b"abc"), *sound.items[1:])),
        sound._replace(items=(item._replace(places=b"\x09\0\0\0" * 2), *sound.items[1:])),
        sound._replace(sights=(sight,)), sound._replace(problems=(problem,)),
    ):
        assert not agenda._holds_together(wrong, 9), wrong


def tasks_problem() -> Any:
    from sitegen.problems import Problem

    return Problem("x", 1, 1, "E999", "no such code")
