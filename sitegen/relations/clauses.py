"""Clauses: which group is the subject of which verb, what it acts on, and the arrows that follow."""

from __future__ import annotations

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.groups import Arg, Edge, Group, Reader, _end, _start
from sitegen.relations.lexis import Effect, Sense
from sitegen.relations.phrases import Name
from sitegen.relations.tagging import Item
from sitegen.relations.tokens import Token, arrow_sign


class Memory:
    """What a later sentence's "it" or "this" may point back to."""

    def __init__(self) -> None:
        self.subject: list[Arg] = []
        self.object: list[Arg] = []
        self.chains: dict[str, tuple[str, ...]] = {}


class Walker:
    """Walks the items of one sentence from left to right and collects its arrows."""

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

    def run(self) -> list[Edge]:
        """The sentence's arrows in the order of the text."""
        k, n = 0, len(self.items)
        oblique = False
        clause_verb = False
        while k < n:
            item = self.items[k]
            kind = item.kind
            if kind == "N":
                start = k
                self.reader.in_object = clause_verb
                group, k = self.reader.group(k, commas=not oblique or clause_verb)
                self.reader.in_object = False
                if oblique:
                    self.near = group.args
                    oblique = False
                    word = self.reader.word(start - 1)
                    if word == "via" and not clause_verb:
                        self.via = group.args
                    if word in ("by", "via", "through") and group.effect is not None and group.theme and not group.acted and self.subject:
                        for s in self.subject:
                            for t in group.theme:
                                self._add(s, t, group.effect.type, s.sign * group.effect.sign * t.sign, "by noun of Y")
                    continue
                if self.reader.finite_at(k) or not clause_verb:
                    if group.bearer is not None and group.theme and start and self.reader.kind(start - 1) == "," and self.near and not self.reader.finite_at(k):
                        self._bearer(self.near[-1:], group, "appositive")
                        continue
                    appositive = start and self.reader.kind(start - 1) == "," and self.subject is not None and not clause_verb
                    if appositive and (self.subject or not group.args):
                        self.near = group.args
                        continue
                    if clause_verb and self.items[start - 1].kind not in ("C", ",", "S", ";"):
                        self.near = group.args
                        continue
                    if item.negated:
                        self.subject = []
                    self._new_subject(group)
                    clause_verb = False
                elif clause_verb and self.reader.kind(start - 1) == ",":
                    if group.bearer is not None and group.theme and self.near:
                        self._bearer(self.near[-1:], group, "appositive")
                else:
                    self.near = group.args
                self.near = group.args
                continue
            if kind == "V":
                k = self._verb_at(k)
                clause_verb = True
                oblique = False
                continue
            if kind == "P" or kind == "K":
                oblique = self.reader.kind(k + 1) == "N"
                if kind == "K" and oblique and self.patient:
                    group, k2 = self.reader.group(k + 1)
                    for s in group.args:
                        for t in self.patient:
                            self._add(s, t, "activation", 1, "in response to")
                    self.patient = []
                    self.near = group.args
                    k = k2
                    oblique = False
                    continue
            elif kind == "R":
                self.main.append(self.subject)
                if not self.near and self.subject and self.reader.kind(k - 1) == ",":
                    self.pattern = "clause, which"
                else:
                    self.subject = list(self.near)
                    self.pattern = "relative"
            elif kind == "S":
                self.main.clear()
                self.subject = None
                clause_verb = False
                self.patient = []
                if item.word != "that":
                    self.hedged = False
                oblique = False
            elif kind == ";" and self.reader.kind(k + 1) == "V" and self.items[k + 1].form in ("ing", "fin") and self.subject:
                pass
            elif kind == ";":
                self.main.clear()
                self.subject = None
                clause_verb = False
                self.hedged = False
            elif kind == "J":
                if self.reader.finite_at(k + 1) or self.reader.kind(k + 1) == "V":
                    if item.word in ("it", "they"):
                        self.subject, self.pattern = list(self.first if self.first is not None else self.memory.subject), "it"
                    elif self.first is None:
                        self.subject, self.pattern = list(self.memory.object), "this"
                    else:
                        self.subject = []
                    clause_verb = False
            elif kind == ">":
                self._arrow(k)
            elif kind == "," and self.main and self.reader.finite_at(k + 1) and self.items[k + 1].form == "fin":
                self.subject = self.main.pop()
                self.main.clear()
                self.pattern = ""
            k += 1
        self.edges += [e._replace(hedged=e.hedged or self._any_hedge()) for e in self.reader.edges]
        self.memory.subject = self.first or []
        self.memory.chains.update(self.reader.chains)
        self.memory.object = self.object or self.near
        return self.edges

    def _any_hedge(self) -> bool:
        return any(i.hedged for i in self.items if i.kind == "V")

    def _new_subject(self, group: Group) -> None:
        self.subject = group.args
        self.subject_units = group.units
        self.main.clear()
        self.pattern = ""
        self.patient = []
        self.hedged = False
        if self.first is None:
            self.first = group.args
        for sense, args, item in self.deferred:
            self._relate(group.args, sense, args, "by V-ing", item)
        self.deferred.clear()

    def _arrow(self, k: int) -> None:
        sign = arrow_sign(self.tokens[self.items[k].low].text)
        if not sign or self.reader.kind(k - 1) != "N" or self.reader.kind(k + 1) != "N":
            return
        a, b = self.reader.phrase(k - 1), self.reader.phrase(k + 1)
        for x in a.names:
            for y in b.names:
                self.edges.append(Edge(x, y, "activation" if sign == "+" else "inhibition", lexis.SIGN[sign], "arrow"))

    def _bearer(self, subject: list[Arg], group: Group, pattern: str) -> None:
        effect = group.bearer
        assert effect is not None
        for s in subject:
            for t in group.theme:
                if effect.group == "inverse":
                    self._add(t, s, "other", 0, pattern)
                else:
                    self._add(s, t, effect.type, effect.sign, pattern)

    # verbs

    def _verb_at(self, k: int) -> int:
        """Read the verb group at item `k` with what it governs; returns the item after that."""
        item = self.items[k]
        reader = self.reader
        before = reader.kind(k - 1)
        form = item.form
        if item.hedged:
            self.hedged = True
        if form == "ing":
            return self._participle(k, before)
        if form == "ed" and not item.passive:
            by = reader.kind(k + 1) == "P" and reader.word(k + 1) == "by"
            if by and before == "N":
                self.near = reader.last
            if by or not self._acts_in_past(k, before):
                return self._passive(k, list(self.near), "reduced passive" if by else "")
            return self._active(k, self.subject, self.pattern or "active")
        subject = self.subject
        if form == "inf":
            if self.raising and before == "N" and self.object:
                return self._active(k, list(self.object), "object to V")
            if item.passive:
                return self._passive(k, list(self.object), "")
            return self._active(k, subject, "to V")
        if item.verb == "be" or item.verb == "":
            return self._copula(k)
        if item.passive:
            return self._passive(k, subject, "passive")
        pattern = self.pattern or ("coordinated verb" if before in ("C", ",") and self.verb is not None else "active")
        return self._active(k, subject, pattern)

    def _acts_in_past(self, k: int, before: str) -> bool:
        return before in ("N", "R", "C", ",") and (self.reader.kind(k + 1) == "N" or self._has_preposition(k)) and bool(
            self.subject) and (self.verb is None or before in ("C", "R"))

    def _has_preposition(self, k: int) -> bool:
        return any(self.reader.word(k + 1) in s.prepositions for s in lexis.SENSES.get(self.items[k].verb, ()))

    def _participle(self, k: int, before: str) -> int:
        item = self.items[k]
        word = self.reader.word(k - 1)
        if item.passive:
            return self._passive(k, list(self.near), "")
        if before == "P" and word in ("by", "via", "through"):
            if self.subject is None:
                sense, args, after = self._object(k)
                if sense is not None:
                    self.deferred.append((sense, args, item))
                return after
            subject = self.subject
            if self.patient and not subject:
                subject = []
            return self._active(k, subject, "by V-ing", keep=True)
        if before == "P" and word in ("upon", "without", "after", "before", "of", "from", "on", "in", "for", "during", "at", "with", "when", "while", "to"):
            if word == "in" or word == "for":
                return self._active(k, self.subject if word == "for" else self.subject, "in V-ing", keep=True)
            _, args, after = self._object(k)
            self.near = args
            return after
        if before == "N":
            if self.verb is not None and self.object and self.near == self.object and item.verb in _OUTCOMES and not self.last_passive and self.verb.group != "binding":
                return self._both(k, list(self.subject or []), list(self.object), self.verb, self.near)
            if item.verb in _OUTCOMES and self.last_passive and self.patient:
                return self._active(k, list(self.patient), "patient, V-ing", keep=True)
            return self._active(k, list(self.near), "noun V-ing", keep=True)
        if before == "" or self.subject is None:
            # "Inhibiting A reduces B": the gerund's object is what acts
            sense, args, after = self._object(k)
            if sense is not None and before != "," and self.reader.finite_at(after):
                self.subject = [a._replace(sign=a.sign * (sense.sign or 1), changed=True) for a in args]
                self.pattern = "gerund"
            elif sense is not None and before != ",":
                self.deferred.append((sense, args, item))
            return after
        subject = self.subject or []
        if before == ";" or before == "C" and self.reader.kind(k - 2) == ";":
            return self._active(k, subject, "listed V-ing", keep=True)
        if before == "C" and self.last_form == "ing" and self.pair is not None:
            return self._both(k, *self.pair)
        if before == "C" and self.last_form in ("ing", "inf"):
            return self._active(k, self.last_subject, self.last_pattern, keep=True)
        if self.verb is not None and self.object and self.verb.group != "binding" and not self.last_passive:
            # ", V-ing" goes on from the object, and the subject reaches the end through it
            return self._both(k, subject, list(self.object), self.verb, self.near)
        if self.last_passive and self.patient:
            mark = len(self.edges)
            after = self._active(k, list(self.patient), "patient, V-ing", keep=True)
            ends = list(dict.fromkeys((e.target, e.type, e.sign) for e in self.edges[mark:]))
            for a in self.agents:
                self.edges += [Edge(_start(a), target, kind, a.sign * sign, "agent, V-ing", item.hedged or self.hedged) for target, kind, sign in ends]
            return after
        return self._active(k, subject, "subject, V-ing", keep=True)

    def _both(self, k: int, subject: list[Arg], result: list[Arg], verb: Sense | None, near: list[Arg]) -> int:
        """", V-ing" after an object: an arrow from the object, and one from the subject."""
        turn = verb.sign if verb is not None and verb.sign else 1
        flow = [a._replace(sign=a.sign * turn) for a in result]
        mark = len(self.edges)
        after = self._active(k, flow, "object, V-ing", keep=True)
        for edge in [e for e in self.edges[mark:] if e.pattern == "object, V-ing"]:
            for a in flow:
                if _start(a) == edge.source:
                    for s in subject:
                        self.edges.append(Edge(_start(s), edge.target, edge.type, s.sign * edge.sign * a.sign, "subject, V-ing", edge.hedged))
        if not flow:
            return after
        self.pair = (subject, result, verb, near)
        self.last_form = "ing"
        return after

    last_form = ""
    last_passive = False
    agents: list[Arg] = []  # noqa: RUF012
    via: list[Arg] = []  # noqa: RUF012
    raising = False
    last_subject: list[Arg] | None = None
    last_pattern = ""

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
            if sense.bare:
                if reader.kind(at) == "N" or nxt == "C":
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

    def _active(self, k: int, subject: list[Arg] | None, pattern: str, *, keep: bool = False) -> int:
        """An active verb: its object, the arrows, and what it leaves for the next verb."""
        item = self.items[k]
        reader = self.reader
        sense, at = self._sense(k)
        self.last_form, self.last_passive = item.form, False
        self.last_subject, self.last_pattern = subject, pattern
        if sense is None:
            self.verb = _INTRANSITIVE
            self.object = []
            if reader.kind(at) == "N":
                reader.in_object = True
                group, at = reader.group(at)
                reader.in_object = False
                self.near = group.args
                self.object = group.args if lexis.SENSES.get(item.verb) else []
                if group.on and not item.negated:
                    kind: RelationType = "activation" if group.on_sign > 0 else "inhibition" if group.on_sign < 0 else "other"
                    for s in [*(subject or []), *group.args]:
                        for t in group.on:
                            self._add(s, t, kind, s.sign * group.on_sign * t.sign, "effect of A on B")
            self.waiting.clear()
            return at
        if item.sign and sense.sign == 0 and sense.group == "regulation":
            sense = sense._replace(sign=item.sign, type="activation" if item.sign > 0 else "inhibition")
        if reader.kind(at) in ("C", ",") and reader.kind(at + 1) == "V" or reader.kind(at) == "C":
            self.waiting.append((item, sense, list(subject or []), pattern))
            self.verb = sense
            return at
        if reader.kind(at) == "V" and self.items[at].form == "ing":
            # "leads to activating B"
            self.verb = sense
            return at
        if reader.kind(at) != "N":
            self.verb = sense
            return at
        reader.in_object = True
        group, after = reader.group(at)
        reader.in_object = False
        args = group.args
        if self.items[at].negated:
            args = []
        aligned = self._aligned(group, subject, after)
        for w_item, w_sense, w_subject, w_pattern in self.waiting:
            self._relate(w_subject, w_sense, args, w_pattern, w_item)
        self.waiting.clear()
        if (sense.through or any(s.through for s in lexis.SENSES[item.verb])) and reader.kind(after) == "P" and reader.word(after) in ("to", "into"):
            target, after2 = reader.group(after + 1) if reader.kind(after + 1) == "N" else (Group(), after + 1)
            if target.args and not item.negated:
                for a in args:
                    for b in target.args:
                        self._add(a, b, "conversion", 0, "conversion")
                for s in subject or []:
                    for b in target.args:
                        self._add(s, b, "conversion", 1, "conversion by enzyme")
                args, after = target.args, after2
        elif sense.group == "production" and reader.kind(after) == "P" and reader.word(after) == "from" and reader.kind(after + 1) == "N":
            source, after2 = reader.group(after + 1)
            for a in source.args:
                for b in args:
                    self._add(a, b, "conversion", 0, "conversion")
            self._relate(subject, sense, args, pattern, item)
            after = after2
        elif aligned:
            for s_part, t_part in aligned:
                self._relate(s_part, sense, t_part, "respectively", item)
        else:
            self._relate(subject, sense, args, pattern, item)
        if reader.kind(after) == "P" and reader.word(after) == "at the level of" and reader.kind(after + 1) == "N":
            level, after = reader.group(after + 1)
            reader.level = level.args
            self._relate(subject, sense, level.args, pattern, item)
        self.object = args
        self.near = args
        self.verb = sense
        self.raising = any(s.raises for s in lexis.SENSES.get(item.verb, ()))
        self.patient = []
        return after

    def _aligned(self, group: Group, subject: list[Arg] | None, after: int) -> list[tuple[list[Arg], list[Arg]]]:
        """Subjects and objects pairwise where "respectively" closes the list."""
        high = self.items[after - 1].high
        if not any(t.low == "respectively" for t in self.tokens[high:high + 3]) or subject is not self.subject or not subject:
            return []
        if len(group.units) != len(self.subject_units) or sum(group.units) != len(group.args) or sum(self.subject_units) != len(subject):
            return []
        out, i, j = [], 0, 0
        for a, b in zip(self.subject_units, group.units, strict=True):
            out.append((subject[i:i + a], group.args[j:j + b]))
            i, j = i + a, j + b
        return out

    def _passive(self, k: int, patient: list[Arg] | None, pattern: str) -> int:
        """A passive verb: agents after "by", products after "to" or "into"; a reduced one follows its noun."""
        item = self.items[k]
        reader = self.reader
        senses = lexis.SENSES.get(item.verb, ())
        at = k + 1
        themes = patient or []
        self.last_form, self.last_passive = item.form, True
        word = self.tokens[item.high - 1].low
        if word in lexis.PREDICATES and reader.kind(at) == "P" and pattern == "passive":
            return self._predicate(at, themes, lexis.PREDICATES[word], item)
        plain = [s for s in senses if s.bare and not s.tail and not s.inverse]
        sense = plain[0] if plain else None
        through = next((s for s in senses if s.through), None)
        self.patient = themes
        products: list[Arg] = []
        agents: list[Arg] = []
        self.agents = []
        via = self.via
        self.via = []
        lost = False
        verb: Sense | None = sense
        prepositional = next((s for s in senses if s.prepositions and reader.word(at) in s.prepositions and s.group != "requirement"), None)
        while reader.kind(at) == "P":
            word = reader.word(at)
            if word in ("to", "into", "in") and through is not None and not products and reader.kind(at + 1) == "N":
                group, at = reader.group(at + 1)
                products = group.args
                lost = not products
                for a in agents:
                    for b in products:
                        self._add(a, b, "conversion", 1, "converted by")
                if reader.kind(at) == "C" and reader.kind(at + 1) == "P" and reader.word(at + 1) in ("to", "into") and reader.kind(at + 2) == "N":
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
            if word == "from" and (sense is None or sense.group == "production") and reader.kind(at + 1) == "N":
                group, at = reader.group(at + 1)
                if item.verb in ("derive", "produce", "generate", "synthesize", "form", "synthesise", "make", "release"):
                    for a in group.args:
                        for b in themes:
                            if item.verb != "release":
                                self._add(a, b, "conversion", 0, "derived from")
                continue
            if word in ("by", "via", "through") and reader.kind(at + 1) == "N":
                group, at = reader.group(at + 1)
                self.near = group.args
                agents = self.agents = group.args
                if item.negated or (verb is None and through is None):
                    continue
                if products:
                    for a in group.args:
                        for b in products:
                            self._add(a, b, "conversion", 1, "converted by")
                elif verb is not None and not lost and (word == "by" or verb.group in ("activation", "inhibition", "expression", "repression")):
                    for a in group.args:
                        sign = item.sign if item.sign and verb.group == "regulation" else verb.sign
                        for t in themes:
                            self._add(a, t, _type(verb, t), a.sign * sign * t.sign, "passive via" if word != "by" else pattern or "reduced passive", item.hedged)
                self.near = group.args
                if self.reader.finite_at(at) and pattern == "reduced passive":
                    break
                continue
            if prepositional is not None and word in prepositional.prepositions and reader.kind(at + 1) == "N" and prepositional.group in ("binding", "regulation") and not products:
                group, at = reader.group(at + 1)
                if item.verb in ("couple", "attach", "anchor", "bind", "dock", "complex", "tether") and not item.negated:
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
                                self._add(a, t, _type(verb, t), a.sign * (inner.sign or 1) * verb.sign * t.sign, "passive by V-ing", item.hedged)
                    at = after
                break
            if word in ("in", "on", "at", "within", "from", "to", "into", "for", "during", "under", "upon", "with", "as", "through", "via") and reader.kind(at + 1) == "N":
                group, at = reader.group(at + 1)
                self.near = group.args
                continue
            break
        if products and not agents and not item.negated:
            for a in via:
                for b in products:
                    self._add(a, b, "conversion", 1, "converted by")
        if pattern and pattern != "reduced passive":
            if products:
                self.object = products
                self.near = products
            else:
                self.object = [t._replace(sign=t.sign * (sense.sign if sense and sense.sign else 1), changed=True) for t in themes]
            self.verb = sense or _INTRANSITIVE
        self.waiting.clear()
        return at

    def _copula(self, k: int) -> int:
        """ "X is an inhibitor of Y", "X is essential for Y"."""
        item = self.items[k]
        reader = self.reader
        at = k + 1
        self.last_form, self.last_passive = "fin", False
        if reader.kind(at) != "N":
            self.verb = self.verb or _INTRANSITIVE
            return at
        words = self.tokens[self.items[at].low:self.items[at].high]
        word = words[-1].low
        if word in lexis.PREDICATES and reader.kind(at + 1) == "P":
            return self._predicate(at + 1, self.subject or [], lexis.PREDICATES[word], item)
        reader.in_object = True
        group, after = reader.group(at)
        reader.in_object = False
        if group.bearer is not None and group.theme and self.subject and not item.negated:
            self._bearer(self.subject, group, "is an agent of")
        if group.on and not item.negated:
            kind: RelationType = "activation" if group.on_sign > 0 else "inhibition" if group.on_sign < 0 else "other"
            for s in self.subject or []:
                for t in group.on:
                    self._add(s, t, kind, s.sign * group.on_sign * t.sign, "effect of A on B")
        plain = all(a.name.kind in ("class", "ending", "process", "unknown") for a in group.args)
        self.near = list(self.subject or []) if plain and group.bearer is None else group.args
        self.object = []
        self.verb = _INTRANSITIVE
        return after

    def _predicate(self, at: int, subject: list[Arg], options: str, item: Item) -> int:
        reader = self.reader
        backward = options.startswith("from ")
        if reader.word(at) not in options.removeprefix("from ").split("|"):
            return at
        at += 1
        if reader.kind(at) == "V" and self.items[at].form == "ing":
            return self._active(at, subject, "required for V-ing", keep=True)
        if reader.kind(at) != "N":
            return at
        reader.in_object = True
        group, after = reader.group(at)
        reader.in_object = False
        if not item.negated:
            for s in subject:
                for t in group.args:
                    a, b = (t, s) if backward else (s, t)
                    self._add(a, b, "activation", a.sign * b.sign, "required for", item.hedged)
        self.near = self.object = group.args
        self.verb = _NEED
        return after

    # arrows

    def _relate(self, subject: list[Arg] | None, sense: Sense, objects: list[Arg], pattern: str, item: Item) -> None:
        if item.negated or not subject:
            return
        for s in subject:
            for t in objects:
                a, b = (t, s) if sense.inverse else (s, t)
                self._add(a, b, _type(sense, b), a.sign * sense.sign * b.sign, f"{pattern}: {sense.group}" if pattern == "active" else pattern, item.hedged)

    def _add(self, source: Arg, target: Arg, type_: RelationType, sign: int, pattern: str, hedged: bool = False) -> None:
        if source.unsigned or target.unsigned:
            sign = 0
        a, b = _start(source), _end(target)
        self.edges.append(Edge(a, b, type_, sign, pattern, hedged or self.hedged))


_OUTCOMES = frozenset({"lead", "result", "contribute", "culminate"})
_INTRANSITIVE = Sense("plain", "other", 0)
_NEED = Sense("requirement", "activation", 1)


def _type(sense: Sense, target: Arg) -> RelationType:
    if sense.group in ("activation", "enablement", "production") and target.effect is not None and target.effect.group not in ("inhibition",):
        return target.effect.type
    if sense.type == "inhibition" and target.effect is not None and target.effect.type == "expression":
        return "repression"
    return sense.type


def read(tokens: list[Token], items: list[Item], memory: Memory) -> list[Edge]:
    """The arrows that one sentence states."""
    return Walker(tokens, items, memory).run()


__all__ = ["Effect", "Memory", "Name", "read"]
