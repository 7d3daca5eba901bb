"""Passive verbs: "B is activated by A" (A + B), "B activated by A" after its noun, "A is converted to B by E" (A 0 B, E + B).

Edges besides: "B is derived from A" gives A 0 B, "A is coupled to B" A 0 B, "B is inhibited by blocking A" A + B,
"Upon A, B is reduced" A - B.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.clauses.actives import serves
from sitegen.relations.clauses.agents import agent_again, attended, targeted, with_particle
from sitegen.relations.clauses.predicates import predicate
from sitegen.relations.clauses.roles import takes_part
from sitegen.relations.clauses.senses import (
    aligned,
    binds,
    in_pairs,
    is_doomed,
    is_effect,
    is_redox,
    manner,
    type_of,
    verb_with_object,
)
from sitegen.relations.clauses.walk import INTRANSITIVE, Walk
from sitegen.relations.groups.joining import is_harm, is_process
from sitegen.relations.lexis import Effect, Sense

_MAKING = frozenset({"production", "conversion"})
_MEANS_ACT = ("activation", "expression", "production")
"""Groups of verbs of which "via A" says that A acts."""
_JOINED = ("binding", "regulation")
_MOVED = ("activation", "inhibition")
"""Groups of nouns that say what becomes of what something is coupled to."""
_SUBSTANCES = ("chemical", "ending")
REDUCED = "reduced passive"


def passive(walk: Walk, k: int, patient: list[Arg] | None, pattern: str) -> int:
    """Read the passive verb at `k` with its agents and products; returns the chunk after them.

    `patient` is what the verb is said of; "reduced passive" follows its noun, and a verb without `pattern` notes no agents
    of its own.
    """
    chunk, at = walk.chunks[k], walk.at
    themes = patient or []
    walk.last_form, walk.last_passive = chunk.form, True
    walk.undone = chunk.negated
    after = k + 1
    if at.kind(after) == "P":
        word = walk.last_word(chunk)
        if word in lexis.PREDICATES and pattern in ("passive", ""):
            reduced = "" if pattern else "reduced "
            if reduced and at.kind(k - 2) == "P" and at.kind(k - 1) == "N" and not walk.nouns.group(k - 1)[0].args:
                # "modifications (AKX2) of proteins important for B"
                themes = []
            return predicate(walk, after, themes, lexis.PREDICATES[word], chunk, reduced)
        if pattern == "passive" and word in lexis.INVOLVED_FORMS and not chunk.negated:
            place = takes_part(walk, after, themes)
            if place > after:
                return place
        if pattern == "passive" and at.word(after) == "as" and at.kind(after + 1) == "N" and not lexis.SENSES.get(chunk.verb):
            return serves(walk, after + 1, themes, chunk)
    return _Passive(walk, k, patient, pattern).read()


class _Passive:
    """A passive verb while what hangs on it is read, `k` being the chunk after that.

    `themes` are what it is said of, `agents` act, `products` come of it.  `sense` is its plain reading, `verb` the one that
    the next agent takes, `through` the one of "A is converted to B".
    """

    __slots__ = (
        "agents", "at", "chunk", "k", "lost", "patient", "pattern", "prepositional", "products", "sense", "themes",
        "through", "verb", "walk",
    )  # fmt: skip

    def __init__(self, walk: Walk, k: int, patient: list[Arg] | None, pattern: str) -> None:
        self.walk = walk
        self.at = walk.at
        self.chunk = walk.chunks[k]
        self.k = k + 1
        self.patient = patient
        self.pattern = pattern
        self.themes = patient or []
        self.agents: list[Arg] = []
        self.products: list[Arg] = []
        self.lost = False
        senses, word = lexis.SENSES.get(self.chunk.verb, ()), self.at.word(self.k)
        particle = with_particle(walk, self.k, senses, pattern == "passive")
        self.sense = particle or lexis.BARE_SENSES.get(self.chunk.verb)
        self.k += particle is not None
        self.through = next((s for s in senses if s.through), None)
        self.prepositional = next((s for s in senses if word in s.prepositions and s.group != "requirement"), None)
        self.verb: Sense | None = self.sense

    def read(self) -> int:
        """Note the verb's arrows; returns the chunk after what hangs on it."""
        walk, sense = self.walk, self.sense
        walk.patient = self.themes
        walk.changed = sense is not None
        less = (sense is not None and sense.sign < 0) or self.chunk.verb in lexis.LOSING_VERBS
        walk.averted = self.chunk.negated and walk.denies(self.chunk)
        walk.patient_sign = -1 if less != walk.averted else 1
        walk.agents = []
        via, walk.via = walk.via, []
        while self._goes_on():
            pass
        if self.products:
            # "A is reduced to B" says how, not how much
            walk.patient_sign, walk.averted = 1, False
        self._caused(sense)
        if self.products and not self.agents and not self.chunk.negated:
            self._turn(via, self.products, "converted by", 1)
        if self.pattern and self.pattern != REDUCED:
            self._leave(sense)
        walk.waiting.clear()
        return self.k

    def _caused(self, sense: Sense | None) -> None:
        """ "Upon A, B is reduced"."""
        walk = self.walk
        if not walk.cause or self.pattern != "passive" or self.agents or self.products or sense is None or self.chunk.negated:
            return
        for a in walk.cause:
            if a.sign < 0 and not sense.sign:
                continue  # "without A, B is bound"
            for t in self.themes:
                sign = a.sign * walk.patient_sign * t.sign if sense.sign else 0
                walk.add(a, t, type_of(sense, t), sign, "upon", self.chunk.hedged)

    def _leave(self, sense: Sense | None) -> None:
        """What a later verb may point back to: the products, else less or more of what the verb is said of."""
        walk = self.walk
        if self.products:
            walk.object = walk.near = walk.nouns.last = self.products
        else:
            sign = sense.sign if sense and sense.sign else 1
            walk.object = [t.turned(sign, changed=True) for t in self.themes]
        walk.verb = sense or INTRANSITIVE

    def _goes_on(self) -> bool:
        """Read one preposition with what hangs on it; whether the next one may belong to the verb too."""
        at = self.at
        kind = at.kind(self.k)
        if kind == "C" and self.products and self.through is not None and at.kind(self.k + 1) == "P":
            return self._and_to(self.k + 2) if at.word(self.k + 1) in lexis.INTO_WORDS else False
        again = agent_again(at, self.k) if self.agents else 0
        if again:
            self.k = again
            return self._by(at.word(again))
        if kind != "P":
            if kind != "," or not self.products or at.word(self.k + 1) != "by":
                return False
            self.k += 1
        word, following = at.word(self.k), at.kind(self.k + 1)
        if following == "N":
            return self._noun(word)
        if following == "V" and word in lexis.MEANS_WORDS:
            self._by_doing(word)
        return False

    def _noun(self, word: str) -> bool:
        through = self.through is not None and not self.products
        if through and (word in lexis.INTO_WORDS or (word == "in" and self.chunk.verb in lexis.METABOLIC_VERBS)):
            self._into()
        elif word == "from" and (self.sense is None or self.sense.group in _MAKING):
            self._from()
        elif word in lexis.AGENCY_WORDS:
            return self._by(word)
        elif self.chunk.verb in lexis.TARGETING_VERBS and self._told_by(*targeted(self.walk, self.k)):
            return True
        elif (word == "in" and self._in_manner()) or self._told_by(*attended(self.walk, self.k)):
            return False
        elif self._takes(word):
            self._with()
        elif word in lexis.ASIDE_PASSIVE_WORDS:
            # "is led to A in B and C is inhibited": a clause of its own
            own = self.pattern == "passive" and self.chunk.form == "fin"
            group, self.k = self.walk.object_group(self.k + 1) if own else self.walk.nouns.group(self.k + 1)
            self.walk.near = group.args
        else:
            return False
        return True

    def _in_manner(self) -> bool:
        """ "B is activated in an A-dependent manner": A has to do with it."""
        walk, verb = self.walk, self.sense
        agents, after = manner(walk, self.k + 1)
        if not agents or verb is None or self.products:
            return False
        for agent in () if self.chunk.negated or self.pattern != "passive" else agents:
            for t in self.themes:
                sign = agent.effect.sign * verb.sign * t.sign
                walk.add(Arg(agent.name), t, type_of(verb, t), sign, "in a manner", self.chunk.hedged)
        self.k = after
        walk.near = []
        return True

    def _told_by(self, agents: list[Arg], effect: Effect | None, after: int) -> bool:
        """Note the arrows of agents that another word than "by" tells, with what the noun before them says."""
        if not after or self.agents:
            return False
        verb = self.sense
        if effect is None and (verb is None or not verb.sign):
            return False
        self.k = after
        self.walk.near = []
        for a in agents if self.pattern == "passive" and not self.chunk.negated else ():
            for t in self.themes:
                if effect is not None:
                    self.walk.add(a, t, effect.type, a.sign * effect.sign * t.sign, "passive", self.chunk.hedged)
                elif verb is not None:
                    sign = a.sign * verb.sign * t.sign
                    self.walk.add(a, t, type_of(verb, t), sign, "in response to", self.chunk.hedged)
        return True

    def _group(self) -> Group:
        """The group after the preposition; what follows it may open the next clause: "is made by A and B acts"."""
        nouns = self.walk.nouns
        nouns.in_object = self.pattern == "passive" and self.chunk.form == "fin"
        # "A, made by B and C, acts": the verb is A's
        nouns.leading = self.pattern == REDUCED and bool(self.walk.subject) and not self.walk.clause_verb
        group, self.k = nouns.group(self.k + 1)
        nouns.in_object = nouns.leading = False
        return group

    def _turn(self, sources: list[Arg], products: list[Arg], pattern: str, sign: int = 0) -> None:
        for a in sources:
            for b in products:
                self.walk.add(a, b, "conversion", sign, pattern)

    def _into(self) -> None:
        """ "A is converted to B and to C"."""
        at = self.at
        products = self.products = self._group().args
        self.lost = not products
        self._turn(self.agents, products, "converted by", 1)
        if at.kind(self.k) == "C" and at.word(self.k + 1) in lexis.INTO_WORDS and at.kind(self.k + 2) == "N":
            group, self.k = self.walk.nouns.group(self.k + 2)
            self._turn(products, group.args, "converted to")
            self.products = group.args or products
        if not self.chunk.negated:
            turned = [t for t in self.themes if not is_process(t)]  # no process turns into anything: it stands beside what does
            for themes, made in in_pairs(self.walk, turned, products, self.chunk, self.k, 15):
                self._turn(themes, made, "converted to")
        self.verb = self.through

    def _and_to(self, place: int) -> bool:
        """ "A is converted to B by E and to C by F": C is made of A; of B where it is made "finally"."""
        walk = self.walk
        if self.at.kind(place) != "N" or self.chunk.negated:
            return False
        between = walk.tokens[walk.chunks[place - 2].high : walk.chunks[place - 1].low]
        if any(t.low in lexis.LATER_WORDS or t.low in lexis.PARTING_WORDS for t in between):
            self.themes = self.products
        group, self.k = walk.nouns.group(place)
        self._turn(self.themes, group.args, "converted to")
        self.products, self.agents = group.args, []
        return True

    def _from(self) -> None:
        """ "B is derived from A", "B is converted from A by E"."""
        walk, verb = self.walk, self.chunk.verb
        group, self.k = walk.nouns.group(self.k + 1)
        if verb in lexis.CONVERTING_VERBS and not self.chunk.negated:
            self.products, self.themes, self.verb = self.themes, group.args, self.through
            self._turn(self.themes, self.products, "converted to")
        if verb in lexis.DERIVING_VERBS:
            for products, sources in aligned(walk, group, self.patient, self.k, self.chunk) or [(self.themes, group.args)]:
                self._turn(sources, products, "derived from")

    def _by(self, word: str) -> bool:
        """ "B is activated by A"; whether what follows may belong to the verb too."""
        walk, at = self.walk, self.at
        group = self._group()
        with_whom = at.word(self.k) in lexis.JOINING_WORDS and at.kind(self.k + 1) == "N"
        if with_whom and not group.args and binds(at.phrase(self.k - 1)):
            # "A is activated through association with B"
            group = self._group()
        rest = self._left_over(group, word)
        walk.near = self.agents = walk.agents = group.args
        if word != "by" and not lexis.MAKING_NOUNS.isdisjoint(at.phrase(self.k - 1).whole.split()):
            # "A is produced through the B biosynthetic pathway": which makes B
            walk.near = []
            return True
        if word != "by" and (self.products or self.through is not None):
            # "A is converted to B via C": C may stand between them
            self.agents = walk.agents = [
                a for a in group.args if a.name.kind not in _SUBSTANCES or a.name.text.endswith(lexis.ENZYMES_ENDINGS)
            ]
        if self.chunk.negated or (self.verb is None and self.through is None):
            return True
        if self.through is not None and at.kind(self.k) == "P" and at.word(self.k) in lexis.INTO_WORDS:
            if not self.products:
                # "A is converted by E to B": E makes B
                return True
            if len(self.agents) > 1:
                # "A is converted to B by E and C to D by F"
                self._turn(self.agents[:-1], self.products, "converted by", 1)
                self.themes, self.products, self.agents = self.agents[-1:], [], []
                return True
        if self.products:
            for agents, products in in_pairs(walk, self.agents, self.products, self.chunk, self.k):
                self._turn(agents, products, "converted by", 1)
        elif self.verb is not None and not self.lost and (word == "by" or self.verb.group in _MEANS_ACT):
            self._act(group, self.verb, word)
        if rest:
            self.themes = rest
            return True
        walk.near = group.args
        return not self._is_subject(group)

    def _left_over(self, group: Group, word: str) -> list[Arg]:
        """What is acted on next in "A is activated by B and C by D", taken off the agents: C."""
        again = word == "by" and self.at.kind(self.k) == "P" and self.at.word(self.k) == word
        if len(group.args) < 2 or not again or self.through is not None:
            return []
        *group.args, rest = group.args
        return [rest]

    def _act(self, group: Group, verb: Sense, word: str) -> None:
        """Note the arrows from each agent to what the verb is said of."""
        chunk = self.chunk
        pattern = "passive via" if word != "by" else self.pattern or REDUCED
        pairs = self._pairs(group)
        sign = chunk.sign if chunk.sign and verb.group == "regulation" else verb.sign
        if chunk.verb in lexis.TARGETING_VERBS and is_doomed(self.walk, chunk.high):
            sign = -1  # "A is targeted for degradation by B"
        if chunk.verb in lexis.REDUCING_VERBS and is_redox(self.walk, 0, self.walk.chunks[self.k - 1].high):
            sign = 0
        if verb.group == "production" and group.effect is not None and group.effect.sign < 0:
            sign = 0  # "A is synthesized by reduction of B"
        mediates, mends = chunk.verb in lexis.MEDIATING_VERBS, chunk.verb in lexis.MENDING_VERBS
        for a in group.args:
            for t in self.themes:
                if pairs and not any(a in agents and t in themes for themes, agents in pairs):
                    continue
                # what mediates the effects of Y comes after Y
                if not (mediates and is_effect(t)):
                    if pattern == REDUCED and t.sign < 0 and is_process(t):
                        # "inhibition of lipolysis mediated by A": the lipolysis is, or its inhibition
                        t = t.doubtful()
                    less = mends and is_harm(t)  # "A is repaired by B"
                    kind, own = "inhibition" if less else type_of(verb, t), -1 if less else sign * t.sign
                    self.walk.add(a, t, kind, a.sign * own, pattern, chunk.hedged)

    def _pairs(self, group: Group) -> list[tuple[list[Arg], list[Arg]]]:
        """What is acted on and who acts pairwise, where "respectively" says so."""
        if self.pattern == "passive":
            return aligned(self.walk, group, self.patient, self.k, self.chunk)
        # which belongs to which is not seen where the lists are not alike
        return in_pairs(self.walk, self.themes, group.args, self.chunk, self.k) or [([], [])]

    def _is_subject(self, group: Group) -> bool:
        """Whether a finite verb follows the agents of a verb after its noun: "the signal mediated by A activates"."""
        walk = self.walk
        if self.pattern != REDUCED or not self.at.finite_at(self.k):
            return False
        if not self.themes and not walk.subject and self.verb is not None and not self.chunk.negated:
            # A does
            walk.subject = [a.turned(self.verb.sign or 1) for a in group.args]
        return True

    def _takes(self, word: str) -> bool:
        """Whether a verb of binding or regulation has this preposition."""
        verb = self.prepositional
        return verb is not None and word in verb.prepositions and verb.group in _JOINED and not self.products

    def _with(self) -> None:
        """ "A is coupled to B"."""
        walk = self.walk
        group, self.k = walk.nouns.group(self.k + 1)
        if not group.args:
            self.prepositional = None  # "A is recruited to lead to B"
        if self.chunk.verb in lexis.COUPLING_VERBS and self.pattern and not self.chunk.negated:
            for a in self.themes:
                for t in group.args:
                    told = t.effect if t.effect is not None and t.effect.group in _MOVED else None
                    # "A is coupled to the inhibition of B"
                    kind, sign = (told.type, a.sign * t.sign) if told is not None else ("binding", 0)
                    walk.add(a, t, kind, sign, "bound to")
        walk.near = group.args

    def _by_doing(self, word: str) -> None:
        """ "Y is inhibited by blocking Z"."""
        walk, verb = self.walk, self.verb
        if word != "by" or verb is None or walk.chunks[self.k + 1].form != "ing":
            return
        inner, args, self.k = verb_with_object(walk, self.k + 1)
        if inner is None or self.chunk.negated or self.agents:
            # "B is activated by A by blocking C": who is named already acts
            return
        for a in args:
            for t in self.themes:
                sign = a.sign * (inner.sign or 1) * verb.sign * t.sign
                walk.add(a, t, type_of(verb, t), sign, "passive by V-ing", self.chunk.hedged)
