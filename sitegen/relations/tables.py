"""The data files as tables: verbs with their forms, nouns, modifiers, names and small words.

Reading them takes a while; `lexis` imports this module when the first table is asked for.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from sitegen.relations.lexis import Effect, Form, Sense

SIGN = {"+": 1, "-": -1, "0": 0}


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files("sitegen.relations") / "data" / name).read_text(encoding="utf-8"))


def _words(name: str, section: str | None = None) -> Any:
    data = _file(name)
    return data[section] if section else data


@cache
def _file(name: str) -> dict[str, Any]:
    return _load(name)


def inflect(verb: str) -> dict[str, str]:
    """The regular forms of a verb in its base form, by kind.

    The rules are those of English spelling: `activate` gives `activating`, `carry` `carries`, `stop` `stopped`.
    """
    vowels = "aeiou"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in vowels:
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    short = verb[-1] not in vowels + "wxy" and verb[-2] in vowels and (len(verb) < 3 or verb[-3] not in vowels)
    doubled = short and (sum(c in vowels for c in verb) == 1 or verb in _DOUBLING)
    stem = verb + verb[-1] if doubled else verb + "k" if verb.endswith("ic") else verb
    if verb.endswith("ee"):
        return {"s": third, "ed": verb + "d", "ing": verb + "ing"}
    if verb.endswith("ie"):
        return {"s": third, "ed": verb + "d", "ing": verb[:-2] + "ying"}
    if verb.endswith("e"):
        return {"s": third, "ed": verb + "d", "ing": verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in vowels:
        return {"s": third, "ed": verb[:-1] + "ied", "ing": verb + "ing"}
    return {"s": third, "ed": stem + "ed", "ing": stem + "ing"}


_DOUBLING = frozenset(
    {"confer", "compel", "control", "refer", "infer", "transfer", "begin", "occur", "propel", "abet", "knock-in"}
)


def _verbs() -> tuple[dict[str, tuple[Form, ...]], dict[str, tuple[Sense, ...]]]:
    data = _file("verbs.toml")
    senses: dict[str, list[Sense]] = {}
    irregular: dict[str, list[str]] = data["irregular"]
    for group, entry in data.items():
        if group in ("noun_too", "irregular"):
            continue
        for spec in entry["verbs"]:
            base, *rest = spec.split()
            senses.setdefault(base, [])
            if group == "plain":
                continue
            options = rest[-1] if rest else ""
            bare = not rest or options.startswith("=") or (len(rest) == 1 and rest[0] in ("on", "off", "down"))
            tail = (
                tuple(rest[:-1])
                if not bare or len(rest) > 1
                else (tuple(rest) if rest and rest[0] in ("on", "off", "down") else ())
            )
            after = frozenset(options.lstrip("=|").split("|")) - {""} if rest and not (bare and tail) else frozenset()
            senses[base].append(
                Sense(
                    group,
                    entry["type"],
                    SIGN[entry["polarity"]],
                    tail,
                    after,
                    bare,
                    bool(entry.get("inverse")),
                    bool(entry.get("raise")),
                    bool(entry.get("through")),
                )
            )
    for base in list(senses):
        british = base[:-3] + "ise" if base.endswith("ize") else base[:-3] + "yse" if base.endswith("yze") else ""
        if british:
            senses.setdefault(british, senses[base])
    forms: dict[str, list[Form]] = {}
    for base in senses:
        made = inflect(base)
        past = irregular.get(base, [made["ed"], made["ed"]])
        for text, kind in ((base, "base"), (made["s"], "s"), (past[0], "ed"), (past[1], "ed"), (made["ing"], "ing")):
            form = Form(base, kind)
            if form not in forms.setdefault(text, []):
                forms[text].append(form)
    ordered = {verb: tuple(sorted(list_, key=lambda s: (-len(s.tail), not s.prepositions))) for verb, list_ in senses.items()}
    return {text: tuple(list_) for text, list_ in forms.items()}, ordered


FORMS, SENSES = _verbs()
_PARTED = {text.replace("-", " "): text for text in FORMS if text.startswith(("down-", "up-"))}
"""Forms that captions also write as two words: "down regulates"."""
FORMS.update({parted: FORMS[text] for parted, text in _PARTED.items()})
KINDS = {text: frozenset(form.kind for form in forms) for text, forms in FORMS.items()}
NOUN_TOO: frozenset[str] = frozenset(_words("verbs.toml", "noun_too")["verbs"])


def _effects() -> dict[str, Effect]:
    data = _file("nouns.toml")
    return {
        noun: Effect(entry["type"], SIGN[entry["polarity"]], group)
        for group, entry in data.items()
        if "type" in entry
        for noun in entry["nouns"]
    }


def _effect_table(table: dict[str, str]) -> dict[str, Effect]:
    out: dict[str, Effect] = {}
    for word, text in table.items():
        *first, type_, polarity = text.split()
        out[word] = Effect("other" if type_ == "inverse" else type_, SIGN[polarity], first[0] if first else type_)  # type: ignore[arg-type]
    return out


EFFECTS = _effects()
TRANSPARENT: frozenset[str] = frozenset(_words("nouns.toml", "transparent")["nouns"])
CHAIN: frozenset[str] = frozenset(_words("nouns.toml", "chain")["nouns"])
UNSIGNED: frozenset[str] = frozenset(_words("nouns.toml", "unsigned")["nouns"])
WITH_IN: frozenset[str] = frozenset(_words("nouns.toml", "with_in")["nouns"])
MUTUAL: frozenset[str] = frozenset(_words("nouns.toml", "mutual")["nouns"])
WITH_WITH: frozenset[str] = frozenset(_words("nouns.toml", "with_with")["nouns"])
PARTS: frozenset[str] = frozenset(_words("nouns.toml", "parts")["nouns"])
EFFECT_ON: frozenset[str] = frozenset(_words("nouns.toml", "effect_on")["nouns"])
EFFECT_SIGNS = {
    **dict.fromkeys(_words("nouns.toml", "effect_on")["plus"], 1),
    **dict.fromkeys(_words("nouns.toml", "effect_on")["minus"], -1),
}
UNSIGNED_STEPS: frozenset[str] = frozenset(_words("nouns.toml", "steps")["unsigned"])
KNOWN_STEPS: frozenset[tuple[str, ...]] = frozenset(tuple(pair.split()) for pair in _words("nouns.toml", "steps")["known"])
BRAKES: frozenset[str] = frozenset(_words("nouns.toml", "steps")["brakes"])
AGENTS = _effect_table(_words("nouns.toml", "agent"))

BEARING: frozenset[str] = frozenset(
    w
    for w in AGENTS
    if w.startswith(("inhibitor", "activator", "antagonist", "agonist", "suppressor", "inducer", "blocker", "repressor"))
    and not w.startswith("suppressor")
)
_MODIFIERS = _file("modifiers.toml")
MINUS: frozenset[str] = frozenset(_MODIFIERS["minus"])
PLUS: frozenset[str] = frozenset(_MODIFIERS["plus"])
CLASS: frozenset[str] = frozenset(_MODIFIERS["class"])
APPOSED: frozenset[str] = frozenset(_MODIFIERS["apposed"])
RESIDUES: frozenset[str] = frozenset({"serine", "threonine", "tyrosine", "ser", "thr", "tyr", "lysine"})
DROPPED: frozenset[str] = frozenset(_MODIFIERS["dropped"]) - CLASS - RESIDUES
SIGNED = PLUS | MINUS
LIGHT = DROPPED | PLUS
BEFORE = DROPPED | PLUS | MINUS
TREATED: frozenset[str] = frozenset(_MODIFIERS["treated"]["suffixes"])
SUFFIXES = _effect_table(_MODIFIERS["suffix"])
NAMING: frozenset[str] = frozenset(_MODIFIERS["naming"]["suffixes"])
NAMED_BY: frozenset[str] = frozenset(_MODIFIERS["naming"]["heads"])
COMPOUND: frozenset[str] = frozenset(_MODIFIERS["unnamed"]["compound"])
UNNAMED: frozenset[str] = frozenset(_MODIFIERS["unnamed"]["suffixes"])

_ENTITIES = _file("entities.toml")
PROCESSES: frozenset[str] = frozenset(_ENTITIES["processes"])
MODIFIED: frozenset[str] = frozenset(_ENTITIES["modified"])
EPITHETS: tuple[str, ...] = tuple(_ENTITIES["epithets"])
SYMBOLS: frozenset[str] = frozenset(_ENTITIES["symbols"])
ALONE: frozenset[str] = frozenset(_ENTITIES["alone"])
ANSWERS: frozenset[str] = frozenset(_ENTITIES["answers"])
CLASSES: frozenset[str] = frozenset(_ENTITIES["classes"])
LISTED: frozenset[str] = frozenset(w for w in CLASS | TRANSPARENT | CLASSES if w.endswith("s"))
UNTELLING: frozenset[str] = frozenset(_ENTITIES["untelling"])
CHEMICALS: frozenset[str] = frozenset(_ENTITIES["chemicals"])
ENDINGS: tuple[str, ...] = tuple(_ENTITIES["endings"])
NOT_NAMES: frozenset[str] = frozenset(_ENTITIES["not_names"])
REJECTED: frozenset[str] = frozenset(_ENTITIES["rejected"])
STEMS: frozenset[str] = frozenset(_ENTITIES.get("stems", ()))

NOT_SYMBOLS: frozenset[str] = frozenset(_ENTITIES["not_symbols"])
FAMILIES: frozenset[str] = frozenset(_ENTITIES["families"])
AILMENTS: frozenset[str] = frozenset(_ENTITIES["ailments"])
CHEMICAL_SYMBOLS: frozenset[str] = frozenset(_ENTITIES["chemical_symbols"])
ENGLISH_THREE: frozenset[str] = frozenset(_ENTITIES["english_three"])
GREEK: frozenset[str] = frozenset(_ENTITIES["greek"])
ADJECTIVAL: tuple[str, ...] = tuple(_ENTITIES["adjectival"])
ADJECTIVE: tuple[str, ...] = tuple(_ENTITIES["adjective"])

CONFIDENCE: dict[str, Any] = _file("confidence.toml")
_WORDS = _file("words.toml")
NEGATORS: frozenset[str] = frozenset(_WORDS["negators"])
HEDGES: frozenset[str] = frozenset(_WORDS["hedges"])
NOT_ADVERBS: frozenset[str] = frozenset(_WORDS["not_adverbs"])
ADVERB_SIGNS = {word: SIGN[sign] for word, sign in _WORDS["signs"].items()}
ABBREVIATIONS: frozenset[str] = frozenset(_WORDS["drawing"]["abbreviations"])
ASIDES: frozenset[str] = frozenset(_WORDS["drawing"]["asides"])
DRAWING: frozenset[str] = frozenset(_WORDS["drawing"]["words"])
DRAWING_VERBS: frozenset[str] = frozenset(_WORDS["drawing"]["statement"])
ABOUT_DRAWING = DRAWING | DRAWING_VERBS
MEASUREMENT: tuple[str, ...] = tuple(_WORDS["drawing"]["measurement"])
PREDICATES: dict[str, str] = dict(_WORDS.get("predicates", {}))
STEERING = NEGATORS | HEDGES | frozenset(PREDICATES)


def _tags() -> dict[str, str]:
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
        out.update(dict.fromkeys(_WORDS[section], tag))
    for word in ("not", "never", "cannot", "n't"):
        out[word] = "X"
    out["cannot"] = "M"
    out["that"] = "S"
    out["to"] = "P"
    return out


TAGS = _tags()
DEMONSTRATIVES: frozenset[str] = frozenset({"this", "these", "it", "both", "all", "such", "those", "some", "any"})
UNSURE = DEMONSTRATIVES | {"that", "to", "then", "one", "so", "less"} | RESIDUES
"""Small words whose tag depends on what stands around them."""
EDGES: frozenset[str] = (
    BEFORE
    | RESIDUES
    | TRANSPARENT
    | CHAIN
    | UNSIGNED
    | frozenset(EFFECTS)
    | frozenset(AGENTS)
    | frozenset(w for w, tag in TAGS.items() if tag in "DAP")
    | {"factor", "factors", "domain", "domains", "motif", "motifs", "residue", "residues", "site", "sites"}
)
"""Words before and after a name that are no part of it, or may be none."""
SUFFIXED: frozenset[str] = frozenset(SUFFIXES) | TREATED | UNNAMED | NAMING | {"dependent"}
"""What may stand after a name and a dash without being part of the name."""
PHRASES: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
for _phrase, _tag in sorted({**_WORDS["phrases"], **dict.fromkeys(_PARTED, "?")}.items(), key=lambda item: -len(item[0])):
    _parts = tuple(_phrase.split())
    PHRASES[_parts[0]] = (*PHRASES.get(_parts[0], ()), (_parts, _tag))

PLAIN_ENGLISH: frozenset[str] = frozenset(_words("english.toml")["words"]) | (
    frozenset(TAGS)
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
TRIGGERS: frozenset[str] = (
    frozenset(
        {text for text, forms in FORMS.items() if any(SENSES[f.verb] for f in forms)}
        | set(EFFECTS)
        | set(AGENTS)
        | set(PREDICATES)
        | EFFECT_ON
        | {"derived", "derives"}
    )
    - (TRANSPARENT - {"signals"})  # "A signals through B"
)
"""A sentence with none of these, no arrow, no "A-induced" and no chain states no relation."""

ARROWS = {"→": "+", "⟶": "+", "➔": "+", "⇒": "+", "->": "+", "⊣": "-", "-|": "-", "—|": "-", "←": "", "⇄": "", "↔": ""}
MARKS: frozenset[str] = frozenset(PHRASES) | frozenset(ARROWS)
FOLLOWING: dict[str, frozenset[str]] = {
    **{first: frozenset(parts[1] for parts, _ in given if len(parts) > 1) for first, given in PHRASES.items()},
    **dict.fromkeys([first for first, given in PHRASES.items() if any(len(parts) == 1 for parts, _ in given)], frozenset()),
    **dict.fromkeys(ARROWS, frozenset()),
}
"""For each first word of a phrase the second ones; none where the first word alone is enough."""
"""Words at which a sentence's tokens may be joined or tagged as an arrow."""
PREDICATIVE: frozenset[str] = frozenset(AGENTS) | frozenset(PREDICATES) | EFFECT_ON | frozenset(EFFECTS)
"""Words that "is" can make a statement with: "is an inhibitor of", "is essential for", "is under the control of"."""
CHANGE: frozenset[str] = frozenset(EFFECTS) | EFFECT_ON
"""Nouns that state a change of what hangs on them."""
