"""The verbs of `data/verbs.toml` with their forms and readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.relations.data_files import SIGN, data_file, word_set
from sitegen.relations.lexis import Form, Sense
from sitegen.relations.rule_tables import DOUBLING_VERBS

_VOWELS = "aeiou"
_NO_GROUPS = ("noun_too", "irregular")
_PARTICLES = ("on", "off", "down")
"""Of a verb that takes no preposition: "switch on X"."""
_WHOLE_PREFIXES = ("down-", "up-")


def inflect(verb: str) -> dict[str, str]:
    """The regular forms of a verb in its base form, by kind.

    The rules are those of English spelling: `activate` gives `activating`, `carry` `carries`, `stop` `stopped`.
    """
    carries = verb.endswith("y") and verb[-2] not in _VOWELS
    third = verb + "es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else verb[:-1] + "ies" if carries else verb + "s"
    if verb.endswith("ee"):
        return {"s": third, "ed": verb + "d", "ing": verb + "ing"}
    if verb.endswith("ie"):
        return {"s": third, "ed": verb + "d", "ing": verb[:-2] + "ying"}
    if verb.endswith("e"):
        return {"s": third, "ed": verb + "d", "ing": verb[:-1] + "ing"}
    if carries:
        return {"s": third, "ed": verb[:-1] + "ied", "ing": verb + "ing"}
    stem = verb + verb[-1] if _doubles(verb) else verb + "k" if verb.endswith("ic") else verb
    return {"s": third, "ed": stem + "ed", "ing": stem + "ing"}


def _doubles(verb: str) -> bool:
    """Whether the last letter is doubled before an ending: "stop", and "control" of the longer ones."""
    short = verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and (len(verb) < 3 or verb[-3] not in _VOWELS)
    return short and (sum(c in _VOWELS for c in verb) == 1 or verb in DOUBLING_VERBS)


def _sense(group: str, entry: dict[str, Any], rest: list[str]) -> Sense:
    """One reading of a verb from what its entry says after its base form: "lead" with "to|toward", "bind" with "=|to"."""
    particle = tuple(rest) if len(rest) == 1 and rest[0] in _PARTICLES else ()
    options = rest[-1] if rest else ""
    bare = not rest or options.startswith("=") or bool(particle)
    tail = particle if bare and len(rest) < 2 else tuple(rest[:-1])
    after = frozenset() if not rest or (bare and tail) else frozenset(options.lstrip("=|").split("|")) - {""}
    flags = (bool(entry.get(flag)) for flag in ("inverse", "raise", "through"))
    return Sense(group, entry["type"], SIGN[entry["polarity"]], tail, after, bare, *flags)


def _british(verb: str) -> str:
    return verb[:-3] + "ise" if verb.endswith("ize") else verb[:-3] + "yse" if verb.endswith("yze") else ""


def _senses() -> dict[str, tuple[Sense, ...]]:
    """The readings of each verb, the ones that ask for most first."""
    senses: dict[str, list[Sense]] = {}
    for group, entry in data_file("verbs.toml").items():
        if group in _NO_GROUPS:
            continue
        for spec in entry["verbs"]:
            base, *rest = spec.split()
            readings = senses.setdefault(base, [])
            if group != "plain":
                readings.append(_sense(group, entry, rest))
    for base in list(senses):
        if _british(base):
            senses.setdefault(_british(base), senses[base])
    return {verb: tuple(sorted(found, key=lambda s: (-len(s.tail), not s.prepositions))) for verb, found in senses.items()}


def _kinds(base: str) -> Iterator[tuple[str, str]]:
    """Each form of a verb with its kind."""
    made = inflect(base)
    past = data_file("verbs.toml")["irregular"].get(base, [made["ed"], made["ed"]])
    yield from ((base, "base"), (made["s"], "s"), (past[0], "ed"), (past[1], "ed"), (made["ing"], "ing"))


def _forms() -> dict[str, tuple[Form, ...]]:
    forms: dict[str, list[Form]] = {}
    for base in SENSES:
        for text, kind in _kinds(base):
            form = Form(base, kind)
            if form not in forms.setdefault(text, []):
                forms[text].append(form)
    return {text: tuple(found) for text, found in forms.items()}


SENSES = _senses()
BARE_SENSES = {
    verb: next((s for s in senses if s.bare and not s.tail and not s.inverse), None) for verb, senses in SENSES.items()
}
"""The reading of a verb whose object follows it at once, None where it has none: "A activates B"."""
FORMS = _forms()
PARTED = {text.replace("-", " "): text for text in FORMS if text.startswith(_WHOLE_PREFIXES)}
"""Forms that captions also write as two words: "down regulates"."""
FORMS.update({parted: FORMS[text] for parted, text in PARTED.items()})
KINDS = {text: frozenset(form.kind for form in forms) for text, forms in FORMS.items()}
NOUN_TOO = word_set("verbs.toml", "noun_too", "verbs")
