"""Active verbs: "A activates B" (A + B), "A leads to B", "A acts as an inhibitor of B" (A - B).

Edges: "A converts B to C" gives B 0 C and A + C, "A produces B from C" C 0 B, "A binds and activates B" both verbs' arrows,
"A and B activate C and D, respectively" A + C and B + D, "A impairs B at the level of C" A - B and A - C.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.clauses.bare_nouns import bare_expression
from sitegen.relations.clauses.conversions import convert, turn_into, undergo
from sitegen.relations.clauses.owners import meant, owned
from sitegen.relations.clauses.roles import examples, takes_part
from sitegen.relations.clauses.senses import affect, aligned, bear, in_order, is_doomed, is_redox, relate, sense_of
from sitegen.relations.clauses.walk import INTRANSITIVE, Waiting, Walk
from sitegen.relations.lexis import Sense
from sitegen.relations.tagging.chunks import Chunk

_ON_RESIDUES = ("phosphorylation", "dephosphorylation")
_LEVEL = "at the level of"
_BINDING = Sense("binding", "binding", 0)


def active(walk: Walk, k: int, subject: list[Arg] | None, pattern: str) -> int:
    """Read the active verb at `k` with its object, note the arrows, and leave what the next verb needs.

    Returns the chunk after it.
    """
    chunk = walk.chunks[k]
    sense, place = sense_of(walk, k)
    walk.last_form, walk.last_passive = chunk.form, False
    walk.undone = chunk.negated
    if chunk.form != "ing":
        walk.listed = None
    walk.last_subject, walk.last_pattern = subject, pattern
    if sense is None:
        if walk.at.kind(place) == "J" and walk.object and _it(walk, k, subject, pattern):
            return place + 1
        return _without_reading(walk, chunk, place, subject)
    sense = _signed(walk, chunk, sense, place)
    kind = walk.at.kind(place)
    if kind == "C" or (kind == "," and walk.at.kind(place + 1) == "V"):
        walk.waiting.append(Waiting(chunk, sense, list(subject or []), pattern))
        walk.verb = sense
        return place
    if kind == "N" and subject and len(subject) == 2 and chunk.verb in lexis.FORMING_VERBS and _assembles(walk, place):
        relate(walk, subject[:1], _BINDING, subject[1:], pattern, chunk)
    if kind != "N":
        # "leads to activating B", or no object at all
        walk.verb = sense
        return place
    return _Active(walk, chunk, sense, place, subject, pattern).read()


def _without_reading(walk: Walk, chunk: Chunk, k: int, subject: list[Arg] | None) -> int:
    """A verb that states nothing by itself: "A acts as an inhibitor of B", "A exerts an inhibitory effect on B"."""
    if chunk.verb in lexis.NAMING_EXAMPLES_VERBS and walk.at.kind(k) == "N" and not chunk.negated and examples(walk, k, chunk):
        return k
    walk.verb = INTRANSITIVE
    walk.main_verb = chunk.verb
    walk.object = []
    if chunk.verb in lexis.MUTUAL_VERBS:
        _mutual(walk, k, subject)
    if walk.at.kind(k) == "N" and chunk.verb in lexis.UNDERGOING_VERBS and subject and not chunk.negated:
        return undergo(walk, k, subject)
    if walk.at.kind(k) == "P" and walk.at.kind(k + 1) == "N" and subject and not chunk.negated:
        if chunk.verb in lexis.PARTAKING_VERBS:
            after = takes_part(walk, k, subject)
            if after > k:
                return after
        if chunk.verb in lexis.SERVING_VERBS and walk.at.word(k) in lexis.ORDER_WORDS:
            return in_order(walk, k, subject)
        after = turn_into(walk, k, subject, chunk.verb)
        if after > k:
            return after
    if chunk.verb in lexis.SERVING_VERBS and walk.at.word(k) == "as" and walk.at.kind(k + 1) == "N":
        return serves(walk, k + 1, subject, chunk)
    if walk.at.kind(k) == "N":
        group, k = walk.object_group(k)
        walk.near = group.args
        walk.object = group.args if lexis.SENSES.get(chunk.verb) else []
        affect(walk, [*(subject or []), *group.args], group, chunk)
        if walk.last_word(walk.chunks[k - 1]) in lexis.PARTS_PLAYED_NOUNS and subject and not chunk.negated:
            return takes_part(walk, k, subject)
    walk.waiting.clear()
    return k


def _assembles(walk: Walk, k: int) -> bool:
    """Whether the phrase at `k` is a complex of who forms it: "A and B form a complex"."""
    phrase = walk.at.phrase(k)
    if phrase.names or walk.at.kind(k + 1) == "C" or walk.at.word(k + 1) in ("with", "of", "between"):
        return False
    return phrase.head in lexis.ASSEMBLIES_NOUNS and not phrase.head.startswith("homo")


def _it(walk: Walk, k: int, subject: list[Arg] | None, pattern: str) -> bool:
    """Whether the verb at `k` has "it" as its object, which the verb before had: "A binds B and activates it"."""
    chunk, word = walk.chunks[k], walk.at.word(k + 1)
    sense = lexis.BARE_SENSES.get(chunk.verb)
    if sense is None or word not in lexis.OBJECT_PRONOUNS_WORDS or walk.at.kind(k + 2) == "V":
        return False
    objects = meant(walk, word)
    relate(walk, subject, sense, objects, pattern, chunk)
    if objects:
        walk.object = walk.near = objects
        walk.verb = sense
    return bool(objects)


def _mutual(walk: Walk, k: int, subject: list[Arg] | None) -> None:
    """ "A and B heterodimerize"."""
    chunk = walk.chunks[k - 1]
    alone = walk.at.kind(k) != "N" and walk.at.word(k) not in lexis.JOINING_WORDS and not walk.at.third_person(k - 1)
    if subject and len(subject) == 2 and alone:
        sense = next(s for s in lexis.SENSES[chunk.verb] if s.type == "binding")
        relate(walk, subject[:1], sense, subject[1:], "active", chunk)


def serves(walk: Walk, k: int, subject: list[Arg] | None, chunk: Chunk) -> int:
    """ "X acts as an inhibitor of Y"."""
    group, after = walk.nouns.group(k)
    if group.bearer is not None and group.theme and subject and not chunk.negated:
        bear(walk, subject, group, "is an agent of")
    walk.near = list(subject or [])
    return after


def _signed(walk: Walk, chunk: Chunk, sense: Sense, place: int) -> Sense:
    """The reading with the sign of an adverb ("negatively regulates") or of what follows ("targets B for degradation")."""
    if chunk.verb in lexis.EXPORTING_VERBS:
        # "A exports B from the nucleus": neither less B nor more
        return replace(sense, sign=0)
    if chunk.verb in lexis.REDUCING_VERBS and walk.at.kind(place) == "N":
        # "A reduces oxidized B"
        noun = walk.chunks[place]
        return replace(sense, sign=0, type="other") if is_redox(walk, noun.low, noun.high) else sense
    if sense.group != "regulation":
        return sense
    if chunk.sign and sense.sign == 0:
        sense = replace(sense, sign=chunk.sign, type="activation" if chunk.sign > 0 else "inhibition")
    if chunk.verb in lexis.TARGETING_VERBS and _doomed(walk, place):
        sense = replace(sense, sign=-1, type="inhibition")
    return sense


def _doomed(walk: Walk, k: int) -> bool:
    """Whether what stands at `k` is targeted "for degradation"."""
    high = walk.chunks[k].high if k < len(walk.chunks) else 0
    return high > 0 and is_doomed(walk, high)


@dataclass(slots=True, eq=False)
class _Active:
    """An active verb with an object, which begins at chunk `place`."""

    walk: Walk
    chunk: Chunk
    sense: Sense
    place: int
    subject: list[Arg] | None
    pattern: str
    args: list[Arg] = field(default_factory=list)

    def read(self) -> int:
        """Note the verb's arrows; returns the chunk after its objects."""
        walk, at = self.walk, self.walk.at
        if self.chunk.verb in lexis.CATALYZING_VERBS and self.chunk.form == "fin" and self._is_step():
            self.place += 2
        walk.void = walk.void or walk.last_word(walk.chunks[self.place]) in lexis.ASKING_NOUNS
        group, after = self._object()
        if not group.args and walk.last_word(walk.chunks[after - 1]) in lexis.CODING_NOUNS and at.kind(after + 1) == "N":
            coding = walk.chunks[after]
            if coding.verb in lexis.CODING_VERBS and coding.form == "ing":
                # "the expression of genes encoding A"
                sign, (group, after) = self._sign_before(after), walk.object_group(after + 1)
                group.args = [a.turned(sign) for a in group.args]
        self.args = [] if at.kind(after) == "V" and self._of_cells(after) else self._objects(group)
        bare = bare_expression(walk, self.place) if not group.args and after == self.place + 1 else []
        self.args = bare or self.args
        if at.first(self.place) in lexis.OWNERS_WORDS:
            self.args = [*owned(walk, self.place), *self.args]
        if walk.waiting:
            self._relate_waiting()
        after = self._relate_objects(group, after)
        if self.sense.prepositions and at.kind(after) == "C":
            after = self._same_preposition(after)
        if at.kind(after) == "P" and at.word(after) == _LEVEL and at.kind(after + 1) == "N":
            level, after = walk.nouns.group(after + 1)
            walk.nouns.level, walk.nouns.level_sign = level.args, self.sense.sign
            self._relate(level.args)
        # what "regulates gene expression" names is no subject of what follows
        walk.object = walk.near = [] if bare else self.args
        walk.verb = self.sense
        # "A lets B do C", "A requires B to do C"
        walk.raising = self.sense.inverse or any(s.raises for s in lexis.SENSES.get(self.chunk.verb, ()))
        walk.patient = []
        return after

    def _is_step(self) -> bool:
        """Whether the object is a step of what follows: "E catalyzes the first step in the synthesis of A"."""
        at, k = self.walk.at, self.place
        named = at.kind(k + 1) == "P" and at.word(k + 1) in lexis.STEP_OF_WORDS and at.kind(k + 2) == "N"
        return named and self.walk.last_word(self.walk.chunks[k]) in lexis.STAGES_NOUNS

    def _object(self) -> tuple[Group, int]:
        """The object, and the chunk after it."""
        nouns = self.walk.nouns
        nouns.against = self.sense.sign < 0
        nouns.listed = self.pattern == "listed V-ing"
        nouns.verb_sign = self.sense.sign
        found = self.walk.object_group(self.place, self.chunk.form)
        nouns.against = nouns.listed = False
        nouns.verb_sign = 1
        return found

    def _sign_before(self, k: int) -> int:
        """The sign of the nouns between the verb and chunk `k`: "the reduced expression of genes encoding A"."""
        sign = 1
        for j in range(self.place, k):
            if self.walk.at.kind(j) == "N":
                sign *= self.walk.at.phrase(j).sign
        return sign

    def _relate(self, objects: list[Arg]) -> None:
        relate(self.walk, self.subject, self.sense, objects, self.pattern, self.chunk)

    def _objects(self, group: Group) -> list[Arg]:
        if self.walk.chunks[self.place].negated or self._is_own_activity():
            return []
        if group.on:
            # "mediates the effect of A on B" acts on B
            sign = group.on_sign
            if not sign and self.sense.sign < 0:
                return []  # "A blocks the effect of B on C": for better or for worse
            return [a.turned(sign or 1).doubtful(not sign) for a in group.on]
        if self.sense.group in _ON_RESIDUES:
            # "A phosphorylates serine at S400, raising B"
            return [a for a in group.args if a.name.text.lower() not in lexis.RESIDUES]
        return group.args

    def _is_own_activity(self) -> bool:
        """Whether the object is what another name does: "A binds B to repress its GAX activity"."""
        phrase, at = self.walk.at.phrase(self.place), self.walk.at
        if phrase.head not in lexis.ACTIVITIES_NOUNS or not phrase.names or at.kind(self.place + 1) in (",", "E"):
            return False
        return at.first(self.place) in lexis.OWNERS_WORDS

    def _relate_waiting(self) -> None:
        """Give the object to the verbs before that had none: "A binds and activates B"."""
        walk, sense = self.walk, self.sense
        if any(w.sense.sign * sense.sign < 0 and w.subject == (self.subject or []) for w in walk.waiting):
            # "can help and hinder Y": no sign is stated
            self.sense = replace(sense, group="regulation", type="other", sign=0)
            for w in walk.waiting:
                w.sense = self.sense
        for w in walk.waiting:
            relate(walk, w.subject, w.sense, self.args, w.pattern, w.chunk)
        walk.waiting.clear()

    def _relate_objects(self, group: Group, after: int) -> int:
        """Note the arrows to the objects, or to what they are turned to, or from what they are made of."""
        walk, at = self.walk, self.walk.at
        pairs = aligned(walk, group, self.subject, after, self.chunk, self.place)
        kind = at.kind(after)
        if kind == ",":
            after = self._after_aside(after)
            kind = at.kind(after)
        elif kind in ("P", "V") and self.sense.sign > 0 and self._turned_by(after):
            self.sense = replace(self.sense, sign=-1, type="inhibition")
        if kind == "P":
            word = at.word(after)
            joins = self.chunk.verb in lexis.CATALYZING_VERBS and at.phrase(self.place).head in lexis.JOINING_NOUNS
            if joins and word in lexis.INTO_WORDS:
                self.args = []
                return after  # "E catalyzes the addition of A to B"
            # "A reduces the response to B"
            answers = self.chunk.verb in lexis.REDUCING_VERBS and walk.last_word(walk.chunks[after - 1]) in lexis.ANSWERS
            moved = group.effect is not None and group.effect.group == "transport"  # "A reduces B translocation into the nucleus"
            if (
                not (answers or moved)
                and word in lexis.INTO_WORDS
                and (self.sense.through or any(s.through for s in lexis.SENSES[self.chunk.verb]))
            ):
                return self._convert(after + 1)
            if word == "from" and self.sense.group == "production" and at.kind(after + 1) == "N":
                return self._made_of(after + 1)
            if (
                word in lexis.WARDING_WORDS
                and self.chunk.verb in lexis.WARDING_VERBS
                and not self.args
                and at.kind(after + 1) == "N"
            ):
                return self._from_harm(after + 1)
        for subjects, objects in pairs:
            relate(walk, subjects, self.sense, objects, "respectively", self.chunk)
        if not pairs:
            self._relate(self.args)
        return after

    def _from_harm(self, k: int) -> int:
        """ "A protects the cells from B": A acts against B."""
        group, after = self.walk.object_group(k)
        self.sense = replace(self.sense, sign=-1, type="inhibition")
        self.args = group.args
        relate(self.walk, self.subject, self.sense, self.args, self.pattern, self.chunk)
        return after

    def _after_aside(self, k: int) -> int:
        """Where "to" stands after what is said of the object: "converts A, the product of B, to C"."""
        at = self.walk.at
        if at.kind(k + 1) != "N" or at.first(k + 1) not in lexis.ARTICLES_WORDS:
            return k
        if not self.sense.through and not any(s.through for s in lexis.SENSES[self.chunk.verb]):
            return k
        j = k + 2
        while at.kind(j) == "P" and at.kind(j + 1) == "N" and at.word(j) not in lexis.INTO_WORDS:
            j += 2
        return j + 1 if at.kind(j) == "," and at.word(j + 1) in lexis.INTO_WORDS and at.kind(j + 2) == "N" else k

    def _of_cells(self, k: int) -> bool:
        """Whether the object only says what cells do: "A activates cytokine releasing cells"."""
        at = self.walk.at
        if self.walk.chunks[k].form != "ing" or at.kind(k + 1) != "N":
            return False
        return at.kind(k - 1) == "N" and at.phrase(k + 1).head in lexis.CELLS_NOUNS

    def _turned_by(self, k: int) -> bool:
        """Whether what follows the object turns it: "A causes B to decrease", "A keeps B in an inactive state"."""
        walk, at = self.walk, self.walk.at
        if at.word(k) == "in" and at.kind(k + 1) == "N" and at.word(k + 2) == "to":
            k += 2  # "levels in the cells to decrease"
        chunk = walk.chunks[k]
        if chunk.form == "inf":
            return chunk.verb in lexis.FALLING_VERBS and at.kind(k + 1) != "N" and at.word(k + 1) != "in"
        if at.kind(k + 1) != "N":
            return False
        held = walk.chunks[k + 1]
        if at.word(k) == "to" and held.high - held.low == 1 and walk.last_word(held) in lexis.FALLING_VERBS:
            return any(s.raises for s in lexis.SENSES.get(self.chunk.verb, ()))
        if at.word(k) != "into" and (at.word(k) != "in" or self.chunk.verb not in lexis.KEEPING_VERBS):
            return False
        # "the off state" has its "off" after "the"
        return not lexis.OFF_NOUNS.isdisjoint([t.low for t in walk.tokens[held.low : held.high + 1]])

    def _convert(self, k: int) -> int:
        """ "A converts B to C"."""
        made = convert(self.walk, k, self.args, self.subject, self.chunk)
        if made is None:
            return k - 1
        self.args, after = made
        # what is made goes on acting as it is
        self.sense = replace(self.sense, sign=0)
        return after

    def _made_of(self, k: int) -> int:
        """ "A produces B from C"."""
        source, after = self.walk.nouns.group(k)
        for a in source.args:
            for b in self.args:
                self.walk.add(a, b, "conversion", 0, "conversion")
        # "A makes B from C, which activates D": B does
        self.walk.nouns.last = self.args
        self._relate(self.args)
        return after

    def _same_preposition(self, after: int) -> int:
        """ "A binds to B and to C"."""
        at, place = self.walk.at, self.place
        if at.kind(place - 1) != "P" or at.word(after + 1) != at.word(place - 1) or at.kind(after + 2) != "N":
            return after
        more, after = self.walk.object_group(after + 2)
        self._relate(more.args)
        self.args = [*self.args, *more.args]
        return after
