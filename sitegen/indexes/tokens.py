"""How text becomes search terms; `templates/assets/tokens.js` is this module's twin.

Both run on tests/indexes/cases.json.  A term is lower-case letters and digits without accents, Greek
letters and their names as one Latin letter: `IL-6`, `il 6` and `IL6` are `il6`, `NF-κB` and
`NF-kappa B` are `nfkb`.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from itertools import chain, islice, pairwise
from operator import xor

from sitegen.once import once
from sitegen.text import GREEK, GREEK_NAMES

_LETTERS = str.maketrans(GREEK)
_NAME = re.compile("|".join(sorted(GREEK_NAMES, key=len, reverse=True)))
# interleukin-6 is IL-6 and interferon gamma IFN-γ; what follows says that a name goes on, not another word
_WRITTEN_OUT = re.compile(r"(?:interleukin(?=[0-9])|interferon(?=[abgl][0-9]?$))")
_SHORT = {"interleukin": "il", "interferon": "ifn"}
_MARKS = re.compile("[\u0300-\u036f\u00ad]")
_JOINED = re.compile(r"[\W_]+|[\U00010000-\U0010ffff]+")
_HYPHEN = re.compile("[-\u2010-\u2015\u2212]")
_COMPOUND = re.compile("[^\\W_]+(?:[-\u2010-\u2015\u2212][^\\W_]+)*")
_GAPS = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "-"}
_LOOSE = (" -", "- ", "--")
# `il 6`, `tgf beta 1`, `nf-kappa b`: a number or a Greek letter after a short word
_SECOND = re.compile(
    r"[ -](?<=[^\W\d_].)([0-9]{1,2}[^\W\d_]?|alpha|beta|gamma|delta|epsilon|zeta|theta|kappa|lambda|sigma|omega|[α-ωϵĸ])"
    r"(?:[ -]?(alpha|beta|gamma|delta|[^\W\d_]|[0-9]{1,2}))?(?![^\W_])"
)
_FIRST = re.compile(r"(?:^|[\s(\[/,;:])([^\W\d_]{2,6}|interleukin|interferon)$")
_REACH = 12  # letters of the longest first word, and the character before it
_DIGIT = re.compile(r"\d")
STOPWORDS = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "for", "from", "has", "have", "in", "into", "is", "it",
    "its", "may", "not", "of", "on", "or", "such", "than", "that", "the", "their", "then", "these", "this", "to", "was", "were",
    "which", "with",
))
_LONG_WORD = 5
_SHORT_PART = 3
MAX_TERM = 64
_MIX, _WORD, _DROPPED = 0x9E3779B1, 0xFFFFFFFF, 16
_MOST_KNOWN = 60_000


def plain(text: str) -> str:
    """The text in lower case, without accents, compatibility forms replaced (NFKD, marks dropped, casefold, NFC)."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold())


def _latin(text: str) -> str:
    text = _NAME.sub(_letter, text)
    if not text.isascii():
        text = text.translate(_LETTERS)
    written_out = _WRITTEN_OUT.match(text) if text[:5] == "inter" else None
    return text if written_out is None else _SHORT[written_out[0]] + text[written_out.end():]


def _letter(name: re.Match[str]) -> str:
    return GREEK_NAMES[name.group(0)]


@once
def term(name: str) -> str:
    """The one term of a name or identifier; empty where it has neither letter nor digit."""
    return _latin(_JOINED.sub("", plain(name)))[:MAX_TERM]


def sequence(text: str) -> list[str]:
    """The words of a text in order, as phrases are compared: every word, hyphens and Greek folded."""
    return [w for c in _COMPOUND.findall(plain(text)) for w in _words(c)]


def terms(text: str) -> set[str]:
    """The terms under which a text is found: its words, and what hyphens and spaces hold together."""
    return analyse(text)[0]


