"""Active verbs and participles: subject, object, and the arrows between them."""

from __future__ import annotations

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.args import Arg, Edge, Group, start_of
from sitegen.relations.lexis import Sense
from sitegen.relations.state import INTRANSITIVE, State
from sitegen.relations.tagging import Item

_GIVING = frozenset({"inject", "add", "administer", "apply", "express", "supplement", "introduce", "infuse"})
_LEAVING = frozenset({"dissociate", "detach", "separate", "disassemble", "decline", "drop", "fall", "fail", "lose", "lack"})
_SERVES = frozenset({"act", "serve", "function", "work"})
_OUTCOMES = frozenset({"lead", "result", "contribute", "culminate"})


class Actives(State):
    """Reads active verbs, ", V-ing", "by V-ing" and "to V"."""

    def _passive(self, k: int, patient: list[Arg] | None, pattern: str) -> int:
        """A passive verb (see `passives.Passives`)."""
        raise NotImplementedError

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
            return self._active(k, subject, "by V-ing")
        if before == "P" and word in (
            "upon",
            "without",
            "after",
            "before",
            "of",
            "from",
            "on",
            "in",
            "for",
            "during",
            "at",
            "with",
            "when",
            "while",
            "to",
        ):
            if word in ("in", "for") and self.verb is not None:
                return self._active(k, self.subject, "in V-ing")
            _, args, after = self._object(k)
            self.near = args
            return after
        if before == "N":
            if (
                self.verb is not None
                and self.object
                and self.near == self.object
                and item.verb in _OUTCOMES
                and not self.last_passive
                and self.verb.group != "binding"
            ):
                return self._both(k, list(self.subject or []), list(self.object), self.verb, self.near)
            if item.verb in _OUTCOMES and self.last_passive and self.patient:
                return self._active(k, list(self.patient), "patient, V-ing")
            return self._active(k, list(self.near), "noun V-ing")
        if before == "" or self.subject is None:
            # "Inhibiting A reduces B": the gerund's object is what acts
            sense, args, after = self._object(k)
            verb = after
            while self.reader.kind(verb) == "P" and self.reader.kind(verb + 1) == "N":
                verb += 2
            gives = sense is None and item.verb in _GIVING
            if (sense is not None or gives) and before != "," and self.reader.finite_at(verb):
                turn = sense.sign if sense is not None and sense.sign else 1
                self.subject = [a._replace(sign=a.sign * turn, changed=True) for a in args]
                self.pattern = "gerund"
                return verb
            elif sense is not None and before != ",":
                self.deferred.append((sense, args, item))
            return after
        subject = self.subject or []
        if before == ";" and sum(i.kind == "V" and i.form == "ing" for i in self.items) < 2:
            # "three groups: activating E2Fs …" lists no deeds
            return self._object(k)[2]
        if before == ";" or (before == "C" and self.reader.kind(k - 2) == ";"):
            return self._active(k, subject, "listed V-ing")
        listed = before == "C" or (before == "," and self._participles_end(k))
        if listed and self.last_form == "ing" and self.pair is not None:
            return self._both(k, *self.pair)
        if (listed and self.last_form in ("ing", "inf")) or (
            before == "," and self.last_form == "ing" and self.last_pattern in ("by V-ing", "in V-ing")
        ):
            return self._active(k, self.last_subject, self.last_pattern)
        if self.verb is not None and self.object and self.verb.group != "binding" and not self.last_passive:
            # ", V-ing" goes on from the object, and the subject reaches the end through it
            return self._both(k, subject, list(self.object), self.verb, self.near)
        if self.last_passive and self.patient:
            mark = len(self.edges)
            after = self._active(k, list(self.patient), "patient, V-ing")
            ends = list(dict.fromkeys((e.target, e.type, e.sign) for e in self.edges[mark:]))
            for a in self.agents:
                self.edges += [
                    Edge(start_of(a), target, kind, a.sign * sign, "agent, V-ing", item.hedged or self.hedged)
                    for target, kind, sign in ends
                ]
            return after
        if self.verb is INTRANSITIVE and self.main_verb in _LEAVING:
            # "A dissociates from B, resulting in C": less A there, more C
            subject = [a._replace(unsigned=True) for a in subject]
        return self._active(k, subject, "subject, V-ing")

    def _participles_end(self, k: int) -> bool:
        """Whether participles go on to an "and V-ing", so that they are one list: "by A-ing X, B-ing Y and C-ing Z"."""
        for j in range(k + 1, min(k + 30, len(self.items) - 1)):
            if self.reader.kind(j) == "C" and self.reader.kind(j + 1) == "V":
                return self.items[j + 1].form == "ing"
            if self.reader.kind(j) not in ("N", ",", "P", "C", "V") or self.reader.finite_at(j):
                return False
        return False

    def _both(self, k: int, subject: list[Arg], result: list[Arg], verb: Sense | None, near: list[Arg]) -> int:
        """ ", V-ing" after an object: an arrow from the object, and one from the subject."""
        turn = verb.sign if verb is not None and verb.sign else 1
        flow = [a._replace(sign=a.sign * turn) for a in result]
        mark = len(self.edges)
        after = self._active(k, flow, "object, V-ing")
        for edge in [e for e in self.edges[mark:] if e.pattern == "object, V-ing"]:
            for a in flow:
                if start_of(a) == edge.source:
                    for s in subject:
                        self.edges.append(
                            Edge(
                                start_of(s),
                                edge.target,
                                edge.type,
                                s.sign * edge.sign * a.sign,
                                "subject, V-ing",
                                edge.hedged,
                            )
                        )
        if not flow:
            return after
        self.pair = (subject, result, verb, near)
        self.last_form = "ing"
        return after

    def _active(self, k: int, subject: list[Arg] | None, pattern: str) -> int:
        """An active verb: its object, the arrows, and what it leaves for the next verb."""
        item = self.items[k]
        reader = self.reader
        sense, at = self._sense(k)
        self.last_form, self.last_passive = item.form, False
        if item.form != "ing":
            self.pair = None
        self.last_subject, self.last_pattern = subject, pattern
        if sense is None:
            self.verb = INTRANSITIVE
            self.main_verb = item.verb
            self.object = []
            if item.verb in _SERVES and reader.word(at) == "as" and reader.kind(at + 1) == "N":
                return self._serves(at + 1, subject, item)
            if reader.kind(at) == "N":
                reader.in_object = True
                group, at = reader.group(at)
                reader.in_object = False
                self.near = group.args
                self.object = group.args if lexis.SENSES.get(item.verb) else []
                if group.on and not item.negated:
                    kind: RelationType = (
                        "activation" if group.on_sign > 0 else "inhibition" if group.on_sign < 0 else "other"
                    )
                    for s in [*(subject or []), *group.args]:
                        for t in group.on:
                            self._add(s, t, kind, s.sign * group.on_sign * t.sign, "effect of A on B")
            self.waiting.clear()
            return at
        if item.sign and sense.sign == 0 and sense.group == "regulation":
            sense = sense._replace(sign=item.sign, type="activation" if item.sign > 0 else "inhibition")
        if (reader.kind(at) in ("C", ",") and reader.kind(at + 1) == "V") or reader.kind(at) == "C":
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
        elif group.on:
            # "mediates the effect of A on B" acts on B
            args = [a._replace(unsigned=a.unsigned or not group.on_sign, sign=a.sign * (group.on_sign or 1)) for a in group.on]
        aligned = self._aligned(group, subject, after)
        if any(w[1].sign * sense.sign < 0 and w[2] == (subject or []) for w in self.waiting):
            # "can help and hinder Y": no sign is stated
            sense = sense._replace(group="regulation", type="other", sign=0)
            self.waiting = [(i, sense, s, p) for i, _, s, p in self.waiting]
        for w_item, w_sense, w_subject, w_pattern in self.waiting:
            self._relate(w_subject, w_sense, args, w_pattern, w_item)
        self.waiting.clear()
        if (
            (sense.through or any(s.through for s in lexis.SENSES[item.verb]))
            and reader.kind(after) == "P"
            and reader.word(after) in ("to", "into")
        ):
            target, after2 = reader.group(after + 1) if reader.kind(after + 1) == "N" else (Group(), after + 1)
            if target.args and not item.negated:
                for a in args:
                    for b in target.args:
                        self._add(a, b, "conversion", 0, "conversion")
                for s in subject or []:
                    for b in target.args:
                        self._add(s, b, "conversion", 1, "conversion by enzyme")
                args, after = target.args, after2
        elif (
            sense.group == "production"
            and reader.kind(after) == "P"
            and reader.word(after) == "from"
            and reader.kind(after + 1) == "N"
        ):
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
        if (
            sense.prepositions
            and reader.kind(at - 1) == "P"
            and reader.kind(after) == "C"
            and reader.word(after + 1) == reader.word(at - 1)
            and reader.kind(after + 2) == "N"
        ):
            reader.in_object = True
            more, after = reader.group(after + 2)
            reader.in_object = False
            self._relate(subject, sense, more.args, pattern, item)
            args = [*args, *more.args]
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

    def _serves(self, at: int, subject: list[Arg] | None, item: Item) -> int:
        """ "X acts as an inhibitor of Y"."""
        group, after = self.reader.group(at)
        if group.bearer is not None and group.theme and subject and not item.negated:
            self._bearer(subject, group, "is an agent of")
        self.near = list(subject or [])
        return after

    def _aligned(self, group: Group, subject: list[Arg] | None, after: int) -> list[tuple[list[Arg], list[Arg]]]:
        """Subjects and objects pairwise where "respectively" closes the list."""
        high = self.items[after - 1].high
        if (
            not any(t.low == "respectively" for t in self.tokens[high : high + 3])
            or subject is not self.subject
            or not subject
        ):
            return []
        if (
            len(group.units) != len(self.subject_units)
            or sum(group.units) != len(group.args)
            or sum(self.subject_units) != len(subject)
        ):
            return []
        out, i, j = [], 0, 0
        for a, b in zip(self.subject_units, group.units, strict=True):
            out.append((subject[i : i + a], group.args[j : j + b]))
            i, j = i + a, j + b
        return out
