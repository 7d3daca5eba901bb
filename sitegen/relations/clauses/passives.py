"""Passive verbs, "is an inhibitor of", "is essential for"."""

from __future__ import annotations

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.groups.arguments import Arg
from sitegen.relations.tagging.chunks import Item
from sitegen.relations.lexis import Sense
from sitegen.relations.names.naming import Name
from sitegen.relations.clauses.participles import Participles
from sitegen.relations.names.symbols import shaped
from sitegen.relations.clauses.walk import INTRANSITIVE, NEED, is_effect, type_of

_METABOLIC = frozenset({"metabolize", "metabolise", "catabolize", "catabolise", "transform"})
"""Verbs whose product may stand after "in": "A is metabolized in B via E"."""


_MAKING = frozenset({"production", "conversion"})


class Passives(Participles):
    """Reads passive verbs with their agents and products, and predicates."""

    def _passive(self, k: int, patient: list[Arg] | None, pattern: str) -> int:
        """A passive verb: agents after "by", products after "to" or "into"; a reduced one follows its noun."""
        item = self.items[k]
        reader = self.reader
        senses = lexis.SENSES.get(item.verb, ())
        at = k + 1
        themes = patient or []
        self.last_form, self.last_passive = item.form, True
        word = self.tokens[item.high - 1].low
        if word in lexis.PREDICATES and reader.kind(at) == "P" and pattern in ("passive", ""):
            return self._predicate(at, themes, lexis.PREDICATES[word], item, "" if pattern else "reduced ")
        if not senses and reader.word(at) == "as" and reader.kind(at + 1) == "N" and pattern == "passive":
            return self._serves(at + 1, themes, item)
        plain = [s for s in senses if s.bare and not s.tail and not s.inverse]
        sense = plain[0] if plain else None
        through = next((s for s in senses if s.through), None)
        self.patient = themes
        self.changed = sense is not None
        self.patient_sign = -1 if sense is not None and sense.sign < 0 else 1
        products: list[Arg] = []
        agents: list[Arg] = []
        self.agents = []
        via = self.via
        self.via = []
        lost = False
        verb: Sense | None = sense
        prepositional = next(
            (s for s in senses if s.prepositions and reader.word(at) in s.prepositions and s.group != "requirement"),
            None,
        )
        while reader.kind(at) == "P" or (products and reader.kind(at) == "," and reader.word(at + 1) == "by"):
            at += reader.kind(at) == ","
            word = reader.word(at)
            if (
                (word in ("to", "into") or (word == "in" and item.verb in _METABOLIC))
                and through is not None
                and not products
                and reader.kind(at + 1) == "N"
            ):
                reader.in_object = pattern == "passive" and item.form == "fin"
                group, at = reader.group(at + 1)
                reader.in_object = False
                products = group.args
                lost = not products
                for a in agents:
                    for b in products:
                        self._add(a, b, "conversion", 1, "converted by")
                if (
                    reader.kind(at) == "C"
                    and reader.kind(at + 1) == "P"
                    and reader.word(at + 1) in ("to", "into")
                    and reader.kind(at + 2) == "N"
                ):
                    group, at = reader.group(at + 2)
                    for a in products:
                        for b in group.args:
                            self._add(a, b, "conversion", 0, "converted to")
                if not item.negated:
                    for a in themes:
                        for b in products:
                            self._add(a, b, "conversion", 0, "converted to")
                verb = through
                continue
            if word == "from" and (sense is None or sense.group in _MAKING) and reader.kind(at + 1) == "N":
                group, at = reader.group(at + 1)
                if item.verb == "convert" and not item.negated:
                    # "B is converted from A by E"
                    products, themes, verb = themes, group.args, through
                    for a in themes:
                        for b in products:
                            self._add(a, b, "conversion", 0, "converted to")
                if item.verb in (
                    "derive",
                    "produce",
                    "generate",
                    "synthesize",
                    "form",
                    "synthesise",
                    "make",
                    "release",
                ):
                    for b_part, a_part in self._aligned(group, patient, at) or [(themes, group.args)]:
                        for a in a_part:
                            for b in b_part:
                                if item.verb != "release":
                                    self._add(a, b, "conversion", 0, "derived from")
                continue
            if word in ("by", "via", "through", "downstream of") and reader.kind(at + 1) == "N":
                # "is made by A and B acts": B opens the next clause
                reader.in_object = pattern == "passive" and item.form == "fin"
                group, at = reader.group(at + 1)
                reader.in_object = False
                self.near = group.args
                agents = self.agents = group.args
                if word != "by" and (products or through is not None):
                    # "A is converted to B via C": C may stand between them
                    agents = self.agents = [
                        a for a in agents if a.name.kind not in ("chemical", "ending") or a.name.text.endswith("ase")
                    ]
                if item.negated or (verb is None and through is None):
                    continue
                more = reader.kind(at) == "P" and reader.word(at) in ("to", "into") and through is not None
                if more and products and len(agents) > 1:
                    # "A is converted to B by E and C to D by F"
                    for a in agents[:-1]:
                        for b in products:
                            self._add(a, b, "conversion", 1, "converted by")
                    themes, products, agents = agents[-1:], [], []
                    continue
                if more and not products:
                    # "A is converted by E to B": E makes B
                    continue
                if products:
                    for a in agents:
                        for b in products:
                            self._add(a, b, "conversion", 1, "converted by")
                elif verb is not None and not lost and (word == "by" or verb.group in ("activation", "expression", "production")):
                    aligned = self._aligned(group, patient, at) if pattern == "passive" else []
                    for a in group.args:
                        sign = item.sign if item.sign and verb.group == "regulation" else verb.sign
                        for t in themes:
                            if aligned and not any(a in agents_ and t in themes_ for themes_, agents_ in aligned):
                                continue
                            if item.verb == "mediate" and is_effect(t):
                                # what mediates the effects of Y comes after Y
                                continue
                            self._add(
                                a,
                                t,
                                type_of(verb, t),
                                a.sign * sign * t.sign,
                                "passive via" if word != "by" else pattern or "reduced passive",
                                item.hedged,
                            )
                self.near = group.args
                if self.reader.finite_at(at) and pattern == "reduced passive":
                    if not themes and not self.subject and verb is not None and not item.negated:
                        # "the signal mediated by A activates": A does
                        self.subject = [a._replace(sign=a.sign * (verb.sign or 1)) for a in group.args]
                    break
                continue
            if (
                prepositional is not None
                and word in prepositional.prepositions
                and reader.kind(at + 1) == "N"
                and prepositional.group in ("binding", "regulation")
                and not products
            ):
                group, at = reader.group(at + 1)
                if (
                    item.verb in ("couple", "attach", "anchor", "bind", "dock", "complex", "tether")
                    and pattern
                    and not item.negated
                ):
                    for a in themes:
                        for t in group.args:
                            self._add(a, t, "binding", 0, "bound to")
                self.near = group.args
                continue
            if word in ("by", "via", "through") and reader.kind(at + 1) == "V":
                # "Y is inhibited by blocking Z"
                if word == "by" and verb is not None and self.items[at + 1].form == "ing":
                    inner, args, after = self._object(at + 1)
                    if inner is not None and not item.negated:
                        for a in args:
                            for t in themes:
                                self._add(
                                    a,
                                    t,
                                    type_of(verb, t),
                                    a.sign * (inner.sign or 1) * verb.sign * t.sign,
                                    "passive by V-ing",
                                    item.hedged,
                                )
                    at = after
                break
            if (
                word
                in (
                    "in",
                    "on",
                    "at",
                    "within",
                    "from",
                    "to",
                    "into",
                    "for",
                    "during",
                    "under",
                    "upon",
                    "with",
                    "as",
                    "through",
                    "via",
                )
                and reader.kind(at + 1) == "N"
            ):
                group, at = reader.group(at + 1)
                self.near = group.args
                continue
            break
        if self.cause and pattern == "passive" and not agents and not products and sense is not None and not item.negated:
            for a in self.cause:
                for t in themes:
                    sign = a.sign * self.patient_sign * t.sign if sense.sign else 0
                    self._add(a, t, type_of(sense, t), sign, "upon", item.hedged)
        if products and not agents and not item.negated:
            for a in via:
                for b in products:
                    self._add(a, b, "conversion", 1, "converted by")
        if pattern and pattern != "reduced passive":
            if products:
                self.object = self.near = reader.last = products
            else:
                self.object = [
                    t._replace(sign=t.sign * (sense.sign if sense and sense.sign else 1), changed=True) for t in themes
                ]
            self.verb = sense or INTRANSITIVE
        self.waiting.clear()
        return at

    def _copula(self, k: int) -> int:
        """ "X is an inhibitor of Y", "X is essential for Y"."""
        item = self.items[k]
        reader = self.reader
        at = k + 1
        self.last_form, self.last_passive = "fin", False
        while reader.kind(at) in ("J", "D") and reader.word(at + 1) == "under":
            at += 1
        if reader.word(at) == "under" and reader.kind(at + 1) == "N":
            group, after = reader.group(at + 1)
            if group.effect is not None and group.effect.group == "regulation" and group.theme and not item.negated:
                for s in group.theme:
                    for t in self.subject or []:
                        self._add(s, t, "other", 0, "under control of")
            self.verb = INTRANSITIVE
            return after
        if reader.kind(at) != "N":
            self.verb = self.verb or INTRANSITIVE
            return at
        words = self.tokens[self.items[at].low : self.items[at].high]
        word = words[-1].low
        if word in lexis.PREDICATES and reader.kind(at + 1) == "P":
            return self._predicate(at + 1, self.subject or [], lexis.PREDICATES[word], item)
        reader.in_object = True
        group, after = reader.group(at)
        reader.in_object = False
        if group.bearer is not None and group.theme and self.subject and not item.negated:
            self._bearer(self.subject, group, "is an agent of")
        if group.on_sign and not item.negated:
            kind: RelationType = "activation" if group.on_sign > 0 else "inhibition"
            for s in self.subject or []:
                for t in group.on:
                    self._add(s, t, kind, s.sign * group.on_sign * t.sign, "effect of A on B")
        if reader.kind(k - 1) == "J" and reader.word(k - 1) == "there":
            # "there is activation of A, inducing B"
            self.near = self.object = group.args
            self.verb = NEED
            return after
        for token in words:
            if token.low.startswith("anti-") and shaped(token.text[5:]) and not item.negated:
                # "X is an anti-Y antibody"
                for s in self.subject or []:
                    self._add(s, Arg(Name(token.text[5:], "shape")), "inhibition", -s.sign, "is an agent of")
        plain = all(a.name.kind in ("class", "ending", "process", "bare", "unknown") for a in group.args)
        self.near = group.args
        if (plain and group.bearer is None) or (
            reader.kind(after) == "R" and (group.bearer is not None or word in lexis.CLASS or word in lexis.CLASSES)
        ):
            # "X is a trigger, which", "X is a kinase inhibitor that": X it is
            self.near = reader.last = list(self.subject or [])
        self.object = []
        self.verb = INTRANSITIVE
        return after

    def _predicate(self, at: int, subject: list[Arg], options: str, item: Item, reduced: str = "") -> int:
        reader = self.reader
        backward = options.startswith("from ")
        if reader.word(at) not in options.removeprefix("from ").split("|"):
            return at
        at += 1
        if reader.kind(at) == "V" and self.items[at].form == "ing":
            return self._active(at, subject, "required for V-ing")
        if reader.kind(at) != "N":
            return at
        reader.in_object = True
        group, after = reader.group(at)
        reader.in_object = False
        if not item.negated:
            if self.pattern == "relative":
                # "loss of A, which is needed for B": A is
                subject = [a._replace(sign=1) for a in subject]
            for s in subject:
                for t in group.args:
                    a, b = (t, s) if backward else (s, t)
                    self._add(a, b, "activation", a.sign * b.sign, f"{reduced}required for", item.hedged)
        self.near = self.object = group.args
        self.verb = NEED
        return after
