"""Which words that may be verbs are verbs where they stand: "increases", "activated", "binding".

What stands next to the word decides, adverbs left out: after "is" or "may" it is a verb, after "the" it is none, before a
name it often is.  A word that is a noun as often ("increase", `noun_too` in verbs.toml) has to show more.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.names.symbols import has_ending, shaped
from sitegen.relations.tagging.series import in_series
from sitegen.relations.tokens.words import Token

_THIRD = frozenset({"s"})
_FINITE = frozenset({"s", "base", "ed"})
_PRESENT_BASE = frozenset({"base"})
_NAMED = ("D", "N", "?", "J")
"""Tags of what a verb may take as its object."""
_WALL = (",", ";", "C", "R", "S", "T")
"""Tags at which the search for an earlier verb of the same clause ends."""


def near(tokens: list[Token], i: int, step: int) -> Token | None:
    """The next token that is no adverb."""
    i += step
    n = len(tokens)
    while 0 <= i < n:
        token = tokens[i]
        if token.tag != "A":
            return token
        i += step
    return None


def _named(token: Token) -> bool:
    """Whether a word is a symbol or a substance."""
    return shaped(token.text) or token.low in lexis.CHEMICALS or has_ending(token.low)


def particle(token: Token, after: Token | None) -> bool:
    """Whether a verb's own preposition or particle follows: "leads to", "switch on"."""
    return after is not None and any(
        after.low in s.prepositions or after.low in s.tail[:1] for f in lexis.FORMS[token.low] for s in lexis.SENSES[f.verb]
    )


def is_verb(tokens: list[Token], i: int) -> bool:
    """Whether the word at `i`, which has a verb's form, is a verb there."""
    return _Place(tokens, i).is_verb()


