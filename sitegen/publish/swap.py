"""Puts a finished directory in the place of another, so that a visitor sees the old one or the new one whole."""

from __future__ import annotations

import ctypes
import os
import sys

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap_in(new: str, place: str, aside: str) -> None:
    """Moves `new` to `place`; what stood there before ends at `aside`.

    Linux exchanges the two in one step.  Elsewhere there is an instant between two renames; `recover`
    puts the old directory back where a build was killed in it.
    """
    if not os.path.lexists(place):
        os.rename(new, place)
    elif _exchange(new, place):
        os.rename(new, aside)
    else:
        os.rename(place, aside)
        os.rename(new, place)


def recover(place: str, aside: str) -> None:
    """Puts the old directory back where `swap_in` was killed between its two renames."""
    if os.path.isdir(aside) and not os.path.lexists(place):
        os.rename(aside, place)


def _exchange(a: str, b: str) -> bool:
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # a C library without it
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _RENAME_EXCHANGE) == 0)
