"""What the walk through a sentence remembers, and how it notes an arrow."""

from __future__ import annotations

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.groups.arguments import Arg, Edge, Group, end_of, start_of
from sitegen.relations.groups.groups import Reader
from sitegen.relations.tagging.chunks import Item
from sitegen.relations.lexis import Sense
from sitegen.relations.tokens.words import Token

INTRANSITIVE = Sense("plain", "other", 0)
_LEADING = frozenset({"lead", "result", "yield", "give", "produce", "generate"})
"""After these stands what a broken-down thing turns into: "DA degradation leads to DOPAC"."""
_MENDING = frozenset({"improve", "rescue", "protect"})
"""What these verbs do to an ailment lessens it."""
_RESTORING = frozenset({"restore", "rescue", "improve", "recover", "normalize", "reestablish", "re-establish"})
NEED = Sense("requirement", "activation", 1)


class Memory:
    """What a later sentence's "it" or "this" may point back to."""

    def __init__(self) -> None:
        self.subject: list[Arg] = []
        self.object: list[Arg] = []
        self.chains: dict[str, tuple[str, ...]] = {}


class State:
    """The walk's memory within one sentence: subject, object, last verb, the noun nearest by."""

    last_form = ""
    last_passive = False
    main_verb = ""
    agents: list[Arg] = []  # noqa: RUF012
    via: list[Arg] = []  # noqa: RUF012
    raising = False
    denied = False
    undone = False
    cause: list[Arg] = []  # noqa: RUF012
    patient_sign = 1
    changed = False
    void = False
    effect_subject: Group | None = None
    last_subject: list[Arg] | None = None
    last_pattern = ""

    def __init__(self, tokens: list[Token], items: list[Item], memory: Memory) -> None:
        self.reader = Reader(tokens, items)
        self.tokens = tokens
        self.items = items
        self.memory = memory
        self.edges: list[Edge] = []
        self.subject: list[Arg] | None = None
        self.pattern = ""
        self.main: list[list[Arg] | None] = []
        self.object: list[Arg] = []
        self.near: list[Arg] = []
        self.waiting: list[tuple[Item, Sense, list[Arg], str]] = []
        self.verb: Sense | None = None
        self.hedged = False
        self.deferred: list[tuple[Sense, list[Arg], Item]] = []
        self.patient: list[Arg] = []
        self.subject_units: list[int] = []
        self.first: list[Arg] | None = None
        self.pair: tuple[list[Arg], list[Arg], Sense | None, list[Arg]] | None = None

    def _any_hedge(self) -> bool:
        return any(i.hedged for i in self.items if i.kind == "V")

    def _bearer(self, subject: list[Arg], group: Group, pattern: str) -> None:
        effect = group.bearer
        assert effect is not None
        for s in subject:
            for t in group.theme:
                if effect.group == "inverse":
                    self._add(t, s, "other", 0, pattern)
                else:
                    self._add(s, t, effect.type, s.sign * effect.sign, pattern)

    def _has_preposition(self, k: int) -> bool:
        return any(self.reader.word(k + 1) in s.prepositions for s in lexis.SENSES.get(self.items[k].verb, ()))

    def _sense(self, k: int) -> tuple[Sense | None, int]:
        """The verb's reading by what follows it, and the item where its object begins."""
        reader = self.reader
        senses = lexis.SENSES.get(self.items[k].verb, ())
        nxt = reader.kind(k + 1)
        for sense in senses:
            at = k + 1
            if sense.tail:
                if not self._tail(at, sense.tail):
                    continue
                at += 1
            if sense.prepositions:
                if reader.kind(at) == "P" and reader.word(at) in sense.prepositions:
                    if reader.kind(at + 1) in ("N", "V", "C"):
                        return sense, at + 1
                    continue
                if not sense.bare:
                    continue
            if sense.bare and (reader.kind(at) == "N" or nxt == "C"):
                return sense, at
        return None, k + 1

    def _tail(self, at: int, tail: tuple[str, ...]) -> bool:
        if self.reader.kind(at) == "N":
            item = self.items[at]
            return self.tokens[item.high - 1].low == tail[-1]
        return self.reader.word(at) == tail[0]

    def _object(self, k: int) -> tuple[Sense | None, list[Arg], int]:
        sense, at = self._sense(k)
        if self.reader.kind(at) == "N":
            self.reader.in_object = True
            group, after = self.reader.group(at)
            self.reader.in_object = False
            return sense, group.args, after
        return sense, [], at

    def _relate(self, subject: list[Arg] | None, sense: Sense, objects: list[Arg], pattern: str, item: Item) -> None:
        if item.negated or not subject:
            return
        for s in subject:
            for t in objects:
                if item.verb == "mediate" and is_effect(t):
                    continue
                a, b = (t, s) if sense.inverse else (s, t)
                broken = a.effect is not None and a.effect.group == "breakdown"
                if broken and item.verb in _LEADING and b.effect is None and b.name.kind != "process":
                    self._add(a, b, "conversion", 0, "conversion", item.hedged)
                    continue
                better = item.verb in _MENDING and b.name.text.rsplit(" ", 1)[-1].lower() in lexis.AILMENTS
                if item.verb in _RESTORING and b.sign < 0:
                    # "A restores the lost B": there is more B
                    b = b._replace(sign=1)
                self._add(
                    a,
                    b,
                    "inhibition" if better else type_of(sense, b),
                    a.sign * (-1 if better else sense.sign) * b.sign,
                    "active: requirement" if sense.inverse else f"{pattern}: {sense.group}" if pattern == "active" else pattern,
                    item.hedged,
                )

    def _add(self, source: Arg, target: Arg, type_: RelationType, sign: int, pattern: str, hedged: bool = False) -> None:
        if self.void or source.name.text in ("DNA", "RNA"):
            return
        if source.unsigned or target.unsigned:
            sign = 0
        a, b = start_of(source), end_of(target)
        self.edges.append(Edge(a, b, type_, sign, pattern, hedged or self.hedged))


def is_effect(arg: Arg) -> bool:
    """Whether a phrase named the effects of an entity, not the entity."""
    return arg.effect is not None and arg.effect.group == "regulation" and arg.effect is lexis.EFFECTS.get("effects")


def type_of(sense: Sense, target: Arg) -> RelationType:
    if sense.group in ("activation", "enablement", "production", "requirement") and target.effect is not None:
        return target.effect.type
    if sense.type == "inhibition" and target.effect is not None and target.effect.type == "expression":
        return "repression"
    return sense.type
