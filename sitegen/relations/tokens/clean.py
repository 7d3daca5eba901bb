"""The tokens of a sentence as they are read: without brackets and labels, phrases joined, lone dashes filled in."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.tokens.brackets import LIST_LABEL, without_brackets
from sitegen.relations.tokens.members import share_stems
from sitegen.relations.tokens.phrases import join_phrases
from sitegen.relations.tokens.sentence import Sentence
from sitegen.relations.tokens.words import BRACKETED, COLON, JOINED, NUMBERED, PHRASED, Token, word


def clean(raw: Sentence) -> list[Token]:
    """The sentence's tokens without brackets: a short name moves to the word before it (`abbr`),
    examples (`(such as X)`, `(A, B and C)` after a class) stay in line, anything else falls away.
    """
    tokens = _without_label(without_brackets(raw.tokens) if raw.marks & BRACKETED else raw.tokens, raw.marks)
    if raw.marks & JOINED and ("- " in raw.text or "‐ " in raw.text):
        for i, token in enumerate(tokens):
            if token.text[-1] in "-‐–" and len(token.text) > 2:
                _share_suffix(tokens, i)
    if "/" in raw.text:
        for i, token in enumerate(tokens):
            if "/" in token.text and token.text.islower():
                tokens[i] = _one_change(token)
    if raw.marks & NUMBERED:
        share_stems(tokens)
    return join_phrases(tokens) if raw.marks & PHRASED else tokens


def _share_suffix(tokens: list[Token], i: int) -> None:
    """Give a name with a lone dash what the next one has after its own: "A- and B-induced"."""
    if i + 1 < len(tokens) and tokens[i + 1].tag == "C":
        for j in range(i + 2, min(i + 8, len(tokens))):
            suffix = tokens[j].low.rpartition("-")[2]
            if suffix in lexis.SUFFIXES and suffix != tokens[j].low:
                tokens[i] = word(tokens[i].text[:-1] + "-" + suffix)
                return


def _one_change(token: Token) -> Token:
    """Nouns of change side by side as one: "phosphorylation/degradation" says what the one with a sign says."""
    parts = token.text.split("/")
    if all(part in lexis.AGENTS for part in parts) and len({lexis.AGENTS[part].sign for part in parts} - {0}) < 2:
        return word(parts[0])  # "an agonist/ligand of A"
    if not all(part in lexis.EFFECTS for part in parts):
        return token
    signs = {lexis.EFFECTS[part].sign for part in parts} - {0}
    if len(signs) > 1:
        return word("regulation")
    return word(next((part for part in parts if lexis.EFFECTS[part].sign), parts[0]))


def _without_label(tokens: list[Token], marks: int) -> list[Token]:
    """Without a panel's label at the start: `A,`, `b`, `Left panel:`."""
    if len(tokens) > 2 and LIST_LABEL.fullmatch(tokens[0].text):
        if tokens[1].text in ",.:;":
            return tokens[2:]
        if tokens[0].text not in ("A", "a", "I"):
            return tokens[1:]
        if tokens[1].text[:1].isupper():
            return tokens[1:]
    for k in range(min(4, len(tokens)) if marks & COLON else 0):
        if tokens[k].text == ":" and all(t.low not in lexis.FORMS for t in tokens[:k]):
            return tokens[k + 1 :]
    return tokens
