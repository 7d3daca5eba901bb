"""The index's files that concern all documents, and what the tasks' results add to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sitegen.digest import digest
from sitegen.indexes.documents import flag_file
from sitegen.indexes.start import start_file
from sitegen.indexes.suggest import hottest, suggestion_file
from sitegen.output import Output, output

if TYPE_CHECKING:
    from sitegen.build.tasks import PageResult

INDEX = "search"


class IndexFrame(NamedTuple):
    """The index's files that concern all documents, as far as they do not depend on the tasks' results.

    `figids` are the documents, `years` each year and its first document.
    """

    figids: tuple[str, ...]
    years: tuple[tuple[int, int], ...]
    fixed: tuple[Output, ...]

    def outputs(self, results: Sequence[PageResult], images: Sequence[str]) -> Iterator[Output]:
        """The files, with what the results of all tasks, in order, add to them."""
        drawn = {figid for r in results for figid in r.made.drawn}
        extras = [r.made.ranges for r in results if r.made.ranges]
        said = [r.made.statements for r in results if r.made.statements]
        made = [
            output(f"{INDEX}/s/hot.bin", suggestion_file(sorted(hottest(s for e in extras for s in e.hot)))),
            output(f"{INDEX}/f/diagrams.bin", flag_file(figid in drawn for figid in self.figids)),
            *self.fixed,
        ]
        yield from made
        # a browser may keep the index's files as long as their version stands: it is that of their bytes
        written = sorted(r.digest for result in results for r in result.receipts if r.path.startswith(f"{INDEX}/"))
        version = digest(*written, *(o.body for o in sorted(made)))[:8]
        yield output(f"{INDEX}/start.bin", start_file(
            len(self.figids), self.years, version, [(e.start, e.bounds) for e in extras],
            [(e.start, e.suggestions) for e in extras], said, images))
