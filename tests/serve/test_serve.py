"""`sitegen serve`: what a static host answers, the reload, and the faults on the page."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.serve.server import Server, find
from sitegen.serve.watch import _matters, serve
from tests.programs import heeding

FIGURE = """---
figid: PMC1__f1
figtitle: {title}
caption: A activates B.
pmcid: PMC1
filename: f1.jpg
redirect_from: /figures/PMC1__F1
---
"""


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Path, Server, list[str]]]:
    content = two_figures(tmp_path)
    said: list[str] = []
    with served(content, said.append) as server:
        yield content, server, said


def two_figures(directory: Path) -> Path:
    content = directory / "content"
    (content / "figures").mkdir(parents=True)
    (content / "figures" / "PMC1__f1.md").write_text(FIGURE.format(title="First"), encoding="utf-8")
    other = FIGURE.format(title="Other").replace("PMC1", "PMC2")
    (content / "figures" / "PMC2__f1.md").write_text(other, encoding="utf-8")
    return content


@contextlib.contextmanager
def served(content: Path, say: Callable[[str], None]) -> Iterator[Server]:
    servers: list[Server] = []
    ready, stop = threading.Event(), threading.Event()

    def started(server: Server) -> None:
        servers.append(server)
        ready.set()

    worker = threading.Thread(target=serve, args=(str(content), 0, 1, str(content.with_name("cache")), say, started, stop))
    worker.start()
    try:
        assert ready.wait(30)
        yield servers[0]
    finally:
        stop.set()
        worker.join(10)
    assert not worker.is_alive()


def get(server: Server, path: str, host: str = "localhost") -> tuple[int, str]:
    port = server.server_address[1]
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": f"{host}:{port}"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as e:
        with e:
            return e.code, e.read().decode()


def until(condition: object, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


def test_a_saved_figure_is_built_again_and_the_page_says_which_build_it_is(live: tuple[Path, Server, list[str]]) -> None:
    content, server, _ = live
    assert "First" in get(server, "/figures/PMC1__f1")[1]
    assert 'data-build="1"' in get(server, "/")[1]
    (content / "figures" / "PMC1__f1.md").write_text(FIGURE.format(title="Second"), encoding="utf-8")
    assert until(lambda: "Second" in get(server, "/figures/PMC1__f1.html")[1])
    assert until(lambda: 'data-build="2"' in get(server, "/")[1])


def test_what_is_saved_while_the_first_build_ends_is_built_next(tmp_path: Path) -> None:
    """The first build of a large collection takes minutes, in which a curator saves more than once."""
    content = two_figures(tmp_path)
    said: list[str] = []

    def say(line: str) -> None:
        if line.startswith("Built in") and not said:
            (content / "figures" / "PMC1__f1.md").write_text(FIGURE.format(title="Second"), encoding="utf-8")
        said.append(line)

    with served(content, say) as server:
        assert until(lambda: "Second" in get(server, "/figures/PMC1__f1")[1])


def test_a_directory_that_takes_the_contents_place_is_followed(live: tuple[Path, Server, list[str]]) -> None:
    """As when another branch is checked out: the watcher would go on with the directory that was removed."""
    content, server, _ = live
    shutil.rmtree(content)
    two_figures(content.parent)
    figure = content / "figures" / "PMC1__f1.md"
    figure.write_text(FIGURE.format(title="Second"), encoding="utf-8")
    assert until(lambda: "Second" in get(server, "/figures/PMC1__f1.html")[1])
    figure.write_text(FIGURE.format(title="Third"), encoding="utf-8")
    assert until(lambda: "Third" in get(server, "/figures/PMC1__f1.html")[1])


def test_what_is_saved_while_a_directory_that_took_the_contents_place_is_built_is_built_next(tmp_path: Path) -> None:
    content = two_figures(tmp_path)
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        built = sum(line.startswith("Built in") for line in said)
        if line.startswith("Built in") and built == 1:
            shutil.rmtree(content)
            two_figures(content.parent)
        elif line.startswith("Built in") and built <= 5:
            (content / "figures" / "PMC1__f1.md").write_text(FIGURE.format(title=f"Saved after {built}"), encoding="utf-8")

    with served(content, say) as server:
        assert until(lambda: "Saved after 5" in get(server, "/figures/PMC1__f1")[1])


def test_a_fault_is_told_with_its_line_and_the_page_comes_back_when_it_is_mended(live: tuple[Path, Server, list[str]]) -> None:
    content, server, said = live
    figure = content / "figures" / "PMC1__f1.md"
    figure.write_text(FIGURE.format(title="x").replace("pmcid: PMC1", "pmcid: 7<b>"), encoding="utf-8")
    assert until(lambda: any("E207" in line for line in said))
    assert until(lambda: get(server, "/figures/PMC1__f1")[0] == 404)
    page = get(server, "/figures/PMC1__f1")[1]
    place = f"{content}/figures/PMC1__f1.md:5:1"  # as `sitegen check` tells it
    assert f"<code>{place}</code>" in page
    assert f"{place}: E207" in "\n".join(said)
    assert "<style>" in page and "<ul id=faults>" in page
    assert json.loads(server.live.state.message())["faults"][0]["place"] == place
    assert "<b>E207</b>" in page
    assert "7<b>" not in page
    figure.write_text(FIGURE.format(title="Whole"), encoding="utf-8")
    assert until(lambda: get(server, "/figures/PMC1__f1")[0] == 200)


def test_a_missing_figure_has_its_own_faults_alone(live: tuple[Path, Server, list[str]]) -> None:
    content, server, _ = live
    for figid in ("PMC1__f10", "PMC1__f1-2"):
        (content / "figures" / f"{figid}.md").write_text("no front matter", encoding="utf-8")
    (content / "data").mkdir()
    (content / "data" / "PMC1__f10-genes.tsv").write_text("word\n1\t2\n", encoding="utf-8")
    (content / "figures" / "PMC1__f1.md").unlink()
    assert until(lambda: {"PMC1__f10", "PMC1__f1-2"} <= {Path(p.path).stem for p in server.live.state.faults})
    assert until(lambda: "PMC1__f10-genes.tsv" in get(server, "/figures/PMC1__f10")[1])
    assert until(lambda: get(server, "/figures/PMC1__f1")[0] == 404)
    assert "Page not found" in get(server, "/figures/PMC1__f1")[1]
    for figid, other in (("PMC1__f10", "PMC1__f1-2"), ("PMC1__f1-2", "PMC1__f10")):
        page = get(server, f"/figures/{figid}.html")[1]
        assert f"{figid}.md" in page and other not in page


def test_wrong_settings_leave_the_site_as_it_was_and_say_so(live: tuple[Path, Server, list[str]]) -> None:
    content, server, said = live
    (content / "site.toml").write_text("[site]\n  titel = 'x'\n", encoding="utf-8")
    assert until(lambda: server.live.state.faults)  # a busy machine may have built between opening and writing the file
    told = json.loads(server.live.state.message())
    assert told["old"] and [f["place"] for f in told["faults"]] == [f"{content}/site.toml:2:3"]
    assert "First" in get(server, "/figures/PMC1__f1")[1] and "E502" in get(server, "/nowhere")[1]
    assert until(lambda: said[-1].startswith("Nothing new built in ") and said[-1].endswith(" s, 1 fault, 0 warnings"))
    (content / "site.toml").write_text("[site]\n  title = 'Named'\n", encoding="utf-8")
    assert until(lambda: "Named" in get(server, "/")[1])
    assert until(lambda: not json.loads(server.live.state.message())["old"])


def test_a_fault_without_a_line_has_none(live: tuple[Path, Server, list[str]]) -> None:
    content, server, said = live
    (content / "figures").rename(content / "away")
    assert until(lambda: server.live.state.faults != ())
    assert [f["place"] for f in json.loads(server.live.state.message())["faults"]] == [f"{content}/figures"]
    assert until(lambda: any(line.startswith(f"{content}/figures: E403 ") for line in said))


@pytest.mark.parametrize("failure", ["a file that is not sitegen's", "no space", "anything else"])
def test_what_ends_a_build_is_told_and_the_next_one_comes(
    failure: str, live: tuple[Path, Server, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    content, server, said = live
    mine = server.live.out / "mine.txt"
    errors = {"no space": OSError(28, "No space left"), "anything else": ValueError("so it is <b>")}
    with monkeypatch.context() as patch:
        if failure in errors:
            patch.setattr("sitegen.serve.site.run.build", lambda *_, **__: (_ for _ in ()).throw(errors[failure]))
        else:
            mine.write_text("mine")
        (content / "figures" / "PMC1__f1.md").write_text(FIGURE.format(title="Second"), encoding="utf-8")
        assert until(lambda: server.live.state.number == 2)
    told = json.loads(server.live.state.message())
    known = {"no space": "[Errno 28] No space left", "anything else": "ValueError: so it is <b>"}
    why = known.get(failure, "did not write (mine.txt")
    assert told["old"] and why in told["faults"][0]["message"] and until(lambda: any(why in line for line in said))
    assert "First" in get(server, "/figures/PMC1__f1")[1]
    page = get(server, "/nowhere")[1]
    assert "<code>sitegen serve</code>" in page and "<b>ValueError" not in page and "is <b>" not in page
    mine.unlink(missing_ok=True)
    (content / "figures" / "PMC1__f1.md").write_text(FIGURE.format(title="Third"), encoding="utf-8")
    assert until(lambda: "Third" in get(server, "/figures/PMC1__f1.html")[1])
    assert until(lambda: server.live.state.failure == "" and server.live.state.totals is not None)


def test_a_browser_that_goes_on_is_no_failure(
    live: tuple[Path, Server, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    for error in (BrokenPipeError(), ConnectionResetError()):
        try:
            raise error
        except ConnectionError:
            live[1].handle_error(None, ("127.0.0.1", 1))
    assert capsys.readouterr().err == ""
    try:
        raise KeyError("a fault of the server's own")
    except KeyError:
        live[1].handle_error(None, ("127.0.0.1", 1))
    assert "a fault of the server's own" in capsys.readouterr().err


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_without_a_word_or_a_trace(tmp_path: Path, told: signal.Signals) -> None:
    (tmp_path / "content" / "figures").mkdir(parents=True)
    (tmp_path / "content" / "figures" / "PMC1__f1.md").write_text(FIGURE.format(title="First"), encoding="utf-8")
    command = heeding("-m", "sitegen", "serve", str(tmp_path / "content"), "--port", "0", "--jobs", "1",
                      "--cache", str(tmp_path / "cache"))
    (scratch := tmp_path / "scratch").mkdir()
    environment = {**os.environ, "TMPDIR": str(scratch)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment) as process:
        assert process.stdout is not None
        said = ""
        while "Ctrl-C" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        time.sleep(0.5)  # the watching begins after that line
        assert [*scratch.glob("sitegen-*")]
        process.send_signal(told)
        after = process.stdout.read()
        assert process.wait(20) == 0
    assert after == "" and not [*scratch.glob("sitegen-*")]


def test_events_carry_the_build_and_its_faults(live: tuple[Path, Server, list[str]]) -> None:
    _, server, _ = live
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_address[1]}/-/events", timeout=10) as stream:
        line = stream.readline().decode()
    assert json.loads(line.removeprefix("data: ")) == {"build": 1, "faults": [], "old": False}


def test_another_host_name_is_refused(live: tuple[Path, Server, list[str]]) -> None:
    assert get(live[1], "/", host="evil.example")[0] == 403


def test_unknown_addresses_get_the_site_s_own_page(live: tuple[Path, Server, list[str]]) -> None:
    status, page = get(live[1], "/nowhere")
    assert status == 404
    assert "Page not found" in page


def test_an_address_longer_than_any_file_s_name_is_unknown(live: tuple[Path, Server, list[str]], tmp_path: Path) -> None:
    for path in ("/" + "a" * 300, "/" + "a/" * 3000, "/" + "a" * 5000, "/%00"):
        assert get(live[1], path)[0] == 404, path[:20]
        assert find(tmp_path, path) is None
    assert get(live[1], "/")[0] == 200


@pytest.mark.parametrize("path", ["/", "/figures/PMC1__f1", "/nowhere", "/figures", "/-/reload.js", "/-/events"])
def test_head_answers_as_get_without_a_body(live: tuple[Path, Server, list[str]], path: str) -> None:
    answers = {}
    for method in ("GET", "HEAD"):
        connection = http.client.HTTPConnection("127.0.0.1", live[1].server_address[1], timeout=10)
        connection.request(method, path)
        answer = connection.getresponse()
        headers = {name: value for name, value in answer.getheaders() if name != "Date"}
        answers[method] = answer.status, headers
        if method == "HEAD":
            assert answer.read() == b""
            if headers.get("Connection") != "close":
                connection.request("GET", "/-/reload.js")  # nothing of a body is in its way
                assert connection.getresponse().status == 200
        connection.close()
    assert answers["HEAD"] == answers["GET"]


def test_find_answers_as_static_hosts_do(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "figures" / "a.html").write_text("a")
    (tmp_path / "figures" / "index.html").write_text("all")
    assert find(tmp_path, "/") == tmp_path / "index.html"
    assert find(tmp_path, "/figures/a") == find(tmp_path, "/figures/a.html") == tmp_path / "figures" / "a.html"
    assert find(tmp_path, "/figures/") == tmp_path / "figures" / "index.html"
    assert find(tmp_path, "/figures") is None
    for hostile in ("/../index.html", "/figures/%2e%2e/index.html", "/figures/..%2f..%2fetc", "/%00", "/..\\index.html"):
        assert find(tmp_path / "figures", hostile) is None


@pytest.mark.parametrize("path", ["figures/.PMC1.md.swp", "figures/PMC1.md~", "_site/index.html", ".sitegen-cache/v1/x", "#a#"])
def test_files_beside_the_content_do_not_start_a_build(path: str) -> None:
    assert not _matters(path)


@pytest.mark.parametrize(
    "path", ["figures/PMC1.md", "data/PMC1-genes.tsv", "site.toml", "theme/assets/a.css", "../templates/a.html"]
)
def test_files_of_the_content_and_templates_do(path: str) -> None:
    assert _matters(path)
