"""Nouns after a name: "activity", which says nothing of it, "loss", "degradation", which turn its sign, "inhibitor", "pathway".

"PTX1 degradation" is less PTX1, "the PTX1 inhibitor" less of it too, "the A/B/C pathway" a chain; "inhibitory PTX1
phosphorylation" has the sign of its adjective, and "X related genes" are no X.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.lexis import Effect
from sitegen.relations.names.chains import chain_of
from sitegen.relations.names.name import is_process, is_tinged
from sitegen.relations.names.symbols import GREEK_LETTER, RESIDUE, has_ending, shaped
from sitegen.relations.phrases.parts import BARE, Parts
from sitegen.relations.phrases.plain import is_plain

_NO_SIGN = "other"
_TERMINAL = "-terminal"
_FACTOR = "factor"
_CELL = ("-cell", "-cells")


def read_right(parts: Parts) -> None:
    """Find where a phrase's name ends, and keep what the nouns after it say."""
    parts.head = parts.low[-1]
    end = _heads(parts)
    if parts.effect is not None and parts.effect.group in BARE:
        _tell_sign(parts)
    if parts.altered and (parts.effect is None or parts.effect.group == "expression"):
        parts.unsigned = True
    if end and (parts.low[end - 1] in lexis.SAYS_OF_NOUNS or not is_plain(parts.texts[end - 1])):
        if end > 1:
            end = 0 if _says_of(parts, end) else _without_places(parts, end)
        if end and "-" in parts.texts[end - 1]:
            _dashed_head(parts, end)
    if 0 < end < len(parts.texts) and parts.low[end - 1] in lexis.PROCESSES:
        end = _before_process(parts, end)
    parts.end = end


def told_bearer(bearer: Effect, words: list[str]) -> Effect:
    """ "Regulator" with the sign of "negative" or "positive" before it."""
    if bearer.group != _NO_SIGN:
        return bearer
    told = [word for word in words if word in lexis.REGULATING]
    return min((lexis.REGULATING[word] for word in told), key=lambda effect: effect.sign, default=bearer)


def target_genes(parts: Parts) -> Effect | None:
    """What "target genes", with "of B" after it, says: B acts on them."""
    before = parts.all_low[-2:-1]
    aimed = bool(before) and before[0] in lexis.AIMED_AT_NOUNS and parts.head in lexis.CODING_NOUNS
    return lexis.AGENTS[before[0]] if aimed else None


def _heads(parts: Parts) -> int:
    """Where the nouns that say something of the name, or nothing, begin."""
    low = parts.low
    end = len(low)
    while end > 0 and low[end - 1] in lexis.HEADS:
        after = _head(parts, end)
        if after >= end:
            return after
        end = after
    return end


def _head(parts: Parts, end: int) -> int:
    """Where the noun before `end` begins that says something of the name; no less than `end` where it is part of the name."""
    texts, low = parts.texts, parts.low
    word = low[end - 1]
    if word in lexis.FACTORS_NOUNS and end > 2 and low[end - 2] in lexis.FACTORS_OF_NOUNS and shaped(texts[end - 3]):
        parts.head = _FACTOR
        return end - 2  # "the FOX2 transcription repressor"
    if word in lexis.AGENTS and 1 < end == len(texts) and parts.bearer is None and parts.effect is None:
        if word in lexis.OWN_AGENTS_NOUNS or f"{low[end - 2]} {word}" in lexis.KEPT:
            return end
        parts.bearer = told_bearer(lexis.AGENTS[word], parts.all_low)
    elif word in lexis.UNSIGNED:
        parts.unsigned = True
    elif word in lexis.BINDING_FORMS and end < len(low) and low[end] in lexis.BINDERS_NOUNS:
        # "ABC binding proteins" are no ABC
        return end + 1
    elif word in lexis.EFFECTS and lexis.EFFECTS[word].sign < 0 and end < len(low) and low[end] in lexis.CLEARING_NOUNS:
        return end + 1  # nor are "ABC clearance molecules"
    elif word in lexis.EFFECTS and not _keeps(low, end, texts):
        parts.turn(lexis.EFFECTS[word])
    elif word in lexis.FUSED_NOUNS and 1 < end < len(low) and shaped(texts[end - 2]):
        pass  # "the PMX/RAX fusion gene"
    elif word in lexis.TINGED_HEADS and end > 1 and is_tinged((low[end - 2], word)) and not any(map(shaped, texts[: end - 1])):
        return end  # "the apoptotic pathway"
    elif word in lexis.SAYING_PARTS_NOUNS and end > 2 and low[end - 2] in lexis.CHAIN:
        return end  # "FOX2 pathway components" are no FOX2
    elif word in lexis.TRANSPARENT and low[end - 2 : end - 1] == ["target"] and word in lexis.EXPRESSED_NOUNS:
        return end  # nor is a "FOX2 target gene"
    elif word in lexis.TRANSPARENT and not _ends_process(texts, low, end):
        parts.chain_word = parts.chain_word or word in lexis.CHAIN
    else:
        return end
    return end - 1


