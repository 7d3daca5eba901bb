"""Brackets: a short name moves to the word before it, examples stay, colours and panels go.

"tyrosine hydroxylase (TH)" is TH, "cytokines (such as A and B)", "cytokines (A and B)" name examples, "(red, upper left)"
says nothing.
"""

from __future__ import annotations

import re

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.relations.abbreviations import long_name
from sitegen.relations.names.symbols import has_ending, initials
from sitegen.relations.tokens.words import BRACKETED, Token, word

DASHES = re.compile(r"[-‐‑–—−]")
LIST_LABEL = re.compile(r"[a-zA-Z]|[ivx]+|\d{1,2}[a-h]?|[①-⑳]")
_GREEK = {"α": "a", "β": "b", "γ": "g", "δ": "d", "κ": "k"}
"""Letters that a short name writes in Latin: "inhibitor of κB kinase (IKK)"."""
_LONGEST_CHAIN = 40
"""Letters of a chain in brackets."""
_LONGEST = 80
"""Tokens of a bracket."""
_SPELLED = 7
"""Tokens before a bracket in which its short name may be spelled out."""


def without_brackets(raw: list[Token]) -> list[Token]:
    """The tokens without brackets; what stood in them is read where it says something."""
    out: list[Token] = []
    i, n = 0, len(raw)
    closed = False
    while i < n:
        token = raw[i]
        if token.marks & BRACKETED:
            i, closed = _at_bracket(raw, i, out)
            continue
        if closed and out:
            called, i = _named_twice(raw, i) if token.text[0] == "/" and out[-1].abbr else ("", i)
            if called:
                out[-1] = out[-1].called(out[-1].abbr + called)
            else:
                _after_bracket(raw, i, token, out)
        else:
            out.append(token)
        closed = False
        i += 1
    return out


def _at_bracket(raw: list[Token], i: int, out: list[Token]) -> tuple[int, bool]:
    """Read the bracket at `i`; returns where to go on, and whether a round bracket closes right before."""
    text = raw[i].text
    if text in ")]}":
        if out and LIST_LABEL.fullmatch(out[-1].text):
            out.pop()
        return i + 1, text == ")"
    close = _matching(raw, i)
    if close < 0:
        return i + 1, False
    if text == "(":
        out.extend(_bracket(raw[i + 1 : close], out))
    return close + 1, raw[close].text == ")"


def _after_bracket(raw: list[Token], i: int, token: Token, out: list[Token]) -> None:
    """A token right after a closing bracket may go on with what stood before it."""
    text = token.text
    if text[0] in "-–‐/":
        if text[0] == "-" and text[1:].isalpha() and text.islower() and raw[i - 2].text.replace(",", "").isdigit():
            # "phosphatidylinositol (3,4,5)-triphosphate"
            out.append(word(raw[i - 2].text + text))
        elif raw[i - 2].text[-1].isalnum():
            _go_on(out, text)
        else:
            # "(+)-zizaene"
            out.append(word(text[1:] or text))
    elif text[0].isdigit() and len(text) < 3 and out[-1].abbr.isalpha():
        # "interferon response factor (IRF)3"
        out[-1] = out[-1].called(out[-1].abbr + text)
    elif text[0].isdigit() and len(text) < 3 and out[-1].text.isupper() and out[-1].text == raw[i - 2].text:
        # "interferon-activated factor (IAF) 3"
        out[-1] = word(out[-1].text + text, "N")
    else:
        out.append(token)


def _named_twice(raw: list[Token], i: int) -> tuple[str, int]:
    """ "Kinase one (AKX)/kinase two (BKX) pathway": the second short name with its slash, and where its bracket closes."""
    if "/" in raw[i].text[1:]:
        return "", i
    for j in range(i + 1, min(i + 6, len(raw) - 3)):
        if raw[j].text == "(":
            chained = raw[j + 2].text == ")" and any(t.low in lexis.CHAIN for t in raw[j + 3 : j + 5])
            return ("/" + raw[j + 1].text, j + 2) if chained and named(raw[j + 1].text) else ("", i)
        if raw[j].tag not in "N?":
            break
    return "", i


