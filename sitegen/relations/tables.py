"""The data files as tables: nouns, modifiers, names and small words, and what follows from several of them.

Reading them takes a while; `lexis` imports this module when the first table is asked for.
"""

from __future__ import annotations

from typing import Any

from sitegen.relations.data_files import SIGN, data_file, word_set, words
from sitegen.relations.lexis import Effect
from sitegen.relations.rule_tables import *  # noqa: F403
from sitegen.relations.rule_tables import (
    BESIDE_NOUNS,
    DEMONSTRATIVES_WORDS,
    DENIALS_WORDS,
    EASING_VERBS,
    FACTORS_NOUNS,
    FUSED_NOUNS,
    LESSENING_VERBS,
    NAMING_VERBS,
    REGULATING_MINUS_NOUNS,
    REGULATING_PLUS_NOUNS,
    RESIDUES_NOUNS,
    SERVING_VERBS,
    STARTING_FORMS,
    TELLING_MINUS_NOUNS,
    TELLING_PLUS_NOUNS,
    TREATED_HOW_WORDS,
    TREATED_WHEN_WORDS,
    UNSURE_WORDS,
    UPON_WORDS,
)
from sitegen.relations.verb_tables import BARE_SENSES, FORMS, KINDS, NOUN_TOO, PARTED, SENSES

__all__ = ["BARE_SENSES", "FORMS", "KINDS", "NOUN_TOO", "SENSES"]


def _effects() -> dict[str, Effect]:
    """The nouns of change, in American and in British spelling."""
    return {
        spelled: Effect(entry["type"], SIGN[entry["polarity"]], group)
        for group, entry in data_file("nouns.toml").items()
        if "type" in entry
        for noun in entry["nouns"]
        for spelled in (noun, noun.replace("ization", "isation"))
    }


def _effect_table(table: dict[str, str]) -> dict[str, Effect]:
    """Effects as one line each says them: "activation +", or "object inhibition -" with a group before them."""
    out: dict[str, Effect] = {}
    for word, text in table.items():
        *first, type_, polarity = text.split()
        out[word] = Effect("other" if type_ == "inverse" else type_, SIGN[polarity], first[0] if first else type_)  # type: ignore[arg-type]
    return out


EFFECTS = _effects()
TRANSPARENT = word_set("nouns.toml", "transparent", "nouns")
CHAIN = word_set("nouns.toml", "chain", "nouns")
UNSIGNED = word_set("nouns.toml", "unsigned", "nouns")
WITH_IN = word_set("nouns.toml", "with_in", "nouns")
MUTUAL = word_set("nouns.toml", "mutual", "nouns")
WITH_WITH = word_set("nouns.toml", "with_with", "nouns")
PARTS = word_set("nouns.toml", "parts", "nouns")
EFFECT_ON = word_set("nouns.toml", "effect_on", "nouns")
EFFECT_SIGNS = {
    **dict.fromkeys(words("nouns.toml", "effect_on", "plus"), 1),
    **dict.fromkeys(words("nouns.toml", "effect_on", "minus"), -1),
}
UNSIGNED_STEPS = word_set("nouns.toml", "steps", "unsigned")
KNOWN_STEPS = frozenset(tuple(pair.split()) for pair in words("nouns.toml", "steps", "known"))
ALIKE_STEPS = frozenset(tuple(pair.split()) for pair in words("nouns.toml", "steps", "alike"))
ORDERED_STEPS = KNOWN_STEPS | frozenset(tuple(pair.split()) for pair in words("nouns.toml", "steps", "ordered"))
OPPOSED_STEPS = frozenset(tuple(pair.split()) for pair in words("nouns.toml", "steps", "opposed"))
BRAKES = word_set("nouns.toml", "steps", "brakes")
AGENTS = _effect_table(data_file("nouns.toml")["agent"])
BEARING = word_set("nouns.toml", "bearing", "nouns")

RESIDUES = RESIDUES_NOUNS
MINUS = word_set("modifiers.toml", "minus")
PLUS = word_set("modifiers.toml", "plus")
CLASS = word_set("modifiers.toml", "class")
APPOSED = word_set("modifiers.toml", "apposed")
KEPT = word_set("modifiers.toml", "kept")
ALTERED = word_set("modifiers.toml", "altered")
DROPPED = (word_set("modifiers.toml", "dropped") | ALTERED) - CLASS - RESIDUES
SIGNED = PLUS | MINUS
LIGHT = DROPPED | PLUS
BEFORE = DROPPED | PLUS | MINUS
TREATED = word_set("modifiers.toml", "treated", "suffixes")
SUFFIXES = _effect_table(data_file("modifiers.toml")["suffix"])
NAMING = word_set("modifiers.toml", "naming", "suffixes")
NAMED_BY = word_set("modifiers.toml", "naming", "heads")
COMPOUND = word_set("modifiers.toml", "unnamed", "compound")
UNNAMED = word_set("modifiers.toml", "unnamed", "suffixes")

