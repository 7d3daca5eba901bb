"""Takes over the files of the site that stands, where a build would write the same bytes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.publish.writer import Receipt


@dataclass(frozen=True, slots=True)
class Previous:
    """The site that stands at `place`, and its manifest."""

    place: str
    manifest: Mapping[str, Receipt]

    def holds(self, wanted: Receipt) -> int:
        """The stamp of a file that stands there with the wanted bytes, untouched since sitegen wrote it; else 0."""
        known = self.manifest.get(wanted.path)
        if known is None or known.digest != wanted.digest or known.size != wanted.size:
            return 0
        try:
            status = os.stat(os.path.join(self.place, wanted.path), follow_symlinks=False)
        except OSError:
            return 0
        return known.stamp if status.st_mtime_ns == known.stamp and status.st_size == known.size else 0

    def take(self, wanted: Receipt, staging: str) -> Receipt | None:
        """The wanted file, linked below `staging`; None where it must be written."""
        stamp = self.holds(wanted)
        if not stamp:
            return None
        target = os.path.join(staging, wanted.path)
        source = os.path.join(self.place, wanted.path)
        try:
            try:
                os.link(source, target)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                os.link(source, target)
        except OSError:  # another file system, or none that links
            return None
        return wanted._replace(stamp=stamp)
