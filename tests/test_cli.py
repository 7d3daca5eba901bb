"""The command line as a user meets it: exit codes, help, formats, and what is left when a build dies."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from sitegen.cli import main
from sitegen.publish.staging import staging
from tests.broken_inputs import figure
from tests.programs import heeding, ignoring
from tests.sites import MINI, ROOT, files

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "100"}


def sitegen(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command as a process would run it, but in this one: starting Python takes longer than most builds here."""
    out, err = io.StringIO(), io.StringIO()
    before, columns = Path.cwd(), os.environ.get("COLUMNS")
    os.chdir(cwd)
    os.environ["COLUMNS"] = "100"
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as end:
            main(list(arguments))
    finally:
        os.chdir(before)
        os.environ.pop("COLUMNS") if columns is None else os.environ.update(COLUMNS=columns)
    assert isinstance(end.value.code, int)
    return subprocess.CompletedProcess(arguments, end.value.code, out.getvalue(), err.getvalue())


def process(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command as a process."""
    return subprocess.run([sys.executable, "-m", "sitegen", *arguments], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True,
                          timeout=120, stdin=subprocess.DEVNULL)


def start(*arguments: str, cwd: Path, command: Callable[..., list[str]] = heeding) -> subprocess.Popen[str]:
    """A running build in a group of its own, so that a signal reaches it as a terminal's does."""
    return subprocess.Popen(command("-m", "sitegen", *arguments), cwd=cwd, env=ENVIRONMENT, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL, start_new_session=True)


def wait_for(process: subprocess.Popen[str], text: str) -> None:
    """Reads the build's progress until a line holds `text`."""
    assert process.stderr is not None
    for line in process.stderr:
        if text in line:
            return
    raise AssertionError(f"the build ended before {text!r}")


def collection(directory: Path, *figids: str) -> Path:
    """A content directory of figures without fault."""
    (directory / "content/figures").mkdir(parents=True)
    (directory / "content/site.toml").write_text('[site]\nbase_url = "https://example.net/"\n')
    for figid in figids:
        (directory / f"content/figures/{figid}.md").write_text(figure(figid))
    return directory


def large(directory: Path, number: int = 1500) -> Path:
    """A collection that takes seconds, so that a build can be met in its middle."""
    return collection(directory, *(f"PMC{n}__f1" for n in range(1, number + 1)))


def leftovers(directory: Path) -> list[str]:
    """What a build left beside its site that is not its manifest, lock or spare."""
    state = directory / "._site.sitegen"
    kept = ("manifest", "lock", "spare", "spare-whole")
    return sorted(p.name for p in state.iterdir() if p.name not in kept) if state.is_dir() else []


def test_a_build_says_what_it_did_and_ends_with_0(tmp_path: Path) -> None:
    done = sitegen("build", cwd=collection(tmp_path, "PMC1__f1", "PMC2__f1"))
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"2 figures, \d+ pages, \d+\.\d MB, \d+\.\d kB a figure, \d+\.\d s, 0 faults, 0 warnings\n", done.stdout)
    assert [line.split(" ")[0] for line in done.stderr.splitlines()] == ["Reading", "Writing", "Publishing"]
    assert (tmp_path / "_site/figures/PMC2__f1.html").is_file()
    assert sitegen("build", "--quiet", cwd=tmp_path).stderr == ""


