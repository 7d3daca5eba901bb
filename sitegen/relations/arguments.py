"""What phrases stand for: entities with their signs, groups of them, and the arrows between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.lexis import Effect
from sitegen.relations.names.name import Name


class Arg(NamedTuple):
    """An entity as it stands in a phrase: the sign it bears and the noun of change over it.

    `chain` names all members where the entity is one end of "the A/B/C pathway".  `changed` says that a word of its own
    phrase, or a noun of change, tells how the entity changes.
    """

    name: Name
    sign: int = 1
    effect: Effect | None = None
    chain: tuple[str, ...] = ()
    unsigned: bool = False
    changed: bool = False

    def turned(self, sign: int, changed: bool = False) -> Arg:
        """The same entity, its sign times another one; `changed` where that says how it changes."""
        name, own, effect, chain, unsigned, was = self
        return Arg(name, own * sign, effect, chain, unsigned, was or changed)

    def unturned(self) -> Arg:
        """The entity with no sign turned: of "loss of A, which is needed" it is A that is needed."""
        name, _, effect, chain, unsigned, changed = self
        return Arg(name, 1, effect, chain, unsigned, changed)

    def itself(self) -> Arg:
        """The entity without the noun of change over it and that noun's sign."""
        name, _, _, chain, unsigned, changed = self
        return Arg(name, 1, None, chain, unsigned, changed)

    def doubtful(self, unsigned: bool = True) -> Arg:
        """The entity, where no arrow from it or to it has a sign."""
        name, sign, effect, chain, was, changed = self
        return Arg(name, sign, effect, chain, was or unsigned, changed)


class Edge(NamedTuple):
    """An arrow found, before it is scored."""

    source: Name
    target: Name
    type: RelationType
    sign: int
    pattern: str
    hedged: bool = False


class Group:
    """What a run of joined noun phrases stands for; `bearer` of a predicate such as "an inhibitor of Y".

    `theme` is what an "of" phrase named, `on` what "an effect on" named with its sign; both are assigned
    whole, never changed in place.  `units` counts the entities of each member of the list.  `acted` says that
    the group names already who acts on it.
    """

    __slots__ = ("acted", "args", "bare", "bearer", "effect", "on", "on_sign", "plural_class", "theme", "units")

    def __init__(self, args: list[Arg], effect: Effect | None = None, plural_class: bool = False) -> None:
        self.args = args
        self.units: list[int] = []
        self.effect = effect
        self.plural_class = plural_class
        self.theme: Sequence[Arg] = ()
        self.on: Sequence[Arg] = ()
        self.on_sign = 0
        self.bare = True
        self.bearer: Effect | None = None
        self.acted = False


def entry(chain: tuple[str, ...]) -> str:
    """The member that an arrow to the chain is about: what activates "the KEAP1/NRF2 pathway" activates NRF2."""
    return chain[1] if chain[0].lower() in lexis.GUARDS_NOUNS else chain[0]


def end_of(arg: Arg) -> Name:
    """Where an arrow to an entity ends: at the member by which a chain is entered."""
    return Name(entry(arg.chain), "chain") if arg.chain else arg.name


def start_of(arg: Arg) -> Name:
    """Where an arrow from an entity starts: at a chain's last member."""
    return Name(arg.chain[-1], "chain") if arg.chain else arg.name


def type_over(effect: Effect, target: Arg) -> RelationType:
    """The type of an arrow that a noun states: "activation of A degradation" is about its degradation."""
    if effect.group in ("activation", "") and target.effect is not None:
        return target.effect.type
    return effect.type
