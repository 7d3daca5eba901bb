"""A listing as bytes, and read again by tasks: which document names which entity, both ways round."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.indexes.block import Damaged
from sitegen.indexes.columns import pack_columns, unpack_columns
from sitegen.indexes.register import Listing

_SAMPLE = 400  # documents, the newest, that an entity's company is counted in


class Ledger(NamedTuple):
    """Names and page names by entity; entities by document and documents by entity, as slices of an array."""

    names: Sequence[str]
    stems: Sequence[str | None]
    members: array[int]
    starts: array[int]
    documents: array[int]
    document_starts: array[int]

    def of_document(self, document: int) -> array[int]:
        """The entities of a document."""
        return self.members[self.starts[document] : self.starts[document + 1]]

    def of_entity(self, number: int) -> array[int]:
        """The documents of an entity, ascending: newest first."""
        return self.documents[self.document_starts[number] : self.document_starts[number + 1]]

    def company(self, documents: Sequence[int], limit: int, without: int = -1) -> list[tuple[int, int]]:
        """The entities that most of the documents name, two at least, with how many; of many documents the newest are counted."""
        members = array("I")
        for document in documents[:_SAMPLE]:
            members += self.of_document(document)
        found = Counter(members)
        found.pop(without, None)
        several = [item for item in found.items() if item[1] > 1]  # most stand beside it once
        least = min(sorted([n for _, n in several])[-limit:], default=0)
        return sorted([item for item in several if item[1] >= least], key=lambda item: (-item[1], item[0]))[:limit]


def encode_ledger(listing: Listing) -> bytes:
    """The bytes of a listing."""
    documents, document_starts = listing.documents()
    names, stems = [e.name for e in listing.entries], [e.stem or "" for e in listing.entries]
    return pack_columns(names, stems, listing.members, listing.starts, documents, document_starts)


def decode_ledger(data: bytes) -> Ledger:
    """The ledger of a listing's bytes; raises Damaged where they are none, or name what is not in them."""
    names, stems, members, starts, documents, document_starts = unpack_columns(data, "ttIIII")
    entities, all_documents = len(names), len(starts) - 1
    if (
        len(stems) != entities or len(document_starts) != entities + 1 or all_documents < 0
        or max(members, default=-1) >= entities or max(documents, default=-1) >= all_documents
    ):
        raise Damaged("the columns of a register do not belong together")
    return Ledger(names, [stem or None for stem in stems], members, starts, documents, document_starts)