PROCESSES = word_set("entities.toml", "processes")
MODIFIED = word_set("entities.toml", "modified")
EPITHETS: tuple[str, ...] = tuple(words("entities.toml", "epithets"))
SYMBOLS = word_set("entities.toml", "symbols")
ALONE = word_set("entities.toml", "alone")
ANSWERS = word_set("entities.toml", "answers")
CLASSES = word_set("entities.toml", "classes")
LISTED = frozenset(w for w in CLASS | TRANSPARENT | CLASSES if w.endswith("s"))
UNTELLING = word_set("entities.toml", "untelling")
CHEMICALS = word_set("entities.toml", "chemicals")
ENDINGS: tuple[str, ...] = tuple(words("entities.toml", "endings"))
NOT_NAMES = word_set("entities.toml", "not_names")
REJECTED = word_set("entities.toml", "rejected")
STEMS = word_set("entities.toml", "stems")
NOT_SYMBOLS = word_set("entities.toml", "not_symbols")
FAMILIES = word_set("entities.toml", "families")
CLASS_SYMBOLS = word_set("entities.toml", "class_symbols")
AILMENTS = word_set("entities.toml", "ailments")
CHEMICAL_SYMBOLS = word_set("entities.toml", "chemical_symbols")
ENGLISH_THREE = word_set("entities.toml", "english_three")
GREEK = word_set("entities.toml", "greek")
DRAWN_CLASSES = word_set("entities.toml", "drawn_classes")
TINGED: tuple[str, ...] = tuple(words("entities.toml", "tinged"))
TINGED_THINGS = word_set("entities.toml", "tinged_things")
TINGED_HEADS = word_set("entities.toml", "tinged_heads") | TINGED_THINGS
ADJECTIVAL: tuple[str, ...] = tuple(words("entities.toml", "adjectival"))
ADJECTIVE: tuple[str, ...] = tuple(words("entities.toml", "adjective"))

CONFIDENCE: dict[str, Any] = data_file("confidence.toml")
NEGATORS = word_set("words.toml", "negators")
HEDGES = word_set("words.toml", "hedges")
NOT_ADVERBS = word_set("words.toml", "not_adverbs")
ADVERB_SIGNS = {word: SIGN[sign] for word, sign in data_file("words.toml")["signs"].items()}
ABBREVIATIONS = word_set("words.toml", "drawing", "abbreviations")
ASIDES = word_set("words.toml", "drawing", "asides")
DRAWING = word_set("words.toml", "drawing", "words")
DRAWING_VERBS = word_set("words.toml", "drawing", "statement")
ABOUT_DRAWING = DRAWING | DRAWING_VERBS
MEASUREMENT: tuple[str, ...] = tuple(words("words.toml", "drawing", "measurement"))
PREDICATES: dict[str, str] = dict(data_file("words.toml")["predicates"])
ARROWS: dict[str, str] = dict(data_file("words.toml")["arrows"])
STEERING = NEGATORS | HEDGES | frozenset(PREDICATES)


def _tags() -> dict[str, str]:
    """The tag of each small word; of two that a word could have, the later one."""
    out: dict[str, str] = {}
    for section, tag in (
        ("adverbs", "A"),
        ("pronouns", "J"),
        ("subordinators", "S"),
        ("relatives", "R"),
        ("prepositions", "P"),
        ("determiners", "D"),
        ("coordinators", "C"),
        ("be", "B"),
        ("have", "H"),
        ("modals", "M"),
    ):
        out.update(dict.fromkeys(words("words.toml", section), tag))
    return out | dict.fromkeys(DENIALS_WORDS, "X") | {"cannot": "M", "that": "S", "to": "P"}