def _go_on(out: list[Token], text: str) -> None:
    """What follows a bracket without a blank: "growth factor (GF)-induced", "Janus kinase (JAX)/signal transducer (STX)"."""
    short = out[-1].abbr
    if short and text[0] == "-" and text[1:] in lexis.CHEMICALS:
        out[-1] = word(short + text, "N")  # "phosphatidylglycerol (PG)-phosphate"
        return
    if text[0] in "/–-" and text[1:].isalpha() and text.islower() and len(text) > 4 and text[1:] not in lexis.SUFFIXED:
        out += [word("and", "C"), word(text[1:])]
        return
    if short:
        letters = [c for c in short.lower() if c.isalpha() and c.isascii()]
        start = len(out) - len(letters)
        if start >= 0 and [t.low[0] for t in out[start:]] == letters:
            del out[start:-1]
        elif len(out) > 1 and out[-2].tag == "N" and out[-2].text.islower() and initials([out[-2].low, out[-1].low], short):
            # "phosphatidylinositol-3 kinase (PIX3)/AKX"
            del out[-2]
    out[-1] = word((short or out[-1].text) + text)


def _matching(raw: list[Token], i: int) -> int:
    """The bracket that closes the one at `i`; -1 where none does soon."""
    depth = 0
    for j in range(i, min(len(raw), i + _LONGEST)):
        if raw[j].marks & BRACKETED:
            depth += 1 if raw[j].text in "([{" else -1
            if depth == 0:
                return j
    return -1


def _bracket(inner: list[Token], before: list[Token]) -> list[Token]:
    """What stays of a bracket's words in the sentence; a short name goes to the last word before it."""
    inner = _without_look(inner)
    words = [t for t in inner if t.text not in ",;:"]
    if not words or not before:
        return []
    first = words[0].low
    if first in lexis.EXAMPLES_WORDS and len(words) > 1:
        if _is_one(before[-1].text):
            return []  # "A (i.e. B)": no kinds of A
        return _examples(inner, inner.index(words[0]) + (2 if first == "such" else 1))
    if any(t.low in lexis.ASIDES for t in words):
        return []
    if first in lexis.INDEFINITE_WORDS and any(t.low in lexis.AGENTS for t in words):
        # "A (an inhibitor of B)"
        comma = word(",")
        return [comma, *inner, comma]
    head = before[-1]
    if len(words) == 1 and "=" in words[0].text:
        # "undecaprenyl pyrophosphate (UPX=C55-PX)"
        words = [word(words[0].text.partition("=")[0] or words[0].text)]
    if len(words) == 1 and named(words[0].text):
        _call(before, head, words[0].text)
        return []
    if len(words) <= 3 and len(inner) == len(words) and not head.abbr and all(any(map(str.isupper, t.text)) for t in words):
        if head.low[-1:] != "s":
            before[-1] = head.called(" ".join([t.text for t in words]))
        return []
    return [word("such as", "E"), *inner] if _lists_members(words, head) else []


def _is_one(text: str) -> bool:
    """Whether a word names one thing: a symbol or a capital, and no plural."""
    return text[:1].isupper() and text[-1] != "s" and text.isalnum()


def _examples(inner: list[Token], start: int) -> list[Token]:
    """ "(e.g., A and B)" gives examples of the word before; "(e.g., through A)" gives none."""
    while start < len(inner) and inner[start].text in ",;:":
        start += 1
    rest = inner[start:]
    if not rest or rest[0].tag == "P":
        return []
    return [word("such as", "E"), *(t for t in rest if not t.marks & BRACKETED)]


def _call(before: list[Token], head: Token, short: str) -> None:
    """ "Tyrosine hydroxylase (TH)": the short name goes to the word before it, or takes the place of what it spells out."""
    if len(short) == 2 and short[1].isdigit() and short[0].lower() not in {p[:1] for p in DASHES.split(head.low)}:
        # a panel: "inhibiting proliferation (B1)"
        return
    start = _spelled_across(before, short)
    if start < 0 and short[-1] == "s":
        start = _spelled_across(before, short[:-1])
    if start < 0:
        start = _agent_named(before, short)
    if start < 0:
        start = _deed_named(before, short)
    if start >= 0:
        # "suppressor of cytokine signaling (SOCS)" is one name
        before[start:] = [word(short, "N")]
    elif not head.abbr:
        before[-1] = head.called(short)


def _agent_named(before: list[Token], short: str) -> int:
    """Where "suppressor of fused" or "antagonist of cell death" begins that a short name stands for; -1 where it stands for none.

    "Inhibited by suppressor of fused (SUFU)" is less by SUFU; "inhibitor of cyclin-dependent kinase (CDK)" is of CDK.
    """
    for i in range(len(before) - 3, max(-1, len(before) - 8), -1):
        if before[i + 1].low == "of" and before[i].low in lexis.AGENTS:
            text = " ".join([t.text for t in before[i:]])
            if text in (long_name(short, text), long_name(short[:-1], text)):
                return i
            of = " ".join([t.text for t in before[i + 2 :]])
            spelled = long_name(short, of) or long_name(short[:-1], of) or of.endswith(lexis.ENZYMES_ENDINGS)
            return i if lexis.AGENTS[before[i].low].sign < 0 and before[i].low[-1] != "s" and not spelled else -1
    return -1


