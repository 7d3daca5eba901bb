"""What the members of a list say of each other: a sign, a noun of change, a class."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.groups.chunked import Chunked
from sitegen.relations.names.name import Name


def join(at: Chunked, group: Group, other: Group, k: int, *, comma: bool, joined: bool, told: bool) -> None:
    """Join the next member of a list to those before it, the last of which stands at `k`.

    `comma` and `joined` tell what stands between them, a comma and an "and"; `told` that the list opens with "the" and
    a plural.
    """
    if joined and not comma and _both_inhibited(group, other):
        # "EGFX and MEX inhibitors"
        group.args = [group.args[0].turned(-1, changed=True)]
    if joined and not group.args and group.effect and other.effect and group.effect.sign * other.effect.sign < 0:
        # "loss or gain of A"
        other.args = [a.doubtful() for a in other.args]
    if not joined and _class_before(group, other):
        # "glutamine transporters, SLX1 and SLX5": the class only says what these are
        _, sign, effect, *_ = group.args[0]
        group.args = [Arg(a.name, a.sign * sign, a.effect or effect, a.chain, a.unsigned, a.changed) for a in other.args]
        group.plural_class = other.plural_class
        return
    if comma and not joined and told and group.bearer is not None and group.theme and other.args and not other.bearer:
        # "the A inhibitors, B and C": B and C are the inhibitors
        group.args, group.bearer, group.theme = list(other.args), None, ()
        return
    _share(group, other, joined=joined)
    if group.args and group.bearer is None and other.bare and other.args and not other.args[0].changed:
        _spread(at, group, other, k)
    if joined and group.bare and len(other.args) == 1 and other.args[0].name.kind in ("process", "class"):
        group.args = [_with_head(a, other.args[0]) for a in group.args]
    known = {b.name.text for b in group.args}
    group.args += [a for a in other.args if a.name.text not in known]
    group.bare = group.bare and other.bare
    group.plural_class = other.plural_class
    group.effect = group.effect or other.effect


def _share(group: Group, other: Group, *, joined: bool) -> None:
    """What the noun after the last member says is said of those before it too: "A and B degradation", "A, B and C mutations"."""
    if joined and other.effect and not other.theme and other.args and group.bare and group.effect is None:
        # "A and B degradation"
        sign, process = other.args[0].sign, is_process(other.args[0])
        group.args = [
            a
            if a.effect or a.changed or is_process(a) != process
            else Arg(a.name, a.sign * sign, other.effect, a.chain, a.unsigned, a.changed)
            for a in group.args
        ]
    args = other.args
    if args and args[0].unsigned and group.bare and args[0].effect is None and all(map(_is_symbol, group.args)):
        # "A, B and C mutations"
        group.args = [a.doubtful() for a in group.args]


def is_harm(arg: Arg) -> bool:
    """Whether a name is of something bad, of which there is less when it is mended."""
    last = arg.name.text.rpartition(" ")[2].lower()
    return last in lexis.AILMENTS or last in lexis.BROKEN_NOUNS


def is_process(arg: Arg) -> bool:
    """Whether an entity is a process: of "outgrowth and B degradation" there is less B only."""
    return arg.name.kind in ("process", "bare")


def _is_symbol(arg: Arg) -> bool:
    """Whether an entity is a symbol of which no word says how it changes."""
    return arg.name.kind in ("shape", "cap") and not arg.changed


def _with_head(first: Arg, second: Arg) -> Arg:
    """The first of two with the word that stands after the second alone: "insulin and leptin resistance"."""
    before, _, head = second.name.text.rpartition(" ")
    if second.name.kind == "class":
        return _of_class(first, before, head)
    if second.name.kind != "process" or not before or head not in lexis.SHARED_NOUNS or is_process(first) or first.effect:
        return first
    alike = first.name.kind == "chemical" or first.name.text in lexis.NUCLEIC_NOUNS
    if not alike and (head not in lexis.WILLING_NOUNS or " " in before):
        return first
    text = first.name.text
    one = text[:-1] if text[-2:-1].islower() and text[-1] == "s" else text
    return first._replace(name=Name(f"{one} {head}", "process"))


def _of_class(first: Arg, before: str, head: str) -> Arg:
    """The first of two with the class noun after the second: "stress and defense genes", "glucose and lactate transporters"."""
    text = first.name.text
    if head in lexis.SHARED_CLASS_NOUNS and before in lexis.CHEMICALS and first.name.kind == "chemical":
        alone = first.effect is None and not first.changed and text.lower() != before  # not "leptin and leptin receptors"
        return first._replace(name=Name(f"{text} {head}", "class")) if alone else first
    one = text in lexis.NUCLEIC_NOUNS or text in lexis.ALONE
    alike = before in lexis.PROCESSES or before in lexis.STEMS
    return first._replace(name=Name(f"{text} {head}", "class")) if one and alike and first.effect is None else first


def _both_inhibited(group: Group, other: Group) -> bool:
    """Whether "inhibitors" after the second of two symbols is said of the first one too."""
    return (
        other.bearer is not None
        and other.bearer.sign < 0
        and other.plural_class
        and len(group.args) == 1 == len(other.args)
        and group.bare
        and group.bearer is None
        and group.effect is None
        and not group.args[0].changed
        and group.args[0].name.kind == other.args[0].name.kind == "shape"
    )


def _class_before(group: Group, other: Group) -> bool:
    """Whether the list so far is a class, and what comes after it symbols."""
    return (
        len(group.args) == 1
        and group.args[0].name.kind == "class"
        and group.args[0].name.text[-1:] == "s"
        and bool(other.args)
        and all(a.name.kind == "shape" for a in other.args)
    )


def _spread(at: Chunked, group: Group, other: Group, k: int) -> None:
    """What is said of a name before the "and" is said of the next one too: "reduced A and B signaling"."""
    sign = 0
    if at.kind(k) == "N":
        phrase = at.phrase(k)
        alone = phrase.signed and phrase.effect is None and phrase.bearer is None and bool(phrase.names)
        if alone and phrase.head not in lexis.TRANSPARENT:
            sign = phrase.sign
    if sign:
        other.args = [a.turned(sign, changed=True) for a in other.args]
    elif group.effect is None and group.args[0].changed:
        other.args = [a.turned(group.args[0].sign) for a in other.args]
