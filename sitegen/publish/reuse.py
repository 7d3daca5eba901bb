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
        return known.stamp if is_untouched(os.path.join(self.place, wanted.path), known.stamp, known.size) else 0

    def link(self, wanted: Receipt, staging: str) -> Receipt | None:
        """A file that stands there, linked below `staging`; None where that cannot be done."""
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
        return wanted._replace(stamp=self.manifest[wanted.path].stamp)


def is_untouched(path: str, stamp: int, size: int) -> bool:
    """Whether a file is as it was when it was written: of this size and time of writing."""
    try:
        status = os.stat(path, follow_symlinks=False)
    except OSError:
        return False
    return status.st_mtime_ns == stamp and status.st_size == size
