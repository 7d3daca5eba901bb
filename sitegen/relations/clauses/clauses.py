"""Clauses: which group is the subject of which verb, what it acts on, and the arrows that follow."""

from __future__ import annotations

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.groups.arguments import Arg, Edge, Group
from sitegen.relations.tagging.chunks import Item
from sitegen.relations.clauses.participles import OUTCOMES
from sitegen.relations.clauses.passives import Passives
from sitegen.relations.names.symbols import RESIDUE
from sitegen.relations.clauses.walk import Memory
from sitegen.relations.tokens.tokens import arrow_sign
from sitegen.relations.tokens.words import Token

_LETTING = frozenset({"allow", "enable", "permit", "cause"})
_LESSENING = frozenset({"downregulate", "down-regulate", "downmodulate", "decrease", "reduce", "lower", "diminish", "lessen"})
_EASING = _LESSENING | {"attenuate", "alleviate", "ameliorate"}
_STOPPING = frozenset({"block", "prevent", "impair"})
_TREATED = frozenset(
    f"{when} {how}"
    for when in ("after", "upon", "following", "on")
    for how in ("treatment with", "stimulation with", "stimulation by", "exposure to")
)
_UPON = frozenset({"after", "upon", "following", "under", "on", "in response to"}) | _TREATED
"""Small words that open a sentence with what sets off the rest: "After X, Y is reduced"."""


