"""Which words of a sentence are verbs, nouns and small words.

Tags: N noun or adjective, V verb, D determiner, P preposition, K cause ("in response to"), C coordinator, R relative,
S subordinator, B be, H have or do, M modal, X not, A adverb, J pronoun, T infinitive to, E "such as", `,` `;` `>`.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.names.symbols import has_ending, shaped, spelled_out
from sitegen.relations.tagging.unknown_verbs import tag_unknown_verbs
from sitegen.relations.tagging.verbs import is_verb, near, particle
from sitegen.relations.tokens.words import BRACKETED, COLON, STRANGE, UNSURE, Token, word

_THIRD = frozenset({"s"})
_PRESENT = frozenset({"s", "base"})
_FINITE = frozenset({"s", "ed"})
_BEGINS_CLAUSE = ("?", "M", "B", "H", "X")
"""Tags of what follows "that" where it is a relative."""
_IS_SO = ["is", ","]
_SPELLED = 7
"""Words before a short name that it can spell out."""


def tag(tokens: list[Token], marks: int) -> None:
    """Give every token its tag, verbs last, from their neighbours; `marks` are those of the sentence's runs."""
    if tokens and tokens[0].tag == "N" and tokens[0].low in lexis.TAGS and tokens[0].text != "NO":
        tokens[0] = tokens[0].tagged(lexis.TAGS[tokens[0].low])
    if tokens and tokens[0].tag == "C" and tokens[0].low in lexis.COMPANY_WORDS:
        _with_companions(tokens)
    if marks & UNSURE:
        for i, token in enumerate(tokens):
            if token.marks & UNSURE:
                told = _small_word(tokens, i, token)
                if told:
                    tokens[i] = token.tagged(told)
    if marks & (BRACKETED | COLON):
        _bracketed_and_listed(tokens)
    if marks & STRANGE:
        tag_unknown_verbs(tokens)
    for i in [i for i, token in enumerate(tokens) if token.tag == "?"]:
        tokens[i] = tokens[i].tagged("V" if is_verb(tokens, i) else "N")


def _bracketed_and_listed(tokens: list[Token]) -> None:
    """Words that a short name spells out are no verbs; "activates two components: A and B" gives examples."""
    for i, token in enumerate(tokens):
        if token.abbr and i > 1:
            _spell_out(tokens, i)
        elif token.text == ":" and i and tokens[i - 1].low in lexis.LISTED and any(t.tag in "?VB" for t in tokens[:i]):
            tokens[i] = token.tagged("E")


def _spell_out(tokens: list[Token], i: int) -> None:
    """The words that the short name after token `i` spells out are no verbs: "Interferon stimulated genes (ISGs)"."""
    low = max(0, i - _SPELLED)
    start = spelled_out([t.low for t in tokens[low : i + 1]], tokens[i].abbr)
    if start >= 0:
        tokens[low + start : i + 1] = [token.tagged("N") for token in tokens[low + start : i + 1]]


