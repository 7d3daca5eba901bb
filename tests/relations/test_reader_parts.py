"""Sentences, tokens, names, the learned lexicon, lines of JSON, the data files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build.relating import known_genes
from sitegen.problems import Problem
from sitegen.relations import confidence, read_caption, tables
from sitegen.relations.lexicon import SEVERAL, Lexicon, learn
from sitegen.relations.lines import relations_of_lines
from sitegen.relations.names.chains import chain_of
from sitegen.relations.names.symbols import shaped
from sitegen.relations.phrases import phrase as phrases
from sitegen.relations.phrases.phrase import interpret
from sitegen.relations.reader import candidates
from sitegen.relations.tokens.clean import clean
from sitegen.relations.tokens.sentence import sentence
from sitegen.relations.tokens.sentences import sentences
from sitegen.relations.tokens.worth import worth_reading
from sitegen.relations.verb_tables import inflect
from sitegen.text import fold_name


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One acts. Two acts.", ["One acts.", "Two acts."]),
        ("As in Fig. 3, A1 binds B1. Then C.", ["As in Fig. 3, A1 binds B1.", "Then C."]),
        ("In S. cerevisiae the A kinase rests. End.", ["In S. cerevisiae the A kinase rests.", "End."]),
        ("Doses of 0.5 and 1.5 mM. End", ["Doses of 0.5 and 1.5 mM.", "End"]),
        ("A rests (see e.g. Table. 2 there). End.", ["A rests (see e.g. Table. 2 there).", "End."]),
        ("Start.(A) First panel.", ["Start.", "(A) First panel."]),
        ("A rests (so (says) B. And C) here. End.", ["A rests (so (says) B. And C) here.", "End."]),
        ("A" * 500 + ". " + "(" * 500 + "Fig. 3", ["A" * 500 + ".", "(" * 500 + "Fig. 3"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_tokens_keep_names_whole() -> None:
    text = "1,4,5-trisphosphate and NF-κB (p65), IL-1Œ≤; 35S(P) of dC:dU"
    assert [t.text for t in clean(sentence(text))] == [
        "1,4,5-trisphosphate",
        "and",
        "NF-κB",
        ",",
        "IL-1Œ≤",
        ";",
        "35S(P)",
        "of",
        "dC:dU",
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("IRS-1", True),
        ("NF-κB", True),
        ("p38", True),
        ("TGF-β1", True),
        ("mTOR", True),
        ("c-jun", True),
        ("GLUT4", True),
        ("liver", False),
        ("10", False),
        ("24h", False),
        ("II", False),
        ("PCR", False),
        ("Notch", False),
        ("p53-deficient", False),
    ],
)
def test_shape(word: str, expected: bool) -> None:
    assert shaped(word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the reduced expression of", (None, 1)),
        ("reduced PTX1 expression", ("PTX1", -1)),
        ("PTX1 deficiency", ("PTX1", -1)),
        ("increased PTX1 levels", ("PTX1", 1)),
        ("transcription factor FOX9", ("FOX9", 1)),
        ("hepatic glucose production", ("hepatic glucose production", 1)),
        ("insulin resistance", ("insulin resistance", 1)),
        ("IL-6 production", ("IL-6", 1)),
        ("tyrosine hydroxylase", ("tyrosine hydroxylase", 1)),
        ("cytochrome P450", ("cytochrome P450", 1)),
        ("the downstream target genes", (None, 1)),
        ("several cells", (None, 1)),
    ],
)
def test_noun_phrases(text: str, expected: tuple[str | None, int]) -> None:
    parts = tuple(text.removesuffix(" of").split())
    phrase = interpret(parts, ("",) * len(parts), False)
    names = [n.text for n in phrase.names if n.kind != "unknown"]
    assert (names[0] if names else None) == expected[0]
    if names:
        assert phrase.sign == expected[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LKX1/AMX2/ASX3", ("LKX1", "AMX2", "ASX3")),
        ("JAX-STX", ("JAX", "STX")),
        ("IL-6", ()),
        ("NF-κB", ()),
        ("TGF-beta", ()),
        ("ERK1/2", ()),
        ("DNX1/DNX2", ()),
        ("Wnt/β-catenin", ("Wnt", "β-catenin")),
        ("RAX–MEX–ERX", ("RAX", "MEX", "ERX")),
    ],
)
def test_chains(text: str, expected: tuple[str, ...]) -> None:
    assert chain_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Arrows show that X1 activates Y1.",
        "X1 is shown in red; it inhibits Y1.",
        "ABC, alpha binding cassette; DEX, delta exporter; GHX, gamma hydroxylase.",
        "AB alpha beta receptor activation, CD gamma delta binding, EF epsilon zeta inhibition",
        "The weather was fine.",
    ],
)
def test_sentences_not_worth_reading(text: str) -> None:
    assert not worth_reading(sentence(text))


def test_results_that_indicate_something_are_read() -> None:
    assert worth_reading(sentence("Results indicate that X1 activates Y1."))
    assert worth_reading(sentence("X1 (red arrow) activates Y1."))


def test_lexicon_learns_names_and_no_english() -> None:
    lexicon = learn(
        [
            ("INS", "insulin"),
            ("WAS", "was"),
            ("IMPACT", "impact"),
            ("REST", "rest"),
            ("SUN1", "sun"),
            ("AKT1", "(Akt)", "PKB"),
        ]
    )
    assert set(lexicon.mapping()) == {"insulin", "ins", "akt1", "akt", "pkb", "sun1"}
    assert lexicon.mapping()["pkb"] == "AKT1"


def test_a_name_stands_for_its_gene_for_several_or_for_none() -> None:
    genes = [("AKT1", "PKB"), ("AKT2", "PKB"), ("Tnf", "TNFA"), ("TNF", "TNFA"), (None, "LOST1"), ("INS", "insulin")]
    lexicon = learn(genes, [("Insulin", "insulin"), ("Glucose", "D-glucose")])
    assert lexicon.mapping() == {
        "akt1": "AKT1", "akt2": "AKT2", "pkb": SEVERAL, "tnf": "TNF", "tnfa": "TNF", "lost1": "", "ins": "INS",
        "insulin": "INS", "glucose": "", "dglucose": "",
    }


def test_several_of_a_name_are_several_genes_but_the_figures_own_word() -> None:
    read = read_caption("RAFs activate MAPKs. AKT1s bind FOX9.", threshold=0.0)
    lexicon = learn([("RAF1", "RAF"), ("MAPK1", "MAPK"), ("AKT1",)]).mapping()
    assert known_genes(read, [], lexicon) == {"rafs": SEVERAL, "mapks": SEVERAL, "akt1s": SEVERAL}
    assert known_genes(read, ["MAPK"], lexicon) == {"rafs": SEVERAL, "akt1s": SEVERAL}


def test_lexicons_merge_either_way_round() -> None:
    rows = [("AKT1", "PKB"), ("AKT2", "PKB"), ("Tnf", "TNFA"), ("TNF", "TNFA"), (None, "PKB")]
    a, b = learn(rows[:2]), learn(rows[2:])
    assert a.merge(b).mapping() == b.merge(a).mapping() == learn(rows).mapping() == learn(reversed(rows)).mapping()
    assert Lexicon().merge(a).mapping() == a.mapping()


def test_lines() -> None:
    lines = [
        '{"figid": "PMC1__a", "caption": "AKX2 inhibits FXO1."}\n',
        "\n",
        "not json\n",
        "[]",
        '{"figid": "x"}',
        '{"figid": "PMC1__b", "caption": "Florbadil activates FXO1.", "mentions": ["Florbadil"]}',
        '{"figid": "PMC1__c", "caption": "", "mentions": [1]}',
        "[" * 100_000,
    ]
    out = list(relations_of_lines(lines, "captions.jsonl", threshold=0.0))
    rows = [json.loads(line) for line in out if isinstance(line, str)]
    assert rows[0] == {
        "figid": "PMC1__a",
        "edges": [
            {
                "source": "AKX2",
                "target": "FXO1",
                "type": "inhibition",
                "polarity": "-",
                "hedged": False,
                "evidence": "AKX2 inhibits FXO1.",
            }
        ],
    }
    assert [e["source"] for e in rows[1]["edges"]] == ["Florbadil"]
    problems = [p for p in out if isinstance(p, Problem)]
    assert [(p.path, p.line, p.code) for p in problems] == [("captions.jsonl", n, "E601") for n in (3, 4, 5, 7, 8)]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("activate", ("activates", "activated", "activating")),
        ("carry", ("carries", "carried", "carrying")),
        ("stop", ("stops", "stopped", "stopping")),
        ("express", ("expresses", "expressed", "expressing")),
        ("trigger", ("triggers", "triggered", "triggering")),
        ("confer", ("confers", "conferred", "conferring")),
        ("target", ("targets", "targeted", "targeting")),
        ("die", ("dies", "died", "dying")),
        ("play", ("plays", "played", "playing")),
        ("free", ("frees", "freed", "freeing")),
        ("control", ("controls", "controlled", "controlling")),
    ],
)
def test_inflection(verb: str, forms: tuple[str, str, str]) -> None:
    made = inflect(verb)
    assert (made["s"], made["ed"], made["ing"]) == forms


def test_confidences_are_earned_with_a_prior() -> None:
    rows = [confidence.Judged("a", "shape", "shape", True)] * 16 + [confidence.Judged("b", "shape", "cap", False)]
    earned = confidence.earn(rows, 0.5)
    assert earned.patterns["a"] == pytest.approx((16 + 4.8) / 22)
    assert earned.patterns["b"] == pytest.approx(4.8 / 7)
    assert earned.targets["cap"] < 1 < earned.sources["shape"] + 0.1
    assert earned.threshold == 0.5


def test_what_counts_less_earns_less() -> None:
    whole = confidence.earn([confidence.Judged("a", "shape", "shape", False)], 0.5)
    part = confidence.earn([confidence.Judged("a", "shape", "shape", False, 0.25)], 0.5)
    assert whole.patterns["a"] < part.patterns["a"] < confidence.PRIOR


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("FOX9", "shape", "shape"),
        ("FOX9 thing beside GAX1", "shape", "long"),
        ("B cell receptor", "shape", "shape"),
        ("FOX9 transcript", "long", "long"),
        ("FOX9/GAX1", "shape", "joint"),
        ("epithelial to mesenchymal transition", "process", "process"),
    ],
)
def test_traits_of_names(name: str, kind: str, expected: str) -> None:
    assert confidence.trait(name, kind) == expected


def test_a_long_name_is_trusted_less() -> None:
    edge = candidates("FOX9 inhibits GAX1.")[0].edge
    earned = confidence.shipped()
    long = edge._replace(source=edge.source._replace(text="FOX9 thing beside something"))
    trust = confidence.Trust(frozenset(), None, earned)
    assert trust.of(long, 20) < earned.threshold < trust.of(edge, 20)


def test_an_arrow_of_a_long_sentence_is_trusted_less() -> None:
    assert [confidence.sentence_trait(length) for length in (79, 80, 199, 200)] == ["short", "middle", "middle", "long"]
    rows = [confidence.Judged("a", "shape", "shape", n > 4, sentence="long" if n < 8 else "short") for n in range(40)]
    rows.append(confidence.Judged("a", "shape", "shape", True))
    earned = confidence.earn(rows, 0.5)
    assert set(earned.sentences) == {"long", "short"}
    edge = candidates("FOX9 inhibits GAX1.")[0].edge._replace(pattern="a")
    trust = confidence.Trust(frozenset(), None, earned)
    short, middle, long = (trust.of(edge, length) for length in (50, 100, 250))
    assert long < middle < short


def test_shipped_confidences_are_probabilities() -> None:
    earned = confidence.shipped()
    assert earned.patterns
    assert all(0 < v <= 1 for v in earned.patterns.values())
    assert all(0 < v <= 1.1 for v in (*earned.sources.values(), *earned.targets.values()))
    assert 0 < earned.threshold < 1


PIECES = st.sampled_from(
    [
        "AKX2",
        "inhibits",
        "the",
        "of",
        "by",
        ",",
        ".",
        "and",
        "(",
        ")",
        "such as",
        "which",
        "to",
        "→",
        "NF-κB",
        "IL-6/STX3",
        "pathway",
        "expression",
        "-induced",
        "is",
        "activated",
        "activating",
        "not",
        "A",
        "—",
        "‚Äî",
        "Œ≤",
        ";",
        "[",
        "1)",
        "cells",
        "respectively",
        "in response to",
        "’s",
        "effect",
        "on",
        "/",
        "-",
        "phosphorylation",
        "complex",
        "via",
        "where it",
        "\u00a0",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    relations = read_caption(text, threshold=0.0)
    assert relations == read_caption(text, threshold=0.0)
    for r in relations:
        assert r.span is not None
        assert r.evidence == text[slice(*r.span)]
        assert r.source and r.target
        assert 0 < r.confidence < 1


def test_hostile_text_takes_no_longer_than_its_length() -> None:
    for piece in (
        "(",
        "A/",
        "A-",
        "A, ",
        "and ",
        "inhibits ",
        "of X ",
        "A, B and C inhibits ",
        "a ",
        "IL-6 (",
        "such as ",
        ". ",
        "B1 and ",
        "B,",
        "A1,",
        "A1/B2 and ",
        "A—",
    ):
        read_caption(piece * 4000)


def test_lists_without_end_state_nothing() -> None:
    """A thousand names that activate a thousand others would be a million arrows."""
    many = " and ".join(f"AB{i}" for i in range(80)) + " activate " + " and ".join(f"CD{i}" for i in range(80)) + ". "
    assert read_caption(many * 30, threshold=0.0) == ()
    few = "AB1, AB2 and AB3 activate CD1, CD2 and CD3. "
    assert len(read_caption(few, threshold=0.0)) == 9


def test_a_sentence_has_so_many_words_and_no_more() -> None:
    for text in ("B1 and " * 1000, "B," * 1000, "a " * 1000):
        assert len(sentence(text).tokens) == 400


@pytest.mark.parametrize("name", ["NF-κB", "NFkB", "NF-kappa B", "nf κb", "NF-Œ∫B"])
def test_spellings_of_a_name_fold_to_one(name: str) -> None:
    assert fold_name(name) == "nfkb"


def test_what_is_no_mangled_greek_stays() -> None:
    assert fold_name("Œuvre") == "œuvre"


def test_importing_the_reader_reads_no_data() -> None:
    code = "import sys, sitegen.relations.reader, sitegen.relations.lexicon; print('sitegen.relations.tables' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "False"
    assert tables.FORMS["activates"][0].verb == "activate"


PHRASES = [
    "growth factor", "PTX1", "IL-6", "insulin receptor", "hepatic glucose", "TLR4 MYD88", "A/B", "active-STX5", "X1-like protein",
    "PTX1's kinase", "24 h", "negative feedback", "early PTX1", "LPS-induced FOX2", "protein kinase C", "p53 targets",
]


@pytest.mark.parametrize("text", PHRASES)
def test_phrases_without_edges_are_read_as_all_others(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = tuple(text.split())
    quickly = interpret(parts, (), False)
    monkeypatch.setattr(phrases, "is_plain", lambda word: False)
    assert interpret(parts, (), False) == quickly
