"""The tokens of a sentence: its words in their order, without brackets, phrases read as one word."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.once import once
from sitegen.relations.tokens.runs import run
from sitegen.relations.tokens.words import BRACKETED, JOINED, PHRASED, TELLS, Token, word, word_of

_CIRCLED = re.compile("[\u2460-\u24ff\u2776-\u2793]")
"""Numbers in circles, which point into the drawing."""
DASHES = re.compile(r"[-‐‑–—−]")
_LIST_LABEL = re.compile(r"[a-zA-Z]|[ivx]+|\d{1,2}|[①-⑳]")
_MAX_TOKENS = 400
"""A sentence longer than this is a table or a list; the rest of it is left out."""


class Sentence(NamedTuple):
    """A sentence as it stands: its text, its raw tokens and their marks together."""

    text: str
    tokens: list[Token]
    marks: int


def sentence(text: str) -> Sentence:
    """A sentence taken apart: brackets and commas are tokens of their own, the full stop is none."""
    found: list[Token] = []
    marks = 0
    genus = -1
    if not text.isascii():
        text = _CIRCLED.sub(" ", text)
    for part in text.split():
        if len(found) >= _MAX_TOKENS:
            break
        # most runs need no taking apart: letters and digits, with a comma or full stop after them at most
        if part.isalnum():
            token = word_of(part)
            marks |= token.marks
            found.append(token)
            if genus >= 0:
                _join_species(found, genus)
                genus = -1
            continue
        last = part[-1]
        stem = part[:-1] if last in ",.;:" else part
        if stem.isalnum():
            token = word_of(stem)
            marks |= token.marks
        elif stem.replace("-", "").isalnum():
            token = word_of(stem)
            marks |= token.marks | TELLS | JOINED
        else:
            tokens, told = run(part)
            marks |= told
            found += tokens
            stem = ""
        if stem:
            found.append(token)
            if last in ",;:":
                token = word_of(last)
                marks |= token.marks
                found.append(token)
        if genus >= 0:
            _join_species(found, genus)
        genus = len(found) - 1 if last == "." and len(part) == 2 and part[0].isupper() else -1
    return Sentence(text, found[:_MAX_TOKENS], marks)


def _join_species(found: list[Token], genus: int) -> None:
    """The two words of "H. pylori" as one name."""
    if genus + 1 < len(found):
        first, second = found[genus], found[genus + 1]
        text = second.text
        if text.islower() and text.isalpha() and len(text) > 3 and text.endswith(lexis.EPITHETS):
            found[genus : genus + 2] = [word(f"{first.text}. {text}")]


def clean(raw: Sentence) -> list[Token]:
    """The sentence's tokens without brackets: a short name moves to the word before it (`abbr`),
    examples (`(such as X)`, `(A, B and C)` after a class) stay in line, anything else falls away.
    """
    tokens = _without_label(_without_brackets(raw.tokens) if raw.marks & BRACKETED else raw.tokens)
    if raw.marks & JOINED and ("- " in raw.text or "‐ " in raw.text):
        for i, token in enumerate(tokens):
            if token.text[-1] in "-‐–" and len(token.text) > 2:
                _share_suffix(tokens, i)
    return _phrases(tokens) if raw.marks & PHRASED else tokens


def _share_suffix(tokens: list[Token], i: int) -> None:
    """Give a name with a lone dash what the next one has after its own: "A- and B-induced"."""
    if i + 1 < len(tokens) and tokens[i + 1].tag == "C":
        for j in range(i + 2, min(i + 8, len(tokens))):
            suffix = tokens[j].low.rpartition("-")[2]
            if suffix in lexis.SUFFIXES and suffix != tokens[j].low:
                tokens[i] = word(tokens[i].text[:-1] + "-" + suffix)
                return


def _without_brackets(raw: list[Token]) -> list[Token]:
    out: list[Token] = []
    i, n = 0, len(raw)
    while i < n:
        token = raw[i]
        text = token.text
        if text in "([{":
            close = _matching(raw, i)
            if close < 0:
                i += 1
                continue
            if text == "(":
                out.extend(_bracket(raw[i + 1 : close], out))
            i = close + 1
            continue
        if text in ")]}":
            if out and _LIST_LABEL.fullmatch(out[-1].text):
                out.pop()
            i += 1
            continue
        if text[0] in "-–‐/" and out and i and raw[i - 1].text == ")":
            if raw[i - 2].text[-1].isalnum():
                _go_on(out, text)
            else:
                # "(+)-zizaene"
                out.append(word(text[1:] or text))
        elif text[0].isdigit() and len(text) < 3 and out and out[-1].abbr and raw[i - 1].text == ")" and out[-1].abbr.isalpha():
            # "interferon response factor (IRF)3"
            out[-1] = out[-1].called(out[-1].abbr + text)
        else:
            out.append(token)
        i += 1
    return out


def _go_on(out: list[Token], text: str) -> None:
    """What follows a bracket without a blank: "growth factor (GF)-induced", "Janus kinase (JAX)/signal transducer (STX)"."""
    short = out[-1].abbr
    if text[0] in "/–-" and text[1:].isalpha() and text.islower() and len(text) > 4 and text[1:] not in lexis.SUFFIXED:
        out += [word("and", "C"), word(text[1:])]
        return
    if short:
        letters = [c for c in short.lower() if c.isalpha() and c.isascii()]
        start = len(out) - len(letters)
        if start >= 0 and [t.low[0] for t in out[start:]] == letters:
            del out[start:-1]
    out[-1] = word((short or out[-1].text) + text)


def _matching(raw: list[Token], i: int) -> int:
    depth = 0
    for j in range(i, min(len(raw), i + 80)):
        if raw[j].text in "([{":
            depth += 1
        elif raw[j].text in ")]}":
            depth -= 1
            if depth == 0:
                return j
    return -1


def _bracket(inner: list[Token], before: list[Token]) -> list[Token]:
    inner = _without_look(inner)
    words = [t for t in inner if t.text not in ",;:"]
    if not words or not before:
        return []
    first = words[0].low
    if first in ("such", "e.g", "including", "like", "i.e", "eg", "namely") and len(words) > 1:
        skip = 2 if first == "such" else 1
        example = word("such as", "E")
        rest = inner[inner.index(words[0]) + skip :]
        while rest and rest[0].text in ",;:":
            rest = rest[1:]
        if rest and rest[0].tag == "P":
            # "(e.g., through A)" gives no example of the word before
            return []
        return [example, *(t for t in rest if t.text not in "()[]{}")] if rest else []
    if any(t.low in lexis.ASIDES for t in words):
        return []
    if first in ("a", "an") and any(t.low in lexis.AGENTS for t in words):
        comma = word(",")
        return [comma, *inner, comma]
    head = before[-1]
    if len(words) == 1 and named(words[0].text):
        short = words[0].text
        if len(short) == 2 and short[1].isdigit() and short[0].lower() not in {p[:1] for p in DASHES.split(head.low)}:
            # a panel: "inhibiting proliferation (B1)"
            return []
        start = _spelled_across(before, short)
        if start < 0 and short[-1] == "s":
            start = _spelled_across(before, short[:-1])
        if start >= 0:
            # "suppressor of cytokine signaling (SOCS)" is one name
            before[start:] = [word(short, "N")]
        elif not head.abbr:
            before[-1] = head.called(short)
        return []
    if len(words) <= 3 and len(inner) == len(words) and all(any(c.isupper() for c in t.text) for t in words) and not head.abbr:
        if head.low[-1:] != "s":
            before[-1] = head.called(" ".join(t.text for t in words))
        return []
    names = [t for t in words if named(t.text)]
    if names and len(names) < len(words):
        # "(NPX and Z)": a single letter beside a name
        names = [t for t in words if named(t.text) or (len(t.text) == 1 and t.text.isupper())]
    if (
        len(names) >= 2
        and len(names) >= len(words) - 1
        and head.low[-1:] == "s"
        and head.low[-2:] not in ("is", "ss", "us")
        and (head.low not in lexis.REJECTED or head.low in lexis.CLASS)
    ):
        return [word("such as", "E"), *inner]
    return []


_SMALL = frozenset({"of", "and", "in", "for", "to", "the", "with"})
_AFTER_NAME = frozenset({"gene", "protein", "proteins", "family", "complex", "pathway"})


def _spelled_across(before: list[Token], short: str) -> int:
    """Where words with "of" or "and" between them begin that a short name consists of; -1 where there are none."""
    letters = "".join([c for c in short.lower() if c.isalpha()])
    left = len(letters)
    small = False
    if left < 3 or _SMALL.isdisjoint([t.low for t in before[-8:]]):
        return -1
    for i in range(len(before) - 1, max(-1, len(before) - 12), -1):
        token = before[i]
        if token.low in _SMALL:
            small = True
            if letters[left - 1] == token.low[0] and token.low == "of":
                left -= 1
            continue
        if token.low in _AFTER_NAME and left == len(letters):
            continue
        for part in reversed([p for p in DASHES.split(token.low) if p[:1].isalpha()]):
            if left and part[0] == letters[left - 1]:
                left -= 1
            else:
                return -1
        if not left:
            return i if small else -1
    return -1


def _without_look(inner: list[Token]) -> list[Token]:
    """What stands in brackets up to "shown in red"."""
    for i in range(1, len(inner)):
        if inner[i].low in ("shown", "indicated", "marked", "highlighted") and inner[i - 1].text not in ",;":
            return inner[:i]
    return inner


@once
def named(text: str) -> bool:
    """Whether a word in brackets can be a short name: letters with a capital, a digit or Greek in it."""
    return (
        1 < len(text) <= 14
        and any(c.isalpha() for c in text)
        and text[0] not in "‘’“”'\""
        and any(c.isupper() or c.isdigit() or not c.isascii() for c in text)
        and not (text[0].isdigit() and len(text) < 3)
        and not (text[0] == "C" and len(text) == 3 and text[1:].isdigit())
        and text.lower() not in lexis.ASIDES
        and "=" not in text
    )


def _without_label(tokens: list[Token]) -> list[Token]:
    """Without a panel's label at the start: `A,`, `b`, `Left panel:`."""
    if len(tokens) > 2 and _LIST_LABEL.fullmatch(tokens[0].text):
        if tokens[1].text in ",.:;":
            return tokens[2:]
        if tokens[0].text not in ("A", "a", "I"):
            return tokens[1:]
        if tokens[1].text[:1].isupper():
            return tokens[1:]
    for k in range(min(4, len(tokens))):
        if tokens[k].text == ":" and all(t.low not in lexis.FORMS for t in tokens[:k]):
            return tokens[k + 1 :]
    return tokens


def _phrases(tokens: list[Token]) -> list[Token]:
    """Several words that are read as one ("in response to") joined, and arrows tagged."""
    starts = lexis.PHRASES
    following = lexis.FOLLOWING
    low = [t.low for t in tokens]
    low.append("")
    marked = [
        i
        for i, token in enumerate(tokens)
        if token.marks & PHRASED and (not following[token.low] or low[i + 1] in following[token.low])
    ]
    if not marked:
        return tokens
    out: list[Token] = []
    i, n = 0, len(tokens)
    for at in marked:
        if at < i:
            continue
        out.extend(tokens[i:at])
        i = at + 1
        token = tokens[at]
        if token.text in lexis.ARROWS:
            token = token.tagged(">")
        else:
            for parts, tag in starts[token.low]:
                j = at + len(parts)
                if j <= n and tuple(low[at:j]) == parts:
                    token = word(" ".join([t.text for t in tokens[at:j]]), tag)
                    i = j
                    break
        out.append(token)
    out.extend(tokens[i:])
    return out


def arrow_sign(text: str) -> str:
    """The sign of an arrow character; empty for one that points back or both ways."""
    return lexis.ARROWS.get(text, "")