def _small_word(tokens: list[Token], i: int, token: Token) -> str:
    """The tag of a small word where it is another one than it has by itself; empty where it is that one."""
    low = token.low
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if low == "to":
        after = near(tokens, i, 1)
        verbal = after is not None and (
            after.tag == "B" or (after.tag == "?" and "base" in lexis.KINDS[after.low] and not _noun_after_to(tokens, i, after))
        )
        return "T" if verbal else ""
    if low == "that":
        so = i > 0 and tokens[i - 1].tag == "," and [t.low for t in tokens[i + 1 : i + 3]] == _IS_SO
        return "A" if so else _that(tokens, i)  # "grows, that is, by reducing B"
    if low in lexis.RESIDUES:
        # "is tyrosine phosphorylated"
        return "A" if following is not None and following.low in lexis.ON_RESIDUES_FORMS else ""
    if low == "less":
        return "N" if following is not None and _is_amount(following) else ""
    if low in lexis.OF_TWO_WORDS:
        return "D" if following is not None and following.tag == "N" else ""
    if low in lexis.EMPHATIC_WORDS:
        return "A" if i and tokens[i - 1].tag == "N" else ""
    if low == "so":
        return "A" if i and tokens[i - 1].tag == "C" else ""
    if low == "then":
        return "A" if i and _goes_on(tokens, i) else ""
    if low in lexis.EXEMPLIFYING_WORDS:
        return "E" if following is not None and _gives_examples(tokens, i, following) else ""
    if low in lexis.FLOATING_WORDS and following is not None and _floats(tokens, i, following):
        return "A"
    if low in lexis.GROUNDS_WORDS:
        return "S" if _gives_grounds(tokens, i) else ""
    if low == "both" and following is not None and following.tag == "P" and i and tokens[i - 1].tag in "?VB":
        return "A"
    return "J" if token.tag == "D" and low in lexis.DEMONSTRATIVES and _stands_alone(near(tokens, i, 1)) else ""


def _gives_examples(tokens: list[Token], i: int, following: Token) -> bool:
    """Whether names of a class follow it: "kinases like MEX3", "pathways involving MEX3"."""
    if not i or following.tag not in "ND" or following.low in lexis.INDEFINITE_WORDS:
        return False
    before = tokens[i - 1].low
    if before in lexis.ASSEMBLIES_NOUNS and any(map(_makes, tokens[max(0, i - 4) : i])):
        return False  # "A forms a complex comprising B"
    if before in lexis.CHAIN or before in lexis.EVENTS_NOUNS:
        return tokens[i].low in lexis.INVOLVING_WORDS or (before[-1] == "s" and shaped(following.text))
    several = before in lexis.LISTED or (before[-1] == "s" and (before in lexis.CLASS or before in lexis.CLASSES))
    return several and tokens[i].low not in lexis.INVOLVING_WORDS and shaped(following.text)


def _makes(token: Token) -> bool:
    """Whether a word is a verb that says what is made: "forms"."""
    return any(sense.group == "production" for form in lexis.FORMS.get(token.low, ()) for sense in lexis.SENSES[form.verb])


def _gives_grounds(tokens: list[Token], i: int) -> bool:
    """Whether "as" opens a clause: "As A activates B, …", "…, as A activates B"."""
    if i and tokens[i - 1].tag != ",":
        return False
    for token in tokens[i + 1 : i + 8]:
        if token.tag in "BM":
            return True
        if token.tag == "?" and lexis.KINDS[token.low] == _THIRD and token.low not in lexis.NOUN_TOO:
            return True
        if token.tag not in "NDA?":
            return False
    return False


def _floats(tokens: list[Token], i: int, following: Token) -> bool:
    """Whether "all" stands between a list and its verb: "A, B and C all lead to D"."""
    verb = following.tag == "?" and "base" in lexis.KINDS[following.low]
    return verb and i > 2 and tokens[i - 1].tag == "N" and any(t.tag == "C" for t in tokens[max(0, i - 6) : i])


def _with_companions(tokens: list[Token]) -> None:
    """ "Together with A, B activates C": A does so too."""
    for i in range(2, len(tokens) - 2):
        if tokens[i].tag == "," and tokens[i + 1].tag == "N":
            tokens[0], tokens[i] = tokens[0].tagged("A"), word("and", "C")
            return
        if tokens[i].tag not in "NDC":
            return


def _that(tokens: list[Token], i: int) -> str:
    """ "A that activates B" is a relative, "show that A activates B" is none."""
    before = tokens[i - 1].tag if i else ""
    after = near(tokens, i, 1)
    if after is not None and after.tag == ",":
        after = _past_aside(tokens, i)
    if before == "?" and (tokens[i - 1].low in lexis.CLASSES or tokens[i - 1].low in lexis.CLASS):
        before = "N"  # "complexes that cut B"
    if after is None or before not in ("N", ",") or after.tag not in _BEGINS_CLAUSE:
        return "S"
    return "R"


