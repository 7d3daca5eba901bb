"""Reads an index as docs/search-index.md describes it, without the code that wrote it."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any


class Index:
    """An index directory."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.start = self.json("start.bin")
        self.files = [(bound, f"{run}-{i}") for run, bounds in self.start["terms"] for i, bound in enumerate(bounds.split("\n"))]

    def json(self, path: str) -> Any:
        return json.loads(zlib.decompress((self.root / path).read_bytes()))

    def row(self, document: int) -> list[str]:
        number, place = divmod(document, self.start["block"])
        return self.json(f"d/{number // self.start['directory']}/{number}.bin")[place]

    def file(self, file: str) -> dict[str, dict[str, Any]]:
        """The terms of a file of postings."""
        data, at = zlib.decompress((self.root / f"t/{file}.bin").read_bytes()), 0

        def number() -> int:
            nonlocal at
            value = shift = 0
            while True:
                byte = data[at]
                at += 1
                value |= (byte & 127) << shift
                shift += 7
                if byte < 128:
                    return value

        def text() -> str:
            nonlocal at
            size = number()
            at += size
            return data[at - size : at].decode()

        terms: dict[str, dict[str, Any]] = {}
        last = ""
        for _ in range(number()):
            shared = number()
            last = last[:shared] + text()
            size, flags = number(), number()
            entry: dict[str, Any] = {"size": size, "gene": text() if flags & 1 else None}
            entry["page"] = (text() if flags & 4 else entry["gene"]) if flags & 2 else None
            entry["synonyms"] = [text() for _ in range(number())] if flags & 8 else []
            terms[last] = entry
        for entry in terms.values():
            end = at + entry["size"]
            postings: dict[int, int] = {}
            groups = number()
            for _ in range(groups):
                fields, count, document = number(), number(), 0
                for _ in range(count):
                    document += number()
                    postings[document] = fields
            if groups == 0:
                document, documents = 0, []
                for _ in range(number()):
                    document += number()
                    documents.append(document)
                postings = dict(zip(documents, data[at:end], strict=True))
                at = end
            assert at == end
            entry["postings"] = postings
        assert at == len(data)
        return terms

    def term(self, term: str) -> dict[str, Any] | None:
        """A term's entry, from the one file that may hold it."""
        file = max((f for f in self.files if f[0] <= term), default=self.files[0])[1]
        return self.file(file).get(term)

    def figids(self, term: str) -> dict[str, int]:
        """The figures of a term with its fields in them."""
        entry = self.term(term)
        return {self.row(d)[0]: fields for d, fields in entry["postings"].items()} if entry else {}
