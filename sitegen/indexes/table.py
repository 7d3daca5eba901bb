"""The table of all figures as files: titles as numbers of words, figids as a PMCID and the rest; see docs/search-index.md.

Ninety thousand titles and figids as they are take more than three megabytes compressed; so written, two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sitegen.digest import canonical_json
from sitegen.indexes.shards import compress
from sitegen.indexes.varint import steps, text, varint
from sitegen.model.summary import Summary

TABLE = 1024
"""Documents whose rows of the table stand in one file."""
_FILES = 2  # files that hold a word of words.bin; a rarer one is spelt where it stands
_FIGID = re.compile(r"PMC([1-9][0-9]{0,11})__(.*)", re.DOTALL)


def table_files(figures: Sequence[Summary]) -> Iterator[tuple[str, bytes]]:
    """The files of the table, with their names: words of titles, then one file for `TABLE` documents each."""
    files = [figures[start : start + TABLE] for start in range(0, len(figures), TABLE)]
    words = common_words([[s.title for s in some] for some in files])
    yield "words", compress(canonical_json(words).encode("utf-8", "replace"))
    codes = {word: varint(i) for i, word in enumerate(words, 1)}
    for number, some in enumerate(files):
        yield str(number), compress(table_file(some, codes))


def common_words(files: Sequence[Sequence[str]]) -> list[str]:
    """The words that titles of several files share, most frequent first; a word is what stands between spaces."""
    counts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for titles in files:
        mine = Counter(word for title in titles for word in title.split(" "))
        counts.update(mine)
        spread.update(mine.keys())
    return sorted((w for w, n in spread.items() if n >= _FILES), key=lambda w: (-counts[w], w))


def table_file(figures: Sequence[Summary], codes: Mapping[str, bytes]) -> bytes:
    """The rows of some figures before compression; `codes` holds the numbers of shared words."""
    own: list[str] = []
    titles = [_title(s.title, codes, own) for s in figures]
    ids = [_split(s.figid) for s in figures]
    labels = {label: varint(i) for i, label in enumerate(dict.fromkeys(s.label for s in figures))}
    return b"".join((
        varint(len(figures)), *titles,
        varint(len(own)), *map(text, own),
        steps(n for n, _ in ids), *(text(rest) for _, rest in ids),
        varint(len(labels)), *map(text, labels), *(labels[s.label] for s in figures),
    ))


def _title(title: str, codes: Mapping[str, bytes], own: list[str]) -> bytes:
    """A title's number of words, and the number of each: 0 for the next of the file's own, to which it is added."""
    words = title.split(" ")
    own += [w for w in words if w not in codes]
    return varint(len(words)) + b"".join(codes.get(w, b"\0") for w in words)


def _split(figid: str) -> tuple[int, str]:
    """A figid's PMCID as a number, and what follows it; 0 and all of it where it is of another form."""
    found = _FIGID.fullmatch(figid)
    return (int(found[1]), found[2]) if found else (0, figid)

