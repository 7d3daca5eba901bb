"""One noun phrase: which entity it names and how the words around the name turn its sign."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.lexis import Effect

_ROMAN = re.compile(r"[IVX]+[ab]?|[ivx]{2,}")
_UNIT = re.compile(r"[~≥≤<>]?\d[\d.,]*(?:[-–]fold|h|hr|hrs|d|min|s|%|nm|nM|μM|mM|µM|mg|ml|kDa|kb|bp|°C|C|th|st|nd|rd|D|x|×)?|\d[\d.,–-]*")
_INDEX = re.compile(r"[A-Z]|[A-Z]?\d{1,3}[A-Zα-ω]?|[α-ωΑ-Ω]|I{1,3}|IV|VI?|[A-Z]-?[α-ω]\d?|\d[α-ω]|[αβγδ]\d|2[A-Z]\d|[A-Z]\d[a-z]?|(?:alpha|beta|gamma|delta)(?:-?\d)?")
_DASH = re.compile(r"[-‐‑–—−]|‚Ä[ìîê]")
_GREEK_WORDS = frozenset({"alpha", "beta", "gamma", "delta", "kappa", "epsilon", "zeta", "theta", "α", "β", "γ", "δ", "κ", "ε", "ζ", "θ", "b", "a"})
_SHAPED_NOT = frozenset({"N-terminal", "C-terminal", "NH2-terminal", "COOH-terminal", "PCR", "X-ray", "T-cell", "T-cells", "B-cell", "B-cells", "3D", "2D", "UK", "USA", "HeLa", "HEK293", "HepG2", "pH", "WT", "SEM", "SD", "KEGG", "GO", "OH", "NH2", "CNS", "DEGs", "DEG", "TFs", "TF", "BBB", "mRNA", "mRNAs", "RNA", "RNAs", "miRNA", "miRNAs", "ER", "N", "C", "S", "TM", "ECM", "II", "III", "IV", "VI", "PM", "QTL", "GWAS", "PPI", "IPA", "TCA", "G1", "G2", "M", "G0", "PNS", "ORF", "UTR", "5′", "3′", "5'", "3'", "cDNA", "gDNA", "ChIP", "LC–MS/MS", "GC–MS", "HPLC", "MS/MS", "ELISA"})


_ADJECTIVAL = ("al", "ic", "ive", "ing", "ed", "ous", "ary", "ory", "ent", "ant", "able", "ible", "ful", "less", "ity", "ness", "ment", "tion", "sion", "ism", "ship", "ence", "ance", "er", "ors", "ers", "s", "ly", "ical", "ogy", "ar", "an")
_LOWER_SYMBOL = re.compile(r"c-[a-z]{3}|p-[A-Za-z]\w+")


class Name(NamedTuple):
    """An entity's name in the caption's words, and how it was known."""

    text: str
    kind: str


class Agent(NamedTuple):
    """A name that acts on the phrase: `LPS` of "LPS-induced apoptosis"."""

    name: Name
    effect: Effect


class Phrase(NamedTuple):
    """A noun phrase: names, the sign they bear, the outermost noun of change, acting names, and what it is.

    `chain` holds the members of "the A/B/C pathway"; `bearer` says that the phrase's head is "inhibitor" or the like;
    `hollow` that it says nothing by itself ("levels", "a subset"), so that an "of" phrase takes its place.
    """

    names: tuple[Name, ...] = ()
    sign: int = 1
    effect: Effect | None = None
    agents: tuple[Agent, ...] = ()
    chain: tuple[str, ...] = ()
    bearer: Effect | None = None
    hollow: bool = False
    plural_class: bool = False
    unsigned: bool = False
    head: str = ""
    whole: str = ""
    signed: bool = False
    on: tuple[Agent, ...] = ()
    chained: bool = False


@lru_cache(maxsize=65536)
def shaped(word: str) -> bool:
    """Whether a word looks like a symbol: capitals inside, a digit beside letters, or Greek."""
    if word in _SHAPED_NOT or len(word) < 2 or _UNIT.fullmatch(word) or _ROMAN.fullmatch(word):
        return False
    parts = _DASH.split(word)
    if len(parts) > 1 and parts[-1].lower() in lexis.UNNAMED:
        return False
    letters = sum(c.isalpha() for c in word)
    if not letters:
        return False
    upper = sum(c.isupper() for c in word)
    if any(c.isdigit() for c in word) or upper >= 2:
        return True
    if any("\u0370" <= c <= "\u03ff" for c in word) or "Œ" in word:
        return True
    if _LOWER_SYMBOL.fullmatch(word):
        return True
    return upper == 1 and not word[0].isupper() and not (len(parts) > 1 and any(len(p) > 3 and p.islower() for p in parts))


@lru_cache(maxsize=65536)
def interpret(words: tuple[str, ...], abbreviations: tuple[str, ...], opens: bool) -> Phrase:
    """Read one noun phrase; `opens` says that its first word opens the sentence, where a capital says nothing."""
    texts, low = list(words), [w.lower() for w in words]
    if opens and low[0] in lexis.TAGS:
        texts[0] = low[0]
    sign, unsigned, signed, i, j = 1, False, False, 0, len(words)
    agents: list[Agent] = []
    bearer: Effect | None = None
    effect: Effect | None = None
    if opens and texts[0][:1].isupper() and texts[0][1:].islower():
        texts[0] = low[0]
    whole = " ".join(words)
    # the left edge: determiners, signs, "A-induced"
    while i < j:
        word = low[i]
        last = i == j - 1
        if word in lexis.MINUS and not (last and i == 0):
            sign = -sign
            signed = True
        elif word in lexis.PLUS:
            signed = True
        elif word in lexis.DROPPED or word in lexis.TAGS and lexis.TAGS[word] in "DAP":
            pass
        elif word.endswith("ly") and word not in lexis.NOT_ADVERBS:
            pass
        elif word in lexis.RESIDUES and not last and low[i + 1] in lexis.EFFECTS:
            pass
        elif texts[i][0] in "0123456789~≥≤<>" and not last and _UNIT.fullmatch(texts[i]):
            pass
        else:
            acting = _acting(texts[i], low, i, j, opens and i == 0)
            if acting is None:
                break
            found, width = acting
            if found is not None:
                agents.append(found)
            i += width
            continue
        i += 1
    texts, low, short = texts[i:], low[i:], list(abbreviations[i:])
    opens = opens and i == 0
    if not texts:
        return Phrase(sign=sign, agents=tuple(agents), hollow=True, whole=whole)
    # a short name in brackets stands for the words before it
    for k in range(len(texts) - 1, -1, -1):
        if short[k] and not (k == 0 and shaped(texts[0])):
            if low[k] in lexis.EFFECTS and k > 0 and not _initials(texts[:k + 1], short[k]):
                continue
            texts[:k + 1], low[:k + 1] = [short[k]], [short[k].lower()]
            break
    # the right edge: "activity", "expression", "inhibition"
    chain_word = False
    head = low[-1]
    end = len(texts)
    while end > 0:
        word = low[end - 1]
        if word in lexis.AGENTS and end > 1 and bearer is None and effect is None and end == len(texts):
            if word in ("agonist", "agonists", "ligand", "ligands", "target", "targets"):
                break
            bearer = lexis.AGENTS[word]
        elif word in lexis.UNSIGNED:
            unsigned = True
        elif word in lexis.EFFECTS and not _keeps(low, end, texts):
            found_effect = lexis.EFFECTS[word]
            if effect is None:
                effect = found_effect
            if found_effect.sign < 0:
                sign = -sign
            unsigned = unsigned or found_effect.group in ("conversion", "regulation")
        elif word in ("factor", "factors") and end > 2 and low[end - 2] == "transcription" and shaped(texts[end - 3]):
            end -= 1
        elif word in lexis.TRANSPARENT and not (end > 1 and _process(low[:end]) and not shaped(texts[end - 2]) and low[end - 2] not in lexis.CHEMICALS and not _ending(low[end - 2])):
            chain_word = chain_word or word in lexis.CHAIN
        else:
            break
        end -= 1
    while 1 < end <= len(texts) and (low[end - 1] in lexis.DROPPED or end > 1 and low[end - 1].endswith(("al", "ic", "ive", "ous", "ary")) and texts[end - 1].islower() and shaped(texts[end - 2])):
        end -= 1
    core, core_low = texts[:end], low[:end]
    for k in range(len(core) - 1, -1, -1):
        if core[k].endswith(("'s", "’s")):
            core[k], core_low[k] = core[k][:-2], core_low[k][:-2]
            if k < len(core) - 1:
                core, core_low = core[k + 1:], core_low[k + 1:]
            break
    while core and core_low[0] in lexis.LIGHT and len(core) > 1:
        core, core_low = core[1:], core_low[1:]
    if not core:
        if head in lexis.AGENTS:
            bearer = lexis.AGENTS[head]
        return Phrase((), sign, effect, tuple(agents), (), bearer, True, False, unsigned, head, whole)
    if effect is None and bearer is None and len(core) == 1 and head in lexis.AGENTS and not chain_word:
        bearer = lexis.AGENTS[head]
    if opens and words[0][:1].isupper() and len(core) == 1 and core[0] == words[0].lower():
        core = [words[0]]
    on: tuple[Agent, ...] = ()
    for k in range(1, len(core) - 1):
        if core_low[k] in lexis.AGENTS and core_low[k] in lexis.BEARING:
            object_, bearer_ = _name(core[:k], core_low[:k], opens), _name(core[k + 1:], core_low[k + 1:], False)
            if object_ is not None and bearer_ is not None and object_.kind != "unknown":
                on = (Agent(object_, lexis.AGENTS[core_low[k]]),)
                core, core_low = core[k + 1:], core_low[k + 1:]
            break
    name = _name(core, core_low, opens)
    if on and name is not None and name.kind == "unknown":
        name = Name(name.text, "opening")
    if name is not None and opens and name.text[:1].islower() and whole.lower().startswith(name.text) and not whole.startswith(name.text):
        name = Name(name.text[0].upper() + name.text[1:], name.kind)
    plural_class = core_low[-1][-1:] == "s" or head[-1:] == "s" and head not in lexis.EFFECTS
    if name is None:
        return Phrase((), sign, effect, tuple(agents), (), bearer, core_low[-1] in lexis.TRANSPARENT, plural_class, unsigned, head, whole, signed)
    chain = chain_of(name.text) if chain_word else ()
    return Phrase((name,), sign, effect, tuple(agents), chain, bearer, False, plural_class, unsigned, head, whole, signed, on, chain_word)


def _initials(words: list[str], short: str) -> bool:
    letters = [c for c in short.lower() if c.isalpha()]
    heads = [p[0].lower() for w in words for p in _DASH.split(w) if p]
    return bool(letters) and letters[-1] == heads[-1] and letters[0] == heads[0]


def _acting(text: str, low: list[str], i: int, j: int, opens: bool) -> tuple[Agent | None, int] | None:
    """The acting name of "A-induced" or "A induced", and how many words it takes; None where there is none."""
    m = _DASH.split(text)
    if len(m) > 1:
        suffix = m[-1].lower()
        if i + 1 < j and suffix in lexis.NAMING and _DASH.split(low[i + 1])[0] in lexis.NAMED_BY:
            return None
        effect = lexis.SUFFIXES.get(suffix)
        if suffix in lexis.TREATED and low[-1] not in lexis.EFFECTS and low[-1] not in lexis.PROCESSES and low[-1] not in lexis.TRANSPARENT:
            return (None, 1) if i < j - 1 else None
        if effect is not None:
            stem = text[: len(text) - len(suffix) - 1]
            name = _name([stem], [stem.lower()], opens)
            return (Agent(name, effect) if name else None), 1
        if suffix in lexis.UNNAMED and suffix not in ("type", "like", "coupled", "linked", "binding", "phase", "step", "rich", "associated") and i < j - 1:
            return None, 1
    return None


def _keeps(low: list[str], end: int, texts: list[str]) -> bool:
    """Whether a noun of change belongs to a process's name: "protein synthesis", but not "IL-6 synthesis"."""
    word = low[end - 1]
    if word not in lexis.PROCESSES:
        return False
    if end == 1:
        return word not in lexis.MODIFIED
    before = low[end - 2]
    if before in lexis.RESIDUES or before not in lexis.STEMS and any(shaped(t) for t in texts[:end - 1]):
        return False
    return before in lexis.STEMS or (not shaped(texts[end - 2]) and before not in lexis.CHEMICALS and texts[end - 2].islower() and not _ending(before))