class Walker(Passives):
    """Walks the items of one sentence from left to right and collects its arrows."""

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
                self.reader.in_object = clause_verb and not self.reader.heads_clause(k)
                self.reader.leading = start == 0
                group, k = self.reader.group(k, commas=not oblique or clause_verb)
                self.reader.in_object = self.reader.leading = False
                if oblique:
                    if start == 1 and self.reader.kind(k) == "," and self.reader.word(0) in _UPON:
                        self.cause = group.args
                    if group.args or not RESIDUE.fullmatch(self.tokens[item.high - 1].text):
                        # "phosphorylation of B at S99, which": B it is
                        self.near = group.args
                    oblique = False
                    word = self.reader.word(start - 1)
                    if word == "via" and not clause_verb:
                        self.via = group.args
                    if (
                        word in ("by", "via", "through")
                        and group.effect is not None
                        and group.theme
                        and not group.acted
                        and self.subject
                    ):
                        for s in self.subject:
                            for t in group.theme:
                                self._add(s, t, group.effect.type, s.sign * group.effect.sign * t.sign, "by noun of Y")
                    continue
                if (
                    self.reader.finite_at(k)
                    or not clause_verb
                    or (self.reader.kind(start - 1) == "C" and self.reader.heads_clause(start))
                ):
                    if (
                        group.bearer is not None
                        and group.theme
                        and start
                        and self.reader.kind(start - 1) == ","
                        and self.near
                        and not self.reader.finite_at(k)
                    ):
                        self._named_after(group)
                        continue
                    appositive = start and self.reader.kind(start - 1) == "," and self.subject is not None and not clause_verb
                    if appositive and (self.subject or not group.args):
                        self.near = group.args
                        if self.subject and self.tokens[item.low].low in ("a", "an"):
                            # "A, a cell wall protein that": A it is
                            self.near = self.reader.last = list(self.subject)
                        continue
                    if clause_verb and self.items[start - 1].kind not in ("C", ",", "S", ";"):
                        self.near = group.args
                        continue
                    if item.negated:
                        self.subject = []
                    self._new_subject(group)
                    clause_verb = False
                elif (
                    clause_verb and self.near and group.theme and group.bearer is not None and self.reader.kind(start - 1) == ","
                ):
                    self._named_after(group)
                if group.args or not start or self.reader.kind(start - 1) != ",":
                    # "X, a kinase that …": what names nothing leaves X the nearest
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
                            if item.word in _TREATED and not self.changed and t.effect is None:
                                continue  # "A was stained after treatment with B"
                            sign = s.sign * self.patient_sign * t.sign
                            turned: RelationType = "activation" if sign > 0 else "inhibition" if sign < 0 else "other"
                            self._add(s, t, turned, sign, "in response to")
                    self.patient = []
                    self.near = group.args
                    k = k2
                    oblique = False
                    continue
            elif kind == "R" and item.word == "which" and self.reader.kind(k + 1) == "N" and self.reader.kind(k - 1) != ",":
                # "it is unknown which part of A acts on B"
                self.subject = None
                clause_verb = False
                self.void = True
            elif kind == "R":
                self.main.append(self.subject)
                if not self.near and self.subject and self.reader.kind(k - 1) == ",":
                    self.pattern = "clause, which"
                else:
                    known = {a.name for a in self.near}
                    self.subject = list(self.near if all(a.name in known for a in self.reader.last) else self.reader.last)
                    if len(self.subject) > 1 and self._singular(k + 1):
                        self.subject = [] if self._listed_examples(k) else self.subject[-1:]
                    self.pattern = "relative"
                    if self._is_nameless(k - 1):
                        # "A in cells that express B"
                        self.subject = []
                    elif self.reader.kind(k - 1) == "," and self.reader.kind(k - 2) == "V" and self.last_passive and self.patient:
                        # "A is lowered, which activates B": less A does
                        self.subject = self._suffered()
                    elif self._describes(k + 1):
                        # "loss of A, which is involved in B": A is
                        self.subject = [a._replace(sign=1) for a in self.subject]
                    elif self._tells_event(k):
                        self.subject, self.pattern = self._event(), "object, which"
                    elif self._tells_either(k):
                        self.subject = []
            elif (
                kind == "S"
                and item.word in ("while", "though", "although", "when")
                and self.reader.kind(k + 1) == "V"
                and self.items[k + 1].form == "ing"
                and self.subject
                and clause_verb
            ):
                k = self._active(k + 1, self.subject, "subject, V-ing")
                continue
            elif kind == "S" and self._in_passing(k) and self.subject and not clause_verb:
                k += 3
                continue
            elif kind == "S":
                self.main.clear()
                self.subject = None
                clause_verb = False
                self.patient = []
                self.void = item.word == "whether"
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
                        self.subject, self.pattern = (
                            list(self.first if self.first is not None else self.memory.subject),
                            "it",
                        )
                        if item.word == "they" and len(self.subject) == 1 and self.subject[0].name.text[-1] != "s":
                            self.subject = []
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

    def _describes(self, k: int) -> bool:
        """Whether the verb group at `k` says what something is or is for: "is", "is involved", "is required"."""
        item = self.items[k] if self.reader.kind(k) == "V" else None
        return item is not None and (item.verb == "be" or (item.passive and item.verb in ("involve", "require", "need")))

    def _is_nameless(self, k: int) -> bool:
        """Whether the phrase at `k` is about something, but names nothing that could act."""
        if self.reader.kind(k) != "N" or self.reader.kind(k - 1) not in ("P", "C"):
            return False
        phrase = self.reader.phrase(k)
        return not phrase.names and not phrase.hollow and phrase.effect is None and phrase.head not in lexis.TRANSPARENT

    def _named_after(self, group: Group) -> None:
        """ "Loss of X, an inhibitor of Y": what X is has nothing to do with its loss."""
        named = [a._replace(sign=1, effect=None, unsigned=False) for a in self.near]
        if len(group.theme) > 1 and any(t.low == "respectively" for t in self.tokens):
            # "A and B, precursors of C and D, respectively"
            if len(named) < len(group.theme):
                return
            for a, t in zip(named[-len(group.theme) :], group.theme, strict=True):
                told = Group([])
                told.bearer, told.theme = group.bearer, [t]
                self._bearer([a], told, "appositive")
            return
        self._bearer(named[-1:], group, "appositive")

    def _tells_event(self, k: int) -> bool:
        """Whether "which" at item `k` means what was said: "A inhibits B, which leads to C" is about less B.

        So is "A reduces B, which lowers C"; in "A inhibits B, which inhibits C" it is B itself.
        """
        return (
            self.reader.kind(k - 1) == ","
            and self.reader.kind(k + 1) == "V"
            and (
                self.items[k + 1].verb in OUTCOMES
                or self.items[k + 1].verb in _LETTING
                or (self.items[k + 1].verb in _EASING and self._lessened(k))
            )
            and self.verb is not None
            and (self.verb.sign < 0 or self.verb.group == "binding")
            and not self.last_passive
            and bool(self.object)
            and self.object == self.near
        )

    def _in_passing(self, k: int) -> bool:
        """Whether at item `k` begins what is said of the subject before its verb: "A, once activated, inhibits B"."""
        if self.items[k].word not in ("once", "when", "if") or self.reader.kind(k - 1) != "," or self.reader.kind(k + 2) != ",":
            return False
        said = self.items[k + 1]
        return said.high - said.low == 1 and self.tokens[said.low].low.endswith("ed")

    def _lessened(self, k: int) -> bool:
        """Whether the verb before item `k` says that there is less of something."""
        verb = next((item.verb for item in reversed(self.items[:k]) if item.kind == "V"), "")
        return verb in _LESSENING

    def _tells_either(self, k: int) -> bool:
        """Whether "which" at item `k` may mean what was said or what it was said of: "A reduces B, which blocks C"."""
        following = self.items[k + 1].verb if self.reader.kind(k + 1) == "V" else ""
        return self.reader.kind(k - 1) == "," and following in _STOPPING and self._lessened(k)

    def _event(self) -> list[Arg]:
        """What a verb did, as a subject: its object with the verb's sign; who binds, where it binds."""
        verb = self.verb
        if verb is None or verb.group == "binding":
            return list(self.main[-1] or []) if self.main else []
        return [a._replace(sign=a.sign * verb.sign) for a in self.object]

    def _listed_examples(self, k: int) -> bool:
        """Whether what stands before item `k` is a list of examples, so that "which" may mean what they are of."""
        for item in reversed(self.items[:k]):
            if item.kind == "E":
                return True
            if item.kind not in ("N", ",", "C"):
                return False
        return False

    def _singular(self, k: int) -> bool:
        """Whether the verb group at `k` has the -s of one subject: "A, B and C, which activates D"."""
        if self.reader.kind(k) != "V":
            return False
        item = self.items[k]
        first = next((t for t in self.tokens[item.low : item.high] if t.tag != "A"), self.tokens[item.low])
        return first.low in ("is", "was", "has") or (first.tag == "V" and lexis.KINDS[first.low] == {"s"})

    def _new_subject(self, group: Group) -> None:
        self.subject = group.args
        self.verb = None
        self.subject_units = group.units
        self.effect_subject = group if group.on else None
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

    def _verb_at(self, k: int) -> int:
        """Read the verb group at item `k` with what it governs; returns the item after that."""
        item = self.items[k]
        reader = self.reader
        before = reader.kind(k - 1)
        form = item.form
        if item.hedged:
            self.hedged = True
        if before == "C" and item.base:
            item.negated |= self.denied
        if before == "C" and self.denied and item.verb in ("result", "lead"):
            # "cannot be completed and will result in Y": what is not done leads there
            item.negated = True
        if form == "fin":
            self.denied = item.negated
        if form == "ing":
            return self._participle(k, before)
        if form == "ed" and not item.passive:
            if before == "C" and self.last_passive and self.patient:
                return self._passive(k, list(self.patient), "passive")
            by = reader.kind(k + 1) == "P" and reader.word(k + 1) == "by"
            if by and before == "N":
                # the nearest noun, with the sign that "loss of" gives it
                names = {a.name for a in reader.last}
                self.near = [a for a in self.near if a.name in names] or reader.last
            if by or not self._acts_in_past(k, before):
                return self._passive(k, list(self.near), "reduced passive" if by else "")
            return self._active(k, self.subject, self.pattern or "active")
        subject = self.subject
        if form == "inf":
            item.negated |= k > 0 and self.denied
            if before == "N" and reader.word(k - 2) == "of" and reader.kind(k - 3) == "N":
                able = self.items[k - 3]
                if self.tokens[able.high - 1].low in ("ability", "capacity"):
                    self.subject = list(reader.last)
                    return self._active(k, self.subject, "to V")
            if self.raising and before == "N" and self.object and self.tokens[item.low].low == "to":
                return self._active(k, list(self.object), "object to V")
            if item.passive:
                return self._passive(k, [] if self.pattern == "this" else subject, "passive")
            if k and self.items[k - 1].verb == "use" and self.items[k - 1].form == "ed":
                # "B blocks used to build C": the user is not named
                return self._active(k, list(self.near), "to V")
            if self.last_passive and self.agents and not lexis.SENSES.get(self.main_verb, ()):
                # "A is characterized by B to make C"
                return self._active(k, self.agents, "to V")
            return self._active(k, subject, "to V")
        if item.verb == "be" or item.verb == "":
            return self._copula(k)
        if item.passive:
            effect = self.effect_subject
            if effect is not None and subject is effect.args:
                # "the effect of A on B is mediated by C" is about B
                subject = list(effect.on)
            if self.pattern in ("clause, which", "this"):
                # what was said is nothing that can be acted on
                subject = []
            return self._passive(k, subject, "passive")
        pattern = self.pattern or ("coordinated verb" if before in ("C", ",") and self.verb is not None else "active")
        return self._active(k, subject, pattern)

    def _acts_in_past(self, k: int, before: str) -> bool:
        return (
            before in ("N", "R", "C", ",")
            and not (before == "N" and self.items[k].verb == "associate")
            and (self.reader.kind(k + 1) == "N" or self._has_preposition(k))
            and bool(self.subject)
            and (self.verb is None or before in ("C", "R"))
        )


def read(tokens: list[Token], items: list[Item], memory: Memory) -> list[Edge]:
    """The arrows that one sentence states."""
    return Walker(tokens, items, memory).run()
