"""The noun groups of one sentence as they are read, and the arrows that nouns state by themselves.

"the phosphorylation of B by A" is an arrow without a verb; so are "A-induced B", "the A inhibitor C" and "the A/B pathway".
"""

from __future__ import annotations

from itertools import pairwise

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Edge, end_of, start_of, type_over
from sitegen.relations.groups.chunked import Chunked
from sitegen.relations.groups.coordination import read_group
from sitegen.relations.lexis import Effect
from sitegen.relations.names.chains import chain_of
from sitegen.relations.names.name import Name


def _is_sponged(a: str, b: str) -> bool:
    """Whether a step is one of a microRNA to its target, or to it from an RNA that soaks it up."""
    return a.startswith(lexis.MICRORNAS_ENDINGS) or (
        b.startswith(lexis.MICRORNAS_ENDINGS) and a.startswith(lexis.SPONGES_ENDINGS)
    )


class NounGroups:
    """Reads the groups of a sentence; what the walk through its clauses tells it, and what it leaves for the walk.

    `in_object` says that a verb's object is read, whose list may end where the next clause begins, `against` that the verb
    acts against it, `verb_sign` its sign, `leading` that the group opens its clause, `fronted` that it hangs on the
    sentence's first word.  `last` holds the members of the group read last, but where that was one with "by", `serial`
    counts those.  `listed` says that the verb is a participle of a list of deeds.  `level` is what "at the level of" named,
    with the sign of its verb, `partners` the names of "the A-B interaction".
    """

    __slots__ = (
        "against",
        "chains",
        "chunked",
        "edges",
        "fronted",
        "in_object",
        "last",
        "leading",
        "level",
        "level_sign",
        "listed",
        "partners",
        "serial",
        "verb_sign",
    )

    def __init__(self, chunked: Chunked) -> None:
        self.chunked = chunked
        self.edges: list[Edge] = []
        self.chains: dict[str, tuple[str, ...]] = {}
        self.against = False
        self.in_object = False
        self.listed = False
        self.leading = False
        self.fronted = False
        self.last: list[Arg] = []
        self.partners: set[tuple[str, str]] = set()
        self.serial = 0
        self.level: list[Arg] = []
        self.level_sign = 0
        self.verb_sign = 1

    group = read_group

    def edge(self, source: Arg, target: Arg, effect: Effect, pattern: str) -> None:
        """Note an arrow; its sign is the product of the noun's and those of its ends."""
        if effect.sign and (source.name.text, target.name.text) in self.partners:
            return
        if target.chain and source.name.text in target.chain:
            return  # "binding of A to B augments the B/A pathway"
        sign = 0 if source.unsigned or target.unsigned else source.sign * effect.sign * target.sign
        self.edges.append(Edge(start_of(source), end_of(target), type_over(effect, target), sign, pattern))

    def acts(self, agent: Name, effect: Effect, arg: Arg) -> None:
        """ "A-induced B": A acts on B; "B-inducing A" says the same, its name being the object."""
        if effect.group == "object":
            self.edge(arg, Arg(agent), effect, "name-induced")
        else:
            chain = chain_of(agent.text) if agent.text.count("/") > 1 else ()
            self.chain(chain)  # "A/B/C-evoked"
            self.edge(Arg(agent, chain=chain), arg, effect, "name-induced")

    def chain(self, members: tuple[str, ...]) -> None:
        """Note the arrows between the members of a chain."""
        for a, b in pairwise(members):
            low_a, low_b = a.lower(), b.lower()
            unsigned = (
                _is_sponged(low_a, low_b)
                or low_a in lexis.UNSIGNED_STEPS
                or low_b in lexis.BRAKES
                or (low_a, low_b) in lexis.OPPOSED_STEPS
            )
            kind: RelationType = "other" if unsigned else "activation"
            self.edges.append(Edge(Name(a, "chain"), Name(b, "chain"), kind, 0 if unsigned else 1, "chain"))
