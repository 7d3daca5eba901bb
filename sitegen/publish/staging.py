"""The output directory of a build: staged beside it, checked, swapped in at the end.

Beside `_site` stands `._site.sitegen`, which holds the lock, the manifest of what sitegen wrote, a spare
(see `publish.spare`) and, while a build runs, the new site and the workers' scratch files.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.publish.lock import Locked, lock
from sitegen.publish.manifest import read_manifest, strangers, write_manifest
from sitegen.publish.reuse import Previous
from sitegen.publish.spare import complete, keep_spare, remove_half_made, take_spare
from sitegen.publish.swap import recover, swap_in
from sitegen.publish.writer import Receipt


class Refused(Exception):
    """The output directory cannot be used; the text says why and what to do."""


class Staging:
    """Directories of a running build: `site` takes what is new of the site, `scratch` is thrown away."""

    def __init__(self, previous: Previous, site: str, scratch: str, state: str) -> None:
        self.previous, self.site, self.scratch, self._state = previous, site, scratch, state
        self.place = previous.place
        self._base: str | None = None

    def refuse_other(self, path: str, wanted: bool, what: str) -> None:
        """Raises Refused where the directory holds what another command made: it has a file of that path, or it has none."""
        known = self.previous.manifest
        if known and (path in known) != wanted:
            raise Refused(f"{self.place} holds {what}; choose another --out, or remove it yourself")

    def take(self, wanted: Sequence[Receipt]) -> list[Receipt | None]:
        """Of each wanted file, as it is taken over from the site that stands; None where it must be written."""
        if self._base is None:
            self._base = take_spare(self._state) or ""
        taken: list[Receipt | None] = [None] * len(wanted)
        if self._base:
            taken = list(self.previous.standing(wanted, self._base))
        left = [i for i, known in enumerate(taken) if known is None]
        for i, known in zip(left, self.previous.standing([wanted[i] for i in left], self.place), strict=True):
            taken[i] = self.previous.link(known, self.site) if known else None
        return taken

    def publish(self, receipts: Iterable[Receipt]) -> bool:
        """Swaps the new site in and remembers what it consists of; False where the old one is all of it."""
        if self._base is None and not os.listdir(self.site):
            return False
        before, wanted = self.previous.manifest, {r.path: r for r in receipts}
        site = complete(self._base, self.site, wanted) if self._base else self.site
        manifest = os.path.join(self._state, "manifest")
        aside = os.path.join(self._state, "old")
        # The new list is at hand before the swap, and stands for both sites until the old one is gone.
        write_manifest(manifest + ".new", wanted.values())
        swap_in(site, self.place, aside)
        os.replace(manifest + ".new", manifest)
        keep_spare(self._state, self.place, aside if os.path.isdir(aside) else None, before, wanted)
        return True


@contextlib.contextmanager
def staging(out: str, content: str) -> Iterator[Staging]:
    """A staging area for the output directory `out`, locked against other builds while the block runs.

    Raises Refused where another build runs, where `out` holds what sitegen did not write, or where
    `out` and `content` lie in one another.
    """
    place = os.path.realpath(out)
    _refuse_nested(place, os.path.realpath(content))
    if os.path.lexists(place) and not os.path.isdir(place):
        raise Refused(f"{out} is not a directory")
    parent, name = os.path.split(place)
    if not name:
        raise Refused(f"{out} is the root of the file system")
    state = os.path.join(parent, f".{name}.sitegen")
    if os.path.islink(state) or os.path.islink(os.path.join(state, "old")):
        raise Refused(f"{state} holds a link where sitegen makes none; remove it")
    try:
        os.makedirs(state, exist_ok=True)
    except OSError as e:
        raise Refused(f"{state} cannot be made: {e.strerror}") from None
    held = os.path.join(state, "lock")
    if not os.access(state, os.W_OK) or (os.path.lexists(held) and not (os.path.isfile(held) and os.access(held, os.W_OK))):
        raise Refused(f"{state} cannot be written")
    try:
        with lock(held):
            aside = os.path.join(state, "old")
            recover(place, aside)
            manifest = _refuse_strangers(out, place, state)
            area = Staging(Previous(place, manifest), _own(state, "new"), _own(state, "scratch"), state)
            _remove_leftovers(state)
            os.mkdir(area.site)
            os.mkdir(area.scratch)
            try:
                yield area
            finally:
                shutil.rmtree(area.site, ignore_errors=True)
                shutil.rmtree(area.scratch, ignore_errors=True)
    except Locked:
        raise Refused(f"another build is writing {out}; wait for it to end") from None


def _own(state: str, name: str) -> str:
    """A name that no other build has: a worker on another machine may outlive its build and still write."""
    return os.path.join(state, f"{name}-{os.getpid()}-{time.time_ns()}")


def _remove_leftovers(state: str) -> None:
    """Removes what killed builds left; the caller holds the lock."""
    for name in os.listdir(state):
        if name == "old" or name.startswith(("new-", "scratch-")):
            shutil.rmtree(os.path.join(state, name), ignore_errors=True)
    remove_half_made(state)


def _refuse_nested(place: str, content: str) -> None:
    try:
        common = os.path.commonpath((place, content))
    except ValueError:  # two drives
        return
    if common == place:
        raise Refused("the output directory holds the content; choose another --out")
    if common == content and not os.path.basename(place).startswith("_"):
        raise Refused("the output directory lies in the content; choose another --out, or a name that starts with '_'")


def _refuse_strangers(out: str, place: str, state: str) -> Mapping[str, Receipt]:
    """The manifest of the site that stands, if all of the site is in it."""
    manifest = os.path.join(state, "manifest")
    if not os.path.isdir(place):
        return {}
    # a build killed at the swap leaves two manifests, of which one is this site's
    if os.path.exists(manifest + ".new"):
        if not strangers(place, read_manifest(manifest + ".new"), 1):
            os.replace(manifest + ".new", manifest)
        else:
            os.remove(manifest + ".new")
    known = read_manifest(manifest)
    found = strangers(place, known)
    if found:
        shown = ", ".join(found)
        raise Refused(f"{out} holds what sitegen did not write ({shown}, …); empty it yourself or choose another --out")
    return known
