"""One noun phrase with its "of", "in", "through": "loss of A", "a decrease in A", "the activity of A", "signals through A-B".

What the noun says of the name after it turns that name's sign: "loss of A" is less A.  Edges: "the A inhibition of B"
gives A - B, "the anti-B effect of A" A - B, "the A-B conversion" and "the A-B interaction" A 0 B, "the B inhibitor A" A - B.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.groups.attachments import attach, effect_on
from sitegen.relations.groups.joining import is_harm, is_process
from sitegen.relations.lexis import Effect
from sitegen.relations.names.chains import chain_of
from sitegen.relations.names.name import Name
from sitegen.relations.names.symbols import DASH, RESIDUE, has_ending, shaped
from sitegen.relations.phrases.phrase import Phrase

if TYPE_CHECKING:
    from sitegen.relations.groups.noun_groups import NounGroups

_AGENTIVE = frozenset(
    {"activation", "inhibition", "breakdown", "repression", "phosphorylation", "dephosphorylation", "regulation"}
)
"""Groups of nouns that a name before them acts by: "A inhibition of B"; "A expression of B" says no such thing."""
_DEEPEST = 4
_ANTI = "anti-"
_NUMBER = "number"
_TO_A = Effect("conversion", 0, "conversion")
_MADE = Effect("conversion", 1, "production")


def read_unit(nouns: NounGroups, k: int, depth: int = 0) -> tuple[Group, int]:
    """The noun phrase at chunk `k` with what hangs on it, and the chunk after that; edges of nouns are noted on the way."""
    at = nouns.chunked
    phrase = at.phrase(k)
    effect = phrase.effect
    own = list(phrase.args)
    if effect is not None and len(own) == 1:
        if effect.group == "conversion":
            own = _turned(nouns, own)
        elif effect.group == "binding" and phrase.head in lexis.TWO_SIDED_NOUNS:
            own = _bound(nouns, own, effect)
    group = Group(own, effect, phrase.plural_class)
    k += 1
    if not phrase.states:
        kind = at.kind(k)
        if kind != "P" and kind != "K":
            # nothing hangs on it
            return group, k
    group.bearer = phrase.bearer
    group.acted = bool(phrase.agents)
    if phrase.chain:
        nouns.chain(phrase.chain)
        nouns.chains[phrase.names[0].text] = phrase.chain
    if depth > _DEEPEST:
        return group, k
    return _Unit(nouns, phrase, group, own, k, depth).read()


def _turned(nouns: NounGroups, own: list[Arg]) -> list[Arg]:
    """What "the A–B conversion" makes of A, with the arrow to it."""
    parts = [p for p in DASH.split(own[0].name.text) if p != "to"]
    if (
        len(parts) != 2
        or " " in own[0].name.text
        or not all(shaped(p) or p.lower() in lexis.CHEMICALS or has_ending(p.lower()) for p in parts)
    ):
        return own
    made = Arg(Name(parts[1], "chemical"), effect=_MADE, changed=True)
    nouns.edge(Arg(Name(parts[0], "chemical")), made, _TO_A, "noun of A to B")
    return [made]


def _bound(nouns: NounGroups, own: list[Arg], effect: Effect) -> list[Arg]:
    """The two names of "the A-B interaction", with the arrow between them."""
    parts = () if "/" in own[0].name.text else chain_of(own[0].name.text)
    if len(parts) != 2:
        return own
    one, other = (own[0]._replace(name=Name(part, "shape")) for part in parts)
    nouns.edge(one.itself(), other.itself(), effect, "noun between A and B")
    # what acts on their interaction is neither of them
    nouns.partners |= {(one.name.text, other.name.text), (other.name.text, one.name.text)}
    return [one, other]


def _is_part(head: str, own: list[Arg], whole: str, of: list[Arg]) -> bool:
    """Whether a noun names a part of what its "of" names, as "glycine" does of a protein."""
    if head in lexis.ACIDS_OF_PROTEINS_NOUNS:
        return len(of) == 1 and shaped(of[0].name.text)
    if head in lexis.PARTS:
        return not (own and head in lexis.SAYING_PARTS_NOUNS)
    return not own and RESIDUE.fullmatch(whole.replace(" ", "").capitalize()) is not None


class _Unit:
    """A noun phrase while what hangs on it is read: `own` is what the phrase names, `theme` what its "of" or "in" names.

    `k` is the chunk after what has been read, `noun` what the phrase says of a name.
    """

    __slots__ = ("at", "depth", "group", "head", "k", "noun", "nouns", "own", "phrase", "theme")

    def __init__(self, nouns: NounGroups, phrase: Phrase, group: Group, own: list[Arg], k: int, depth: int) -> None:
        self.nouns = nouns
        self.at = nouns.chunked
        self.phrase = phrase
        self.group = group
        self.own = own
        self.theme: list[Arg] | None = None
        self.k = k
        self.depth = depth
        self.head = phrase.head
        self.noun = phrase.effect or phrase.bearer

    def read(self) -> tuple[Group, int]:
        """The whole unit, and the chunk after it."""
        phrase, group = self.phrase, self.group
        word = self._preposition()
        if word == "to" and self.own and phrase.effect is None:
            if self._turned_to():
                return group, self.k
            self._willing()
            word = self._preposition()
        if word == "of" or (word == "for" and phrase.bearer is not None and not self.own):
            self._of()
            word = self._preposition()
        if word and self.theme is None and not self.own and self.head in lexis.CHAIN and word in lexis.THROUGH_WORDS:
            self._through()
            word = self._preposition()
        if word and self.head in lexis.EFFECT_ON and (word in lexis.UPON_WHAT_WORDS or word == "with"):
            return effect_on(self.nouns, self.k, phrase, self.theme or self.own, group, self.depth)
        if word and self.theme is None and self._takes(word):
            if self._of_level():
                return group, self.k
            self._in()
        # what hangs on the noun may change the list of what it stands for, but not that of what it names
        args = self.theme if self.theme is not None else self.own or []
        self._state(args)
        if phrase.effect is not None:
            self.k = attach(self.nouns, self.k, phrase, phrase.effect, group, self.own, args, self.depth)
        group.args = args
        if group.bearer is not None:
            self._bear(group.bearer)
        return group, self.k

    def _turned_to(self) -> bool:
        """ "A to B conversion"."""
        to = self.at.phrase(self.k + 1)
        if to.effect is None or to.effect.group != "conversion" or not to.names or self.at.word(self.k + 2) == "of":
            return False
        for a in self.own:
            for b in to.args:
                self.nouns.edge(a, b.itself(), _TO_A, "noun of A to B")
        self.group.args = [Arg(b.name, 1, _MADE, changed=True) for b in to.args]
        self.k += 2
        return True

    def _willing(self) -> None:
        """ "Sensitivity to A" is one name."""
        own = self.own[0]
        if self.head not in lexis.WILLING_TO_NOUNS or own.name.kind not in ("bare", "process"):
            return
        to = self.at.phrase(self.k + 1)
        words = to.whole.split()
        while len(words) > 1 and words[0].lower() in lexis.SMALL:
            words = words[1:]
        inner, after = self._group(self.k + 1, inner=True)
        if to.hollow and inner.args:
            words = [inner.args[0].name.text]  # "sensitivity to levels of A"
        if (
            self.at.kind(after) == "V"
            and self.at.chunks[after].form == "ing"
            and self.at.chunks[after].verb not in lexis.OUTCOME_VERBS
        ):
            self.own = []  # "resistance to DNA damaging agents"
        elif inner.args and len(words) < 5:
            self.own = [own._replace(name=Name(f"{own.name.text} to {' '.join(words)}", "process"))]
        self.group.args = self.own
        self.k = after

    def _preposition(self) -> str:
        """The small word at `k` where a noun phrase hangs on it."""
        return self.at.word(self.k) if self.at.kind(self.k) == "P" and self.at.kind(self.k + 1) == "N" else ""

    def _group(self, k: int, inner: bool = False) -> tuple[Group, int]:
        return self.nouns.group(k, inner=inner, depth=self.depth + 1)

    def _of(self) -> None:
        """What "of" names, and what the phrase says of it."""
        phrase, head, own = self.phrase, self.head, self.own
        inner, after = self._group(self.k + 1, inner=True)
        while self.at.kind(after) == "C" and self.at.word(after + 1) == "of" and self.at.kind(after + 2) == "N" and inner.args:
            # "activation of A and of B"
            more, after = self._group(after + 2, inner=True)
            inner.args = [*inner.args, *more.args]
        self.nouns.serial += 1
        if head in lexis.TURNING_NOUNS and len(inner.args) == 1 and not own and chain_of(inner.args[0].name.text):
            inner.args = _turned(self.nouns, inner.args)  # "conversion of A-B"
        if inner.args and (self.noun is not None or phrase.hollow):
            self._of_noun(inner)
        elif head in lexis.MENDING_NOUNS and inner.args and all(map(is_harm, inner.args)):
            self.theme = [a.turned(-phrase.sign, changed=True) for a in inner.args]
        elif inner.args and own and own[0].name.kind == "process" and head in lexis.EFFECTS:
            # "T cell production of X" is about X
            effect = lexis.EFFECTS[head]
            turn = effect.sign or 1
            self.theme = [Arg(a.name, a.sign * turn, effect, a.chain, a.unsigned, True) for a in inner.args]
        elif (
            inner.args
            and own
            and own[0].name.kind == "shape"
            and head in lexis.ACTIVITIES_NOUNS
            and self.at.phrase(self.k + 1).head in lexis.ASSEMBLIES_NOUNS
        ):
            pass  # "the GAX activity of the destruction complex" is GAX's
        elif inner.args and (head in lexis.ACTIVITIES_NOUNS or _is_part(head, own, phrase.whole, inner.args)):
            # "the GAP activity of A" is A's
            self.theme = [a.turned(phrase.sign).doubtful(phrase.unsigned) for a in inner.args]
        elif len(inner.units) > 1 and head in lexis.TOLD_OF_NOUNS and all(a.name.kind == "shape" for a in inner.args):
            # "the antioxidant enzymes of A, B and C" are A, B and C
            self.theme = [a.turned(phrase.sign).doubtful(phrase.unsigned) for a in inner.args]
        elif not own and inner.args and head in lexis.ASSEMBLIES_NOUNS:
            self.theme = inner.args  # "a complex of A and B"
        elif head in lexis.MODIFIED and all(a.name.kind in ("unknown", "bare") for a in own):
            self._of_process(inner, after)
        self.k = after

    def _of_noun(self, inner: Group) -> None:
        """ "Loss of A", "an inhibitor of A", "levels of A": the noun is said of A, or of what stands before it."""
        phrase, group, own = self.phrase, self.group, self.own
        if phrase.bearer is not None and self._of_doers():
            # "the inhibitor of apoptosis family": named by what they do, of which only the examples are names
            self.theme = [a for a in inner.args if not is_process(a)]
            group.bearer, inner.args = None, self.theme
        elif own and own[0].name.kind in ("process", "bare"):
            pass  # "growth inhibition of X" is about growth
        else:
            self._part(inner)
            self.theme = self._changed(inner.args, phrase.effect is not None, over=True)
            if own and self.head in lexis.EFFECT_ON:
                self._oppose(inner.args)
            elif own and phrase.effect is not None and phrase.effect.group in _AGENTIVE:
                for agent in own:
                    for arg in inner.args:
                        self.nouns.edge(agent.itself(), arg, phrase.effect, "noun of agent")
        group.bare = False
        group.theme = inner.args if self.theme is not None else own

    def _of_doers(self) -> bool:
        """Whether the phrase after "of" is a process with "family" or the like after it."""
        of = self.at.phrase(self.k + 1)
        return of.head in lexis.DOERS_NOUNS and bool(of.names) and of.names[0].kind in ("process", "bare")

    def _part(self, inner: Group) -> None:
        """ "Loss of A and lipolysis": is there less lipolysis, or does it come of the loss?"""
        if self.phrase.sign < 0 and len(inner.units) > 1 and not self._is_process(self.k + 1):
            size = inner.units[0]
            inner.args = inner.args[:size] + [a.doubtful(is_process(a) and a.effect is None) for a in inner.args[size:]]

    def _is_process(self, k: int) -> bool:
        """Whether the phrase at chunk `k` is a process, what happens to a name, or an adjective: "hepatic and …"."""
        phrase = self.at.phrase(k)
        if " " not in phrase.whole and phrase.head.endswith(lexis.DESCRIBING_ENDINGS):
            return True
        return phrase.effect is not None or phrase.head in lexis.PROCESSES or phrase.head in lexis.MODIFIED

    def _changed(self, args: list[Arg], changed: bool, *, over: bool) -> list[Arg]:
        """Entities with what the phrase says of them; `over` where its noun stands over another one."""
        sign, effect, unsigned = self.phrase.sign, self.phrase.effect, self.phrase.unsigned
        return [
            Arg(
                a.name,
                a.sign * sign,
                (effect or a.effect) if over else (a.effect or effect),
                a.chain,
                a.unsigned or unsigned,
                a.changed or changed,
            )
            for a in args
        ]

    def _oppose(self, agents: list[Arg]) -> None:
        """ "The anti-X effect of A"."""
        for opposed in self.own:
            if opposed.name.text.lower().startswith(_ANTI):
                name = Arg(Name(opposed.name.text[len(_ANTI) :], opposed.name.kind))
                for agent in agents:
                    self.nouns.edge(agent, name, Effect("inhibition", -1), "anti-effect")

    def _of_process(self, inner: Group, after: int) -> None:
        """ "Activation of A", "growth of the hair": what a process that needs a word beside it is of."""
        if any(a.name.kind != "unknown" for a in inner.args):
            self.theme = [a.turned(self.phrase.sign) for a in inner.args]
            return
        of = self.at.phrase(self.k + 1)
        if (
            self.head not in lexis.EFFECTS
            and after == self.k + 2
            and len(of.whole.split()) < 5
            and of.head not in lexis.REJECTED
            and of.head not in lexis.CLASS
            and not (self.head == _NUMBER and of.head.endswith(lexis.CELLS_ENDINGS))
        ):
            self.own = [Arg(Name(f"{self.head} of {of.whole}", "process"), self.phrase.sign)]

    def _through(self) -> None:
        """ "Signals through A-B"; what acts on "the pathway downstream of A" does not act on A."""
        after = self.at.word(self.k) in lexis.ORDER_WORDS and (
            self.at.kind(self.k - 2) == "V" or self.at.word(self.k - 2) == "for"
        )
        inner, self.k = self._group(self.k + 1)
        if after:
            return
        self.theme = []
        for arg in inner.args:
            members = arg.chain or chain_of(arg.name.text)
            if members and not arg.chain:
                self.nouns.chain(members)
            self.theme.append(Arg(arg.name, arg.sign * self.phrase.sign, arg.effect, members, arg.unsigned, arg.changed))

    def _takes(self, word: str) -> bool:
        """Whether the noun takes its name after a preposition: "a decrease in A", "mutations in A", "infection with A"."""
        head = self.head
        unsigned = head in lexis.UNSIGNED
        if self.noun is None and not unsigned:
            return False
        return (
            (word in ("in", "on", "to") and head in lexis.WITH_IN)
            or (word == "in" and unsigned)
            or (word == "with" and head in lexis.WITH_WITH and not self.own)
        )

    def _of_level(self) -> bool:
        """ "Impairment of phosphorylation by X", of what "at the level of" named before."""
        at, effect = self.at, self.phrase.effect
        if not (at.phrase(self.k + 1).hollow and at.word(self.k + 2) == "by" and at.kind(self.k + 3) == "N"):
            return False
        if not self.nouns.level or effect is None:
            return False
        inner, self.k = self._group(self.k + 3)
        for agent in inner.args:
            for arg in self.nouns.level:
                self.nouns.edge(agent, arg, effect, "noun by agent")
        self.group.args = inner.args
        return True

    def _in(self) -> None:
        """ "A decrease in A" is less A."""
        inner, after = self._group(self.k + 1, inner=True)
        if inner.args:
            self.theme = self._changed(inner.args, True, over=False)
            self.group.theme = inner.args
            self.k = after

    def _state(self, args: list[Arg]) -> None:
        """ "The B inhibitor A", "A-induced B": what the phrase says by itself."""
        for object_ in self.phrase.on:
            for arg in self.own:
                if object_.effect.group == "inverse":
                    self.nouns.edge(Arg(object_.name), arg.itself(), object_.effect, "target by name")
                else:
                    self.nouns.edge(arg.itself(), Arg(object_.name), object_.effect, "inhibitor by name")
        for acting in self.phrase.agents:
            for arg in args:
                self.nouns.acts(acting.name, acting.effect, arg)

    def _bear(self, bearer: Effect) -> None:
        """What "inhibitor" or "target" makes of the names around it."""
        group, theme = self.group, self.theme
        sign = bearer.sign if bearer.sign else 1
        if theme is None:
            if self.own and self.own[0].name.kind in ("class", "unknown") and self.head in lexis.MEDIATORS_NOUNS:
                group.args = []  # "A is a blood-borne lipid mediator"
            elif self.own and self.phrase.sign == 1:
                # "JNK inhibitor SP600125" is read by the phrase; a bare "JNK inhibitors" is less JNK
                group.args = [a.turned(sign, changed=True) for a in self.own]
                group.theme = self.own
        elif bearer.group in ("inverse", "binding"):
            # "targets of X", "ligands of X" are not X
            group.args = []
        else:
            group.args = [a.turned(sign, changed=True) for a in theme]
