"""What a walk through a sentence knows at each chunk, and how it notes an arrow.

The modules of pattern families read a verb with what it governs, note the arrows, and leave here what the next verb may
point back to.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Edge, Group, end_of, start_of
from sitegen.relations.groups.chunked import Chunked
from sitegen.relations.groups.noun_groups import NounGroups
from sitegen.relations.lexis import Sense
from sitegen.relations.tagging.chunks import Chunk
from sitegen.relations.tokens.words import Token

_ON_PLACES = ("binding", "phosphorylation", "dephosphorylation")
"""Types of arrows that do not end at a residue."""
INTRANSITIVE = Sense("plain", "other", 0)
"""The reading of a verb that states nothing by itself."""
NEED = Sense("requirement", "activation", 1)
"""The reading of "is essential for" and the like."""


@dataclass(slots=True, eq=False)
class Memory:
    """What a later sentence's "it" or "this" may point back to, and the chains that the caption names."""

    subject: list[Arg] = field(default_factory=list)
    object: list[Arg] = field(default_factory=list)
    chains: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Waiting:
    """A verb whose object comes after the next verb: "A binds and activates B"."""

    chunk: Chunk
    sense: Sense
    subject: list[Arg]
    pattern: str


@dataclass(slots=True, eq=False)
class Listed:
    """Two readings of ", V-ing" that hold for the next one in its list too: from the object and from the subject."""

    subject: list[Arg]
    result: list[Arg]
    verb: Sense | None
    near: list[Arg]


class Walk:
    """The memory of a walk through one sentence.

    Who acts: `subject` (None before there is one) with the sizes of its list's members in `subject_units` and the `pattern`
    by which it was found; the sentence's `first` subject, the `recent` one that names something, `main` ones of clauses
    left for a "which", whether that stands `ahead` of its clause's own verb, what "this" `borrowed` from the sentence before,
    `effect_subject` ("the effect of A on B …"),
    `told` (the subject "inhibitors of B"), `cause` ("Upon A, …").

    What was acted on: `object`, the nearest nouns `near`, `patient` of a passive verb with its sign, and the passive's
    `agents`; `via` is who is named before a conversion.

    The verb before: `verb`, `main_verb`, its `last_form`, `last_subject` and `last_pattern`; whether it was passive, denied,
    `undone` (what it denies goes on with its participles), `averted` ("B is not activated": there is less of it), `raising`
    ("allows B to"), and whether it `changed` its patient.

    What waits: `waiting` for an object, `deferred` for a subject, `awaited` for one that it acts on, `listed` for the next
    participle.

    Where the walk is: `clause_verb` after a clause's verb, `oblique` before a noun that hangs on a small word, `hedged`
    after a word of doubt, `void` where the sentence asks.
    """

    __slots__ = (
        "agents", "ahead", "at", "averted", "awaited", "borrowed", "cause", "changed", "chunks", "clause_verb", "deferred",
        "denied", "edges", "effect_subject", "first", "hedged", "last_form", "last_passive", "last_pattern", "last_subject",
        "listed", "main", "main_verb", "memory", "near", "nouns", "object", "oblique", "patient", "patient_sign", "pattern",
        "raising", "recent", "subject", "subject_units", "tokens", "told", "undone", "verb", "via", "void", "waiting",
    )  # fmt: skip

    def __init__(self, tokens: list[Token], chunks: list[Chunk], memory: Memory) -> None:
        self.at = Chunked(tokens, chunks)
        self.nouns = NounGroups(self.at)
        self.tokens = tokens
        self.chunks = chunks
        self.memory = memory
        self.edges: list[Edge] = []
        self.subject: list[Arg] | None = None
        self.subject_units: list[int] = []
        self.told: Group | None = None
        self.pattern = ""
        self.first: list[Arg] | None = None
        self.recent: list[Arg] = []
        self.borrowed: list[Arg] = []
        self.main: list[list[Arg] | None] = []
        self.ahead = False
        self.effect_subject: Group | None = None
        self.cause: list[Arg] = []
        self.object: list[Arg] = []
        self.near: list[Arg] = []
        self.patient: list[Arg] = []
        self.patient_sign = 1
        self.agents: list[Arg] = []
        self.via: list[Arg] = []
        self.verb: Sense | None = None
        self.main_verb = self.last_form = self.last_pattern = ""
        self.last_subject: list[Arg] | None = None
        self.last_passive = False
        self.denied = self.undone = self.averted = False
        self.raising = False
        self.changed = False
        self.waiting: list[Waiting] = []
        self.deferred: list[tuple[Sense, list[Arg], Chunk]] = []
        self.awaited: list[tuple[Sense, list[Arg], Chunk]] = []
        self.listed: Listed | None = None
        self.clause_verb = False
        self.oblique = False
        self.hedged = False
        self.void = False

    def add(self, source: Arg, target: Arg, kind: RelationType, sign: int, pattern: str, hedged: bool = False) -> None:
        """Note an arrow."""
        if self.void or source.name.text in lexis.NO_SOURCES_NOUNS or source.name.text in target.chain:
            return
        if kind in _ON_PLACES and target.name.text.lower() in lexis.RESIDUES:
            return  # "A binds the tyrosine"
        if self.nouns.partners and (source.name.text, target.name.text) in self.nouns.partners:
            return
        if source.unsigned or target.unsigned:
            sign = 0
        if self.borrowed and any(source.name == a.name for a in self.borrowed):
            pattern = "this"
        self.edges.append(Edge(start_of(source), end_of(target), kind, sign, pattern, hedged or self.hedged))

    def object_group(self, k: int, form: str = "") -> tuple[Group, int]:
        """The group at chunk `k` as an object, whose list ends where the next clause begins.

        That of a participle (`form` is "ing") before its clause's verb does not: "what inhibits A or B activates C".
        """
        nouns = self.nouns
        nouns.in_object = form != "ing" or self.clause_verb or self.subject is None
        found = nouns.group(k)
        nouns.in_object = False
        return found

    def last_word(self, chunk: Chunk) -> str:
        """A chunk's last word as the tables know it: a verb group's verb, a noun phrase's head."""
        return self.tokens[chunk.high - 1].low

    def denies(self, chunk: Chunk) -> bool:
        """Whether a verb group itself denies what it says, and not a word before it: "A is not activated"."""
        return any(t.low in lexis.NEGATORS for t in self.tokens[chunk.low : chunk.high])

    def respectively(self, low: int, high: int) -> bool:
        """Whether "respectively" stands among the tokens from `low` to `high`."""
        return any(t.low == "respectively" for t in self.tokens[low:high])

    def corresponding(self, k: int) -> bool:
        """Whether the noun phrase at chunk `k` says that each is another one's: "their corresponding receptors"."""
        chunk = self.chunks[k]
        return any(t.low in lexis.PAIRING_WORDS for t in self.tokens[chunk.low : chunk.high])
