"""What hangs on a noun of change: "by A", "to B", "from B", "between A and B", "on B".

Edges: "phosphorylation of B by A" gives A 0 B, "binding of A to B" A 0 B, "conversion of A to B by E" A 0 B and E + B,
"synthesis of B from A" A 0 B, "the interaction between A and B" A 0 B, "the inhibitory effect of A on B" A - B, "the
increase of B in response to A" A + B.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.groups.chunked import Chunked
from sitegen.relations.lexis import Effect
from sitegen.relations.phrases.phrase import Phrase
from sitegen.relations.tagging.chunks import Chunk

if TYPE_CHECKING:
    from sitegen.relations.groups.noun_groups import NounGroups

_SPECIES = re.compile(r"[A-Z]\. ?[a-z]+")
_DEEPEST = 4
_SUBSTANCES = ("chemical", "ending")
_MADE = Effect("conversion", 1, "production")
_BY_ENZYME = Effect("conversion", 1, "conversion")
_FROM = Effect("conversion", 0, "conversion")
_RESPONSE = Effect("activation", 1)
_LESS = Effect("inhibition", -1, "inhibition")


def effect_on(nouns: NounGroups, k: int, phrase: Phrase, of: list[Arg], group: Group, depth: int) -> tuple[Group, int]:
    """ "The inhibitory effect of X on Y", "X's effect with Z on Y": arrows to Y; the group then stands for X."""
    at = nouns.chunked
    agents = [Arg(a.name, chain=a.chain, changed=a.changed) for a in of]
    if at.word(k) == "with":
        other, k = nouns.group(k + 1, depth=depth + 1)
        agents += other.args
    sign = next((lexis.EFFECT_SIGNS[w] for w in phrase.whole.lower().split() if w in lexis.EFFECT_SIGNS), 0)
    if at.kind(k) == "P" and at.word(k) in lexis.UPON_WHAT_WORDS and at.kind(k + 1) == "N":
        if at.word(k) in lexis.WARDING_WORDS:
            sign = -1  # "the protective effect of X against Y"
        inner, k = nouns.group(k + 1, depth=depth + 1)
        if sign:
            # an effect that is neither good nor bad says too little for an arrow
            kind: RelationType = "activation" if sign > 0 else "inhibition"
            for agent in agents:
                for arg in inner.args:
                    nouns.edge(agent, arg, Effect(kind, sign), "effect of A on B")
        group.on, group.on_sign = inner.args, sign
    group.args = agents
    return group, k


def attach(
    nouns: NounGroups, k: int, phrase: Phrase, effect: Effect, group: Group, own: list[Arg], args: list[Arg], depth: int
) -> int:
    """The arrows of what hangs on a noun of change from chunk `k` on; `args`, what the whole stands for, may change."""
    kind = nouns.chunked.kind(k)
    if kind != "P" and kind != "K" and len(group.theme) != 2:
        return k
    return _Change(nouns, k, phrase, effect, group, own, args, depth).read()


def _says_of_two(phrase: Phrase, effect: Effect) -> bool:
    """Whether a noun says something of two at once: "interaction of A and B"."""
    return effect.group == "binding" and phrase.head in lexis.MUTUAL


@dataclass(slots=True, eq=False)
class _Change:
    """A noun of change while what hangs on it is read: `targets` are changed, `products` come of it."""

    nouns: NounGroups
    k: int
    phrase: Phrase
    effect: Effect
    group: Group
    own: list[Arg]
    args: list[Arg]
    depth: int
    at: Chunked = field(init=False)
    targets: Sequence[Arg] = field(init=False)
    products: list[Arg] = field(default_factory=list)
    makers: list[Arg] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.at = self.nouns.chunked
        self.targets = self.group.theme or [a.itself() for a in self.own]

    def read(self) -> int:
        """All that hangs on the noun; returns the chunk after it."""
        at, nouns = self.at, self.nouns
        while at.kind(self.k) == "P" and at.kind(self.k + 1) == "N" and self.depth < _DEEPEST:
            if not self._hangs(at.word(self.k)) and not self._after_place():
                break
        if self.makers and at.kind(self.k) == "V" and self._forms(at.chunks[self.k]) and at.kind(self.k + 1) == "N":
            self._to_form()
        theme = self.group.theme
        two = len(theme) == 2 and not self.products and _says_of_two(self.phrase, self.effect) and not self._of_both()
        if two and at.word(self.k) not in ("to", "with"):
            # "the interaction of A and B"
            nouns.edge(theme[0], theme[1], self.effect, "noun between A and B")
        if at.kind(self.k) == "K" and at.kind(self.k + 1) == "N" and self.args:
            inner = self._group()
            for agent in inner.args:
                for arg in self.args:
                    nouns.edge(agent, arg, _RESPONSE, "in response to")
        return self.k

    def _hangs(self, word: str) -> bool:
        """Read one preposition with its group; whether it hangs on the noun."""
        if self._lessened(word) or self._with_enzyme(word):
            return True
        group = self.effect.group
        turned = group == "conversion" or (word == "into" and self._into_parts(group)) or (word == "to" and self._of_substance())
        if word in ("to", "with", "into") and (turned or group == "binding") and self.targets and not self.products:
            self._to(word, turned)
        elif word == "between" and group == "binding" and not self.targets:
            self._between()
        elif word == "by" and not self.targets and not self.own and self.phrase.hollow:
            self._by_means()
        elif word == "by" and self.targets and not self._apart():
            self._by()
        elif word == "from" and group == "production" and self.targets:
            self._from()
        elif self._has_means(word):
            self._through()
        else:
            return False
        return True

    def _lessened(self, word: str) -> bool:
        """Read who inhibits, not who makes, after "inhibition of A production by" or, in a list, "inhibiting A production by"."""
        effect = self._less() if word == "by" and self.targets and not self.products and not self._apart() else None
        if effect is None:
            return False
        for agent in self._group(inner=True).args:
            for t in self.targets:
                self.nouns.edge(agent, Arg(t.name, t.sign, chain=t.chain), effect, "noun by agent")
        self.nouns.serial += 1
        self.group.acted = True
        return True

    def _less(self) -> Effect | None:
        """What "by" says there; None where it says who does what the noun says."""
        if self.nouns.listed and self.nouns.against:
            return _LESS
        if self.phrase.head in lexis.LESSENED_NOUNS and self.at.phrase(self.k + 1).whole.lower().endswith(lexis.REDOX_ENDINGS):
            return _FROM  # "reduction of A by a reductase"
        at, k = self.at, self.k - 1
        outer = at.phrase(k - 2).effect if self.own and at.word(k - 1) == "of" and at.kind(k - 2) == "N" else None
        return _LESS if outer is not None and outer.sign < 0 and self.effect.sign > 0 else None

    def _with_enzyme(self, word: str) -> bool:
        """Read which enzyme does it: "hydrolysis of A with an esterase"."""
        words = self.at.phrase(self.k + 1).whole.lower().split() if word == "with" and self.effect.group == "conversion" else []
        if not words or not words[-1].removesuffix("s").endswith(lexis.ENZYMES_ENDINGS) or not self.targets or self.products:
            return False
        group, self.k = self.nouns.group(self.k + 1, inner=True, commas=False, depth=self.depth + 1)
        for agent in group.args:
            for target in self.targets:
                self.nouns.edge(agent, target, self.effect, "noun via agent")
        return True

    def _of_both(self) -> bool:
        """Whether the noun is said "of both A and B", so that it is not of one with the other."""
        at, j = self.at, self.k - 3
        return at.kind(j) == "N" and at.word(j - 1) == "of" and at.first(j) == "both"

    def _after_place(self) -> bool:
        """Whether a place that names nothing stands before "by": "phosphorylation of A in the nucleus by B"."""
        at, k = self.at, self.k
        place = at.word(k) in lexis.PLACES_WORDS and not at.phrase(k + 1).names and at.phrase(k + 1).effect is None
        if not (place and self.targets and at.kind(k + 2) == "P" and at.word(k + 2) == "by"):
            return False
        self.k += 2
        return True

    def _into_parts(self, group: str) -> bool:
        """Whether "into" tells what comes of what the noun says: "cleavage of A into B"."""
        return group in ("inhibition", "breakdown") or self.phrase.head in lexis.CUTTING_NOUNS

    def _forms(self, chunk: Chunk) -> bool:
        return chunk.form == "inf" and any(s.group == "production" for s in lexis.SENSES.get(chunk.verb, ()))

    def _to_form(self) -> None:
        """ "Condensation of A by E to form B"."""
        self.products = self._group().args
        for b in self.products:
            for a in self.targets:
                self.nouns.edge(a.itself(), b, _FROM, "noun of A to B")
            for e in self.makers:
                self.nouns.edge(e, b, _BY_ENZYME, "noun of A to B by enzyme")

    def _of_substance(self) -> bool:
        """Whether "to" tells what comes of a substance: "phosphorylation of glucose to glucose-6-phosphate"."""
        if self.effect.group != "phosphorylation":
            return False
        names = [a.name for a in self.targets] + list(self.at.phrase(self.k + 1).names)
        return all(name.kind in _SUBSTANCES or name.text in lexis.CHEMICAL_SYMBOLS for name in names)

    def _group(self, inner: bool = False) -> Group:
        group, self.k = self.nouns.group(self.k + 1, inner=inner, depth=self.depth + 1)
        return group

    def _closed(self) -> bool:
        """Whether the phrase after the preposition ends where a sibling has an "of" of its own."""
        return self.at.phrase(self.k + 1).effect is None

    def _apart(self) -> bool:
        """Whether an adverb parts the preposition from the noun: "A drives B expression mainly by C"."""
        chunks = self.at.chunks
        return self.k > 0 and chunks[self.k].low > chunks[self.k - 1].high

    def _to(self, word: str, turned: bool) -> None:
        """ "Binding of A to B", "conversion of A to B"."""
        effect = self.effect
        place = self.at.phrase(self.k + 1)
        # "recruitment of A to the membrane, B synthesis and C": B is elsewhere
        commas = bool(place.names) or place.hollow or place.effect is not None
        to, self.k = self.nouns.group(self.k + 1, inner=self._closed(), commas=commas, depth=self.depth + 1)
        products = self.products = to.args
        kind = Effect("conversion" if turned else effect.type, 0, effect.group)
        for a in self.targets:
            for b in products:
                self.nouns.edge(a, b, kind, "noun of A to B")
        if products and turned and self._goes_further():
            self.products = self._group(inner=True).args
            for a in products:
                for b in self.products:
                    self.nouns.edge(a, b, kind, "noun of A to B")
        if products and turned:
            self.args[:] = [Arg(b.name, 1, _MADE, b.chain, b.unsigned, b.changed) for b in products]
        elif products and effect.group == "binding" and word == "to" and self.phrase.head not in lexis.RECRUITING_NOUNS:
            # who is bound goes on acting; who is recruited stays the subject
            self.args[:] = products

    def _goes_further(self) -> bool:
        """Whether "and further to B" follows, of which only the small words are passed over."""
        at, k = self.at, self.k
        if at.kind(k) != "C" or at.kind(k + 1) != "P" or at.word(k + 1) not in lexis.INTO_WORDS or at.kind(k + 2) != "N":
            return False
        between = at.tokens[at.chunks[k].low : at.chunks[k + 1].low]
        if not any(t.low in lexis.FURTHER_WORDS for t in between):
            return False
        self.k += 1
        return True

    def _between(self) -> None:
        """ "The interaction between A and B"."""
        nouns = self.nouns
        object_, nouns.in_object = nouns.in_object, False  # both stand after "between"
        inner = self._group()
        nouns.in_object = object_
        if len(inner.args) == 2:
            if self.phrase.head not in lexis.JOINT_NOUNS:
                self.nouns.edge(inner.args[0], inner.args[1], self.effect, "noun between A and B")
            self.args[:] = inner.args

    def _by_means(self) -> None:
        """ "A impairs B at the level of C by phosphorylation by D": a means of impairing does C no good."""
        effect, nouns = self.effect, self.nouns
        inner = self._group()
        self.args[:] = [a.unturned() for a in inner.args]
        told = effect if effect.sign else Effect(effect.type, nouns.level_sign, effect.group)
        for agent in inner.args:
            for arg in nouns.level:
                nouns.edge(agent, arg, told, "noun by agent")

    def _by(self) -> None:
        """ "Phosphorylation of B by A", "conversion of A to B by E"."""
        # "C reduces B production by activation of A": C does so, and A no good to B
        means = self.nouns.against and self.at.phrase(self.k + 1).effect is not None
        inner = self._group(inner=True)
        self.nouns.serial += 1
        made = self.effect.group == "production"
        agents = inner.args
        if len(agents) > 1 and self.at.word(self.k) == "by" and not self.products:
            # "activation of A by B and C by D"
            agents, rest = agents[:-1], agents[-1:]
        else:
            rest = []
        for agent in () if means else agents:
            if made and _SPECIES.fullmatch(agent.name.text):
                continue  # "production of A by E. coli"
            if self.products:
                for b in self.products:
                    self.nouns.edge(agent, b, _BY_ENZYME, "noun of A to B by enzyme")
            else:
                for target in self.targets:
                    self.nouns.edge(agent, target, self.effect, "noun by agent")
        self.targets = rest or self.targets
        self.makers = [] if rest or means or self.effect.group != "conversion" else agents
        self.group.acted = True

    def _has_means(self, word: str) -> bool:
        """Whether who acts stands after "via" or "with": "activation of B via A", "inhibition of B with A"."""
        if not self.targets or self.products or self._apart() or self.at.phrase(self.k + 1).effect is not None:
            return False
        if not self.at.phrase(self.k + 1).names or self.depth:
            return False  # "loss of B expression via A" is about the loss
        if word == "with":
            return self.phrase.head in lexis.WITH_DRUG_NOUNS
        told = self.nouns.verb_sign > 0 and self.phrase.sign > 0 and all(t.sign > 0 for t in self.targets)
        return told and word in lexis.VIA_WORDS and self.phrase.head in lexis.BROUGHT_ABOUT_NOUNS

    def _through(self) -> None:
        """ "Activation of B via A"."""
        agents = self._group(inner=True).args
        high = self.at.chunks[self.k - 1].high
        if len(agents) > 1 < len(self.targets) and any(t.low == "respectively" for t in self.at.tokens[high : high + 3]):
            return
        for agent in agents:
            for target in self.targets:
                self.nouns.edge(agent, target, self.effect, "noun via agent")

    def _from(self) -> None:
        """ "Synthesis of B from A"."""
        for a in self._group().args:
            for b in self.targets:
                self.nouns.edge(a, b, _FROM, "noun from substrate")