@pytest.mark.parametrize(("arguments", "code"), [
    (("build",), 1), (("build", "--keep-going"), 2), (("build", "nowhere"), 64), (("build", "--out", "content"), 73),
    (("check",), 1), (("schema",), 0),
])
def test_exit_codes_of_the_process(arguments: tuple[str, ...], code: int, tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    (tmp_path / "content/figures/PMC2__f1.md").write_text("no front matter")
    done = process(*arguments, cwd=tmp_path)
    assert done.returncode == code and "Traceback" not in done.stderr
    if arguments[0] != "build":
        assert done.stdout == sitegen(*arguments, cwd=tmp_path).stdout


def test_faults_end_with_1_and_nothing_is_published(tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    assert sitegen("build", "-q", cwd=tmp_path).returncode == 0
    before = files(tmp_path / "_site")
    (tmp_path / "content/figures/PMC2__f1.md").write_text("no front matter")
    done = sitegen("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "content/figures/PMC2__f1.md:1:1: E201 the file does not start with a line '---'" in done.stderr
    assert "nothing was published" in done.stderr
    assert files(tmp_path / "_site") == before


def test_keep_going_publishes_the_sound_figures_and_ends_with_2(tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    (tmp_path / "content/figures/PMC2__f1.md").write_text("no front matter")
    done = sitegen("build", "--keep-going", cwd=tmp_path)
    assert done.returncode == 2
    assert "E201" in done.stderr and done.stdout.startswith("1 figure, ")
    assert sorted(p.name for p in (tmp_path / "_site/figures").iterdir()) == ["PMC1__f1.html", "index.html"]


def test_keep_going_stops_at_a_fault_of_the_settings(tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    (tmp_path / "content/site.toml").write_text("[site]\nzebra = 1\n")
    done = sitegen("build", "--keep-going", cwd=tmp_path)
    assert done.returncode == 1 and done.stderr.endswith("\nnothing was published\n")
    assert not (tmp_path / "_site").exists()


def test_keep_going_without_a_sound_figure_publishes_nothing(tmp_path: Path) -> None:
    collection(tmp_path)
    (tmp_path / "content/figures/PMC2__f1.md").write_text("no front matter")
    assert sitegen("build", "--keep-going", cwd=tmp_path).returncode == 1
    assert not (tmp_path / "_site").exists()


@pytest.mark.parametrize("arguments", [
    ("build", "nowhere"), ("build", "--jobs", "0"), ("build", "--jobs", "many"), ("build", "--base-url", "example.net"),
    ("build", "--base-url", "ftp://example.net/"), ("build", "--base-url", "https://example.net/?q=1"), ("build", "--nonsense"),
    ("build", "--scheduler", "bogus"), ("build", "--scheduler", "http://127.0.0.1:8786"), ("build", "--scheduler", "tcp://host"),
    ("nonsense",), ("check", "--format", "xml"), ("check", "nowhere"), (),
])
def test_misuse_ends_with_64_or_more(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = sitegen(*arguments, cwd=collection(tmp_path, "PMC1__f1"))
    assert done.returncode == 64
    assert "Usage: sitegen" in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "_site").exists()


def test_help_names_every_command_and_option(tmp_path: Path) -> None:
    done = sitegen("--help", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: sitegen [OPTIONS] COMMAND [ARGS]...")
    assert "Turns a directory of pathway-figure files into a public website." in done.stdout
    for command in ("build", "cache", "check", "export", "relations", "schema", "serve"):
        assert re.search(rf"^  {command} +\S", done.stdout, re.MULTILINE), command
    options = sitegen("build", "--help", cwd=tmp_path).stdout
    for option in ("--out", "--base-url", "--jobs", "--keep-going", "--quiet", "--cache", "--no-cache"):
        assert option in options
    assert sitegen("--version", cwd=tmp_path).stdout.startswith("sitegen, version ")


def test_check_formats(tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    (tmp_path / "content/figures/PMC2__f1.md").write_text(figure("PMC2__f1").replace("---\n", "---\nfigtitel: 100%\n", 1))
    (tmp_path / "content/figures/PMC3__f1.md").write_text("no front matter")
    text = sitegen("check", cwd=tmp_path)
    assert text.returncode == 1
    assert text.stdout == (
        "content/figures/PMC2__f1.md:2:1: W201 unknown key 'figtitel'\n    Did you mean 'figtitle'?\n"
        "content/figures/PMC3__f1.md:1:1: E201 the file does not start with a line '---'\n"
        "    Start the file with a line '---' and close the block with another '---'.\n"
    )
    assert text.stderr.splitlines()[-1] == "1 fault, 1 warning"
    github = sitegen("check", "--format", "github", cwd=tmp_path).stdout.splitlines()
    assert github[0] == ("::warning file=content/figures/PMC2__f1.md,line=2,col=1,title=W201 unknown key::"
                         "unknown key 'figtitel'%0ADid you mean 'figtitle'?")
    assert github[1].startswith("::error file=content/figures/PMC3__f1.md,line=1,col=1,title=E201 no front matter::")
    rows = json.loads(sitegen("check", "--format", "json", cwd=tmp_path).stdout)
    assert rows[0] == {
        "path": "content/figures/PMC2__f1.md", "line": 2, "column": 1, "code": "W201", "severity": "warning",
        "message": "unknown key 'figtitel'", "hint": "Did you mean 'figtitle'?",
    }
    assert not (tmp_path / "_site").exists()


def test_check_of_a_sound_collection_ends_with_0(tmp_path: Path) -> None:
    done = sitegen("check", cwd=collection(tmp_path, "PMC1__f1"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "0 faults, 0 warnings\n")


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    done = subprocess.run(["bash", "-c", f"'{sys.executable}' -m sitegen schema | head -1"], cwd=tmp_path, env=ENVIRONMENT,
                          capture_output=True, text=True, timeout=60)
    assert done.stdout == "{\n" and "Traceback" not in done.stderr


# the schema


def front_matter(path: Path) -> dict[str, object]:
    """A figure's front matter as an editor's YAML reads it."""
    data = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    assert isinstance(data, dict)
    return data


@pytest.fixture(scope="module")
def validator(tmp_path_factory: pytest.TempPathFactory) -> Draft202012Validator:
    schema = json.loads(sitegen("schema", cwd=tmp_path_factory.mktemp("schema")).stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    return Draft202012Validator(schema)


@pytest.mark.parametrize("path", [*sorted((ROOT / "content/figures").glob("*.md")), *sorted((MINI / "figures").glob("*.md"))],
                         ids=lambda p: p.stem)
def test_the_schema_accepts_sound_figures(path: Path, validator: Draft202012Validator) -> None:
    assert [e.message for e in validator.iter_errors(front_matter(path))] == []


@pytest.mark.parametrize(("change", "where"), [
    ({"figid": None}, ["figid"]), ({"figid": "a b"}, ["figid"]), ({"pmcid": "12"}, ["pmcid"]), ({"caption": ["a"]}, ["caption"]),
    ({"organisms": {"a": 1}}, ["organisms"]),
    ({"interactions": [{"source": "A", "target": "B", "type": "eats"}]}, ["interactions"]),
    ({"interactions": [{"source": "A", "type": "binding"}]}, ["interactions"]), ({"genes": "AKT1 MTOR"}, None),
    ({"annotations": [{"type": "x"}]}, ["annotations"]),
])
def test_the_schema_refuses_broken_figures(
    change: dict[str, object], where: list[str] | None, validator: Draft202012Validator
) -> None:
    sound = front_matter(MINI / "figures/PMC9000001__alpha-g001.md")
    if where is None:  # a text is accepted, because a missing table may be one
        assert list(validator.iter_errors({**sound, **change})) == []
        return
    found = list(validator.iter_errors({**sound, **change}))
    assert [list(e.absolute_path)[:1] for e in found] == [where]


@pytest.mark.parametrize("key", ["figid", "figtitle", "caption", "pmcid", "filename"])
def test_the_schema_wants_the_required_keys(key: str, validator: Draft202012Validator) -> None:
    sound = front_matter(MINI / "figures/PMC9000001__alpha-g001.md")
    del sound[key]
    assert [e.message for e in validator.iter_errors(sound)] == [f"'{key}' is a required property"]


# what a build leaves


def test_files_of_a_removed_figure_go(tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1", "PMC2__f1")
    (tmp_path / "content/data").mkdir()
    (tmp_path / "content/data/PMC2__f1-chemicals.tsv").write_text("word\nSugar\n")
    assert sitegen("build", "-q", cwd=tmp_path).returncode == 0
    assert (tmp_path / "_site/data/PMC2__f1-chemicals.tsv").is_file()
    (tmp_path / "content/figures/PMC2__f1.md").unlink()
    (tmp_path / "content/data/PMC2__f1-chemicals.tsv").unlink()
    assert sitegen("build", "-q", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "_site/figures/PMC2__f1.html").exists()
    assert not (tmp_path / "_site/data").exists()
    assert sitegen("build", "-q", "--no-cache", "--out", "fresh", cwd=tmp_path).returncode == 0
    assert files(tmp_path / "fresh") == files(tmp_path / "_site")


@pytest.mark.parametrize("place", ["notes.txt", "figures/own.html", "empty/directory/"])
def test_a_directory_with_a_foreign_file_is_refused_untouched(place: str, tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    assert sitegen("build", "-q", cwd=tmp_path).returncode == 0
    foreign = tmp_path / "_site" / place
    foreign.parent.mkdir(parents=True, exist_ok=True)
    foreign.mkdir() if place.endswith("/") else foreign.write_text("mine")
    before = files(tmp_path / "_site")
    (tmp_path / "content/figures/PMC3__f1.md").write_text(figure("PMC3__f1"))
    done = sitegen("build", cwd=tmp_path)
    assert done.returncode == 73
    assert "_site holds what sitegen did not write" in done.stderr and place.split("/")[0] in done.stderr
    assert files(tmp_path / "_site") == before and foreign.exists()


def test_a_directory_that_sitegen_never_wrote_is_refused(tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    (tmp_path / "home").mkdir()
    (tmp_path / "home/thesis.tex").write_text("ten years of work")
    done = sitegen("build", "--out", "home", cwd=tmp_path)
    assert done.returncode == 73 and "thesis.tex" in done.stderr
    assert [p.name for p in (tmp_path / "home").iterdir()] == ["thesis.tex"]


@pytest.mark.parametrize(("first", "second", "what"), [("build", "export", "a site"), ("export", "build", "an export")])
def test_a_site_and_an_export_do_not_replace_each_other(first: str, second: str, what: str, tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    assert sitegen(first, "--out", "made", "-q", cwd=tmp_path).returncode == 0
    before = files(tmp_path / "made")
    done = sitegen(second, "--out", "made", "-q", cwd=tmp_path)
    assert done.returncode == 73 and f"made holds {what}; choose another --out" in done.stderr
    assert files(tmp_path / "made") == before


@pytest.mark.parametrize("cache", ["_site", "_site/cache", "link"])
def test_a_cache_in_the_output_directory_is_refused(cache: str, tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    assert sitegen("build", "-q", cwd=tmp_path).returncode == 0
    (tmp_path / "link").symlink_to("_site")
    before = files(tmp_path / "_site")
    for command in (("build",), ("export", "content", "--out", "_site")):
        assert sitegen(*command, "--cache", cache, cwd=tmp_path).returncode == 73
    done = sitegen("build", "--cache", cache, cwd=tmp_path)
    assert f"the cache {cache} lies in the output directory" in done.stderr and files(tmp_path / "_site") == before


def test_an_output_directory_that_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collection(tmp_path, "PMC1__f1")
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)  # whoever tests may be root, who may write all
    done = sitegen("build", cwd=tmp_path)
    assert done.returncode == 73 and "._site.sitegen cannot be written" in done.stderr


def test_a_lock_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    (tmp_path / "._site.sitegen" / "lock").mkdir(parents=True)
    done = sitegen("build", cwd=tmp_path)
    assert done.returncode == 73 and "._site.sitegen cannot be written" in done.stderr


@pytest.mark.parametrize(("arguments", "streams", "code", "said"), [
    (("schema",), ">/dev/full", 74, "sitegen: the system: No space left on device"),
    (("cache", "info"), ">/dev/full", 74, "sitegen: the system: No space left on device"),  # less than a buffer
    (("build",), ">/dev/full 2>/dev/full", 74, ""), (("build",), ">&- 2>&-", 0, ""), (("check",), ">&- 2>&-", 0, ""),
])
def test_where_nothing_can_be_said_the_exit_code_says_it(
    arguments: tuple[str, ...], streams: str, code: int, said: str, tmp_path: Path
) -> None:
    collection(tmp_path, "PMC1__f1")
    done = subprocess.run(["/bin/sh", "-c", f'"$@" {streams}', "sh", sys.executable, "-m", "sitegen", *arguments],
                          cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (code, "") and said in done.stderr and "Traceback" not in done.stderr
    assert "stands" not in done.stderr


@pytest.mark.parametrize("form", ["json", "github", "text"])
def test_a_report_is_utf8_whatever_the_machines_letters_are(form: str, tmp_path: Path) -> None:
    """Also of a directory whose name is no UTF-8, which file systems of Linux may have."""
    collection(tmp_path, "PMC1__f1")
    figure = tmp_path / "content/figures/PMC1__f1.md"
    figure.write_text(figure.read_text().replace("pmcid: PMC1", "pmcid: κ"), encoding="utf-8")
    (tmp_path / "content").rename(tmp_path / os.fsdecode(b"c\xff"))
    done = subprocess.run([sys.executable, "-m", "sitegen", "check", b"c\xff", "--format", form], cwd=tmp_path,
                          capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    said = done.stdout.decode("utf-8")
    assert done.returncode == 1 and "'κ' is not a PMCID" in said and "c\\udcff/figures/PMC1__f1.md" in said
    if form == "json":
        assert os.fsencode(json.loads(said)[0]["path"]) == b"c\xff/figures/PMC1__f1.md"


@pytest.mark.parametrize(("path", "text"), [
    ("pages/con.md", "# Con\n"), ("pages/tangled.md", "[" * 2000), ("pages/title.md", "---\ntitle: [a]\n---\n"),
    ("organisms/mouse.md", "---\nlatin: Mus musculus\n---\n" + "[" * 2000),
])
def test_a_page_with_a_fault_is_not_published(path: str, text: str, tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    (tmp_path / "content" / path).parent.mkdir(exist_ok=True)
    (tmp_path / "content" / path).write_text(text)
    checked = sitegen("check", cwd=tmp_path)
    done = sitegen("build", "--keep-going", cwd=tmp_path)
    assert (checked.returncode, done.returncode) == (1, 2)
    assert [line for line in done.stderr.splitlines() if ": E" in line] == [
        line for line in checked.stdout.splitlines() if ": E" in line
    ]
    assert not list((tmp_path / "_site").glob(f"{Path(path).stem}*")) and not list((tmp_path / "_site/organisms").glob("mus*"))


@pytest.mark.parametrize("out", [".", "content", "content/site", "content/figures", "a-file", "/"])
def test_an_output_directory_that_would_harm_is_refused(out: str, tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    (tmp_path / "a-file").write_text("mine")
    before = files(tmp_path)
    assert sitegen("build", "--out", out, cwd=tmp_path).returncode == 73
    after = {path: body for path, body in files(tmp_path).items() if not path.endswith(".sitegen/lock")}
    assert after == before


def test_a_second_build_refuses_while_one_runs(tmp_path: Path) -> None:
    collection(tmp_path, "PMC1__f1")
    with staging(str(tmp_path / "_site"), str(tmp_path / "content")):
        done = sitegen("build", cwd=tmp_path)
    assert done.returncode == 73 and "another build is writing _site" in done.stderr
    assert not (tmp_path / "_site").exists()
    assert sitegen("build", "-q", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(("stage", "ending"), [
    ("Reading", signal.SIGKILL), ("Writing", signal.SIGKILL), ("Reading", signal.SIGTERM), ("Writing", signal.SIGHUP),
])
def test_a_killed_build_leaves_the_old_site_whole_and_the_next_one_works(
    stage: str, ending: signal.Signals, tmp_path: Path
) -> None:
    collection(tmp_path, "PMC1__old")
    assert sitegen("build", "-q", cwd=tmp_path).returncode == 0
    before = files(tmp_path / "_site")
    for n in range(2, 1200):
        (tmp_path / f"content/figures/PMC{n}__f1.md").write_text(figure(f"PMC{n}__f1"))
    running = start("build", "--jobs", "2", "--no-cache", cwd=tmp_path)
    wait_for(running, stage)
    time.sleep(0.05)
    assert running.poll() is None, "the build ended before it could be killed"
    running.send_signal(ending)
    running.communicate(timeout=30)  # till its last worker is gone, too: each holds these pipes
    assert running.returncode == -ending
    assert files(tmp_path / "_site") == before
    shutil.rmtree(tmp_path / "content/figures")
    (tmp_path / "content/figures").mkdir()
    (tmp_path / "content/figures/PMC5__new.md").write_text(figure("PMC5__new"))
    done = sitegen("build", "-q", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (tmp_path / "_site/figures").iterdir()) == ["PMC5__new.html", "index.html"]
    assert leftovers(tmp_path) == []


def test_an_interrupted_build_stops_its_workers_and_leaves_the_old_site(tmp_path: Path) -> None:
    large(tmp_path)
    (tmp_path / "_site").mkdir()
    running = start("build", "--jobs", "2", "--no-cache", cwd=tmp_path)
    wait_for(running, "Writing")
    time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    began = time.monotonic()
    _, errors = running.communicate(timeout=30)
    assert running.returncode == 130, errors
    assert "interrupted; the old site stands" in errors and "Traceback" not in errors
    assert time.monotonic() - began < 10
    assert list((tmp_path / "_site").iterdir()) == []
    assert leftovers(tmp_path) == []


def test_a_build_that_is_started_with_interrupts_ignored_goes_on_and_so_do_its_workers(tmp_path: Path) -> None:
    running = start("build", "--jobs", "2", "--no-cache", cwd=large(tmp_path, 600), command=ignoring)
    wait_for(running, "Writing")
    time.sleep(0.05)
    assert running.poll() is None, "the build ended before it could be interrupted"
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=120)
    assert running.returncode == 0, errors
    assert len(list((tmp_path / "_site/figures").iterdir())) == 601


def test_an_interrupt_while_the_command_line_is_read_is_no_traceback(tmp_path: Path) -> None:
    early = "import sys\nclass Stop:\n def find_spec(self, name, *_):\n  if name == 'sitegen.cli': raise KeyboardInterrupt\n"
    early += "sys.meta_path.insert(0, Stop())\nfrom sitegen.__main__ import main\nmain()"
    done = subprocess.run([sys.executable, "-c", early], capture_output=True, text=True, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (130, "")
