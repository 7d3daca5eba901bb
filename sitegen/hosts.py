"""Asks other hosts whether they serve a picture: the only place that calls one."""

from __future__ import annotations

import http.client
import re
import socket
import urllib.error
import urllib.request

from sitegen import __version__

_TIMEOUT = 20.0  # seconds for an answer to begin, and for each piece of it
_HEAD = 64  # bytes: enough to know a picture by
_MAGIC = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n|GIF8|RIFF....WEBP|BM|II\*\0|MM\0\*|(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml)", re.DOTALL)
_AGAIN = frozenset({429, 500, 502, 503, 504})


def refusal(address: str, timeout: float = _TIMEOUT) -> str:
    """Why an http or https address gives no picture; empty where it gives one.

    A picture is told by its first bytes, as browsers tell it, whatever the host calls it.  No more than these are read.
    A host that is busy or does not answer is asked a second time.
    """
    reason, passing = _asked(address, timeout)
    return _asked(address, timeout)[0] if passing else reason


def _asked(address: str, timeout: float) -> tuple[str, bool]:
    """The reason, and whether it may be another one soon."""
    request = urllib.request.Request(address, headers={"User-Agent": f"sitegen/{__version__}", "Accept": "image/*"})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            head = answer.read(_HEAD)
            kind = answer.headers.get_content_type()
    except urllib.error.HTTPError as e:
        e.close()
        return f"{e.code} {http.client.responses.get(e.code, '')}".strip(), e.code in _AGAIN
    except urllib.error.URLError as e:
        return _unreached(e.reason), True
    except (OSError, http.client.HTTPException) as e:
        return _unreached(e), True
    return ("", False) if _MAGIC.match(head) else (f"no picture, but {kind}" if head else "nothing", False)


def _unreached(reason: object) -> str:
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    if isinstance(reason, socket.gaierror):
        return "the host is not known"
    return getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
