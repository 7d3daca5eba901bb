"""Whether pictures are served: against a host of the test's own, which does what hosts do."""

from __future__ import annotations

import http.server
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.build.pictures import Served, look_at_pictures
from sitegen.cli import commands
from sitegen.hosts import refusal

JPEG, PNG, GIF = b"\xff\xd8\xff\xe0" + b"x" * 5000, b"\x89PNG\r\n\x1a\n" + b"x", b"GIF89a"
FIGURE = "---\nfigid: {figid}\nfigtitle: A title\ncaption: ''\npmcid: PMC1\nfilename: {filename}\n---\n"


class Host(http.server.BaseHTTPRequestHandler):
    """Answers by the path: a picture, a page, a status, a redirect, nothing."""

    asked: list[tuple[str, str]] = []  # noqa: RUF012  (each test's server has a class of its own)

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        name = self.path.rsplit("/", 1)[-1].split("?")[0]
        times = sum(path == self.path for path, _ in self.asked)
        if name == "slow":
            time.sleep(1)
        if name.isdigit() or (name == "busy" and times == 1):
            self.send_response(int(name) if name.isdigit() else 503)
            self.end_headers()
        elif name == "moved":
            self.send_response(302)
            self.send_header("Location", "/ok.jpg")
            self.end_headers()
        elif name == "broken":
            self.wfile.write(b"nonsense\r\n\r\n")
        else:
            kind, body = {
                "page": ("text/html; charset=utf-8", b"<!doctype html><title>Not here</title>"), "empty": ("image/jpeg", b""),
                "unnamed": ("application/octet-stream", JPEG), "ok.png": ("image/png", PNG), "ok.gif": ("image/gif", GIF),
                "ok.webp": ("image/webp", b"RIFF\0\0\0\0WEBPVP8 "), "ok.svg": ("image/svg+xml", b"\n<svg xmlns=''/>"),
            }.get(name, ("image/jpeg", JPEG))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def host() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The address of a host, and what it was asked."""
    handler = type("Own", (Host,), {"asked": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", handler.asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("path", "reason"), [
    ("/ok.jpg", ""), ("/ok.png", ""), ("/ok.gif", ""), ("/ok.webp", ""), ("/ok.svg", ""), ("/unnamed", ""), ("/moved", ""),
    ("/busy", ""), ("/404", "404 Not Found"), ("/410", "410 Gone"), ("/503", "503 Service Unavailable"), ("/299", "nothing"),
    ("/page", "no picture, but text/html"), ("/empty", "nothing"), ("/slow", "no answer in time"), ("/broken", "nonsense"),
])
def test_a_picture_is_told_by_its_bytes_and_else_the_reason_is(
    host: tuple[str, list[tuple[str, str]]], path: str, reason: str,
) -> None:
    address, asked = host
    assert refusal(address + path, timeout=0.5).strip() == reason
    again = path in ("/busy", "/503", "/slow", "/broken")
    assert [p for p, _ in asked] == [path] * (1 + again) + ["/ok.jpg"] * (path == "/moved")
    assert all(agent.startswith("sitegen/") for _, agent in asked)


def test_a_host_that_is_not_there() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert refusal(f"http://127.0.0.1:{closed.getsockname()[1]}/x.jpg") == "Connection refused"
    assert refusal("http://pictures.invalid/x.jpg") == "the host is not known"


def collection(root: Path, names: dict[str, str], settings: str = "") -> Path:
    (root / "figures").mkdir(parents=True)
    for figid, filename in names.items():
        (root / "figures" / f"{figid}.md").write_text(FIGURE.format(figid=figid, filename=filename), encoding="utf-8")
    (root / "site.toml").write_text(settings, encoding="utf-8")
    return root


def test_a_sample_is_chosen_by_its_seed_and_a_figure_without_a_name_is_none_of_it(tmp_path: Path) -> None:
    content = collection(tmp_path, {f"PMC1__f{n}": f"f{n}.jpg" if n % 4 else "''" for n in range(40)})
    (tmp_path / "figures" / "PMC1__f5.md").write_text("no figure", encoding="utf-8")

    def sample(size: int, seed: str) -> list[str]:
        asked: list[str] = []
        look = look_at_pictures(str(content), size, seed, lambda address: asked.append(address) or "")  # type: ignore[func-returns-value]
        assert look.figures == min(size, 29) and look.problems == () and {s.pictures for s in look.served} == {look.figures}
        return sorted(a for a in asked if "/bin/" in a)

    assert len(sample(100, "")) == 29 and not [a for a in sample(100, "") if a.endswith(("/f0.jpg", "/f4.jpg", "/f5.jpg"))]
    assert sample(10, "monday") == sample(10, "monday") != sample(10, "tuesday")
    assert set(sample(5, "monday")) < set(sample(10, "monday"))


def test_each_address_is_counted_and_a_picture_that_none_has_is_a_fault(tmp_path: Path) -> None:
    content = collection(tmp_path, {"PMC1__a": "a.jpg", "PMC1__b": "b.jpg", "PMC1__c": "c.jpg"},
                         '[images]\nurls = ["https://x.example/{pmcid}/{filename}", "https://y.example/{filename}"]\n')
    known = {"https://x.example/PMC1/a.jpg", "https://x.example/PMC1/b.jpg", "https://y.example/a.jpg"}
    look = look_at_pictures(str(content), 9, "", lambda address: "" if address in known else "404 Not Found")
    assert look.figures == 3
    assert look.served == (Served("https://x.example/{pmcid}/{filename}", 2), Served("https://y.example/{filename}", 1))
    assert [tuple(p)[:5] for p in look.problems] == [
        ("figures/PMC1__c.md", 6, 1, "E701", "c.jpg is served nowhere: 404 Not Found; 404 Not Found")]


def test_the_command_tells_what_it_found(tmp_path: Path, host: tuple[str, list[tuple[str, str]]]) -> None:
    settings = f'[images]\nurls = ["{host[0]}/404?{{filename}}", "{host[0]}/{{filename}}"]\n'
    content = collection(tmp_path / "content", {"PMC1__a": "a.jpg", "PMC1__b": "page"}, settings)
    done = CliRunner().invoke(commands, ["pictures", str(content)], standalone_mode=False)
    assert done.return_value == 1
    assert done.stdout == (
        f"{content}/figures/PMC1__b.md:6:1: E701 page is served nowhere: 404 Not Found; no picture, but text/html\n"
        "    Open the addresses in a browser; correct `filename`, or name a host that has the pictures in [images] urls.\n")
    assert done.stderr == f"0 of 2: {host[0]}/404?{{filename}}\n1 of 2: {host[0]}/{{filename}}\n"
    as_json = CliRunner().invoke(commands, ["pictures", str(content), "--format", "json", "--sample", "1"], standalone_mode=False)
    assert len(json.loads(as_json.stdout)) == as_json.return_value


def test_settings_with_faults_ask_nobody(tmp_path: Path) -> None:
    content = collection(tmp_path, {"PMC1__a": "a.jpg"}, "[images]\nurl = 3\n")
    look = look_at_pictures(str(content), 9, "", lambda address: pytest.fail(f"asked for {address}"))
    assert [p.code for p in look.problems] == ["E502"] and look.figures == 0


def test_an_interrupted_look_asks_no_more(tmp_path: Path) -> None:
    content = collection(tmp_path, {f"PMC1__f{n}": f"f{n}.jpg" for n in range(40)})
    asked: list[str] = []
    over = threading.Event()

    def interrupted(address: str) -> str:
        asked.append(address)
        if len(asked) > 1:  # the others are being asked when the first is interrupted
            over.wait(60)
        raise KeyboardInterrupt

    try:
        with pytest.raises(KeyboardInterrupt):
            look_at_pictures(str(content), 40, "", interrupted)
        assert len(asked) < 10
    finally:
        over.set()
