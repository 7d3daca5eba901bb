"""Reads an index as docs/search-index.md describes it, without the code that wrote it."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any


class Reader:
    """Numbers and texts of a binary file, one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def text(self) -> str:
        size = self.number()
        self.at += size
        return self.data[self.at - size : self.at].decode()


def _order(term: str) -> tuple[bool, str]:
    """By code point, pairs after all words."""
    return term.startswith("~"), term


class Index:
    """An index directory."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._read: dict[str, dict[str, dict[str, Any]]] = {}
        self.start = self.json("start.bin")
        self.files = [(bound, f"{run}-{i}") for run, bounds in self.start["terms"] for i, bound in enumerate(bounds.split("\n"))]

    def json(self, path: str) -> Any:
        return json.loads(zlib.decompress((self.root / path).read_bytes()))

    def row(self, document: int) -> list[str]:
        number, place = divmod(document, self.start["block"])
        return self.json(f"d/{number // self.start['directory']}/{number}.bin")[place]

    def bytes(self, path: str) -> bytes:
        return zlib.decompress((self.root / path).read_bytes())

    def counts(self) -> list[int]:
        """The number of genes of each document."""
        r = Reader(self.bytes("f/genes.bin"))
        return [r.number() for _ in range(self.start["documents"])]

    def ranks(self) -> list[int]:
        """The place of each document by title."""
        data, size = self.bytes("f/titles.bin"), self.start["documents"]
        return [sum(b << 8 * i for i, b in enumerate(data[d::size])) for d in range(size)]

    def table(self, number: int) -> list[tuple[str, str, str]]:
        """Figid, title and label of the documents of a file of the table."""
        words, r = self.json("b/words.bin"), Reader(self.bytes(f"b/{number}.bin"))
        size = r.number()
        titles = [[r.number() for _ in range(r.number())] for _ in range(size)]
        own = iter([r.text() for _ in range(r.number())])
        spelt = [" ".join(words[w - 1] if w else next(own) for w in t) for t in titles]
        pmcid, heads = 0, []
        for _ in range(size):
            step = r.number()
            pmcid += -(step + 1) // 2 if step % 2 else step // 2
            heads.append(f"PMC{pmcid}__" if pmcid else "")
        figids = [head + r.text() for head in heads]
        labels = [r.text() for _ in range(r.number())]
        rows = [(f, t, labels[r.number()]) for f, t in zip(figids, spelt, strict=True)]
        assert r.at == len(r.data) and next(own, None) is None
        return rows

    def gene_sets(self) -> tuple[list[str], list[list[list[int]]]]:
        """The genes' names, and of each document its boxes: lists of genes."""
        r = Reader(self.bytes("g/sets.bin"))
        count = r.number()
        names = r.text().split("\n")
        assert len(names) == count or (count == 0 and names == [""])
        sizes = [r.number() for _ in range(r.number())]
        first, boxes = 0, []
        for _ in sizes:
            step = r.number()
            first += -(step + 1) // 2 if step % 2 else step // 2
            boxes.append([first])
        for box, size in zip(boxes, sizes, strict=True):
            for _ in range(size - 1):
                box.append(box[-1] + r.number())
        documents = []
        for held in [r.number() for _ in range(r.number())]:
            box, mine = 0, []
            for _ in range(held):
                box += r.number()
                mine.append(boxes[box])
            documents.append(mine)
        assert r.at == len(r.data)
        return names, documents

    def gene_ids(self) -> tuple[dict[int, list[int]], list[list[str]]]:
        """The genes of each NCBI Gene id, and the organisms of each gene."""
        r = Reader(self.bytes("g/genes.bin"))
        bounds = [r.number() for _ in range(r.number())]
        organisms = [r.text() for _ in range(r.number())]
        sets = [[organisms[r.number()] for _ in range(r.number())] for _ in range(r.number())]
        of = [sets[r.number()] for _ in range(r.number())]
        assert r.at == len(r.data)
        found: dict[int, list[int]] = {}
        for n, bound in enumerate(bounds):
            r = Reader(self.bytes(f"g/ids-{n}.bin"))
            gene_id, ids = 0, []
            for _ in range(r.number()):
                step = r.number()
                gene_id += -(step + 1) // 2 if step % 2 else step // 2
                ids.append(gene_id)
            assert ids[0] == bound
            for gene_id in ids:
                found.setdefault(gene_id, []).append(r.number())
            assert r.at == len(r.data)
        return found, of

    def statements(self) -> dict[str, tuple[str, list[dict[str, Any]]]]:
        """What the figures say of each name, with its kind."""
        kinds = ("gene", "gene", "gene", "family", "chemical", "disease", "process")
        found: dict[str, tuple[str, list[dict[str, Any]]]] = {}
        for run, bounds in self.start["statements"]:
            for i in range(len(bounds.split("\n"))):
                r = Reader(self.bytes(f"r/{run}-{i}.bin"))
                for _ in range(r.number()):
                    name, own, size = r.text(), r.number(), r.number()
                    end = r.at + size
                    assert name not in found and own != 2
                    found[name] = kinds[own], []
                    for _ in range(r.number()):
                        code, kind, other = r.number(), r.number(), r.text()
                        page = r.text() if kind == 2 else other if kind == 1 else None
                        document, said = 0, {}
                        for _ in range(r.number()):
                            step, relation = r.number(), r.number()
                            document += step // 2
                            said[document] = (bool(step % 2), relation)
                        found[name][1].append({"verb": code // 2, "received": bool(code % 2), "kind": kinds[kind], "other": other,
                                            "page": page, "said": said})
                    assert r.at == end
                assert r.at == len(r.data)
        return found

    def file(self, file: str) -> dict[str, dict[str, Any]]:
        """The terms of a file of postings, read once."""
        if file not in self._read:
            self._read[file] = self._terms(file)
        return self._read[file]

    def _terms(self, file: str) -> dict[str, dict[str, Any]]:
        r = Reader(self.bytes(f"t/{file}.bin"))
        number, text, data = r.number, r.text, r.data
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
            end = r.at + entry["size"]
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
                postings = dict(zip(documents, data[r.at : end], strict=True))
                r.at = end
            assert r.at == end
            entry["postings"] = postings
        assert r.at == len(data)
        return terms

    def term(self, term: str) -> dict[str, Any] | None:
        """A term's entry, from the one file that may hold it."""
        before = (name for bound, name in self.files if _order(bound) <= _order(term))
        *_, file = (self.files[0][1], *before)
        return self.file(file).get(term)

    def figids(self, term: str) -> dict[str, int]:
        """The figures of a term with its fields in them."""
        entry = self.term(term)
        return {self.row(d)[0]: fields for d, fields in entry["postings"].items()} if entry else {}
