"""WikiPathways' GPML, 2013a and 2021: lines with arrowheads become relations.

What the picture leaves open is decided here so:

- A line without an arrowhead states no direction and gives no relation; one with heads at both ends gives two.
- `Arrow` and `Directed` are a relation without a sign (`other`); between two metabolites they are a conversion.
- A line to or from a complex is one to or from the complex, named by its label or its members joined by `:`.
  Any other group stands for each of its members; a labelled one of more than FAN_OUT for itself.
- A line that ends at an anchor acts on the reaction there: the relation goes to the reaction's product.  An enzyme
  that catalyses A → B is enzyme → B, a conversion with the sign +; what inhibits an inhibition of B has the sign +.
  What makes an unknown reaction's product acts on that product, too.
- A line that starts at an anchor branches off: its relation comes from what the reaction comes from, whether its
  product is known or not; of a line without an arrowhead, from the nodes that it joins.
- A line at a state (the P of a phosphorylation) is one at the node that has the state; an unsigned or positive one
  at a state `P` is a phosphorylation.
- A line between two groups without names gives nothing where it would say more than FAN_OUT² relations: nobody
  could tell them apart, and a diagram would show no other line.
- Lines whose ends are loose, or attached to shapes without text, give nothing, nor does a line between two nodes of
  one name.  Each reason is one warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from sitegen.model.interaction import parse_interaction
from sitegen.model.relation import Polarity, Relation, RelationType
from sitegen.networks.arrows import CATALYSIS, Meaning, head_meaning
from sitegen.networks.gpml_xml import Drawing, Group, Line, parse_gpml
from sitegen.networks.source import Reading, clean
from sitegen.problems import Problem

FAN_OUT = 12
_CROWD = FAN_OUT * FAN_OUT
_MAX_CHAIN = 8  # anchors on lines that end at anchors on lines …
_UNDIRECTED = "left out: without an arrowhead they state no direction"
_LOOSE = "left out: an end is attached to nothing that has a name"
_UNKNOWN = "left out: they are attached to a line of which an end or the direction is not known"
_SAME = "left out: both ends have the same name"
_CROWDED = "left out: they join groups with too many members"
_HINTS = {
    _UNKNOWN: "Give the other line an arrowhead and attach both its ends to a node.",
    _SAME: "Name the two nodes apart, or attach both ends to one of them.",
    _CROWDED: "Give the groups names: a large group that has one stands for itself.",
}
_PHOSPHATE = frozenset({"p", "phospho", "phosphorylation", "phosphorylated", "+p"})


class Step(NamedTuple):
    """What one direction of a line says: every source acts on every target; those of an end that is loose are none."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    type: RelationType
    polarity: Polarity
    hedged: bool = False


def read_gpml(path: str, data: bytes | str) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """The relations of a GPML file and its faults, in the order of its lines."""
    drawing = parse_gpml(path, data)
    if isinstance(drawing, Problem):
        return (), (drawing,)
    reading = Reading(path, "gpml")
    pathway = _Pathway(drawing)
    for index, line in enumerate(drawing.lines):
        steps = [step for step in pathway.steps(index) if step.sources and step.targets]
        silence = _add(reading, line, steps) if steps else pathway.silence(line)
        if silence:
            reading.leave_out(silence, line.number, _HINTS.get(silence, ""))
        if reading.full:
            break
    return reading.result()


def _add(reading: Reading, line: Line, steps: Iterable[Step]) -> str:
    """Adds what a line says; why it says nothing, where it does not."""
    itself = line.start == line.end
    silence = _SAME
    for step in steps:
        if len(step.sources) * len(step.targets) > _CROWD:
            silence = _CROWDED
            continue
        for source, target in product(step.sources, step.targets):
            if source != target or itself:
                reading.add(source, target, step.type, step.polarity, hedged=step.hedged,
                            evidence=line.comment, line=line.number)
                silence = ""
    return silence


