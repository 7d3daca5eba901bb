"""One noun phrase: which entity it names and how the words around the name turn its sign.

From "the reduced hepatic PTX1 expression" the name is PTX1 and its sign is minus.  What stands before the name is read
first (`left_edge`), then the nouns after it (`right_edge`), then what is left of them (`core`).
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.relations.arguments import Arg
from sitegen.relations.lexis import Effect
from sitegen.relations.names.chains import chain_of, well_known
from sitegen.relations.names.name import Name
from sitegen.relations.names.naming import name_of
from sitegen.relations.names.symbols import shaped
from sitegen.relations.phrases.core import read_core
from sitegen.relations.phrases.left_edge import read_left
from sitegen.relations.phrases.parts import Agent, Parts
from sitegen.relations.phrases.plain import is_plain
from sitegen.relations.phrases.right_edge import read_right, target_genes, told_bearer
from sitegen.relations.phrases.short_names import put_short_name, spell_out
from sitegen.relations.tokens.words import lowered, word_of


@dataclass(slots=True)
class Phrase:
    """A noun phrase: names, the sign they bear, the outermost noun of change, acting names, and what it is.

    `chain` holds the members of "the A/B/C pathway"; `bearer` says that the phrase's head is "inhibitor" or the like;
    `hollow` that it says nothing by itself ("levels", "a subset"), so that an "of" phrase takes its place; `on` holds what
    "the A inhibitor B" inhibits; `states` that it states something by itself: an acting name, "inhibitor", a chain.  Each is
    read once for all captions, and never changed.
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
    args: tuple[Arg, ...] = ()
    states: bool = False


@once
def inside(words: tuple[str, ...]) -> Phrase:
    """Read one noun phrase that does not open its sentence, without short names in brackets: most are."""
    return interpret(words, (), False)


@once
def opening(words: tuple[str, ...]) -> Phrase:
    """Read one noun phrase that opens its sentence, without short names in brackets."""
    return interpret(words, (), True)


@once
def opens_otherwise(word: str) -> bool:
    """Whether a word at a sentence's start may say something else than inside one; a symbol says the same."""
    return word[1:].islower() or lowered(word) in lexis.TAGS or not shaped(word)


def interpret(words: tuple[str, ...], abbreviations: tuple[str, ...], opens: bool) -> Phrase:
    """Read one noun phrase; `opens` says that its first word opens the sentence, where a capital says nothing.

    `abbreviations` holds, for each word, the short name in brackets after it.
    """
    if not opens and not abbreviations and all(map(is_plain, words)):
        return _plain(list(words), [word_of(w).low for w in words])
    parts = Parts(words, [word_of(w).low for w in words], abbreviations, opens)
    if abbreviations:
        spell_out(parts)
    read_left(parts)
    if not parts.texts:
        agents = tuple(parts.agents)
        return Phrase(sign=parts.sign, agents=agents, hollow=True, whole=parts.whole, states=bool(agents))
    if parts.agents and parts.low[-1] in lexis.CHAIN and all(w in lexis.TRANSPARENT for w in parts.low):
        return _acting_pathway(parts)
    if abbreviations:
        put_short_name(parts)
    read_right(parts)
    read_core(parts)
    return _named(parts) if parts.core else _hollow(parts)


def _acting_pathway(parts: Parts) -> Phrase:
    """ "An A-dependent pathway" is A's."""
    names = tuple(a.name for a in parts.agents)
    # what mediates it acts after A
    args = tuple(Arg(n, parts.sign, lexis.EFFECTS["effects"], changed=parts.sign != 1) for n in names)
    return Phrase(names, parts.sign, head=parts.low[-1], whole=parts.whole, args=args)


def _hollow(parts: Parts) -> Phrase:
    """A phrase of which no word is left that could name something: "the reduced expression"."""
    head, agents = parts.head, tuple(parts.agents)
    bearer = told_bearer(lexis.AGENTS[head], parts.all_low) if head in lexis.AGENTS else parts.bearer or target_genes(parts)
    states = bool(agents) or bearer is not None
    return Phrase((), parts.sign, parts.effect, agents, (), bearer, True, False, parts.unsigned, head, parts.whole, states=states)


def _named(parts: Parts) -> Phrase:
    """A phrase with a core that may name something."""
    head, agents, sign, effect = parts.head, tuple(parts.agents), parts.sign, parts.effect
    bearer, whole, name = parts.bearer, parts.whole, parts.name
    if name is None and bearer is None:
        bearer = target_genes(parts)
    last = parts.core_low[-1]
    plural = last[-1:] == "s" or (head[-1:] == "s" and head not in lexis.EFFECTS)
    if name is None:
        hollow = last in lexis.TRANSPARENT
        states = bool(agents) or bearer is not None
        unsigned, signed = parts.unsigned, parts.signed
        return Phrase((), sign, effect, agents, (), bearer, hollow, plural, unsigned, head, whole, signed, (), False, (), states)
    chained = (parts.chain_word and lexis.MAKING_NOUNS.isdisjoint(parts.all_low)) or ("/" in name.text and well_known(name.text))
    chain = chain_of(name.text) if chained else ()
    return Phrase(
        (name,),
        sign,
        effect,
        agents,
        chain,
        bearer,
        False,
        plural,
        parts.unsigned,
        head,
        whole,
        parts.signed,
        parts.on,
        parts.chain_word,
        (Arg(name, sign, effect, chain, parts.unsigned, parts.signed or sign != 1 or effect is not None),),
        bool(agents or chain or parts.on) or bearer is not None,
    )


def _plain(texts: list[str], low: list[str]) -> Phrase:
    """A phrase of words that are all of a name: most are, and no edges need be looked for."""
    name = name_of(texts, low, False)
    head, whole = low[-1], " ".join(texts)
    plural = head[-1:] == "s"
    if name is None:
        return Phrase((), 1, None, (), (), None, False, plural, False, head, whole)
    if "/" in name.text and well_known(name.text):
        chain = chain_of(name.text)
        arg = Arg(name, 1, None, chain)
        return Phrase((name,), 1, None, (), chain, None, False, plural, False, head, whole, False, (), False, (arg,), True)
    return Phrase((name,), 1, None, (), (), None, False, plural, False, head, whole, False, (), False, (Arg(name),))
