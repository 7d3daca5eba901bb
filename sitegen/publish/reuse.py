"""Takes over the files of the site that stands, where a build would write the same bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.publish.writer import Receipt


@dataclass(frozen=True, slots=True)
class Previous:
    """The site that stands at `place`, and its manifest."""

    place: str
    manifest: Mapping[str, Receipt]

    def standing(self, wanted: Iterable[Receipt], directory: str) -> Iterator[Receipt | None]:
        """Of each file, as it stands below `directory` with the wanted bytes, untouched since sitegen wrote it; else None.

        `directory` is the site itself or one of links to its files.
        """
        known_as, stat, prefix = self.manifest.get, os.stat, os.path.join(directory, "")
        for path, size, digest, _ in wanted:  # tens of thousands of files in a second: no call more than it takes
            known = known_as(path)
            if known is not None and known.digest == digest and known.size == size:
                try:
                    status = stat(prefix + path, follow_symlinks=False)
                except OSError:
                    known = None
                else:
                    if status.st_mtime_ns != known.stamp or status.st_size != size:
                        known = None
                yield known
            else:
                yield None

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
