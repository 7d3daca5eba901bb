"""Noun phrases joined: coordination ("A, B and C") and examples ("such as A")."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.groups.arguments import Arg, Group
from sitegen.relations.groups.units import Nominals
from sitegen.relations.phrases.phrase import Phrase
from sitegen.relations.names.symbols import chain_of

_LONGEST_LIST = 100  # items; nobody reads a longer one to its end
_LATER = frozenset(
    {"ultimately", "finally", "subsequently", "eventually", "consequently", "subsequent", "eventual", "ultimate", "consequent"}
)
_SIGNALING = frozenset({"signaling", "signalling"})
_THIRD = frozenset({"s"})


class Reader(Nominals):
    """Reads groups out of one sentence's items."""

    def group(self, k: int, *, commas: bool = True, inner: bool = False, depth: int = 0, free: bool = False) -> tuple[Group, int]:
        """The coordinated noun phrases from item `k`; `inner` stops where a sibling with its own "of" begins."""
        serial = self.serial
        opening = self.phrase(k)
        agents = opening.agents
        acting = [a for a in agents if a.effect.group != "object"] if agents else agents
        group, k = self.unit(k, depth)
        if serial == self.serial:
            self.last = group.args
        if not group.args and self.kind(k) == "," and self.kind(k + 1) == "N" and self._names_class(k - 1, k + 1):
            # "the small GTPase, RAS"
            group, k = self.unit(k + 1, depth)
        elif group.bearer is not None and self.kind(k) == "," and self.kind(k + 1) == "N" and self.kind(k + 2) == ",":
            k = self._called(k, group, opening)
        elif not group.args and agents and not opening.names and self.kind(k) in (",", "C"):
            # "A-induced and B-mediated growth"
            step = k + 1 + (self.kind(k) == "," and self.kind(k + 1) == "C")
            if self.kind(step) == "N" and self.phrase(step).agents:
                group, k = self.group(step, commas=commas, inner=inner, depth=depth + 1, free=free)
                for agent in agents:
                    for arg in group.args:
                        self._edge(Arg(agent.name), arg, agent.effect, "name-induced", swap=agent.effect.group == "object")
                return group, k
        group.units.append(len(group.args))
        kind = self.kind(k)
        if kind != "," and kind != "C" and kind != "E":
            return group, k
        told = opening.head[-1:] == "s" and self.tokens[self.items[k - 1].low].low in ("the", "its", "these")
        seen_and = False
        first_effect = group.effect
        while True:
            step = k
            if self.kind(step) == "," and self.kind(step + 1) == "E":
                step += 1
            if self.kind(step) == "E":
                if inner and self.kind(step + 1) == "N" and self.phrase(step + 1).effect:
                    # "loss of A signaling, including reduced B": an example of the loss
                    return group, k
                members, after = (
                    self.group(step + 1, depth=depth + 1, free=True)
                    if self.kind(step + 1) == "N" and depth < 4
                    else (Group([]), step + 1)
                )
                if members.args:
                    named = [
                        a
                        for a in group.args
                        if a.name.kind in ("shape", "cap", "chemical", "index")
                        and a.name.text.rsplit(" ", 1)[-1].lower() not in lexis.CLASSES
                    ]
                    sign = group.args[0].sign if group.args else 1
                    effect = group.args[0].effect if group.args else group.effect
                    unsigned = group.args[0].unsigned if group.args else opening.unsigned
                    group.args = [
                        *named,
                        *(
                            a
                            if a.changed and sign < 0
                            # "reduced signaling, including less A": how A changes is said
                            else a._replace(sign=a.sign * sign, effect=a.effect or effect, unsigned=a.unsigned or unsigned)
                            for a in members.args
                        ),
                    ]
                    group.bare = False
                    k = after
                    if self.kind(k) == "," and self.kind(k + 1) == "V" and self.items[k + 1].form == "fin":
                        k += 1
                    continue
                return group, k
            comma = self.kind(step) == ","
            if comma:
                step += 1
            joined = self.kind(step) == "C" and self.word(step) not in ("but", "then", "yet")
            if joined:
                step += 1
                if self.kind(step) == "E":
                    step += 1
            if (
                not (comma or joined)
                or self.kind(step) != "N"
                or depth > 4
                or (seen_and and not joined and not (self.phrase(k - 1).plural_class and self._list_ahead(step)))
            ):
                return group, k
            if comma and not joined and not (commas and (free or self._list_ahead(step))):
                return group, k
            if comma and not joined and self.tokens[self.items[step].low].low in ("a", "an") and not self._ends_in_and(step):
                return group, k
            if self._opens_clause(step, depth, joined):
                return group, k
            sibling = self.phrase(step)
            if (
                inner
                and (sibling.effect or sibling.bearer or sibling.head in lexis.EFFECTS)
                and (self.word(step + 1) in ("of", "in") or (not sibling.names and not self._nameless(step)))
            ):
                return group, k
            if inner and joined and self._comes_later(step):
                # "loss of A and ultimately B"
                return group, k
            if inner and sibling.names and self.word(step + 1) != "of" and sibling.sign < 0:
                # "inhibition of A or reduced B", "activation of A and B loss"
                return group, k
            other, after = self.unit(step, depth)
            seen_and = seen_and or joined
            size = len(group.args)
            self._join(group, other, comma, joined, k - 1, told)
            if acting and not sibling.agents and group.args:
                # "A-induced apoptosis and cell death", "A-induced B release and C production"
                process = group.args[0].name.kind == "process"
                for arg in other.args:
                    if arg.name.kind == "process" if process else (arg.effect is not None and first_effect is not None):
                        for agent in acting:
                            self._edge(Arg(agent.name), arg, agent.effect, "name-induced")
            if serial == self.serial:
                self.last = group.args
            several = sibling.plural_class or sibling.head in _SIGNALING or len(sibling.chain) > 1
            if sibling.chained and (several or group.args[0].name.text.count("/") > 1):
                self._chains(group)
            group.units.append(len(group.args) - size)
            k = after

    def _called(self, k: int, group: Group, opening: Phrase) -> int:
        """ "The ERX inhibitor, PDX9, blocks": the name between the commas is what is meant, and acts on ERX."""
        named = self.phrase(k + 1)
        words = self.tokens[self.items[k + 1].low].low
        if opening.head[-1:] == "s" or len(named.names) != 1 or named.bearer is not None or words in ("a", "an"):
            return k
        effect = opening.bearer
        if effect is None or effect.group == "inverse" or not group.theme or not self.finite_at(k + 3):
            return k
        for arg in group.theme:
            self._edge(Arg(named.names[0]), arg, effect, "appositive")
        group.args, group.bearer, group.theme = list(named.args), None, ()
        return k + 3

    def _names_class(self, k: int, after: int) -> bool:
        """Whether the phrase at `k` is "the" and a class noun, named by the lone phrase at `after`."""
        item = self.items[k]
        return (
            self.kind(k) == "N"
            and self.tokens[item.low].low in ("the", "its")
            and self.phrase(k).head in lexis.CLASS
            and self.kind(after + 1) not in ("C", "P")
            and bool(self.phrase(after).names)
        )

    def _chains(self, group: Group) -> None:
        """ "The A/B, C/D and E pathways": what "pathways" says holds for every member of the list."""
        for i, arg in enumerate(group.args):
            members = () if arg.chain else chain_of(arg.name.text)
            if members:
                group.args[i] = arg._replace(chain=members)
                self.chain(members)
                self.chains[arg.name.text] = members

    def _nameless(self, k: int) -> bool:
        return False

    def _comes_later(self, k: int) -> bool:
        """Whether the phrase at `k` is told as what follows: "and ultimately B", "and subsequent B"."""
        low = self.items[k].low
        return self.tokens[low].low in _LATER or (low > 0 and self.tokens[low - 1].low in _LATER)

    def _spread(self, k: int) -> Phrase | None:
        """The phrase at `k` where what is said of its name holds for the next one too: "reduced A and B signaling"."""
        if self.kind(k) != "N":
            return None
        phrase = self.phrase(k)
        alone = phrase.signed and phrase.effect is None and phrase.bearer is None and bool(phrase.names)
        return phrase if alone and phrase.head not in lexis.TRANSPARENT else None

    def _join(self, group: Group, other: Group, comma: bool, joined: bool, k: int, told: bool) -> None:
        if (
            joined
            and not comma
            and other.bearer is not None
            and other.bearer.sign < 0
            and other.plural_class
            and len(group.args) == 1 == len(other.args)
            and group.bare
            and group.bearer is None
            and group.effect is None
            and not group.args[0].changed
            and group.args[0].name.kind == other.args[0].name.kind == "shape"
        ):
            # "EGFX and MEX inhibitors"
            group.args = [group.args[0]._replace(sign=-group.args[0].sign, changed=True)]
        if (
            not joined
            and len(group.args) == 1
            and group.args[0].name.kind == "class"
            and group.args[0].name.text[-1:] == "s"
            and other.args
            and all(a.name.kind == "shape" for a in other.args)
        ):
            # "glutamine transporters, SLX1 and SLX5": the class only says what these are
            sign = group.args[0].sign
            group.args = [a._replace(sign=a.sign * sign, effect=a.effect or group.args[0].effect) for a in other.args]
            group.plural_class = other.plural_class
            return
        if comma and not joined and told and group.bearer is not None and group.theme and other.args and not other.bearer:
            # "the A inhibitors, B and C": B and C are the inhibitors
            group.args, group.bearer, group.theme = list(other.args), None, ()
            return
        if other.effect and not other.theme and other.args and group.bare and group.effect is None:
            group.args = [
                a
                if a.effect or a.changed
                else a._replace(sign=a.sign * other.args[0].sign if not a.changed else a.sign, effect=other.effect)
                for a in group.args
            ]
        if (
            group.args
            and group.bearer is None
            and group.effect is None
            and other.bare
            and other.args
            and not other.args[0].changed
        ):
            before = self._spread(k)
            if before is not None or group.args[0].changed:
                sign = group.args[0].sign if before is None else before.sign
                other.args = [a._replace(sign=a.sign * sign, changed=a.changed or before is not None) for a in other.args]
        group.args += [a for a in other.args if all(a.name.text != b.name.text for b in group.args)]
        group.bare = group.bare and other.bare
        group.plural_class = other.plural_class
        group.effect = group.effect or other.effect

    def _list_ahead(self, k: int) -> bool:
        """Whether noun phrases and commas lead on to an "and" within the list."""
        for j in range(k, min(k + 24, len(self.items))):
            kind = self.kind(j)
            if kind == "C":
                return self.kind(j + 1) == "N" and (
                    self.leading or j - k > 1 or not (self.finite_at(j + 2) and self.kind(j - 1) != ",")
                )
            if kind == "N" or kind == ",":
                continue
            if kind == "P" and self.word(j) == "of":
                continue
            return False
        return all(self.kind(j) in ("N", ",") for j in range(k, len(self.items)))

    def _ends_in_and(self, k: int) -> bool:
        """Whether an "and" joins a last member to the list after item `k`."""
        if self.word(k + 1) == "of":
            return False  # "A, an intermediate of B and C"
        for j in range(k + 1, min(k + 16, len(self.items))):
            kind = self.kind(j)
            if kind == "C" and self.kind(j + 1) == "N":
                return True
            if kind not in ("N", ",", "P"):
                return False
        return False

    def _opens_clause(self, k: int, depth: int, joined: bool) -> bool:
        """Whether the noun phrase at `k` is the subject of a clause of its own, seen from an object's list."""
        return self.in_object and self.heads_clause(k)

    def _third_person(self, k: int) -> bool:
        """Whether the verb at `k` says by its -s that its subject is one."""
        item = self.items[k]
        token = self.tokens[item.high - 1]
        return item.high - item.low == 1 and token.tag == "V" and lexis.KINDS[token.low] == _THIRD

    def heads_clause(self, k: int) -> bool:
        """Whether the noun phrase at `k`, or the list that it opens, stands before a finite verb."""
        j, end = k + 1, k + _LONGEST_LIST
        while j < end and self.kind(j) in ("P", "C") and self.kind(j + 1) == "N":
            if self.kind(j) == "C" and self.kind(j + 2) == "V" and self._third_person(j + 2):
                # "binds to A and B and C binds to D"
                return False
            j += 2
        if self.kind(j) == "," and self.kind(j + 1) == "V" and self.items[j + 1].form == "ed" and self.word(j + 2) == "by":
            # "A activates B and C, controlled by D, allows E"
            j += 4
            while self.kind(j) == "P" and self.kind(j + 1) == "N":
                j += 2
            return self.kind(j) == "," and self.finite_at(j + 1) and self.items[j + 1].form == "fin"
        return self.finite_at(j) and self.items[j].form == "fin"