class _Place:
    """A word that may be a verb, with the words next to it (`b`, `a`: their tags, empty at a sentence's ends)."""

    __slots__ = ("a", "after", "b", "before", "i", "kinds", "token", "tokens")

    def __init__(self, tokens: list[Token], i: int) -> None:
        self.tokens = tokens
        self.i = i
        self.token = tokens[i]
        self.kinds = lexis.KINDS[self.token.low]
        self.before = before = near(tokens, i, -1)
        self.after = after = near(tokens, i, 1)
        self.b = "" if before is None else before.tag
        self.a = "" if after is None else after.tag

    def is_verb(self) -> bool:
        kinds, b = self.kinds, self.b
        if "ing" in kinds:
            return self._ing()
        if "ed" in kinds and not (b in ("T", "M") and "base" in kinds):
            return self._ed()
        if b in ("T", "M", "X"):
            return True
        if b == "H" and "base" in kinds and self.before is not None and self.before.low in lexis.DO_FORMS:
            return True
        return self._third() if "s" in kinds else self._base()

    # what stands around it

    def _particle(self) -> bool:
        return particle(self.token, self.after)

    def _noun_too(self) -> bool:
        low = self.token.low
        return low in lexis.NOUN_TOO or (self.kinds == _THIRD and any(f.verb in lexis.NOUN_TOO for f in lexis.FORMS[low]))

    def _after_is(self, *words: str) -> bool:
        return self.after is not None and self.after.low in words

    def _before_in(self, words: frozenset[str]) -> bool:
        return self.before is not None and self.before.low in words

    def _earlier(self, tags: str) -> bool:
        return any(t.tag in tags for t in self.tokens[: self.i])

    def _listed(self) -> bool:
        """Whether an "and" stands a few words before."""
        return any(t.tag == "C" for t in self.tokens[max(0, self.i - 6) : self.i])

    def _after_determiner(self) -> bool:
        """Whether a determiner stands before the word before."""
        return self.i > 1 and self.tokens[self.i - 2].tag == "D"

    def _after_colon(self) -> bool:
        """Whether a colon that opens examples stands before: "by two pathways: suppressing A, and activating B"."""
        return self.b == "E" and self.before is not None and self.before.text == ":"

    def _so(self) -> bool:
        """Whether "thus", "thereby" or "hence" stands right before."""
        return self.i > 0 and self.tokens[self.i - 1].low in lexis.SO_WORDS

    # "activating"

    def _ing(self) -> bool:
        token, b, a = self.token, self.b, self.a
        if a == "P" and self._after_is("of"):
            return False
        if b == "B":
            return True
        if b == "D" or (token.low in lexis.TRANSPARENT and a != "D"):
            return False
        if token.low in lexis.EFFECTS:
            if self._is_deed():
                return True
            driven = a == "N" and token.low in lexis.DRIVING_FORMS
            if a != "D" and not (b in ("N", ",") and (driven or self._particle())):
                return False
        if b == "V" and token.low in lexis.OUTCOME_ING_FORMS and self._particle():
            return True
        if b == "V" and a in ("D", "N") and self.i > 1 and self.tokens[self.i - 2].tag == "B" and self._told():
            return True  # "is activated stimulating B"
        if b in ("P", ",", ";", "C", "S", "R", "K") or self._after_colon() or (self.i > 0 and self.tokens[self.i - 1].tag == "A"):
            return a in _NAMED or self._particle() or (a in ("T", "P", "C", "S") and b in (",", "P"))
        return self._ing_after_noun() if b == "N" else self.i == 0 and a in _NAMED

    def _told(self) -> bool:
        """Whether the verb before ends in -ed, and this one states an arrow."""
        return (
            self.before is not None and self.before.low.endswith("ed") and bool(lexis.SENSES[lexis.FORMS[self.token.low][0].verb])
        )

    def _is_deed(self) -> bool:
        """ "Silencing FOX2", "thus targeting B", "by binding B": a noun of change that is a verb there."""
        token, b = self.token, self.b
        opens = b in ("", "S", ";") or (b == "," and not self._earlier("VBMH?"))
        if token.low in lexis.DEEDS_FORMS and opens and self.a == "N" and self.after and shaped(self.after.text):
            return True
        if self.a in _NAMED and self._so():
            return True
        if token.low in lexis.DEEDS_FORMS and self._before_in(_BY) and self.a == "N" and self.after and _named(self.after):
            return True  # "by silencing FOX2"
        if b != "P" or token.low not in lexis.BINDING_FORMS:
            return False
        able = self.i > 1 and self.tokens[self.i - 2].low in lexis.CAPABLE_FORMS
        led = able or self._before_in(lexis.MEANS_WORDS) or self._before_in(lexis.UPON_WORDS)
        return led and self._is_bound()

    def _is_bound(self) -> bool:
        """Whether what follows "by binding" is what is bound."""
        after = self.after
        if after is None:
            return False
        return after.tag == "D" or after.low in ("to", "with") or (after.tag == "N" and shaped(after.text))

    def _ing_after_noun(self) -> bool:
        token, a, after = self.token, self.a, self.after
        if a == "N" and after is not None and self._names_with(after):
            return False
        if self._before_in(lexis.DROPPED) and self._after_determiner():
            return False
        if after is not None and token.low in lexis.MAKING_FORMS and after.low.endswith(lexis.ENZYME_NAMES_ENDINGS):
            return False  # "F420 reducing hydrogenase" is an enzyme's name
        if a in _NAMED or self._particle():
            return True
        plain = token.low in lexis.ACTING_FORMS or not lexis.SENSES[lexis.FORMS[token.low][0].verb]
        return a == "P" and plain and token.low not in lexis.NOUN_TOO

    def _names_with(self, after: Token) -> bool:
        """Whether the word and the nouns around it make one name."""
        if self.token.low in lexis.CONTAINING_FORMS and self._after_determiner() and self._class_next():
            return True
        # "a glucose sensing pathway", but not "genes encoding enzymes"
        return self.token.low not in lexis.CONTAINING_FORMS and after.low in lexis.MEANS_NOUNS and not self._particle()

    def _class_next(self) -> bool:
        """Whether a class noun and a symbol follow: "the CARX containing adaptor protein IPX1" is IPX1."""
        i, tokens = self.i, self.tokens
        return any(
            t.low in lexis.CLASS and after.tag == "N" and shaped(after.text)
            for t, after in zip(tokens[i + 1 : i + 4], tokens[i + 2 : i + 5], strict=False)
        )

    # "activated"

    def _ed(self) -> bool:
        token, b, a = self.token, self.b, self.a
        if b in ("B", "H") or (b == "X" and self.i > 1 and self.tokens[self.i - 2].tag == "B"):
            return True  # "is activated", "is not activated"
        if a == "P" and self._after_is("by"):
            return True
        if b in ("D", "P", "K", "E", "T") or (token.low in lexis.NOUN_TOO and self._after_is("of")):
            return False
        if b == "V" and a == "N" and self.before is not None and not self.before.low.endswith("ed"):
            return False
        if b in ("N", "R", "J"):
            return self._ed_after_noun()
        if b == "C":
            verbal = any(t.tag == "V" and t.low.endswith("ed") for t in self.tokens[max(0, self.i - 20) : self.i])
            return self.i > 1 and verbal and a in ("D", "N", "P", "?") and not self._is_of_amount()
        return b == "," and (a in ("P", "T", "D") or (a == "N" and in_series(self.tokens, self.i)))

    def _is_of_amount(self) -> bool:
        """Whether it tells of what there is an amount: "A raised B and cleaved CASX levels"."""
        if self.token.low not in lexis.OF_AMOUNT_FORMS or self.a != "N":
            return False
        nouns = next((j for j in range(self.i + 1, len(self.tokens)) if self.tokens[j].tag != "N"), len(self.tokens))
        return self.tokens[nouns - 1].low in lexis.AMOUNTS_NOUNS

    def _ed_after_noun(self) -> bool:
        token, tokens, a, i = self.token, self.tokens, self.a, self.i
        if self.after is None or a in ("D", "J", "P", "T", "K", "S", "A", ","):
            return True
        described = token.low in lexis.SUFFIXES or token.low in lexis.OF_KIND_FORMS
        if described and a == "N" and self.b == "N" and tokens[i - 1].tag == "N" and (self._governed() or self._in_subject()):
            # "A attenuates B induced C", "B mediated C is lost"
            return False
        if a in ("N", "?"):
            return not (token.low in lexis.SIGNED and self._before_in(lexis.DROPPED))
        return a == "C" and i + 2 < len(tokens) and tokens[i + 2].tag in ("?", "V", "D")

    def _governed(self) -> bool:
        """Whether the noun before is already the object of a verb of its clause: "A controls the B flow"."""
        for j in range(self.i - 1, -1, -1):
            token = self.tokens[j]
            if token.tag in _WALL:
                return False
            if token.tag == "V":
                return "ing" not in lexis.KINDS.get(token.low, "") and not self._describes_plural(j)
        return False

    def _describes_plural(self, j: int) -> bool:
        """Whether the verb at `j` only says of which its subject are: "A subunits released from B activate C"."""
        tokens = self.tokens
        before = tokens[j - 1] if j else None
        told = before is not None and before.tag == "N" and before.low[-1] == "s" and tokens[j].low.endswith("ed")
        return told and tokens[j + 1].tag == "P" and not any(t.tag in "VBM" for t in tokens[:j])

    def _in_subject(self) -> bool:
        """Whether the noun phrase that goes on after the word stands before a verb: "A mediated B is lost"."""
        if self.token.low in lexis.TREATED:
            return False
        for token in self.tokens[self.i + 1 :]:
            if token.tag in "BM" or (token.tag == "?" and "s" in lexis.KINDS[token.low]):
                return True
            if token.tag not in "ND" and not (token.tag == "P" and token.low == "of"):
                return False
        return False

    # "activates"

    def _third(self) -> bool:
        b, a = self.b, self.a
        if b in ("D", "P", "K", "E"):
            return False
        if not self._noun_too() or (self.after is None and b == "N" and not self._earlier("VBM") and not self._described()):
            return b != "" or self.i != 0
        if b not in ("N", "R", "J", "C", "A", ",") or (b == "N" and self._described()):
            return False
        if b == "," and not self._goes_on_alike() and not self._after_aside():
            # "A regulates B, decreases C": only after a verb of the same form
            return False
        return (
            a in ("D", "N", "?", "J", "T") or self._particle() or (self.token.low in lexis.SERVES_FORMS and self._after_is("as"))
        )

    def _described(self) -> bool:
        """Whether the word before describes what follows: "the reduced increases", but not "A knockdown increases"."""
        return self.before is not None and self.before.low in lexis.BEFORE and self.before.low not in lexis.EFFECTS

    def _goes_on_alike(self) -> bool:
        """Whether a "which" or a verb with an -s stands before."""
        return any(t.tag == "R" or (t.tag == "V" and lexis.KINDS.get(t.low) == _THIRD) for t in self.tokens[: self.i])

    def _after_aside(self) -> bool:
        """Whether a name or "in turn" between two commas stands before, and no verb before that: "A, an inhibitor, slows"."""
        tokens, i = self.tokens, self.i
        for j in range(i - 2, max(0, i - 9), -1):
            if tokens[j].tag == ",":
                return tokens[j - 1].tag == "N" and i - j > 1 and not any(t.tag in "VBM" for t in tokens[:j])
            if tokens[j].tag not in "NDAP":
                return False
        return False

    # "activate"

    def _base(self) -> bool:
        token, b, a = self.token, self.b, self.a
        if a in _NAMED and self._so() and self._earlier("VM") and self._noun_too():
            return True  # "A inhibits B and thus limit C"
        if b in ("R", "J"):
            return True
        if b == "C":
            return self._base_after_and()
        if b == "N" and self.i > 0:
            return self._base_after_noun()
        if b == "A" or b == ",":
            if b == "," and token.low in lexis.OFTEN_VERBS_FORMS and a in ("N", "D") and self._earlier("M"):
                return True  # "A can activate B, increase C and block D"
            told = a in _NAMED or (b == "," and self._after_is("as"))
            return self.i > 2 and told and not self._noun_too()
        return False

    def _base_after_and(self) -> bool:
        token, a = self.token, self.a
        if token.low in lexis.OUTCOME_FORMS and self._earlier("VM") and self._particle():
            return True
        if self._noun_too():
            if a == "N" and self.after is not None and shaped(self.after.text) and self._after_agent():
                return True  # "are cut by A and release B"
            return (a == "D" or (a == "N" and token.low in lexis.OFTEN_VERBS_FORMS)) and (
                self._earlier("TM") or self._plural_verb()
            )
        return (a in _NAMED or a == "P") and self._earlier("V")

    def _plural_verb(self) -> bool:
        """Whether a verb of several stands before: "A and B modulate C and control D"."""
        return any(t.tag == "V" and lexis.KINDS.get(t.low) == _PRESENT_BASE for t in self.tokens[: self.i])

    def _after_agent(self) -> bool:
        """Whether the "and" before joins this word to a passive verb of a plural, whose agent stands between them."""
        low = [t.low for t in self.tokens[max(0, self.i - 10) : self.i]]
        return "by" in low and "are" in low[: low.index("by")]

    def _base_after_noun(self) -> bool:
        token, a = self.token, self.a
        if self._before_in(lexis.BEFORE) and self.tokens[self.i - 1].tag != "A":
            return False
        if token.low in lexis.OUTCOME_FORMS and self._particle():
            return True
        if token.low in lexis.NAMING_EXAMPLES_VERBS and a in _NAMED and self._earlier("R"):
            return True  # "factors that inhibit A include B"
        if self._noun_too():
            return self._noun_too_after_noun()
        if a == "D":
            return not self._governed()
        acts = a in _NAMED or a in ("T", "P", "S") or (a == "C" and token.low.endswith("ize")) or self._particle()
        return acts and (self._plural() or self._acts_plainly()) and not self._governed()

    def _acts_plainly(self) -> bool:
        """Whether it states an arrow to the name after it, though its -s is missing: "the A concentration induce B"."""
        verb = lexis.FORMS[self.token.low][0].verb
        named = self.a == "N" and self.after is not None and shaped(self.after.text)
        return named and bool(lexis.SENSES[verb]) and not self._earlier("VBMT")

    def _noun_too_after_noun(self) -> bool:
        token, before, a = self.token, self.before, self.a
        if (a == "D" or (self._after_is("with") and self._particle())) and self._plural():
            return True
        if a not in ("N", "?"):
            return False
        if token.low in lexis.SELDOM_VERBS_FORMS:
            return token.low in lexis.AIMED_NOUNS_FORMS and self._listed() and self._alone()
        return (before is not None and before.text[-1:] == "s") or (token.low in lexis.OFTEN_VERBS_FORMS and self._listed())

    def _alone(self) -> bool:
        """Whether nothing else can be the sentence's verb, and a symbol follows: "A and B target C by activation of D"."""
        if self.after is None or not shaped(self.after.text):
            return False
        others = [t for i, t in enumerate(self.tokens) if i != self.i and not (i and self.tokens[i - 1].tag == "T")]
        return not any(t.tag in "VBMH" or (t.tag == "?" and not _FINITE.isdisjoint(lexis.KINDS[t.low])) for t in others)

    def _plural(self) -> bool:
        """Whether the noun before may be the subject of a verb without -s: a plural, a list, a symbol."""
        before, tokens, i = self.before, self.tokens, self.i
        if before is None:
            return False
        last = before.text[-1:]
        return (
            last == "s"
            or before.low in lexis.PLURALS_NOUNS
            or last.isupper()
            or last.isdigit()
            or tokens[i - 1].tag == "A"
            or self._listed()
            or (i > 3 and tokens[i - 2].low == "of" and tokens[i - 3].low[-1:] == "s")
        )


_BY = frozenset({"by"})
