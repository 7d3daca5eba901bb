"""A directory behind a local server, as a static host serves it; tests look at sites through it, too."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a file as it is."""

    protocol_version = "HTTP/1.1"  # hosts keep connections open
    disable_nagle_algorithm = True  # else a file waits for the receipt of its head
    timeout = 60  # of a connection that nobody uses

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages says
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        return


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64  # a page opens several connections at once

    def handle_error(self, request: object, client_address: object) -> None:
        return  # a browser that closes a connection is no error


@contextlib.contextmanager
def served(directory: Path | str, handler: type[Handler] = Handler) -> Iterator[str]:
    """The address of the directory while the block runs."""
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(directory)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