def _deed_named(before: list[Token], short: str) -> int:
    """Where "proliferation-inducing ligand" or "receptor for retinal binding" begins that a short name stands for; -1 where it
    stands for none.

    What its words say of each other is its name: APRIL does not act on proliferation by that.
    """
    low = max(0, len(before) - _SPELLED)
    low = next((i + 1 for i in range(len(before) - 1, low, -1) if before[i].tag in ",;"), low)
    if (short[-1] == "s" and before[-1].low in lexis.LISTED) or not any(map(_parts_name, [t.low for t in before[low:-1]])):
        return -1
    letters = short.rstrip("0123456789")
    numbered = letters != short and before[-1].text == short[len(letters) :]
    spelled = letters if numbered or (letters != short and short[-1] not in before[-1].text) else short
    words = before[low : len(before) - numbered]
    long = long_name(spelled, " ".join([t.text for t in words]))
    start = len(before) - numbered - len(long.split())
    whole = bool(long) and long.startswith(before[start].text) and before[start].low not in lexis.DEFINITE_WORDS
    return start if whole and any(map(_parts_name, [t.low for t in before[start:-1]])) else -1


@once
def _parts_name(word: str) -> bool:
    """Whether a word parts a name in two: "inducing" or "A-activated" by what one does to the other, or "for"."""
    tail = word.rpartition("-")[2]
    return tail in lexis.SUFFIXES or tail in lexis.OF_KIND_FORMS or word == "for"


def _lists_members(words: list[Token], head: Token) -> bool:
    """Whether the words in a bracket are names after a plural: "cytokines (A, B and C)"."""
    low = head.low
    if (
        low[-1:] != "s"
        or low[-2:] in ("is", "ss", "us")
        or (low in lexis.REJECTED and low not in lexis.CLASS and low not in lexis.CHAIN and low not in lexis.CLASSES)
    ):
        return False
    names = sum(named(t.text) for t in words)
    if names < len(words) and (names or low in lexis.LISTED):
        # "(NPX and Z)": a single letter beside a name
        names += sum(len(t.text) == 1 and t.text.isupper() for t in words)
        # "(PSX95 and synaptotagmin)"
        names += sum(not named(t.text) and (t.low in lexis.CHEMICALS or has_ending(t.low)) for t in words)
    return names >= 2 and names >= len(words) - 1


def _spelled_across(before: list[Token], short: str) -> int:
    """Where words with "of" or "and" between them begin that a short name consists of; -1 where there are none."""
    letters = "".join([c for c in short.lower() if c.isalpha()])
    left = len(letters)
    small = False
    if left < 3 or lexis.SPELLED_OVER_WORDS.isdisjoint([t.low for t in before[-8:]]):
        return -1
    for i in range(len(before) - 1, max(-1, len(before) - 12), -1):
        token = before[i]
        if token.low in lexis.SPELLED_OVER_WORDS:
            small = True
            if letters[left - 1] == token.low[0] and token.low in lexis.SPELLED_WITH_WORDS:
                left -= 1
            continue
        if token.low in lexis.AFTER_NAME_NOUNS and left == len(letters):
            continue
        for part in reversed([p for p in DASHES.split(token.low) if p[:1].isalpha()]):
            if 1 < len(part) < 4 and letters[:left].endswith(part):
                # "inhibitor of κB (IκB)"
                left -= len(part)
            elif part in lexis.SPELLED_OVER_WORDS:
                continue
            elif left and _GREEK.get(part[0], part[0]) == letters[left - 1]:
                left -= 1
            else:
                return -1
        if not left:
            return i if small else -1
    return -1


def _without_look(inner: list[Token]) -> list[Token]:
    """What stands in brackets up to "shown in red"."""
    for i in range(1, len(inner)):
        if inner[i].low in lexis.LOOKS_FORMS and inner[i - 1].text not in ",;":
            return inner[:i]
    return inner


@once
def named(text: str) -> bool:
    """Whether a word in brackets can be a short name: letters with a capital, a digit or Greek in it."""
    return (
        1 < len(text) <= (_LONGEST_CHAIN if text.count("/") > 1 else 14)
        and any(c.isalpha() for c in text)
        and text[0] not in "‘’“”'\""
        and any(c.isupper() or c.isdigit() or not c.isascii() for c in text)
        and not (text[0].isdigit() and len(text) < 3)
        and not (text[0] == "C" and len(text) == 3 and text[1:].isdigit())
        and text.lower() not in lexis.ASIDES
        and "=" not in text
    )
