"""Which entity the words of a phrase name, once what surrounds the name is gone."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.once import once
from sitegen.relations.names.symbols import INDEX, RESIDUE, ROMAN, has_ending, is_place, shaped

_WRONG = frozenset({"s", "base"})
_CELLS = ("cyte", "cytes", "blast", "blasts")
_NUMBERED = frozenset(
    {"type", "class", "group", "complex", "phase", "stage", "route", "step", "path", "panel", "model", "scheme", "case", "mode"}
)
_GENOTYPE = re.compile("[-+−–‐]/[-+−–‐]")
_CHANGING = frozenset(
    {"increase", "decrease", "increases", "decreases", "cause", "causes", "block", "blocks", "yield", "yields", "form", "forms"}
)
_LIGASE = frozenset({"ligase", "ligases"})
_LETTERED = re.compile(r"(?:[A-Z]\d?[-–/]|\d{1,2}/)\w")
"""A symbol whose first letter or number belongs to the word before it: "cyclin D-CDK6", "thrombospondin 1/TGFB1"."""


class Name(NamedTuple):
    """An entity's name in the caption's words, and how it was known."""

    text: str
    kind: str


def is_process(low: list[str]) -> bool:
    """Whether the words end in a process's name."""
    last = low[-1]
    if last not in lexis.PROCESSES:
        return False
    return last not in lexis.MODIFIED or len(low) > 1


def short_symbol(word: str) -> bool:
    """Whether a word of three letters that opens a sentence is a symbol, as English does not know it: "Cer"."""
    return (
        len(word) == 3
        and word[0].isupper()
        and word[1:].islower()
        and word.isalpha()
        and word.lower() not in lexis.PLAIN_ENGLISH
        and word.lower() not in lexis.ENGLISH_THREE
    )


@once
def _telling(word: str) -> bool:
    """Whether a word inside a sentence shows by its letters, or by a capital, that it names something."""
    if shaped(word) or word in lexis.SYMBOLS:
        return True
    if not word[:1].isupper() or len(word) < 3 or word in lexis.NOT_SYMBOLS:
        return False
    low = word.lower()
    if "-" in word and low.rpartition("-")[2] in lexis.UNNAMED:
        return False
    return low not in lexis.REJECTED and not is_place(word) and not (word[1:].islower() and low.endswith(lexis.ADJECTIVE))


def _telling_first(word: str) -> bool:
    """Whether the first word of a sentence, where a capital says nothing, shows that it names something."""
    return shaped(word) or word in lexis.SYMBOLS or short_symbol(word)


@once
def may_name(word: str) -> bool:
    """Whether a word can be, or end, an entity's name: a symbol, a capital, a substance, a process, a class."""
    if word[:1].isupper() or shaped(word):
        return True
    low = word.lower()
    return low in lexis.PROCESSES or low in lexis.CHEMICALS or low in lexis.CLASSES or has_ending(low)


def _two_names(first: str, second: str) -> bool:
    """Whether two symbols side by side are two names: "TLR4 MYD88", but not "p38 MAPK" or "BRAF V600E"."""
    return (
        shaped(second)
        and second not in lexis.FAMILIES
        and not INDEX.fullmatch(second)
        and not (second.isalnum() and second[1:-1].isdigit())
        and first not in lexis.NOT_SYMBOLS
    )


def _stands_alone(symbol: str, before: str) -> bool:
    """Whether a symbol after a common noun is a name without it: the word only says what it is."""
    return (
        symbol not in lexis.FAMILIES
        and INDEX.fullmatch(symbol) is None
        and RESIDUE.fullmatch(symbol) is None
        and before not in ("complex", "type", "subunit", "isoform", "isoforms")
    )


def _tells_more(word: str) -> bool:
    """Whether a word is no name, but says something of the one before its dash: "A-driven", "A-regulation"."""
    stem, dash, tail = word.rpartition("-")
    return bool(dash) and (tail.lower() in lexis.SUFFIXES or (tail.lower() in lexis.EFFECTS and shaped(stem)))


@once
def _bends(word: str) -> str:
    """The form of a verb that is no noun as well: "base", "s", "ing" where it states something; empty for all other words."""
    if word not in lexis.FORMS or word in lexis.NOUN_TOO:
        return ""
    kinds = lexis.KINDS[word]
    if len(kinds) > 1 or kinds == {"ed"}:
        return ""
    (kind,) = kinds
    told = kind != "ing" or (word not in lexis.TRANSPARENT and any(lexis.SENSES[f.verb] for f in lexis.FORMS[word]))
    return kind if told else ""


