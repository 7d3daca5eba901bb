"""The loop of `sitegen serve`: build, serve, watch, build again."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from watchfiles import watch

from sitegen.build.report import count, place
from sitegen.content.theme import BUILT_IN
from sitegen.serve.server import Server
from sitegen.serve.site import LiveSite, State

_LOOK = 250  # milliseconds after which the watcher says that nothing was saved
_ENDS = 0.05  # seconds within which the server notes that it is to end


class NoPort(Exception):
    """The port cannot be used; the text says why."""


def serve(
    content: str, port: int, jobs: int, cache: str, say: Callable[[str], None], ready: Callable[[Server], None] | None = None,
    stop: threading.Event | None = None,
) -> None:
    """Serves a collection on http://localhost:<port>/ until `stop` is set, the user interrupts, or it is told to end (SIGTERM).

    Port 0 takes a free one.  The site is kept in a temporary directory that is removed at the end.
    Raises NoPort where the port is taken.
    """
    with _told_as_interrupted(), tempfile.TemporaryDirectory(prefix="sitegen-") as scratch:
        live = LiveSite(content, Path(scratch, "site"), "", jobs, cache)
        try:
            server = Server(port, live)
        except OSError as e:
            raise NoPort(f"port {port} cannot be used: {e.strerror or e}") from None
        live.base_url = f"http://localhost:{server.server_address[1]}/"
        try:
            threading.Thread(target=server.serve_forever, args=(_ENDS,), daemon=True).start()
            saved = _saved(content, stop)
            next(saved, None)  # from now on it takes note of what is saved, while the first build runs, too
            _build(live, say)
            say(f"Serving {live.base_url} (Ctrl-C ends it)")
            if ready is not None:
                ready(server)
            for paths in saved:
                if any(_matters(os.path.relpath(path, content)) for path in paths):
                    _build(live, say)
        except KeyboardInterrupt:
            pass  # the way to end it
        finally:
            server.shutdown()
            server.server_close()


@contextlib.contextmanager
def _told_as_interrupted() -> Iterator[None]:
    """While the block runs, SIGTERM ends it as Ctrl-C does, so that it clears up; signals are the main thread's."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _saved(content: str, stop: threading.Event | None) -> Iterator[Sequence[str]]:
    """The paths of what was saved, none where nothing was for a while, until `stop` is set.

    A watcher follows a directory, not its name: where another one was put in the content's place, it is watched anew.
    """
    new: list[str] = []  # said once the new directory is watched: what is saved while it is built would go unseen
    while True:
        with _held(content) as directory:
            for changes in watch(
                content, BUILT_IN, stop_event=stop, debounce=200, step=30, rust_timeout=_LOOK, yield_on_timeout=True
            ):
                yield new + [path for _, path in changes]
                new = []
                if _directory(content) not in (directory, None):
                    break
            else:
                return
        new = [os.path.join(content, "figures")]


@contextlib.contextmanager
def _held(content: str) -> Iterator[tuple[int, int] | None]:
    """The content's directory, open as long as the block runs: else a new one could get the number of one that was removed."""
    descriptor = os.open(content, os.O_RDONLY) if hasattr(os, "O_DIRECTORY") else None
    try:
        yield _directory(content)
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _directory(content: str) -> tuple[int, int] | None:
    """The directory that stands there, as the file system knows it; None where there is none."""
    try:
        status = os.stat(content)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _matters(path: str) -> bool:
    """Whether a changed file, by its path in the content, can change the site.

    Editors write files beside the one they save; a cache or a built site may stand in the content.
    """
    parts = [p for p in path.split(os.sep) if p not in ("..", ".")]
    hidden = any(p.startswith((".", "_site", "__pycache__")) for p in parts)
    return bool(parts) and not hidden and not parts[-1].startswith("#") and not parts[-1].endswith(("~", ".tmp"))


def _build(live: LiveSite, say: Callable[[str], None]) -> State:
    start = time.monotonic()
    state = live.rebuild()
    for p in state.faults:
        say(f"{place(p)}: {p.code} {p.message}")
    if state.failure:
        say(f"sitegen: {state.failure}")
    faults, warnings = count(state.problems)
    done = "Built" if state.totals else "Nothing new built"
    say(f"{done} in {time.monotonic() - start:.1f} s, {faults} fault{'' if faults == 1 else 's'}, "
        f"{warnings} warning{'' if warnings == 1 else 's'}")
    return state
