"""Active verbs and participles: subject, object, and the arrows between them."""

from __future__ import annotations

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.groups.arguments import Arg, Group
from sitegen.relations.tagging.chunks import Item
from sitegen.relations.clauses.walk import INTRANSITIVE, State

_SERVES = frozenset({"act", "serve", "function", "work"})


class Actives(State):
    """Reads active verbs, ", V-ing", "by V-ing" and "to V"."""

    def _passive(self, k: int, patient: list[Arg] | None, pattern: str) -> int:
        """A passive verb (see `passives.Passives`)."""
        raise NotImplementedError

    def _active(self, k: int, subject: list[Arg] | None, pattern: str) -> int:
        """An active verb: its object, the arrows, and what it leaves for the next verb."""
        item = self.items[k]
        reader = self.reader
        sense, at = self._sense(k)
        self.last_form, self.last_passive = item.form, False
        self.undone = item.negated
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
                if group.on_sign and not item.negated:
                    kind: RelationType = "activation" if group.on_sign > 0 else "inhibition"
                    for s in [*(subject or []), *group.args]:
                        for t in group.on:
                            self._add(s, t, kind, s.sign * group.on_sign * t.sign, "effect of A on B")
            self.waiting.clear()
            return at
        if item.sign and sense.sign == 0 and sense.group == "regulation":
            sense = sense._replace(sign=item.sign, type="activation" if item.sign > 0 else "inhibition")
        if sense.group == "regulation" and item.verb == "target" and self._doomed(at):
            sense = sense._replace(sign=-1, type="inhibition")
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
            target, after2 = reader.group(after + 1) if reader.kind(after + 1) == "N" else (Group([]), after + 1)
            if target.args and not item.negated:
                for a in args:
                    for b in target.args:
                        self._add(a, b, "conversion", 0, "conversion")
                for s_part, t_part in self._aligned(target, subject, after2) or [(subject or [], target.args)]:
                    for s in s_part:
                        for b in t_part:
                            self._add(s, b, "conversion", 1, "conversion by enzyme")
                args, after = target.args, after2
                # what is made goes on acting as it is
                sense = sense._replace(sign=0)
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
            reader.level, reader.level_sign = level.args, sense.sign
            self._relate(subject, sense, level.args, pattern, item)
        self.object = args
        self.near = args
        self.verb = sense
        # "A lets B do C", "A requires B to do C"
        self.raising = sense.inverse or any(s.raises for s in lexis.SENSES.get(item.verb, ()))
        self.patient = []
        return after

    def _doomed(self, at: int) -> bool:
        """Whether what follows is targeted "for degradation"."""
        high = self.items[at].high if at < len(self.items) else 0
        return high > 0 and any(t.low in ("for degradation", "for destruction") for t in self.tokens[high : high + 2])

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
        if not any(t.low == "respectively" for t in self.tokens[high : high + 3]) or subject is not self.subject or not subject:
            return []
        if (
            len(group.units) != len(self.subject_units)
            or sum(group.units) != len(group.args)
            or sum(self.subject_units) != len(subject)
        ):
            if len(subject) > 1 and len(subject) == len(group.args):
                return [([s], [t]) for s, t in zip(subject, group.args, strict=True)]
            # which belongs to which is not seen: none of many with none of many
            return [([], [])] if len(subject) > 1 and len(group.args) > 1 else []
        out, i, j = [], 0, 0
        for a, b in zip(self.subject_units, group.units, strict=True):
            out.append((subject[i : i + a], group.args[j : j + b]))
            i, j = i + a, j + b
        return out
