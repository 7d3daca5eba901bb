"""Staging, swapping and remembering: the old site or the new one, never half of each, and nobody else's files."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from sitegen.build.pool import local_pool
from sitegen.output import Output, output
from sitegen.problems import SiteError
from sitegen.publish import spare, swap
from sitegen.publish import staging as staging_module
from sitegen.publish.lock import Locked, lock
from sitegen.publish.manifest import read_manifest, strangers, write_manifest
from sitegen.publish.staging import Refused, staging
from sitegen.publish.writer import Receipt, receipt, write
from tests.sites import ROOT, files


def publish(directory: Path, *paths: str, text: str = "new") -> None:
    with staging(str(directory / "_site"), str(directory / "content")) as area:
        area.publish(write(area.site, [output(p, f"{text} {p}") for p in paths]))


def state(directory: Path) -> list[str]:
    """What stands beside the site but for its spare."""
    return sorted(p.name for p in (directory / "._site.sitegen").iterdir() if not p.name.startswith("spare"))


def test_a_site_is_swapped_in_and_old_files_go(tmp_path: Path) -> None:
    publish(tmp_path, "a.html", "b/c.html", text="old")
    publish(tmp_path, "a.html", "d.html")
    assert files(tmp_path / "_site") == {"a.html": b"new a.html", "d.html": b"new d.html"}
    assert state(tmp_path) == ["lock", "manifest"]
    assert list(read_manifest(str(tmp_path / "._site.sitegen/manifest"))) == ["a.html", "d.html"]


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    publish(tmp_path, "a.html", text="old")
    with pytest.raises(KeyError), staging(str(tmp_path / "_site"), str(tmp_path / "content")) as area:
        write(area.site, [output("b.html", "half")])
        raise KeyError
    assert files(tmp_path / "_site") == {"a.html": b"old a.html"} and state(tmp_path) == ["lock", "manifest"]


def rebuild(directory: Path, **texts: str) -> None:
    """Publishes `<name>.html` of each text; what the site has already is taken over from it."""
    with staging(str(directory / "_site"), str(directory / "content")) as area:
        wanted = [output(f"{name}.html", text) for name, text in texts.items()]
        taken = {r.path: r for r in area.take([receipt(o) for o in wanted]) if r}
        area.publish([*taken.values(), *write(area.site, [o for o in wanted if o.path not in taken])])


def test_the_next_site_is_made_of_the_one_before(tmp_path: Path) -> None:
    same = {name: f"same {name}" for name in "bcdef"}
    for text, more in (("1", {}), ("2", {"x": "x"}), ("3", {}), ("4", {"y": "y"})):
        rebuild(tmp_path, a=text, **same, **more)
        wanted = {f"{name}.html": body.encode() for name, body in {"a": text, **same, **more}.items()}
        assert files(tmp_path / "_site") == wanted
        assert sorted(read_manifest(str(tmp_path / "._site.sitegen/manifest"))) == sorted(wanted)
    spare = tmp_path / "._site.sitegen/spare"
    assert sorted(p.name for p in spare.iterdir()) == [f"{name}.html" for name in "bcdef"]
    assert all((spare / f"{name}.html").samefile(tmp_path / f"_site/{name}.html") for name in "bcdef")


def test_the_first_site_has_a_spare_of_links(tmp_path: Path) -> None:
    rebuild(tmp_path, a="1", b="1")
    spare = tmp_path / "._site.sitegen/spare"
    assert all((spare / f"{name}.html").samefile(tmp_path / f"_site/{name}.html") for name in "ab")
    rebuild(tmp_path, a="2", b="2")
    assert files(tmp_path / "_site") == {"a.html": b"2", "b.html": b"2"}
    assert all((spare / f"{name}.html").samefile(tmp_path / f"_site/{name}.html") for name in "ab")


def test_a_file_system_without_links_has_no_spare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    for text in "123":
        rebuild(tmp_path, a=text, b="same")
        assert files(tmp_path / "_site") == {"a.html": text.encode(), "b.html": b"same"}


def test_what_somebody_put_into_the_spare_is_not_published(tmp_path: Path) -> None:
    same = {name: f"same {name}" for name in "bcdef"}
    for text in "12":
        rebuild(tmp_path, a=text, **same)
    spare = tmp_path / "._site.sitegen/spare"
    (spare / "evil").mkdir()
    (spare / "evil/x.html").write_text("evil")
    (spare / "c.html").unlink()
    (spare / "c.html").write_text("evil")
    rebuild(tmp_path, a="3", **same)
    assert files(tmp_path / "_site") == {f"{name}.html": body.encode() for name, body in {"a": "3", **same}.items()}


@pytest.mark.parametrize("path", ["c.html", "evil/x.html"])
def test_a_spare_of_which_something_cannot_be_removed_is_given_up(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    same = {name: f"same {name}" for name in "bdefgh"}
    for text in "12":
        rebuild(tmp_path, a=text, c="old", **same)
    kept = tmp_path / "._site.sitegen/spare" / path
    kept.parent.mkdir(exist_ok=True)
    kept.touch()
    real, clear = spare._remove, spare._clear
    monkeypatch.setattr(spare, "_remove", lambda p: None if Path(p) == kept else real(p))
    monkeypatch.setattr(spare, "_clear", lambda d: None if kept.is_relative_to(d) and kept.exists() else clear(d))
    for text in ("3", "4", "4", "5"):
        rebuild(tmp_path, a=text, i="new", **same)
        wanted = {"a": text, "i": "new", **same}
        assert files(tmp_path / "_site") == {f"{name}.html": body.encode() for name, body in wanted.items()}
        assert sorted(read_manifest(str(tmp_path / "._site.sitegen/manifest"))) == sorted(f"{name}.html" for name in wanted)
    monkeypatch.undo()
    rebuild(tmp_path, a="6", **same)
    assert "spare-whole" in {p.name for p in (tmp_path / "._site.sitegen").iterdir()} and not kept.exists()


def test_a_spare_that_a_killed_build_was_at_is_thrown_away(tmp_path: Path) -> None:
    same = {name: f"same {name}" for name in "bcdef"}
    for text in "12":
        rebuild(tmp_path, a=text, **same)
    with pytest.raises(KeyError), staging(str(tmp_path / "_site"), str(tmp_path / "content")) as area:
        area.take([receipt(output("b.html", "same b"))])
        raise KeyError
    assert not (tmp_path / "._site.sitegen/spare-whole").exists()
    (tmp_path / "._site.sitegen/spare/half.html").write_text("half")
    rebuild(tmp_path, a="3", **same)
    assert sorted(files(tmp_path / "_site")) == [f"{name}.html" for name in "abcdef"]


def test_links_in_the_state_lead_nowhere(tmp_path: Path) -> None:
    """A checkout may come with a state directory that somebody made up."""
    same = {name: f"same {name}" for name in "bcdef"}
    for text in "12":
        rebuild(tmp_path, a=text, **same)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "b.html").write_text("mine")
    spare = tmp_path / "._site.sitegen/spare"
    (spare / "figures").symlink_to(mine)
    rebuild(tmp_path, a="3", **same)
    assert not (tmp_path / "_site/figures").exists() and files(mine) == {"b.html": b"mine"}
    shutil.rmtree(spare)
    spare.symlink_to(mine)
    rebuild(tmp_path, a="4", **same)
    assert sorted(files(tmp_path / "_site")) == [f"{name}.html" for name in "abcdef"] and files(mine) == {"b.html": b"mine"}
    (tmp_path / "._site.sitegen/old").symlink_to(mine)
    with pytest.raises(Refused, match="holds a link"):
        rebuild(tmp_path, a="5", **same)
    assert files(mine) == {"b.html": b"mine"}


def test_a_made_up_manifest_removes_nothing_elsewhere(tmp_path: Path) -> None:
    same = {name: f"same {name}" for name in "bcdef"}
    for text in "12":
        rebuild(tmp_path, a=text, **same)
    (tmp_path / "mine.html").write_text("mine")
    manifest = tmp_path / "._site.sitegen/manifest"
    manifest.write_text(manifest.read_text() + f"{'0' * 64}\t4\t1\t../../mine.html\n")
    rebuild(tmp_path, a="3", **same)
    assert (tmp_path / "mine.html").read_text() == "mine"
    assert files(tmp_path / "_site")["a.html"] == b"3"


def killed_after(step: str, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes publishing die after a step, as a kill would: nothing behind it is run."""
    class Killed(BaseException):
        pass

    def die(*_: object, **__: object) -> None:
        raise Killed

    def run(directory: Path) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(shutil, "rmtree", lambda *a, **k: None)  # what tidies up at the end of a build that was not killed
            if step == "exchange":
                patch.setattr(swap.os, "rename", die)
            elif step == "swap":
                def replace(a: str, b: str) -> None:
                    die() if a.endswith("manifest.new") else os.rename(a, b)

                patch.setattr(staging_module.os, "replace", replace)
            elif step == "first rename":
                patch.setattr(swap, "_exchange", lambda a, b: False)
                real, calls = os.rename, []

                def once(a: str, b: str) -> None:
                    calls.append(a)
                    if len(calls) == 2:
                        die()
                    real(a, b)

                patch.setattr(swap.os, "rename", once)
            with pytest.raises(Killed):
                publish(directory, "a.html", "c.html")

    return run