TAGS = _tags()
DEMONSTRATIVES = DEMONSTRATIVES_WORDS
UNSURE = DEMONSTRATIVES | UNSURE_WORDS | RESIDUES
"""Small words whose tag depends on what stands around them."""
SMALL = frozenset(word for word, tag in TAGS.items() if tag in "DAP")
"""Small words before a name."""
EDGES = BEFORE | RESIDUES | TRANSPARENT | CHAIN | UNSIGNED | frozenset(EFFECTS) | frozenset(AGENTS) | SMALL | BESIDE_NOUNS
"""Words before and after a name that are no part of it, or may be none."""
SUFFIXED = frozenset(SUFFIXES) | TREATED | UNNAMED | NAMING
"""What may stand after a name and a dash without being part of the name."""


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases read as one word by their first word, the longest first, with their tags."""
    out: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    told = {**data_file("words.toml")["phrases"], **dict.fromkeys(PARTED, "?")}
    for phrase, tag in sorted(told.items(), key=lambda item: -len(item[0])):
        parts = tuple(phrase.split())
        out[parts[0]] = (*out.get(parts[0], ()), (parts, tag))
    return out


PHRASES = _phrases()
FOLLOWING: dict[str, frozenset[str]] = {
    first: frozenset() if any(len(parts) == 1 for parts, _ in given) else frozenset(parts[1] for parts, _ in given)
    for first, given in PHRASES.items()
} | dict.fromkeys(ARROWS, frozenset())
"""For each first word of a phrase the second ones; none where the first word alone is enough."""
MARKS = frozenset(PHRASES) | frozenset(ARROWS)
"""Words at which a sentence's tokens may be joined or tagged as an arrow."""

PLAIN_ENGLISH = (
    word_set("english.toml", "words")
    | frozenset(TAGS)
    | frozenset(FORMS)
    | REJECTED
    | NOT_NAMES
    | TRANSPARENT
    | BEFORE
    | UNTELLING
    | CLASS
    | frozenset(EFFECTS)
    | frozenset(AGENTS)
    | DRAWING
)
"""Words that are no names even where a table holds them."""
NO_VERBS = (
    REJECTED
    | NOT_NAMES
    | TRANSPARENT
    | BEFORE
    | UNTELLING
    | CLASS
    | CLASSES
    | PROCESSES
    | CHEMICALS
    | UNNAMED
    | frozenset(EFFECTS)
    | frozenset(AGENTS)
    | frozenset(SUFFIXES)
)
"""Words that are no verbs, though they may end as those do."""
TRIGGERS = (
    frozenset(text for text, forms in FORMS.items() if any(SENSES[f.verb] for f in forms))
    | frozenset(EFFECTS)
    | frozenset(AGENTS)
    | frozenset(PREDICATES)
    | EFFECT_ON
    | STARTING_FORMS
) - (TRANSPARENT - word_set("nouns.toml", "transparent", "telling"))
"""A sentence with none of these, no arrow, no "A-induced" and no chain states no relation."""
PREDICATIVE = frozenset(AGENTS) | frozenset(PREDICATES) | EFFECT_ON | frozenset(EFFECTS)
"""Words that "is" can make a statement with: "is an inhibitor of", "is essential for", "is under the control of"."""
CHANGE = frozenset(EFFECTS) | EFFECT_ON
"""Nouns that state a change of what hangs on them."""

EASING = LESSENING_VERBS | EASING_VERBS
"""Verbs that after ", which" mean what was said before it."""
STATING = SERVING_VERBS | NAMING_VERBS
"""Verbs that state something with "as": "acts as an inhibitor", "is described as one"."""
AFTER_TREATMENT = frozenset(f"{when} {how}" for when in TREATED_WHEN_WORDS for how in TREATED_HOW_WORDS)
"""Causes that somebody applied: "after treatment with"."""
UPON = UPON_WORDS | AFTER_TREATMENT
"""Small words that open a sentence with what sets off the rest: "After X, Y is reduced"."""

_LESS, _MORE = Effect("inhibition", -1, "inhibition"), Effect("activation", 1, "activation")
TELLING = {**dict.fromkeys(TELLING_MINUS_NOUNS, _LESS), **dict.fromkeys(TELLING_PLUS_NOUNS, _MORE)}
"""What adjectives before a noun say that says no sign itself: "inhibitory phosphorylation"."""
REGULATING = {**dict.fromkeys(REGULATING_PLUS_NOUNS, _MORE), **dict.fromkeys(REGULATING_MINUS_NOUNS, _LESS)}
"""The same before "regulator"; "negative" is stronger than "positive"."""
HEADS = frozenset(AGENTS) | UNSIGNED | frozenset(EFFECTS) | TRANSPARENT | FUSED_NOUNS | FACTORS_NOUNS
"""Nouns after a name that say something of it, or nothing."""
