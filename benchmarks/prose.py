"""Invented titles and captions in the manner of pathway figures: which words stand where, and how often.

About four sentences in ten of a caption say that something acts on something, as published captions do;
the others describe, explain colours and arrows, or list abbreviations.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

TISSUES = """hepatocytes|skeletal muscle|adipose tissue|cardiomyocytes|pancreatic islets|microglia|cortical neurons
astrocytes|T cells|B cells|macrophages|dendritic cells|endothelial cells|renal tubules|podocytes|osteoblasts
chondrocytes|keratinocytes|fibroblasts|colonic epithelium|hippocampal slices|spinal cord|retina
airway epithelium|alveolar cells|smooth muscle|stellate cells|oocytes|spermatogonia|mesenchymal stem cells
neutrophils|mast cells|platelets|erythroid precursors|glioma cells|melanoma cells|breast tumours|root tips
guard cells|yeast cultures""".replace("\n", "|").split("|")
PROCESSES = """apoptosis|autophagy|cell migration|glucose uptake|lipolysis|fatty acid oxidation|angiogenesis|fibrosis
insulin resistance|proliferation|differentiation|cell cycle arrest|DNA repair|protein synthesis|ferroptosis
pyroptosis|oxidative stress|inflammation|bone resorption|myelination|synaptic plasticity|axon growth
wound healing|senescence|glycolysis|cholesterol efflux|bile acid synthesis|calcium release
mitochondrial fission|ubiquitination|stress granule assembly|epithelial-mesenchymal transition
cytokine secretion|chemotaxis|vasodilation|hypertrophy|stem cell renewal|drug resistance""".replace("\n", "|").split("|")
STIMULI = """hypoxia|LPS|high glucose|exercise|ultraviolet light|viral infection|palmitate|hydrogen peroxide
mechanical stretch|fasting|cold exposure|ischemia|amino acids|ethanol|salt stress|heat shock|oxidized LDL
thapsigargin|dexamethasone|retinoic acid""".replace("\n", "|").split("|")
DRUGS = [
    "rapamycin",
    "metformin",
    "wortmannin",
    "SB203580",
    "U0126",
    "SP600125",
    "LY294002",
    "curcumin",
    "resveratrol",
    "imatinib",
    "dasatinib",
    "aspirin",
    "nutlin-3",
    "BAY 11-7082",
]
METABOLITES = [
    "pyruvate",
    "lactate",
    "citrate",
    "succinate",
    "acetyl-CoA",
    "ceramide",
    "IP3",
    "DAG",
    "cAMP",
    "PIP3",
    "NADPH",
    "glutathione",
    "arachidonic acid",
    "PGE2",
    "serine",
    "kynurenine",
]
_VERBS = [
    "activates",
    "inhibits",
    "phosphorylates",
    "stimulates",
    "represses",
    "induces",
    "blocks",
    "upregulates",
    "suppresses",
    "recruits",
    "binds to",
    "degrades",
    "stabilizes",
    "cleaves",
]
_NOUNS = [
    "activation",
    "inhibition",
    "phosphorylation",
    "expression",
    "degradation",
    "translocation",
    "secretion",
    "ubiquitination",
]
_WHERE = (
    "In {t}, ",
    "Upon {s}, ",
    "In response to {s}, ",
    "During {p}, ",
    "",
    "",
    "",
    "Furthermore, ",
    "In turn, ",
    "Under basal conditions, ",
    "By contrast, ",
)
_THEN = (
    ".",
    ".",
    ".",
    ", which leads to {p}.",
    ", promoting {p}.",
    " in {t}.",
    ", thereby reducing {p} in {t}.",
    ", and this contributes to {p}.",
    " and to {p} in {t}.",
    " ({s}).",
    ", an effect that is lost in the absence of {d}.",
    " and may be prevented by {r}.",
)
_RELATIONS = (
    "{a} {v} {b}",
    "{a} {v} {b} and {c}",
    "{a} {v} {b}, {c} and {d}",
    "{a} and {b} {n} {c}",
    "{b} is activated by {a}",
    "{b} is phosphorylated by {a} and {c}",
    "{a}-induced {b} {w} depends on {c}",
    "{r} inhibits {a}",
    "binding of {a} to {b} results in {w} of {c}",
    "{a} promotes {w} of {b} by inhibiting {c}",
    "{m} is converted to {q} by {a}",
    "{s} increases {a} {w} through the {b}/{c}/{d} pathway",
    "{a} signals via {b} to {c}",
    "{a} may {x} {b}",
    "{a} is required for the {w} of {b} and {c}",
    "loss of {a} leads to {w} of {b}",
    "{a}, which {v} {b}, also {v} {c}",
)
_PLAIN = (
    "The role of {a} and {b} in {p} is not yet clear.",
    "Solid arrows indicate direct interactions and dashed arrows indirect ones.",
    "Genes shown in red are upregulated in {t} and those in green are downregulated.",
    "See the text for details on {p}.",
    "Data are representative of three independent experiments in {t}.",
    "The pathways that converge on {p} are shown for {t} after {s}.",
    "Several components, among them {a}, {b}, {c} and {d}, have been associated with {p}.",
    "The boxes represent complexes that hold {a}.",
    "Adapted from earlier work on {t}.",
    "Both {p} and {q2} are affected at late stages.",
    "Question marks stand for steps that have not been tested in {t}.",
    "A schematic view of {p} as it takes place in {t} under the influence of {s} is given together with the points "
    "at which {r} can interfere.",
)
_QUOTED = (
    "The cell's own {a} pool isn't shown.",
    'So-called "{p} switches" of {t} are drawn as circles.',
    "The donor's {t} were exposed to {s}.",
)
_COLON = (
    "(A) {t}: control. (B) {t}: {s}.",
    "Three phases are shown: {p}, {q2} and recovery.",
    "Colour key: blue, {p}; red, {q2}.",
)
_LESS = ("Changes with p < 0.05 are marked.", "Only genes with a fold change > 2 or < 0.5 are drawn.")
_SIGNS = ("{a} ↑ and {b} ↓ in {t}.", "{a} → {b} → {c}.", "The distance is 10 µm – 20 µm.", "Cells were kept at 37 °C.")
_ABBREVIATIONS = (
    "{a}, protein {a}; {b}, protein {b}; {c}, receptor of {d}; "
    "ECM, extracellular matrix; ER, endoplasmic reticulum; ROS, reactive oxygen species."
)
_TITLES = (
    "Role of {a} in {p}",
    "{a} signaling in {t}",
    "Regulation of {p} by {a} and {b} in {t}",
    "Schematic overview of the {a}/{b} pathway",
    "Model of {a}-mediated {p} in {t}",
    "Crosstalk between {a} and {b} signaling during {p}",
    "{s} alters {p} through {a}",
    "Mechanisms of {p} in {t}",
    "Proposed mechanism by which {r} acts on {t}",
    "Molecular pathways of {p}",
    "{a} links {s} to {p}",
    "Working model of how {a}, {b} and {c} control {p} in {t}",
    "{p} and {q2} in {t} under {s}",
)
_PAPERS = (
    "{a} mediates {p} in {t} through {b} signaling",
    "Targeting {a} and {b} for the treatment of {p}: a review of recent advances",
    "{r} attenuates {p} by modulating {a} in {t}",
    "The {a}/{b} axis in {p} and {q2}",
    "Transcriptome analysis reveals {a} as a regulator of {p} in {t} exposed to {s}",
    "{s} promotes {p} via {a}-dependent {w} of {b}",
)
_MINED = str.maketrans({"α": "Œ±", "β": "Œ≤", "γ": "Œ≥", "κ": "Œ∫", "δ": "Œ¥"})


_KINDS = {
    "t": TISSUES,
    "p": PROCESSES,
    "q2": PROCESSES,
    "s": STIMULI,
    "r": DRUGS,
    "m": METABOLITES,
    "q": METABOLITES,
    "v": _VERBS,
    "w": _NOUNS,
    "n": ("activate", "inhibit"),
    "x": ("activate", "inhibit"),
}


class _Words:
    """What stands for each letter of a sentence, chosen when the sentence asks for it."""

    def __init__(self, chance: Callable[[], float], names: Sequence[str]) -> None:
        self._random, self._names = chance, names

    def __getitem__(self, key: str) -> str:
        items = _KINDS.get(key, self._names)
        return items[int(self._random() * len(items))]


class Prose:
    """Writes texts from one source of chance and, for each, the names of a figure's genes."""

    def __init__(self, rng: random.Random) -> None:
        self._random = rng.random
        self._lognormal = rng.lognormvariate

    def _one(self, items: Sequence[str]) -> str:
        return items[int(self._random() * len(items))]

    def title(self, names: Sequence[str]) -> str:
        """A figure's title; one in forty is the same for many figures."""
        if self._random() < 0.025:
            return self._one(("Proposed model", "Graphical summary", "Signaling pathway", "Schematic diagram", "Working model"))
        text = self._one(_TITLES).format_map(_Words(self._random, names))
        return text[0].upper() + text[1:]

    def paper(self, names: Sequence[str]) -> str:
        """A paper's title."""
        text = self._one(_PAPERS).format_map(_Words(self._random, names))
        return text[0].upper() + text[1:] + "."

    def caption(self, names: Sequence[str]) -> str:
        """A caption of 20 to 7,000 characters: median 720, one in a hundred over 2,800; one in 140 is a word or two."""
        chance = self._random()
        if chance < 0.007:
            return "Model." if chance < 0.003 else "See text for details."
        length = min(7000.0, self._lognormal(5.3, 0.8) if chance < 0.12 else self._lognormal(6.62, 0.58))
        room = length - 55  # the sentence that passes the length is kept whole
        words = _Words(self._random, names)
        parts = [self.title(names) + "."]
        total = len(parts[0])
        extras = [t for share, t in ((0.13, _QUOTED), (0.16, _COLON), (0.024, _LESS), (0.22, _SIGNS)) if self._random() < share]
        one = self._one
        while total < room:
            if extras:
                form = one(extras.pop())
            elif self._random() < 0.45:
                form = one(_WHERE) + one(_RELATIONS) + one(_THEN)
            else:
                form = one(_PLAIN)
            text = form.format_map(words)
            text = text[0].upper() + text[1:]
            parts.append(text)
            total += len(text) + 1
        if length > 400 and self._random() < 0.2:
            parts.append(_ABBREVIATIONS.format_map(words))
        text = " ".join(parts)
        return text.translate(_MINED) if self._random() < 0.16 else text
