"""Keeps the site before the one that stands, as far as both have the same files, to make the next one of.

A new site is a new directory, so that a visitor sees the old one or the new one whole.  To fill it with links
to tens of thousands of files that did not change, and to remove as many afterwards, takes longer than to write
the few that did.  So the directory that a build takes down is kept as a spare: its files are the very files
of the site (links to them, which take no room), and the next build only adds and removes what differs.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Mapping

from sitegen.output import check_path
from sitegen.publish.manifest import strangers
from sitegen.publish.writer import Receipt

_SPARE, _WHOLE = "spare", "spare-whole"


def take_spare(state: str) -> str | None:
    """The spare below a site's state directory, from now on half-made; None where there is none."""
    spare = os.path.join(state, _SPARE)
    try:
        os.remove(os.path.join(state, _WHOLE))
    except OSError:
        return None
    return spare if os.path.isdir(spare) and not os.path.islink(spare) else None


def complete(spare: str, new: str, wanted: Mapping[str, Receipt]) -> str:
    """The wanted site, made of the spare: without what is not wanted, links first of all, and with the files of `new`.

    Where something cannot be removed the site is made the other way round: the spare's wanted files go to `new`.
    """
    while extra := strangers(spare, wanted, limit=10_000):
        for path in extra:
            _remove(os.path.join(spare, path))
        if any(os.path.lexists(os.path.join(spare, path)) for path in extra):
            _move(spare, new, lambda path: path in wanted and not os.path.lexists(os.path.join(new, path)))
            lost = next((path for path in wanted if not os.path.lexists(os.path.join(new, path))), None)
            if lost is not None:
                raise OSError(errno.EBUSY, "cannot be moved from there", os.path.join(spare, lost))
            return new
    _move(new, spare, lambda _: True)
    return spare


def _move(source: str, target: str, chosen: Callable[[str], bool]) -> None:
    """Moves the chosen files below a directory to the same places below another."""
    for directory, _, files in os.walk(source):
        here = os.path.relpath(directory, source)
        prefix, place = ("", target) if here == "." else (here.replace(os.sep, "/") + "/", os.path.join(target, here))
        mine = [name for name in files if chosen(prefix + name)]
        if mine:
            os.makedirs(place, exist_ok=True)
        for name in mine:
            os.replace(os.path.join(directory, name), os.path.join(place, name))


def keep_spare(state: str, site: str, old: str | None, before: Mapping[str, Receipt], now: Mapping[str, Receipt]) -> None:
    """Makes a spare of the site that was taken down: of its files those remain that the new site has, too.

    Where it has few of them, or none was taken down, the spare is made of links to the new site's files.  There is
    none where something stands in its place that cannot be removed.
    """
    gone = [path for path, r in before.items() if now.get(path) != r]
    spare = os.path.join(state, _SPARE)
    _clear(spare)
    if os.path.lexists(spare):
        if old is not None:
            _clear(old)
        return
    if old is not None and (2 * len(gone) > len(before) or os.path.islink(old)):
        _clear(old)
        old = None
    if old is None:
        if not _linked(site, spare, now):
            _clear(spare)
            return
    else:
        for path in gone:
            if _stays_below(path):
                _remove(os.path.join(old, path))
        os.rename(old, spare)
    with open(os.path.join(state, _WHOLE), "wb"):
        pass


def _linked(site: str, spare: str, paths: Iterable[str]) -> bool:
    """Links all files of a site below the spare; False where a file system has no links."""
    made: set[str] = set()
    try:
        for path in paths:
            directory = path.rpartition("/")[0]
            if directory not in made:
                os.makedirs(os.path.join(spare, directory), exist_ok=True)
                made.add(directory)
            os.link(f"{site}/{path}", f"{spare}/{path}")
    except OSError:
        return False
    return True


def remove_half_made(state: str) -> None:
    """Removes a spare that a killed build was at work on."""
    if not os.path.exists(os.path.join(state, _WHOLE)):
        _clear(os.path.join(state, _SPARE))


def _clear(directory: str) -> None:
    if os.path.islink(directory):
        os.remove(directory)
    else:
        shutil.rmtree(directory, ignore_errors=True)


def _stays_below(path: str) -> bool:
    """Whether a path of a manifest, which somebody may have made up, is one that sitegen writes."""
    try:
        check_path(path)
    except ValueError:
        return False
    return True


def _remove(path: str) -> None:
    try:
        os.rmdir(path) if path.endswith("/") else os.remove(path)
    except OSError:
        shutil.rmtree(path, ignore_errors=True)