def _process(low: list[str]) -> bool:
    """Whether the words end in a process's name."""
    last = low[-1]
    if last not in lexis.PROCESSES:
        return False
    return last not in lexis.MODIFIED or len(low) > 1


@lru_cache(maxsize=65536)
def _ending(word: str) -> bool:
    """Whether a lower-case word ends like the name of a substance, enzyme or disease."""
    return len(word) > 4 and word not in lexis.NOT_NAMES and word not in lexis.REJECTED and word.endswith(lexis.ENDINGS) and word not in lexis.FORMS


def _name(core: list[str], low: list[str], opens: bool) -> Name | None:
    """The name in the words that are left, or None where they name nothing in particular."""
    if len(core) > 8:
        core, low = core[-8:], low[-8:]
        opens = False
    last = low[-1]
    n = len(core)
    first = next((k for k in range(n) if shaped(core[k]) or (core[k][:1].isupper() and len(core[k]) > 2 and not (opens and k == 0) and core[k] not in _SHAPED_NOT and low[k] not in lexis.REJECTED)), None)
    if first is not None:
        for k in range(n - 2, first, -1):
            if low[k] in lexis.CLASS and shaped(core[k + 1]):
                core, low, first = core[k + 1:], low[k + 1:], 0
                n = len(core)
                break
        if last in lexis.REJECTED and last not in lexis.CLASSES and n > first + 1:
            return None
        tail = core[-1]
        if first > 0 and (core[first - 1] in ("RNA", "DNA") or low[first - 1] == "cyclic"):
            first -= 1
        elif first > 1 and _ROMAN.fullmatch(core[first - 1]) and low[first - 2] in ("type", "group", "class"):
            first -= 2
        while first > 0 and (_INDEX.fullmatch(core[first]) and low[first - 1] not in lexis.DROPPED) and first == n - 1:
            k = first - 1
            while k > 0 and low[k - 1] not in lexis.DROPPED and low[k - 1] not in lexis.CLASS and not shaped(core[k - 1]) and n - k < 6:
                k -= 1
            return Name(" ".join(core[k:]), "index")
        if _process(low[first:]) and n - first > 1:
            return Name(" ".join(core[first:]), "process")
        if n - first > 1 and any(w in lexis.REJECTED for w in low[first + 1:]) and last not in lexis.CLASSES and not shaped(tail):
            return None
        kind = "shape" if shaped(core[first]) else "cap"
        if n - first > 1:
            kind = kind if last in lexis.CLASSES or shaped(tail) or _ending(last) else "long"
        # "transcription factor c-jun": the class before a symbol is no part of the name
        return Name(" ".join(core[first:]), kind)
    whole = " ".join(low)
    if whole in lexis.CHEMICALS:
        return Name(" ".join(core), "chemical")
    if n > 1 and (len(core[-1]) == 1 and core[-1].isupper() or _ROMAN.fullmatch(core[-1])):
        return Name(" ".join(core), "index")
    if n > 1 and low[0] in lexis.CLASS and last not in lexis.PROCESSES and last not in lexis.CLASSES:
        return _name(core[1:], low[1:], False)
    if n > 2 and low[1] in lexis.CLASS and (last in lexis.CHEMICALS or _ending(last)):
        return _name(core[2:], low[2:], False)
    if _process(low):
        if n == 2 and low[0] in lexis.CLASS and low[0] != "protein":
            return None
        return Name(" ".join(core), "process")
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
    if n <= 4 and _ending(last):
        return Name(" ".join(core), "ending")
    if n == 1 and opens and core[0][:1].isupper() and len(core[0]) > 3 and low[0] not in lexis.NOT_NAMES and low[0] not in lexis.FORMS and low[0] not in lexis.EFFECTS and not low[0].endswith(_ADJECTIVAL):
        return Name(core[0], "opening")
    if n <= 3 and last not in lexis.CLASS and last not in lexis.UNTELLING and last not in lexis.TRANSPARENT and last not in lexis.EFFECTS and len(last) > 2 and last not in lexis.NOT_NAMES:
        return Name(" ".join(core), "unknown")
    return None


def chain_of(text: str) -> tuple[str, ...]:
    """The members of a chain's name: `LKB1/AMPK/AS160` or `p16-CDK4-RB`; none where it is one name."""
    if " " in text:
        return ()
    if "/" in text:
        parts = [p for p in text.split("/") if p]
        if len(parts) > 1 and len({p[:3].lower() for p in parts}) == len(parts) and all(len(p) > 1 and not p.isdigit() for p in parts):
            return tuple(p for piece in parts for p in (_dashes(piece) or (piece,)))
        return ()
    return _dashes(text)


def _dashes(text: str) -> tuple[str, ...]:
    pieces = _DASH.split(text)
    if len(pieces) < 2:
        return ()
    parts: list[str] = []
    for piece in pieces:
        if parts and parts[-1].lower() in _GREEK_WORDS:
            parts[-1] += "-" + piece
        else:
            parts.append(piece)
    if len({p[:3].lower() for p in parts}) < len(parts):
        return ()
    if all((len(p) > 2 or len(parts) > 2 and p.isupper() and len(p) == 2) and (shaped(p) or p[:1].isupper() or p in lexis.CHEMICALS or _ending(p)) and not p.isdigit() for p in parts) and len(parts) > 1:
        return tuple(parts)
    return ()