def _past_aside(tokens: list[Token], i: int) -> Token | None:
    """What stands after the adverb between two commas after `i`: "A that, in turn, activates B"."""
    following = [t.tag for t in tokens[i + 1 : i + 4]]
    return near(tokens, i + 3, 1) if following == [",", "A", ","] else None


def _goes_on(tokens: list[Token], i: int) -> bool:
    """Whether "then" at `i` joins no clauses: "which then activates", "A then activates"."""
    before = tokens[i - 1].tag
    following = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return (
        before in "MBHR"
        or (before == "?" and following == "to")
        or (before == "C" and following in lexis.INTO_WORDS)  # "is converted to A and then to B"
        or _before_first_verb(tokens, i)
    )


def _before_first_verb(tokens: list[Token], i: int) -> bool:
    """Whether "then" at `i` stands between a subject and its verb: no verb between it and the last comma."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or after.tag != "?" or tokens[i - 1].tag != "N" or lexis.KINDS[after.low].isdisjoint(_FINITE):
        return False
    for token in reversed(tokens[:i]):
        if token.tag in (",", ";", "S"):
            return True
        if token.tag in "?BMH":
            return False
    return True


def _stands_alone(after: Token | None) -> bool:
    """Whether "this" before such a word stands for a thing: "this activates B", but not "this activates pathway"."""
    return (
        after is None
        or after.tag in "BMHX"
        or (after.tag == "?" and lexis.KINDS[after.low] <= _PRESENT and after.low not in lexis.NOUN_TOO)
    )


def _is_amount(token: Token) -> bool:
    """Whether there can be less of what a word names: "less degradation", "less FOX2", but not "less active"."""
    return token.tag == "N" and (
        token.low in lexis.EFFECTS or token.low in lexis.PROCESSES or shaped(token.text) or has_ending(token.low)
    )


def _noun_after_to(tokens: list[Token], i: int, after: Token) -> bool:
    """Whether "to" is a preposition: "leads to increase in X", "binding to target genes"."""
    if after.low not in lexis.NOUN_TOO:
        return False
    index = tokens.index(after, i)
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    if follows is None:
        return True
    if follows.tag in (",", ";", "P", "C"):
        return after.low not in lexis.SIGNALING_FORMS or not particle(after, follows)
    if after.low in lexis.AIMED_NOUNS_FORMS and follows.low in lexis.AIMED_FORMS:
        return True
    forms = lexis.FORMS.get(tokens[i - 1].low if i else "", ())
    return follows.tag not in ("D", "N") and any("to" in s.prepositions for f in forms for s in lexis.SENSES[f.verb])


def without_denied(tokens: list[Token]) -> list[Token]:
    """The tagged tokens without what "but not" rules out: "A, but not B, activates C", "basal but not apical A"."""
    low = [t.low for t in tokens]
    if "but" not in low or not lexis.RULED_OUT_WORDS.intersection(low[low.index("but") + 1 :][:1]):
        return tokens
    out: list[Token] = []
    i, n = 0, len(tokens)
    while i < n:
        if low[i] == "but" and i + 2 < n and tokens[i + 1].tag == "X" and tokens[i + 2].tag in "ND" and out:
            i = _after_denied(tokens, i, out)
        else:
            out.append(tokens[i])
            i += 1
    return out


def _after_denied(tokens: list[Token], i: int, out: list[Token]) -> int:
    """Where what the "but not" at `i` rules out ends; `out` is what stands before it."""
    j = i + 2
    while j < len(tokens) and tokens[j].tag in "ND":
        j += 1
    described = out[-1].text[:1].islower() or len(out) == 1 or out[-2].tag == "D"
    denied = tokens[i + 2]
    if j - i > 3 and described and denied.text.islower() and denied.low.endswith(lexis.ADJECTIVAL):
        return i + 3
    return j
