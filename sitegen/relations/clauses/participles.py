"""Participles: ", V-ing", "by V-ing", "in V-ing", "V-ing" as a subject."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.clauses.actives import Actives
from sitegen.relations.groups.arguments import Arg, Edge, start_of
from sitegen.relations.lexis import Sense
from sitegen.relations.clauses.walk import INTRANSITIVE

_GIVING = frozenset({"inject", "add", "administer", "apply", "express", "supplement", "introduce", "infuse"})
_LEAVING = frozenset({"dissociate", "detach", "separate", "disassemble", "decline", "drop", "fall", "fail", "lose", "lack"})
_HOLDING = frozenset(
    {"contain", "comprise", "harbor", "harbour", "lack", "encode", "carry", "bear", "possess", "consist", "include"}
)
_SO = frozenset({"thus", "thereby", "hence"})
_PLACES = frozenset({"in", "within", "at", "from"})
_CHANGES = frozenset({"increase", "decrease", "reduce", "enhance", "cause", "trigger", "induce", "promote"})
OUTCOMES = frozenset({"lead", "result", "contribute", "culminate"})


class Participles(Actives):
    """Reads participles, whose subject stands before them."""

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
            if word == "in" and self.subject and self.reader.kind(k - 2) == "N":
                # "the role of A in reducing B"
                return self._active(k, self.subject, "title in V-ing")
            _, args, after = self._object(k)
            self.near = args
            return after
        if before == "N" and self.tokens[item.low - 1].tag == "A" and self.tokens[item.low - 1].low in _SO:
            # "A reduces B thus increasing C" goes on as after a comma
            before = ","
        if before == "N" and item.verb in _HOLDING:
            # "a complex holding A and B" is not A and B
            near, last = self.near, self.reader.last
            after = self.reader.group(k + 1)[1] if self.reader.kind(k + 1) == "N" else k + 1
            self.near, self.reader.last = near, last
            return after
        if before == "N" and self.verb is INTRANSITIVE and not self.near and self.subject:
            # "A moves to the nucleus inducing B"
            return self._active(k, self.subject, "subject, V-ing")
        if before == "N":
            if (
                self.verb is not None
                and self.object
                and self.near == self.object
                and item.verb in OUTCOMES
                and not self.last_passive
                and self.verb.group != "binding"
            ):
                if self.verb.sign < 0 and self.reader.phrase(k - 1).head in lexis.CHAIN:
                    # "A inhibits the B pathways leading to C": that B leads to C is no consequence of A
                    return self._active(k, [a._replace(sign=1, effect=None) for a in self.near], "noun V-ing")
                return self._both(k, list(self.subject or []), list(self.object), self.verb, self.near)
            if item.verb in OUTCOMES and self.verb is not None and self.verb.group == "binding" and self.subject:
                return self._active(k, list(self.subject), "subject, V-ing")
            if item.verb in OUTCOMES and self.last_passive and self.patient:
                return self._goes_on(k, self._suffered(), "patient, V-ing", [], "")
            if self.reader.kind(k - 2) == "P" and self.reader.word(k - 2) in _PLACES and item.verb not in OUTCOMES:
                # "A in the B cortex inducing C": where it is does nothing
                return self._object(k)[2]
            near = list(self.near)
            if self.verb is not None and self.verb.sign <= 0 and near == self.object and item.verb in _CHANGES:
                # "A inhibits B increasing C": B or less B
                near = [a._replace(unsigned=True) for a in near]
            opening = self.verb is None and bool(self.subject) and self.reader.kind(k - 2) != "P"
            after = self._active(k, near, "noun V-ing")
            bound = opening and self.verb is not None and self.verb.group == "binding" and self.object
            if bound and self.reader.finite_at(after):
                # "A binding to B activates C": B does
                self.subject, self.verb = list(self.object), None
            return after
        if before == "" or self.subject is None:
            # "Inhibiting A reduces B": the gerund's object is what acts
            sense, args, after = self._object(k)
            verb = after
            while self.reader.kind(verb) == "P" and self.reader.kind(verb + 1) == "N":
                verb += 2
            gives = sense is None and item.verb in _GIVING
            if (sense is not None or gives) and before != "," and self.reader.finite_at(verb):
                turn = -1 if item.verb == "target" else sense.sign if sense is not None and sense.sign else 1
                self.subject = [a._replace(sign=a.sign * turn, changed=True) for a in args]
                self.pattern = "gerund"
                return verb
            elif sense is not None and before != ",":
                self.deferred.append((sense, args, item))
            return after
        subject = self.subject or []
        if before == "," and self.undone:
            # "unable to inhibit A, leading to B"
            item.negated = True
        if before == ";" and sum(i.kind == "V" and i.form == "ing" for i in self.items) < 2:
            # "three groups: activating E2Fs …" lists no deeds
            return self._object(k)[2]
        if before == ";" or (before == "C" and self.reader.kind(k - 2) == ";"):
            return self._active(k, subject, "listed V-ing")
        listed = before == "C" or (before == "," and self._participles_end(k))
        if listed and self.last_form == "ing" and self.pair is not None:
            return self._both(k, *self.pair)
        if (listed and self.last_form in ("ing", "inf")) or (
            before == "," and self.last_form == "ing" and self.last_pattern in ("by V-ing", "in V-ing", "listed V-ing")
        ):
            return self._active(k, self.last_subject, self.last_pattern)
        if before == "C" and self.verb is not None and not self.last_passive:
            # "A inhibits B as well as enhancing C"
            return self._active(k, subject, "subject, V-ing")
        if self.verb is not None and self.object and self.verb.group != "binding" and not self.last_passive:
            # ", V-ing" goes on from the object, and the subject reaches the end through it
            return self._both(k, subject, list(self.object), self.verb, self.near)
        if self.last_passive and self.patient:
            return self._goes_on(k, self._suffered(), "patient, V-ing", self.agents, "agent, V-ing")
        if self.verb is INTRANSITIVE and self.last_pattern == "object to V" and self.last_subject:
            # "A allows B to accumulate, resulting in C": B does
            subject = self.last_subject
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
        after = self._goes_on(k, flow, "object, V-ing", subject, "subject, V-ing")
        if not flow:
            return after
        self.pair = (subject, result, verb, near)
        self.last_form = "ing"
        return after

    def _suffered(self) -> list[Arg]:
        """What the passive verb before was said of, with the verb's sign: after "B is inhibited" there is less B."""
        unsigned = self.verb is not None and self.verb.group in ("regulation", "modification")
        return [a._replace(sign=a.sign * self.patient_sign, unsigned=a.unsigned or unsigned) for a in self.patient]

    def _goes_on(self, k: int, flow: list[Arg], pattern: str, subject: list[Arg], subject_pattern: str) -> int:
        """An arrow from what was acted on, and with the same end one from each of what acted on it."""
        mark = len(self.edges)
        after = self._active(k, flow, pattern)
        for edge in [e for e in self.edges[mark:] if e.pattern == pattern]:
            for a in flow:
                if start_of(a) == edge.source:
                    for s in subject:
                        sign = s.sign * edge.sign * a.sign
                        self.edges.append(Edge(start_of(s), edge.target, edge.type, sign, subject_pattern, edge.hedged))
        return after