def _keeps(low: list[str], end: int, texts: list[str]) -> bool:
    """Whether a noun of change belongs to a process's name: "protein synthesis", but not "IL-6 synthesis"."""
    word = low[end - 1]
    if word not in lexis.PROCESSES:
        return False
    if end == 1:
        return word not in lexis.MODIFIED
    if word in lexis.OF_TWO_NOUNS and "/" in low[end - 2]:
        return True
    before = low[end - 2]
    if before in lexis.RESIDUES or before in lexis.BEFORE or before in lexis.DRAWN_CLASSES or (end > 2 and before in lexis.CHAIN):
        return False  # "Wnt pathway activation" is of Wnt
    if before in lexis.STEMS or before.endswith(_CELL) or (word in lexis.BY_SUBSTANCE_NOUNS and before in lexis.CHEMICALS):
        # "DNA synthesis", "ethanol repression", which ethanol does
        return True
    if word in lexis.BY_SUBSTANCE_NOUNS:
        return False
    return (
        texts[end - 2].islower()
        and before not in lexis.CHEMICALS
        and not has_ending(before)
        and not any(map(shaped, texts[: end - 1]))
    )


def _ends_process(texts: list[str], low: list[str], end: int) -> bool:
    """Whether a noun that says nothing ends a process's name: "hair development", but not "PTX1 development"."""
    if end < 2 or not is_process(low[:end]):
        return False
    before = low[end - 2]
    return not (
        shaped(texts[end - 2])
        or before in lexis.CHEMICALS
        or before in lexis.DROPPED
        or before in lexis.CHAIN  # "the PTX1 pathway signaling"
        or has_ending(before)
        or (end > 2 and before in lexis.PROCESSES and chain_of(texts[end - 3]))
    )


def _tell_sign(parts: Parts) -> None:
    """ "Inhibitory phosphorylation": an adjective says what the noun does not."""
    told = next((lexis.TELLING[w] for w in parts.all_low[:-1] if w in lexis.TELLING), None)
    if told is not None:
        parts.effect, parts.unsigned = told, False
        parts.sign *= told.sign


def _says_of(parts: Parts, end: int) -> bool:
    """Whether the last words only say something of the name: "X related genes" are no X.

    Of "X osteogenic and adipogenic differentiation" the noun is elsewhere.
    """
    texts = parts.texts
    last = parts.low[end - 1]
    return last in lexis.SAYS_OF_NOUNS or (end == len(texts) and _describes(texts, last, end))


def _describes(texts: list[str], last: str, end: int) -> bool:
    """Whether the word before `end` is an adjective after a symbol."""
    return texts[end - 1].islower() and last.endswith(lexis.DESCRIBING_ENDINGS) and shaped(texts[end - 2])


def _without_places(parts: Parts, end: int) -> int:
    """Where the name ends without words that say where on it, or of what kind: "plectin S4642", "C-terminal"."""
    texts, low = parts.texts, parts.low
    while 1 < end <= len(texts) and _says_where(texts, low[end - 1], end):
        end -= 1
    return end


def _says_where(texts: list[str], last: str, end: int) -> bool:
    if is_plain(texts[end - 1]):
        return False
    return (
        (last in lexis.DROPPED and not (len(last) == 1 and texts[end - 1].isupper()))
        or _describes(texts, last, end)
        or last.endswith(_TERMINAL)
        or ((last in lexis.RESIDUES or RESIDUE.fullmatch(texts[end - 1]) is not None) and _can_hold(texts[end - 2]))
        or ("-" in last and last.rpartition("-")[2] in lexis.UNNAMED and shaped(texts[end - 2]))
    )


def _can_hold(text: str) -> bool:
    """Whether a word before a residue is the protein that it belongs to: "IRX1 serine", "plectin S4642"."""
    return shaped(text) or has_ending(text) or text[:1].isupper()


def _dashed_head(parts: Parts, end: int) -> None:
    """ "The JAX-pathway", "NFX2-activation": what hangs on the name by a dash is read as if it stood alone."""
    stem, _, tail = parts.texts[end - 1].rpartition("-")
    if end > 1 and GREEK_LETTER.fullmatch(stem):
        return  # "mitochondrial Œ≤-oxidation"
    tail = tail.lower()
    if (
        tail in lexis.CHAIN
        and len(stem) > 1
        and not (len(stem) == 2 and stem[1].islower())
        and stem.lower() not in lexis.NO_STEMS_NOUNS
    ):
        parts.chain_word = True
    elif tail in lexis.EFFECTS and shaped(stem):
        parts.turn(lexis.EFFECTS[tail])
    else:
        return
    parts.texts[end - 1], parts.low[end - 1] = stem, stem.lower()


def _is_gene(text: str) -> bool:
    """Whether a word is the symbol of a gene by its number: "p53" of "the p53 apoptosis pathway"."""
    return shaped(text) and text[-1].isdigit() and text[0].isalpha() and text not in lexis.CHEMICAL_SYMBOLS


def _before_process(parts: Parts, end: int) -> int:
    """Where the name ends before a process that is none of it: "the MEX/ERX proliferation signaling", "fermentation products"."""
    texts, low = parts.texts, parts.low
    if (
        parts.chain_word
        and end > 1
        and (chain_of(texts[end - 2]) or (end == 2 and _is_gene(texts[0]) and low[1] not in lexis.CHEMICALS))
    ):
        end -= 1
    # "fermentation products" are no fermentation
    return 0 if parts.head in lexis.MADE_NOUNS and low[end - 1] in lexis.PROCESSES else end
