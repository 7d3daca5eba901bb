"""Noun phrases joined: "A, B and C", "cytokines such as A and B", "the ERX inhibitor, PDX9".

"A, B and C" is one group of three entities; what a word before or after the list says of one member it may say of all:
in "reduced A and B signaling" there is less of both, in "loss of A and ultimately B" less of A only.  Edges: "A-induced B
and C" gives A + B and A + C, "the ERX inhibitor, PDX9, blocks" PDX9 - ERX.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.groups.chunked import Chunked
from sitegen.relations.groups.joining import join
from sitegen.relations.groups.units import read_unit
from sitegen.relations.lexis import Effect
from sitegen.relations.names.chains import chain_of
from sitegen.relations.phrases.parts import Agent
from sitegen.relations.phrases.phrase import Phrase

if TYPE_CHECKING:
    from sitegen.relations.groups.noun_groups import NounGroups

_DEEPEST = 4
_NAMES = ("shape", "cap", "chemical", "index")
"""Kinds of names that stay beside examples of what they belong to."""


def read_group(
    nouns: NounGroups, k: int, *, commas: bool = True, inner: bool = False, depth: int = 0, free: bool = False
) -> tuple[Group, int]:
    """The coordinated noun phrases from chunk `k`, and the chunk after them.

    `inner` stops where a sibling with its own "of" begins, `free` takes what commas join without an "and".
    """
    at = nouns.chunked
    serial = nouns.serial
    start = k
    first = at.phrase(k)
    group, k = read_unit(nouns, k, depth)
    if serial == nouns.serial:
        nouns.last = group.args
    kind = at.kind(k)
    if not group.args and (kind == "P" or kind == "V"):
        place = at.examples_after(k)
        if place:
            k, kind = place, "E"
    if kind != "," and kind != "C" and kind != "E":
        group.units.append(len(group.args))
        return group, k
    if not group.args and kind == "," and at.kind(k + 1) == "N" and _names_class(nouns, k):
        # "the small GTPase, RAS"
        group, k = read_unit(nouns, k + 1, depth)
    elif group.bearer is None and kind == "," and at.kind(k + 1) == "N" and _names_one(nouns, k):
        # "a hydroxylase enzyme, FIX, acts"
        group, k = Group(list(at.phrase(k + 1).args)), k + 3
    elif group.bearer is not None and kind == "," and at.kind(k + 1) == "N" and at.kind(k + 2) == ",":
        k = _called(nouns, k, group, first)
    elif not group.args and first.agents and not first.names and kind != "E":
        step = k + 1 + (kind == "," and at.kind(k + 1) == "C")
        if at.kind(step) == "N" and at.phrase(step).agents:
            group, k = nouns.group(step, commas=commas, inner=inner, depth=depth + 1, free=free)
            return _both_act(nouns, first, group), k
    group.units.append(len(group.args))
    if at.kind(k) not in (",", "C", "E"):
        return group, k
    return _List(nouns, group, k, start, first, depth, serial, inner=inner, commas=commas, free=free).read()


def _both_act(nouns: NounGroups, first: Phrase, group: Group) -> Group:
    """ "A-induced and B-mediated growth": A acts too."""
    for agent in first.agents:
        for arg in group.args:
            nouns.acts(agent.name, agent.effect, arg)
    return group


def _names_class(nouns: NounGroups, k: int) -> bool:
    """Whether what stands after the comma at `k` names the class before it, and is no subject of a clause of its own."""
    at = nouns.chunked
    return at.names_class(k - 1, k + 1) and not (nouns.in_object and at.heads_clause(k + 1))


def _names_one(nouns: NounGroups, k: int) -> bool:
    """Whether a symbol between the comma at `k` and the next one names the "a" thing before them, which a finite verb follows."""
    at = nouns.chunked
    first, named = at.phrase(k - 1), at.phrase(k + 1)
    return (
        at.kind(k + 2) == ","
        and at.finite_at(k + 3)
        and at.first(k - 1) in lexis.INDEFINITE_WORDS
        and first.head in lexis.CLASS
        and len(named.names) == 1
        and named.names[0].kind == "shape"
        and named.effect is None
    )


def _called(nouns: NounGroups, k: int, group: Group, first: Phrase) -> int:
    """ "The ERX inhibitor, PDX9, blocks": the name between the commas is what is meant, and acts on ERX."""
    at = nouns.chunked
    named = at.phrase(k + 1)
    several = first.head[-1:] == "s" or len(named.names) != 1
    if several or named.bearer is not None or at.first(k + 1) in lexis.INDEFINITE_WORDS:
        return k
    effect = first.bearer
    if effect is None or effect.group == "inverse" or not group.theme or not at.finite_at(k + 3):
        return k
    for arg in group.theme:
        nouns.edge(Arg(named.names[0]), arg, effect, "appositive")
    group.args, group.bearer, group.theme = list(named.args), None, ()
    return k + 3


@dataclass(slots=True, eq=False)
class _List:
    """A list of noun phrases from its second member on; `k` is the chunk after what has been read."""

    nouns: NounGroups
    group: Group
    k: int
    start: int
    first: Phrase
    depth: int
    serial: int
    inner: bool
    commas: bool
    free: bool
    at: Chunked = field(init=False)
    acting: list[Agent] = field(init=False)
    told: bool = field(init=False)
    effect: Effect | None = field(init=False)
    seen_and: bool = False

    def __post_init__(self) -> None:
        first = self.first
        self.at = self.nouns.chunked
        self.acting = [a for a in first.agents if a.effect.group != "object"]
        self.told = first.head[-1:] == "s" and self.at.first(self.k - 1) in lexis.TOLD_WORDS
        self.effect = self.group.effect

    def read(self) -> tuple[Group, int]:
        """The whole list, and the chunk after it."""
        while self._member():
            pass
        return self.group, self.k

    def _member(self) -> bool:
        """Take the next member, or the examples of the last one; whether there is one."""
        at, step = self.at, self.k
        if at.kind(step) == "," and at.kind(step + 1) == "E":
            step += 1
        if at.kind(step) == "E":
            return self._examples(step)
        comma = at.kind(step) == ","
        step += comma
        joined = at.kind(step) == "C" and at.word(step) not in lexis.PARTING_WORDS
        if comma and joined and at.word(step) in lexis.ADDING_WORDS:
            return False  # "not only A, which binds B, but also C"
        if joined:
            step += 1
            step += at.kind(step) == "E"
        if not ((comma or joined) and at.kind(step) == "N" and self._goes_on(step, comma, joined)):
            return False
        self._take(step, comma, joined)
        return True

    def _examples(self, step: int) -> bool:
        """ "Cytokines such as A and B": the examples take the place of their class, with its sign."""
        at, group = self.at, self.group
        if self.inner and at.kind(step + 1) == "N" and at.phrase(step + 1).effect:
            # "loss of A signaling, including reduced B": an example of the loss
            return False
        if at.kind(step + 1) != "N" or self.depth >= _DEEPEST:
            return False
        members, after = self.nouns.group(step + 1, depth=self.depth + 1, free=self.commas)
        if not members.args:
            return False
        if group.bearer is not None and group.theme and group.bearer.sign < 0:
            return self._agents(members.args, after)
        own = group.args[0] if group.args else None
        sign = own.sign if own else 1
        effect = own.effect if own else group.effect
        unsigned = own.unsigned if own else self.first.unsigned
        named = [a for a in group.args if a.name.kind in _NAMES and a.name.text.rsplit(" ", 1)[-1].lower() not in lexis.CLASSES]
        for a in members.args:
            if not a.changed or sign >= 0:
                # else how A changes is said: "reduced signaling, including less A"
                a = Arg(a.name, a.sign * sign, a.effect or effect, a.chain, a.unsigned or unsigned, a.changed)
            named.append(a)
        group.args = named
        if at.phrase(self.k - 1).head in lexis.CHAIN:
            # "pathways such as A/B/C"
            self._chains()
        group.bare = False
        self.k = after
        if at.kind(after) == "," and at.kind(after + 1) == "V" and at.chunks[after + 1].form == "fin":
            self.k += 1
        return True

    def _agents(self, members: list[Arg], after: int) -> bool:
        """ "A inhibitors, such as B and C": names of inhibitors."""
        group, bearer = self.group, self.group.bearer
        assert bearer is not None
        for member in members:
            for arg in group.theme:
                self.nouns.edge(member.itself(), arg, bearer, "appositive")
        group.args, group.bearer, group.theme = list(members), None, ()
        self.k = after
        at = self.at
        if at.kind(after) == "," and at.kind(after + 1) == "V" and at.chunks[after + 1].form == "fin":
            self.k += 1
        return True

    def _goes_on(self, step: int, comma: bool, joined: bool) -> bool:
        """Whether the noun phrase at `step` is a member of the list."""
        at = self.at
        leading = self.nouns.leading
        if self.depth > _DEEPEST or (
            self.seen_and and not joined and not (at.phrase(self.k - 1).plural_class and at.list_ahead(step, leading))
        ):
            return False
        if comma and not joined:
            if not (self.commas and (self.free or at.list_ahead(step, leading, self.nouns.fronted) or self._before_verb(step))):
                return False
            if at.first(step) in lexis.INDEFINITE_WORDS and not at.ends_in_and(step):
                return False
        if self.nouns.in_object and at.heads_clause(step):
            # it is the subject of a clause of its own
            return False
        if comma and joined and self.nouns.in_object and len(self.group.units) == 1 and at.closes_relative(self.start, step):
            return False
        return not (self.inner and self._stands_apart(step, joined))

    def _before_verb(self, step: int) -> bool:
        """Whether a bare name stands between the comma and the next verb of the clause: "A activates B, C and inhibits D"."""
        at, phrase = self.at, self.at.phrase(step)
        return (
            self.nouns.in_object
            and at.kind(step + 1) == "C"
            and at.finite_at(step + 2)
            and at.chunks[step + 2].form == "fin"
            and phrase.effect is None
            and bool(phrase.names)
            and all(name.kind == "shape" for name in phrase.names)
            and at.first(step) not in lexis.INDEFINITE_WORDS
        )

    def _stands_apart(self, step: int, joined: bool) -> bool:
        """Whether what a noun says of the list it says not of the phrase at `step`."""
        at = self.at
        sibling = at.phrase(step)
        changes = sibling.head in lexis.EFFECTS or sibling.head in lexis.MENDING_NOUNS
        if (sibling.effect or sibling.bearer or changes) and (
            at.word(step + 1) in ("of", "in") or not sibling.names
        ):
            return True
        if joined and at.comes_later(step):
            # "loss of A and ultimately B"
            return True
        if sibling.signed and sibling.sign > 0 and self._is_less():
            # "loss of A and increased B", "loss of A, increased B and C"
            return True
        # "inhibition of A or reduced B", "activation of A and B loss"
        return bool(sibling.names) and at.word(step + 1) != "of" and sibling.sign < 0

    def _is_less(self) -> bool:
        """Whether the noun that has the list after it says that there is less of it."""
        return self.at.word(self.start - 1) == "of" and self.at.phrase(self.start - 2).sign < 0

    def _take(self, step: int, comma: bool, joined: bool) -> None:
        """Join the noun phrase at `step` to the list."""
        nouns, group = self.nouns, self.group
        sibling = self.at.phrase(step)
        other, after = read_unit(nouns, step, self.depth)
        self.seen_and = self.seen_and or joined
        if joined and not sibling.names and sibling.head in lexis.CLASSES and self._shares_head():
            group.args = []  # "DNA and protein adducts"
        size = len(group.args)
        join(self.at, group, other, self.k - 1, comma=comma, joined=joined, told=self.told)
        if self.acting and not sibling.agents and group.args:
            self._act(other)
        if self.serial == nouns.serial:
            nouns.last = group.args
        several = sibling.plural_class or sibling.head in lexis.SIGNALING_NOUNS or len(sibling.chain) > 1
        if sibling.chained and (several or group.args[0].name.text.count("/") > 1):
            self._chains()
        group.units.append(len(group.args) - size)
        self.k = after
        if joined and sibling.bearer is not None and sibling.bearer.sign < 0:
            self._both_called(sibling.bearer)

    def _shares_head(self) -> bool:
        """Whether what stands before the "and" is DNA or RNA, of which a class noun after the next word may be said too."""
        group = self.group
        return group.bare and len(group.args) == 1 and group.args[0].name.text in lexis.NUCLEIC_NOUNS

    def _both_called(self, bearer: Effect) -> None:
        """ "The A and B inhibitor, X, blocks": X is meant, and inhibits both."""
        at, k, group = self.at, self.k, self.group
        if at.kind(k) != "," or at.kind(k + 1) != "N" or at.kind(k + 2) != "," or not at.finite_at(k + 3):
            return
        named = at.phrase(k + 1)
        if len(named.names) != 1 or named.bearer is not None or at.first(k + 1) in lexis.INDEFINITE_WORDS:
            return
        for arg in group.args:
            self.nouns.edge(Arg(named.names[0]), arg.itself(), bearer, "appositive")
        group.args, group.bearer, group.theme = list(named.args), None, ()
        self.k = k + 3

    def _act(self, other: Group) -> None:
        """ "A-induced apoptosis and cell death", "A-induced B release and C production": A acts on both."""
        process = self.group.args[0].name.kind == "process"
        for arg in other.args:
            if arg.name.kind == "process" if process else (arg.effect is not None and self.effect is not None):
                for agent in self.acting:
                    self.nouns.edge(Arg(agent.name), arg, agent.effect, "name-induced")

    def _chains(self) -> None:
        """ "The A/B, C/D and E pathways": what "pathways" says holds for every member of the list."""
        group = self.group
        for i, arg in enumerate(group.args):
            members = () if arg.chain else chain_of(arg.name.text)
            if members:
                group.args[i] = arg._replace(chain=members)
                self.nouns.chain(members)
                self.nouns.chains[arg.name.text] = members