def analyse(text: str) -> tuple[set[str], set[int]]:
    """The terms of a text, and the code of each pair of neighbouring words."""
    low = plain(text)
    parts = list(map(_KNOWN.__getitem__, _compounds(low)))
    words, mixed, upper = zip(*parts, strict=True) if parts else ((), (), ())
    found = set(chain.from_iterable(words))
    for m in _SECOND.finditer(low):
        start = m.start()
        first = _FIRST.search(low[start - _REACH if start > _REACH else 0 : start])
        if first and first.group(1) not in STOPWORDS:
            name = first.group(1) + m.group(1)
            found.add(term(name))
            if m.group(2):
                found.add(term(name + m.group(2)))
    return found, set(map(xor, chain.from_iterable(mixed), islice(chain.from_iterable(upper), 1, None)))


def _compounds(low: str) -> list[str]:
    """The words of a text, those that hyphens join as one; most texts are ASCII, in which they stand between blanks."""
    if low.isascii():
        spaced = f" {low.translate(_GAPS)} "
        if not any(map(spaced.__contains__, _LOOSE)):
            return spaced.split()
    return _COMPOUND.findall(low)


class _Compounds(dict[str, tuple[tuple[str, ...], list[int], list[int]]]):
    """What is known of compounds: most of a collection's words come again."""

    def __missing__(self, compound: str) -> tuple[tuple[str, ...], list[int], list[int]]:
        part = _part(compound)
        if len(self) < _MOST_KNOWN and len(compound) <= MAX_TERM:
            self[compound] = part
        return part


_KNOWN = _Compounds()


def _part(compound: str) -> tuple[tuple[str, ...], list[int], list[int]]:
    """A compound's terms, and of each of its words the upper half of its mixed checksum and of its checksum."""
    if compound.isascii() and "-" not in compound:
        word = _latin(compound)[:MAX_TERM]
        found: tuple[str, ...] = (word,) if is_word(word) else ()
        words: tuple[str, ...] = (word,)
        if word != compound and len(compound) <= MAX_TERM:
            found = (*found, compound)
    else:
        found, words = _compound_terms(compound), _words(compound)
    sums = [zlib.crc32(w.encode()) for w in words]
    return found, [(s * _MIX & _WORD) >> _DROPPED for s in sums], [s >> _DROPPED for s in sums]


def _words(compound: str) -> tuple[str, ...]:
    return tuple(w for p in _HYPHEN.split(compound) if (w := term(p)))


def _compound_terms(compound: str) -> tuple[str, ...]:
    parts = [p for p in _HYPHEN.split(compound) if p]
    found = []
    for part in parts:
        word = term(part)
        if is_word(word):
            found.append(word)
        if word != part and part.isascii() and len(part) <= MAX_TERM:
            found.append(part)  # `synthetase` holds `theta`: whoever types it has only `synthet` yet
    if len(parts) > 1:
        found.extend(_runs(parts))
    return tuple(found)


def _runs(parts: list[str]) -> list[str]:
    """Joined runs of two or three parts that look like one name: `IL-6`, `NF-κB`, `anti-IL-6`, not `cell-mediated`."""
    found = []
    for start in range(len(parts) - 1):
        for end in (start + 2, start + 3):
            run = parts[start:end]
            if len(run) < end - start or all(p.isdecimal() for p in run):
                continue
            if (start or end > 2) and len(run[-1]) >= _LONG_WORD and run[-1].isalpha():
                continue
            if any(len(p) <= _SHORT_PART or not p.isascii() or p in GREEK_NAMES or _DIGIT.search(p) for p in run):
                found.append(term("".join(run)))
    return found


def is_word(word: str) -> bool:
    """Whether a word of running text is worth a term: no stop word, single letter or number below 100."""
    return len(word) > 1 and word not in STOPWORDS and not (len(word) < 3 and word.isdecimal())


def pair_codes(words: Sequence[str]) -> list[int]:
    """A 16-bit code for each pair of neighbouring words, by which phrases are found.

    It is the upper half of `crc32(first) * 0x9E3779B1 mod 2**32 xor crc32(second)`.
    """
    hashes = [zlib.crc32(w.encode()) for w in words]
    return [((a * _MIX & _WORD) ^ b) >> _DROPPED for a, b in pairwise(hashes)]
