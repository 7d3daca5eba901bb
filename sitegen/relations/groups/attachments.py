"""What hangs on a noun of change: "by A", "to B", "from B", "on B"; the arrows that nouns state by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from sitegen.relations import lexis
from sitegen.relations.groups.arguments import Arg, Edge, Group, end_of, start_of, type_over
from sitegen.relations.tagging.chunks import Item
from sitegen.relations.lexis import Effect
from sitegen.relations.names.naming import Name
from sitegen.relations.phrases.phrase import Phrase, inside, interpret
from sitegen.relations.tokens.words import Token

_NOTHING = [""] * 40


def head_of_two(phrase: Phrase) -> bool:
    """Whether a noun says something of two at once: "interaction of A and B"."""
    return phrase.effect is not None and phrase.effect.group == "binding" and phrase.head in lexis.MUTUAL


class Attachments:
    """What hangs on a noun of change; the edges that nouns state by themselves collect in `edges`."""

    in_object = False
    leading = False
    last: list[Arg] = []  # noqa: RUF012
    serial = 0
    level: list[Arg] = []  # noqa: RUF012
    level_sign = 0

    def __init__(self, tokens: list[Token], items: list[Item]) -> None:
        self.tokens = tokens
        self.items = items
        self.edges: list[Edge] = []
        self.chains: dict[str, tuple[str, ...]] = {}
        self._phrases: list[Phrase | None] = [None] * len(items)
        self._texts = tuple([t.text for t in tokens])
        short = tuple([t.abbr for t in tokens])
        self._short = short if any(short) else ()
        # past either end there is nothing: index -1 and -2 meet the padding, and no rule looks further than it
        self.kind: Callable[[int], str] = ([item.kind for item in items] + _NOTHING).__getitem__
        """The kind of item `k`, empty past the end."""
        self.word: Callable[[int], str] = ([item.word for item in items] + _NOTHING).__getitem__
        """The word of item `k`, empty past the end."""

    def phrase(self, k: int) -> Phrase:
        """The reading of the noun phrase `k`."""
        found = self._phrases[k]
        if found is None:
            item = self.items[k]
            low, high = item.low, item.high
            while low < high - 1 and self.tokens[low].tag == "D":
                low += 1
            texts, short = self._texts[low:high], self._short[low:high]
            if low and not (short and any(short)):
                found = inside(texts)
            else:
                found = interpret(texts, short if any(short) else (), low == 0)
            self._phrases[k] = found
        return found

    def finite_at(self, k: int) -> bool:
        """Whether a finite verb group stands at `k`."""
        return self.kind(k) == "V" and self.items[k].form in ("fin", "ed")

    def group(self, k: int, *, commas: bool = True, inner: bool = False, depth: int = 0, free: bool = False) -> tuple[Group, int]:
        """The coordinated noun phrases from item `k` (see `groups.Reader`)."""
        raise NotImplementedError

    def _effect_on(
        self, k: int, phrase: Phrase, theme: list[Arg] | None, own: list[Arg], group: Group, depth: int
    ) -> tuple[Group, int]:
        """ "The inhibitory effect of X on Y", "X's effect with Z on Y": arrows to Y; the group then stands for X."""
        agents = [a._replace(sign=1, effect=None, unsigned=False) for a in (theme or own)]
        if self.word(k) == "with":
            other, k = self.group(k + 1, depth=depth + 1)
            agents += other.args
        sign = next((lexis.EFFECT_SIGNS[w] for w in phrase.whole.lower().split() if w in lexis.EFFECT_SIGNS), 0)
        if self.kind(k) == "P" and self.word(k) in ("on", "upon", "over") and self.kind(k + 1) == "N":
            inner, k = self.group(k + 1, depth=depth + 1)
            # an effect that is neither good nor bad says too little for an arrow
            for agent in agents if sign else ():
                for arg in inner.args:
                    self._edge(
                        agent,
                        arg,
                        Effect("activation" if sign > 0 else "inhibition" if sign < 0 else "other", sign),
                        "effect of A on B",
                    )
            group.on, group.on_sign = inner.args, sign
        group.args = agents
        return group, k

    def _attached(
        self, k: int, phrase: Phrase, group: Group, own: list[Arg], theme: list[Arg] | None, args: list[Arg], depth: int
    ) -> int:
        """Edges of "noun of Y by X", "binding of X to Y", "conversion of A to B by E"."""
        effect = phrase.effect
        if effect is None:
            return k
        targets = group.theme or [a._replace(sign=1, effect=None) for a in own]
        products: list[Arg] = []
        while self.kind(k) == "P" and self.kind(k + 1) == "N" and depth < 4:
            word = self.word(k)
            turned = effect.group == "conversion" or (word == "into" and effect.group in ("inhibition", "breakdown"))
            if word in ("to", "with", "into") and (turned or effect.group == "binding") and targets and not products:
                inner, after = self.group(k + 1, inner=self.phrase(k + 1).effect is None, depth=depth + 1)
                products = inner.args
                for a in targets:
                    for b in products:
                        kind = Effect("conversion" if turned else effect.type, 0, effect.group)
                        self._edge(a, b, kind, "noun of A to B")
                if products and turned:
                    args[:] = [b._replace(sign=1, effect=Effect("conversion", 1, "production")) for b in products]
                elif products and effect.group == "binding":
                    # who is recruited stays the subject; who is bound goes on acting
                    args[:] = products if word == "to" and phrase.head != "recruitment" else args
                k = after
                continue
            if word == "between" and effect.group == "binding" and not targets:
                inner, after = self.group(k + 1, depth=depth + 1)
                if len(inner.args) == 2:
                    self._edge(inner.args[0], inner.args[1], effect, "noun between A and B")
                    args[:] = inner.args
                k = after
                continue
            if word == "by" and not targets and not own and phrase.hollow:
                inner, k = self.group(k + 1, depth=depth + 1)
                args[:] = [a._replace(sign=1) for a in inner.args]
                # "A impairs B at the level of C by phosphorylation by D": a means of impairing does C no good
                told = effect if effect.sign else Effect(effect.type, self.level_sign, effect.group)
                for agent in inner.args:
                    for arg in self.level:
                        self._edge(agent, arg, told, "noun by agent")
                continue
            if word == "by" and targets:
                inner, after = self.group(k + 1, inner=self.phrase(k + 1).effect is None, depth=depth + 1)
                self.serial += 1
                for agent in inner.args:
                    if products:
                        for b in products:
                            self._edge(agent, b, Effect("conversion", 1, "conversion"), "noun of A to B by enzyme")
                    else:
                        self._nominal(agent, targets, effect, "noun by agent")
                group.acted = True
                k = after
                continue
            if word == "from" and effect.group == "production" and targets:
                inner, after = self.group(k + 1, depth=depth + 1)
                for a in inner.args:
                    for b in targets:
                        self._edge(a, b, Effect("conversion", 0, "conversion"), "noun from substrate")
                k = after
                continue
            break
        if head_of_two(phrase) and len(group.theme) == 2 and not products and self.word(k) not in ("to", "with"):
            # "the interaction of A and B"
            self._edge(group.theme[0], group.theme[1], effect, "noun between A and B")
        if self.kind(k) == "K" and self.kind(k + 1) == "N" and args:
            inner, k = self.group(k + 1, depth=depth + 1)
            for agent in inner.args:
                for arg in args:
                    self._edge(agent, arg, Effect("activation", 1), "in response to")
        return k

    def _nominal(self, agent: Arg, targets: Sequence[Arg], effect: Effect, pattern: str) -> None:
        for target in targets:
            self._edge(agent, target, effect, pattern)

    def _edge(self, source: Arg, target: Arg, effect: Effect, pattern: str, *, swap: bool = False) -> None:
        if swap:
            source, target = target, source
        sign = 0 if source.unsigned or target.unsigned else source.sign * effect.sign * target.sign
        self.edges.append(Edge(start_of(source), end_of(target), type_over(effect, target), sign, pattern))

    def chain(self, members: tuple[str, ...]) -> None:
        """The arrows between the members of a chain."""
        for a, b in pairwise(members):
            unsigned = a.lower() in lexis.UNSIGNED_STEPS or b.lower() in lexis.BRAKES
            self.edges.append(
                Edge(
                    Name(a, "chain"),
                    Name(b, "chain"),
                    "other" if unsigned else "activation",
                    0 if unsigned else 1,
                    "chain",
                )
            )
