"""Noun phrases joined: coordination ("A, B and C") and examples ("such as A")."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.args import Arg, Group
from sitegen.relations.nominals import Nominals
from sitegen.relations.shapes import chain_of


class Reader(Nominals):
    """Reads groups out of one sentence's items."""

    def group(self, k: int, *, commas: bool = True, inner: bool = False, depth: int = 0, free: bool = False) -> tuple[Group, int]:
        """The coordinated noun phrases from item `k`; `inner` stops where a sibling with its own "of" begins."""
        serial = self.serial
        agents = self.phrase(k).agents
        acting = [a for a in agents if a.effect.group != "object"] if agents else agents
        group, k = self.unit(k, depth)
        if serial == self.serial:
            self.last = group.args
        if not group.args and self.kind(k) == "," and self.kind(k + 1) == "N" and self._names_class(k - 1, k + 1):
            # "the small GTPase, RAS"
            group, k = self.unit(k + 1, depth)
        group.units.append(len(group.args))
        kind = self.kind(k)
        if kind != "," and kind != "C" and kind != "E":
            return group, k
        seen_and = False
        first_effect = group.effect
        while True:
            step = k
            if self.kind(step) == "," and self.kind(step + 1) == "E":
                step += 1
            if self.kind(step) == "E":
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
                    group.args = [
                        *named,
                        *(a._replace(sign=a.sign * sign, effect=a.effect or effect) for a in members.args),
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
            if inner and sibling.effect and sibling.effect.sign < 0 and sibling.names and self.word(step + 1) != "of":
                return group, k
            other, after = self.unit(step, depth)
            seen_and = seen_and or joined
            size = len(group.args)
            self._join(group, other, comma, joined)
            if acting and not sibling.agents and group.args:
                # "A-induced apoptosis and cell death", "A-induced B release and C production"
                process = group.args[0].name.kind == "process"
                for arg in other.args:
                    if arg.name.kind == "process" if process else (arg.effect is not None and first_effect is not None):
                        for agent in acting:
                            self._edge(Arg(agent.name), arg, agent.effect, "name-induced")
            if serial == self.serial:
                self.last = group.args
            if self.phrase(step).chained and (self.phrase(step).plural_class or group.args[0].name.text.count("/") > 1):
                self._chains(group)
            group.units.append(len(group.args) - size)
            k = after

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

    def _join(self, group: Group, other: Group, comma: bool, joined: bool) -> None:
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
            and group.args[0].changed
            and group.effect is None
            and other.bare
            and other.args
            and not other.args[0].changed
        ):
            other.args = [a._replace(sign=a.sign * group.args[0].sign) for a in other.args]
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

    def heads_clause(self, k: int) -> bool:
        """Whether the noun phrase at `k`, or the list that it opens, stands before a finite verb."""
        j = k + 1
        while self.kind(j) in ("P", "C") and self.kind(j + 1) == "N":
            j += 2
        return self.finite_at(j) and self.items[j].form == "fin"