def _states(core: list[str]) -> bool:
    """Whether the words hold a verb that its sentence bends wrongly: "invasion mediate metastasis", "targeting factors"."""
    if _bends(core[0]) in ("s", "ing"):
        return True
    return len(core) > 2 and not _WRONG.isdisjoint(map(_bends, core[1:-1]))


def name_of(core: list[str], low: list[str], opens: bool) -> Name | None:
    """The name in the words that are left, or None where they name nothing in particular."""
    if len(core) > 8:
        core, low = core[-8:], low[-8:]
        opens = False
    last = low[-1]
    n = len(core)
    if (
        not last
        or last[-1] in "-–/"
        or (n == 1 and (last in lexis.CLASS or (core[0][0] in "STY" and RESIDUE.fullmatch(core[0]))))
        or ("-" in last and _tells_more(core[-1]))
        or last.endswith(_CELLS)
        or low[0][:4] == "non-"
        or ("/" in low[0] and _GENOTYPE.search(core[0]) is not None)
    ):
        return None
    if n > 1:
        if (low[0] in lexis.RESIDUES and core[1].isdigit()) or ("/" in last and _GENOTYPE.search(last) is not None):
            return None
        if last == "dependent":
            # "an A and B dependent pathway"
            return name_of(core[:-1], low[:-1], opens)
        if last == "independent":
            return None
    if n == 2 and last in lexis.APPOSED and (shaped(core[0]) or low[0] in lexis.CHEMICALS or has_ending(low[0])):
        # "the DGK enzyme", "the aldolase enzyme"
        return name_of(core[:1], low[:1], opens)
    if last == "acid" and "acid" in low[1:-2]:
        # "the fatty acid linoleic acid"
        at = low.index("acid", 1) + 1
        return name_of(core[at:], low[at:], False)
    first: int | None = None
    for k in range(n):
        if _telling_first(core[0]) if opens and k == 0 else _telling(core[k]):
            first = k
            break
    if first is not None and first < n - 1 and ". " in core[first]:
        # "S. cerevisiae GAL4" is GAL4
        return name_of(core[first + 1 :], low[first + 1 :], False)
    if first is not None:
        if first > 0 and "/" in core[first] and core[first].partition("/")[0].islower():
            first -= 1
        for k in range(n - 2, first - 1, -1):
            follows = core[k + 1]
            if (low[k] in lexis.CLASS or low[k] in lexis.CHAIN) and (
                shaped(follows) or (k + 2 == n and follows[:1].isupper() and not ROMAN.fullmatch(follows) and len(follows) > 1)
            ):
                core, low, first = core[k + 1 :], low[k + 1 :], 0
                n = len(core)
                break
        if (
            last in lexis.REJECTED
            and last not in lexis.CLASSES
            and n > first + 1
            and not INDEX.fullmatch(core[-1])
            and not ROMAN.fullmatch(core[-1])
            and last not in lexis.ANSWERS
            and last not in ("signaling", "signalling")
            and not (core[first] in ("DNA", "RNA") and last in lexis.PROCESSES)
        ):
            return None
        tail = core[-1]
        if last in _LIGASE and n - first > 2 and "ubiquitin" in low[first + 1 : -1]:
            # "RNF8 E3 ubiquitin ligase"
            at = low.index("ubiquitin", first + 1)
            at -= core[at - 1] in ("E1", "E2", "E3")
            if at > first:
                return name_of(core[first:at], low[first:at], False)
        if last == "kinases" and n - first == 2 and shaped(core[first]) and core[first] not in ("MAP", "PI3", "S6", "MAPK"):
            return Name(core[first], "shape")
        if first > 0 and (core[first - 1] in ("RNA", "DNA") or low[first - 1] == "cyclic"):
            first -= 1
        elif first > 0 and _LETTERED.match(core[first]) and (low[first - 1] in lexis.CHEMICALS or has_ending(low[first - 1])):
            # "cyclin D-CDK6"
            return Name(" ".join(core[first - 1 :]), "index")
        elif first > 1 and ROMAN.fullmatch(core[first - 1]) and low[first - 2] in ("type", "group", "class"):
            first -= 2
        while (
            first > 0
            and (
                INDEX.fullmatch(core[first])
                and low[first - 1] not in lexis.DROPPED
                and low[first - 1] not in lexis.AGENTS
                and not (low[first - 1] in lexis.CLASS and shaped(core[first]))
            )
            and first == n - 1
        ):
            k = first - 1
            while (
                k > 0
                and low[k - 1] not in lexis.DROPPED
                and low[k - 1] not in lexis.CLASS
                and not shaped(core[k - 1])
                and n - k < 6
            ):
                k -= 1
            return Name(" ".join(core[k:]), "index")
        if last in ("signaling", "signalling") and n - first > 1:
            return name_of(core[first:-1], low[first:-1], False)
        if last in lexis.PROCESSES and n - first > 1:
            return Name(" ".join(core[first:]), "process")
        if (
            n - first > 1
            and not lexis.REJECTED.isdisjoint(low[first + 1 :])
            and last not in lexis.CLASSES
            and not shaped(tail)
            and not (n - first == 2 and (ROMAN.fullmatch(tail) or INDEX.fullmatch(tail)))
        ):
            return None
        for k in range(first + 1, n - 1):
            if (
                core[k] in lexis.FORMS
                and (core[k] not in lexis.NOUN_TOO or core[k] in _CHANGING)
                and not lexis.KINDS[core[k]].isdisjoint(("base", "s"))
            ):
                # a verb that its sentence bends wrongly: "enabling A phosphorylate B", "A signal increase B"
                return None
        if n - first > 2 and shaped(tail) and core[-2].isalpha() and core[-2].islower() and _stands_alone(tail, low[-2]):
            # "the MET antisense oligonucleotide AZX915", "the P53 target gene PUMX"
            return Name(tail, "shape")
        kind = "shape" if shaped(core[first]) else "cap"
        if n - first == 2 and kind == "shape" and _two_names(core[first], tail):
            return Name(" ".join(core[first:]), "unknown")
        if n - first == 2 and (INDEX.fullmatch(tail) or ROMAN.fullmatch(tail)):
            kind = "index"
        elif n - first > 1:
            kind = kind if last in lexis.CLASSES or shaped(tail) or has_ending(last) else "long"
        # "transcription factor c-jun": the class before a symbol is no part of the name
        return Name(" ".join(core[first:]), kind)
    if n > 1 and _states(core):
        return None
    whole = " ".join(low)
    if whole in lexis.CHEMICALS:
        return Name(" ".join(core), "chemical")
    if n > 2 and low[0] in lexis.BEARING:
        return name_of(core[1:], low[1:], False)
    if n == 2 and low[0] in _NUMBERED:
        return None
    if n > 1 and ((len(core[-1]) == 1 and core[-1].isupper()) or (core[-1][0] in "IVXivx" and ROMAN.fullmatch(core[-1]))):
        return Name(" ".join(core), "index")
    if n > 1 and low[0] in lexis.CLASS and last not in lexis.PROCESSES and last not in lexis.CLASSES:
        return name_of(core[1:], low[1:], False)
    if n > 2 and low[1] in lexis.CLASS and (last in lexis.CHEMICALS or has_ending(last)):
        return name_of(core[2:], low[2:], False)
    if is_process(low):
        if last in ("signaling", "signalling") and (low[-2] in lexis.UNTELLING or low[-2] in lexis.FORMS):
            return None
        if (n == 2 and (low[0] in lexis.CLASS or low[0] == "complex") and low[0] != "protein") or (
            last == "activation" and not (low[-2] in lexis.STEMS or low[-2].endswith(("cyte", "glia", "glial", "phage", "let")))
        ):
            return None
        return Name(" ".join(core), "process")
    if n == 1 and last in lexis.ALONE:
        return Name(core[0], "bare")
    if last in lexis.CHEMICALS and n <= 3:
        kept = core[-1:] if n > 1 and low[-2].endswith(("al", "ic", "ed", "ar")) else core
        return Name(" ".join(kept), "chemical")
    if last in lexis.CLASSES and n > 1:
        telling = [w for w in low[:-1] if w not in lexis.UNTELLING and w not in lexis.DROPPED and w not in lexis.CLASS]
        if telling and n <= 5:
            return Name(" ".join(core), "class")
        return None
    if last in lexis.REJECTED:
        return None
    if n <= 4 and has_ending(last):
        return Name(" ".join(core), "ending")
    if (
        n == 1
        and opens
        and core[0][:1].isupper()
        and len(core[0]) > 3
        and low[0] not in lexis.NOT_NAMES
        and low[0] not in lexis.FORMS
        and low[0] not in lexis.EFFECTS
        and not low[0].endswith(lexis.ADJECTIVAL)
    ):
        return Name(core[0], "opening")
    if (
        n <= 3
        and last not in lexis.CLASS
        and last not in lexis.UNTELLING
        and last not in lexis.TRANSPARENT
        and last not in lexis.EFFECTS
        and len(last) > 2
        and last not in lexis.NOT_NAMES
    ):
        return Name(" ".join(core), "unknown")
    return None