class _Pathway:
    """A drawing with its references resolved."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._steps: dict[int, tuple[Step, ...]] = {}
        self._named: dict[str, tuple[str, ...]] = {}
        self._origins: dict[str, tuple[str, ...]] = {}

    def steps(self, index: int, depth: int = 0) -> tuple[Step, ...]:
        """What a line says; nothing while it is being worked out (lines can be anchored in a ring)."""
        if index not in self._steps:
            if depth > _MAX_CHAIN:
                return ()
            self._steps[index] = ()
            self._steps[index] = tuple(dict.fromkeys(self._read(self._drawing.lines[index], depth)))
        return self._steps[index]

    def silence(self, line: Line) -> str:
        """Why a line without steps says nothing."""
        if head_meaning(line.start_head) is None and head_meaning(line.end_head) is None:
            return _UNDIRECTED
        loose = any(end not in self._drawing.anchors and not self._names(end) for end in (line.start, line.end))
        return _LOOSE if loose else _UNKNOWN

    def _read(self, line: Line, depth: int) -> Iterator[Step]:
        for source, target, head in ((line.start, line.end, line.end_head), (line.end, line.start, line.start_head)):
            meaning = head_meaning(head)
            if meaning is None:
                continue
            sources = self._sources(source, depth)
            note = parse_interaction(line.note)
            if target in self._drawing.anchors:
                yield from self._on_reaction(sources, target, head, meaning, depth)
                continue
            targets = self._names(target)
            if not targets:
                continue
            if note is not None:
                yield Step(sources, targets, *note)
            else:
                yield Step(sources, targets, *self._meaning(source, target, head, meaning))

    def _meaning(self, source: str, target: str, head: str, meaning: Meaning) -> Meaning:
        drawing = self._drawing
        if target in drawing.states and meaning[1] != "-":
            if drawing.states[target][1].casefold() in _PHOSPHATE:
                return "phosphorylation", "0"
        elif head.strip().casefold() in ("arrow", "directed"):
            ends = [drawing.nodes.get(end) for end in (source, target)]
            if all(node is not None and node.kind == "metabolite" for node in ends):
                return "conversion", "0"
        return meaning

    def _on_reaction(self, sources: tuple[str, ...], anchor: str, head: str, meaning: Meaning, depth: int) -> Iterator[Step]:
        """The source acts on the products of the reaction that the anchor is on."""
        for step in self.steps(self._drawing.anchors[anchor], depth + 1):
            if meaning[0] == "conversion":  # a second substrate
                yield Step(sources, step.targets, "conversion", "0")
            else:
                yield Step(sources, step.targets, *_through(head, meaning, step))

    def _sources(self, ref: str, depth: int) -> tuple[str, ...]:
        """The names that an end of a line stands for; at an anchor, what the reaction there comes from."""
        if ref not in self._drawing.anchors:
            return self._names(ref)
        if ref not in self._origins:
            if depth > _MAX_CHAIN:
                return ()
            self._origins[ref] = ()
            found = dict.fromkeys(self._origin(self._drawing.anchors[ref], depth + 1))
            self._origins[ref] = tuple(found)[: _CROWD + 1]
        return self._origins[ref]

    def _origin(self, index: int, depth: int) -> Iterator[str]:
        line = self._drawing.lines[index]
        forward, back = head_meaning(line.end_head), head_meaning(line.start_head)
        if forward is None and back is None:
            joined = [end for end in (line.start, line.end) if self._names(end)]
            for end in joined or (line.start,):
                yield from self._sources(end, depth)
            return
        if forward is not None:
            yield from self._sources(line.start, depth)
        if back is not None:
            yield from self._sources(line.end, depth)
        for step in self.steps(index, depth):
            if step.type == "binding":
                yield from step.targets

    def _names(self, ref: str) -> tuple[str, ...]:
        """The names that an end of a line stands for; none where it is attached to nothing that has one."""
        drawing = self._drawing
        if ref in drawing.states:
            ref = drawing.states[ref][0]
        if ref in drawing.nodes:
            return (drawing.nodes[ref].label,)
        if ref not in self._named:
            group = drawing.groups.get(ref)
            self._named[ref] = self._group_names(ref, group) if group else ()
        return self._named[ref]

    def _group_names(self, ref: str, group: Group) -> tuple[str, ...]:
        members = tuple(dict.fromkeys(self._members(group, {ref}, 0)))[: _CROWD + 1]
        if group.style == "complex":
            name = group.label or clean(":".join(members))
            return (name,) if name else ()
        if len(members) > FAN_OUT and group.label:
            return (group.label,)
        return members or ((group.label,) if group.label else ())

    def _members(self, group: Group, seen: set[str], depth: int) -> Iterator[str]:
        """The labels of a group's nodes, those of the groups in it too."""
        for member in group.members:
            inner = self._drawing.groups.get(member)
            if inner is not None:
                if member not in seen and depth < _MAX_CHAIN:
                    seen.add(member)
                    yield from self._members(inner, seen, depth + 1)
            elif member in self._drawing.nodes:
                yield self._drawing.nodes[member].label


def _through(head: str, meaning: Meaning, step: Step) -> Meaning:
    """What acting on a reaction does to its product: signs multiply, a reaction without one makes its product."""
    sign: Polarity = "0"
    if meaning[1] != "0":
        sign = "-" if (meaning[1] == "-") != (step.polarity == "-") else "+"
    if head.strip().casefold() in CATALYSIS and step.polarity != "-" and step.type not in ("activation", "other"):
        return step.type, sign
    if sign == "0":
        return "other", "0"
    if step.type in ("expression", "repression"):
        return ("expression", "+") if sign == "+" else ("repression", "-")
    return ("activation", "+") if sign == "+" else ("inhibition", "-")