@pytest.mark.parametrize(("step", "stands"), [("exchange", "new"), ("swap", "new"), ("first rename", None)])
def test_a_build_killed_in_the_swap_is_recovered(
    step: str, stands: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever instant a kill hits, a whole site stands after the next build begins, and that build works."""
    publish(tmp_path, "a.html", "b.html", text="old")
    killed_after(step, monkeypatch)(tmp_path)
    if stands:
        assert files(tmp_path / "_site") == {"a.html": b"new a.html", "c.html": b"new c.html"}
    with staging(str(tmp_path / "_site"), str(tmp_path / "content")):
        pass
    found = files(tmp_path / "_site")
    assert found in ({"a.html": b"new a.html", "c.html": b"new c.html"}, {"a.html": b"old a.html", "b.html": b"old b.html"})
    publish(tmp_path, "a.html")
    assert files(tmp_path / "_site") == {"a.html": b"new a.html"} and state(tmp_path) == ["lock", "manifest"]


@pytest.mark.parametrize("exchange", [True, False])
def test_swapping_with_and_without_an_exchange(exchange: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not exchange:
        monkeypatch.setattr(swap, "_exchange", lambda a, b: False)
    publish(tmp_path, "a.html", text="old")
    publish(tmp_path, "b.html")
    assert files(tmp_path / "_site") == {"b.html": b"new b.html"} and state(tmp_path) == ["lock", "manifest"]


def test_linux_exchanges_in_one_step(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/x").touch()
    if os.uname().sysname == "Linux":
        assert swap._exchange(str(tmp_path / "a"), str(tmp_path / "b"))
        assert (tmp_path / "b/x").exists() and not (tmp_path / "a/x").exists()


@pytest.mark.parametrize("foreign", ["x.txt", "deep/er/x.txt", "empty/", "link"])
def test_what_sitegen_did_not_write_is_found(foreign: str, tmp_path: Path) -> None:
    publish(tmp_path, "a.html", "deep/b.html")
    place = tmp_path / "_site" / foreign
    if foreign == "link":
        place.symlink_to("/")
    elif foreign.endswith("/"):
        place.mkdir()
    else:
        place.parent.mkdir(exist_ok=True, parents=True)
        place.write_text("mine")
    with pytest.raises(Refused, match="holds what sitegen did not write"):
        publish(tmp_path, "a.html")
    assert place.exists() or place.is_symlink()
    assert (tmp_path / "_site/a.html").read_text() == "new a.html"


def test_an_empty_directory_and_a_missing_one_are_taken(tmp_path: Path) -> None:
    (tmp_path / "_site").mkdir()
    publish(tmp_path, "a.html")
    shutil.rmtree(tmp_path / "_site")
    publish(tmp_path, "b.html")
    assert files(tmp_path / "_site") == {"b.html": b"new b.html"}


def test_a_lost_manifest_means_that_nothing_is_ours(tmp_path: Path) -> None:
    publish(tmp_path, "a.html")
    (tmp_path / "._site.sitegen/manifest").write_text("not a manifest")
    with pytest.raises(Refused):
        publish(tmp_path, "a.html")


def test_out_may_be_a_link_to_a_directory(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "_site").symlink_to("real", target_is_directory=True)
    publish(tmp_path, "a.html")
    assert (tmp_path / "_site").is_symlink() and files(tmp_path / "real") == {"a.html": b"new a.html"}


@pytest.mark.parametrize(("out", "content"), [
    ("content", "content"), (".", "content"), ("content/site", "content"), ("content/..", "content"), ("link", "content"),
    ("file", "content"),
])
def test_places_that_would_harm_are_refused(out: str, content: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "link").symlink_to("content", target_is_directory=True)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Refused), staging(str(tmp_path / out), str(tmp_path / content)):
        raise AssertionError("was not refused")


def test_a_site_below_the_content_wants_an_underscore(tmp_path: Path) -> None:
    (tmp_path / "_figures").mkdir()
    with staging(str(tmp_path / "_site"), str(tmp_path)) as area:
        area.publish(write(area.site, [output("a.html", "x")]))
    assert (tmp_path / "_site/a.html").is_file()


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    with lock(path), pytest.raises(Locked), lock(path):
        pass
    with lock(path):
        pass


def _hold(path: str, ready: object) -> None:
    with lock(path):
        ready.set()  # type: ignore[attr-defined]
        time.sleep(60)


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    holder = context.Process(target=_hold, args=(str(tmp_path / "lock"), ready))
    holder.start()
    assert ready.wait(30)
    with pytest.raises(Locked), lock(str(tmp_path / "lock")):
        pass
    holder.kill()
    holder.join()
    with lock(str(tmp_path / "lock")):
        pass


def test_manifest_and_strangers(tmp_path: Path) -> None:
    receipts = [Receipt("b.html", 1, "x"), Receipt("a/ü.html", 2, "y")]
    write_manifest(str(tmp_path / "m"), receipts)
    assert list(read_manifest(str(tmp_path / "m")).values()) == sorted(receipts)
    assert read_manifest(str(tmp_path / "gone")) == {}
    for n in range(5):
        (tmp_path / "site" / f"{n}").mkdir(parents=True)
    assert strangers(str(tmp_path / "site"), []) == ["0/", "1/", "2/"]


def test_a_path_is_written_once_and_safely(tmp_path: Path) -> None:
    found = write(str(tmp_path), [output("a/b.html", "x")])
    assert (found[0].path, found[0].size) == ("a/b.html", 1)
    with pytest.raises(SiteError) as error:
        write(str(tmp_path), [output("a/b.html", "y")])
    assert error.value.problems[0].code == "E402" and (tmp_path / "a/b.html").read_text() == "x"
    for path in ("../x", "/x", "a/../../x"):
        with pytest.raises(ValueError, match="safe output path"):
            write(str(tmp_path), [Output(path, b"x")])
    assert not (tmp_path.parent / "x").exists()


# workers


def square(n: int) -> int:
    time.sleep(0.01 * (n % 3))
    if n == 13:
        raise SiteError([])
    return n * n


def where(_: int) -> int:
    return os.getpid()


def test_a_file_that_the_system_takes_half_of_is_not_taken_for_the_whole(tmp_path: Path) -> None:
    """A limit of a file's size acts as a disk does that runs full: it takes what it has room for, and fails the next time."""
    page = "x" * 5_000
    code = (
        "import resource\nfrom sitegen.output import output\nfrom sitegen.publish.writer import write\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))\n"
        f"write({str(tmp_path)!r}, [output('a.html', {page!r})])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1 and "OSError: [Errno 27] File too large" in done.stderr


def test_workers_that_rest_are_followed_by_others() -> None:
    with local_pool(2) as pool:
        first = set(pool.run(where, range(8)))
        pool.rest()
        second = set(pool.run(where, range(8)))
    assert first and second and not first & second


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    taken: list[int] = []

    def tasks() -> object:
        for n in range(20, 140):
            taken.append(n)
            yield n

    with local_pool(jobs) as pool:
        results = pool.run(square, tasks())  # type: ignore[arg-type]
        assert next(results) == 400
        assert len(taken) <= (1 if jobs == 1 else 32 * jobs), "tasks are taken as workers become free"
        assert [400, *results] == [n * n for n in range(20, 140)]
        processes = set(pool.run(where, range(8)))
    assert (os.getpid() in processes) == (jobs == 1) and len(processes) <= jobs


def meet(place: Path, number: int) -> int:
    """The first waits for the last one."""
    if number == 19:
        place.touch()
    end = time.monotonic() + 60
    while number == 0 and not place.exists():
        assert time.monotonic() < end, "those behind a long task wait for it"
        time.sleep(0.01)
    return number


def test_a_long_task_keeps_none_behind_it_from_running(tmp_path: Path) -> None:
    with local_pool(2) as pool:
        assert list(pool.run(partial(meet, tmp_path / "met"), range(20))) == list(range(20))


def test_workers_start_once_and_one_fewer_than_there_may_be() -> None:
    """The process that starts them ahead of tasks has work of its own."""
    with local_pool(2) as pool:
        pool.start("sitegen.text")
        pool.start("sitegen.text")
        assert len(multiprocessing.active_children()) == 1
        assert list(pool.run(square, range(8))) == [n * n for n in range(8)]
    with local_pool(1) as pool:
        pool.start("sitegen.text")
        assert not multiprocessing.active_children()


def test_a_worker_that_is_killed_is_a_failure_of_the_machine() -> None:
    """As the system ends one that takes too much memory: no word of Python's, and the old site stands."""
    with pytest.raises(OSError, match="a worker was killed, perhaps because memory ran out"), local_pool(2) as pool:
        list(pool.run(os._exit, range(12)))


def test_an_exception_comes_back_and_stops_the_workers() -> None:
    with pytest.raises(SiteError), local_pool(2) as pool:
        list(pool.run(square, range(12, 20)))
    end = time.monotonic() + 60  # another thread may have seen a worker's end, and not yet said so
    while [p for p in multiprocessing.active_children() if p.is_alive()]:
        assert time.monotonic() < end, "a worker goes on"
        time.sleep(0.01)
