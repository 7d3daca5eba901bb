"""Serves a built site as a static host does, and adds to each page the script that reloads it."""

from __future__ import annotations

import mimetypes
import sys
from collections.abc import Iterable
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen.build.report import place
from sitegen.problems import Problem
from sitegen.serve.site import AGAIN, LiveSite, State

EVENTS, SCRIPT = "/-/events", "/-/reload.js"
_TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".tsv": "text/tab-separated-values"}
_HEARTBEAT = 15.0
_RELOAD = Path(__file__).parent / "data" / "reload.js"
_FAULTS = _RELOAD.with_name("not-built.html")


class Server(ThreadingHTTPServer):
    """An HTTP server on this machine alone."""

    daemon_threads = True

    def __init__(self, port: int, live: LiveSite) -> None:
        self.live = live
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a browser that went on to another page before it had all of this one."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def find(root: Path, path: str) -> Path | None:
    """The file a static host answers an address with: itself, `.html` added, or a directory's `index.html`."""
    parts = [p for p in unquote(path).split("/") if p]
    if any(p in (".", "..") or "\\" in p or "\0" in p for p in parts):
        return None
    place = root.joinpath(*parts)
    directory = path.endswith("/") or not parts
    for candidate in ((place / "index.html",) if directory else (place, place.with_name(place.name + ".html"))):
        try:
            if candidate.is_file() and candidate.resolve().is_relative_to(root.resolve()):
                return candidate
        except OSError:  # a name longer than any file has
            continue
    return None


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not _is_local(self.headers.get("Host", "")):
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"only for this machine\n")
        elif path == EVENTS:
            self._events()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, _TYPES[".js"], _RELOAD.read_bytes())
        else:
            self._page(path)

    def do_HEAD(self) -> None:
        """As `do_GET`, which writes no body for it."""
        self.do_GET()

    def _page(self, path: str) -> None:
        root = self.server.live.out
        place = root / unquote(path).strip("/")
        file = find(root, path)
        body = _read(file)
        if file is None and not path.endswith("/") and find(root, path + "/") is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if file is None or body is None:
            self._missing(place.name.removesuffix(".html"))
            return
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if file.suffix == ".html":
            body += _script(self.server.live.state)
        self._send(HTTPStatus.OK, kind, body)

    def _missing(self, name: str) -> None:
        """A figure's faults where it has some, else the site's own page for unknown addresses."""
        state = self.server.live.state
        mine = state.faults_of(name)
        if mine or state.totals is None:
            body = _fault_page(mine or state.faults, state.failure)
        else:
            page = self.server.live.out / "404.html"
            body = page.read_bytes() if page.is_file() else b"<!doctype html><title>Not found</title><h1>Not found</h1>"
        self._send(HTTPStatus.NOT_FOUND, _TYPES[".html"], body + _script(state))

    def _events(self) -> None:
        """Server-sent events: the state now and after each build, until the browser goes."""
        live = self.server.live
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        state: State | None = live.state
        seen = -1
        try:
            while True:
                if state is not None:
                    seen = state.number
                    self.wfile.write(f"data: {state.message()}\n\n".encode())
                else:
                    self.wfile.write(b": here\n\n")
                self.wfile.flush()
                state = live.wait(seen, _HEARTBEAT)
        except OSError:
            self.close_connection = True

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the command line tells of builds, not of requests."""


def _read(file: Path | None) -> bytes | None:
    """A file's bytes; None where there is none, or a build has just taken it away."""
    try:
        return file.read_bytes() if file else None
    except OSError:
        return None


def _fault_page(faults: Iterable[Problem], failure: str) -> bytes:
    rows = f"<li><code>sitegen serve</code> {escape(failure)}<br>{AGAIN}" if failure else ""
    rows += "".join(
        f"<li><code>{escape(place(p))}</code> <b>{p.code}</b> {escape(p.message)}<br>{escape(p.advice)}" for p in faults
    )
    return _FAULTS.read_text(encoding="utf-8").replace("<!-- faults -->", rows).encode()


def _script(state: State) -> bytes:
    return f'<script src="{SCRIPT}" data-build="{state.number}"></script>'.encode()


def _is_local(host: str) -> bool:
    """Whether a request names this machine: another name is a page elsewhere that was pointed here."""
    return host.rsplit(":", 1)[0] in ("localhost", "127.0.0.1", "[::1]")
