"""One noun phrase: which entity it names and how the words around the name turn its sign."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.phrases.acting import Agent, acting, initials, keeps
from sitegen.relations.once import once
from sitegen.relations.groups.arguments import Arg
from sitegen.relations.lexis import Effect
from sitegen.relations.names.naming import Name, is_process, name_of, short_symbol
from sitegen.relations.names.symbols import DASH, RESIDUE, UNIT, chain_of, has_ending, shaped, spelled_out, well_known
from sitegen.relations.tokens.words import lowered, word_of


class Phrase(NamedTuple):
    """A noun phrase: names, the sign they bear, the outermost noun of change, acting names, and what it is.

    `chain` holds the members of "the A/B/C pathway"; `bearer` says that the phrase's head is "inhibitor" or the like;
    `hollow` that it says nothing by itself ("levels", "a subset"), so that an "of" phrase takes its place.
    """

    names: tuple[Name, ...] = ()
    sign: int = 1
    effect: Effect | None = None
    agents: tuple[Agent, ...] = ()
    chain: tuple[str, ...] = ()
    bearer: Effect | None = None
    hollow: bool = False
    plural_class: bool = False
    unsigned: bool = False
    head: str = ""
    whole: str = ""
    signed: bool = False
    on: tuple[Agent, ...] = ()
    chained: bool = False
    args: tuple[Arg, ...] = ()
    states: bool = False
    """Whether it states something by itself: an acting name, "inhibitor", a chain."""


_BARE = frozenset({"conversion", "regulation", "phosphorylation", "dephosphorylation"})
"""Groups of nouns that say that something is done to a name, not to what end."""
_ADJECTIVES = ("al", "ic", "ive", "ous", "ary", "ory", "cular")
_AMOUNTS = "0123456789~≥≤<>"
_MAKING = frozenset({"biosynthetic", "biosynthesis", "metabolic", "catabolic"})
"""In "the A/B biosynthetic pathway" A and B are made, and none acts on the other."""
_MADE = frozenset({"product", "products"})
_SAYS_OF = frozenset({"related", "associated", "like", "specific", "independent"})
_BINDERS = frozenset({"protein", "proteins", "partner", "partners"})
_DOMAIN_WORDS = frozenset({"domain", "domains", "motif", "motifs"})
_RESIDUE_WORDS = frozenset({"residue", "residues", "site", "sites"})
_NO_STEMS = frozenset({"trans", "co", "cross", "cell", "non", "inter", "intra"})
_STATES = frozenset({"active", "inactive", "activated", "phosphorylated", "phospho", "phosphor", "non", "unphosphorylated"})
"""Before a dash: "active-STX5" is STX5."""
_TELLING = {"inhibitory": Effect("inhibition", -1, "inhibition"), "inactivating": Effect("inhibition", -1, "inhibition")}
_TELLING["activating"] = _TELLING["stimulatory"] = Effect("activation", 1, "activation")
"""Words before such a noun that say it: "inhibitory phosphorylation"."""


@once
def inside(words: tuple[str, ...]) -> Phrase:
    """Read one noun phrase that does not open its sentence, without short names in brackets: most are."""
    return interpret(words, (), False)


def interpret(words: tuple[str, ...], abbreviations: tuple[str, ...], opens: bool) -> Phrase:
    """Read one noun phrase; `opens` says that its first word opens the sentence, where a capital says nothing."""
    texts, low = list(words), [word_of(w).low for w in words]
    if not opens and not abbreviations and all(map(_is_plain, words)):
        return _plain(texts, low)
    if opens and low[0] in lexis.TAGS and words[0] != "NO":
        texts[0] = low[0]
    sign, unsigned, signed, i, j = 1, False, False, 0, len(words)
    agents: list[Agent] = []
    bearer: Effect | None = None
    effect: Effect | None = None
    selective: tuple[Agent, ...] = ()
    if opens and texts[0][:1].isupper() and texts[0][1:].islower() and not short_symbol(texts[0]):
        texts[0] = low[0]
    whole = " ".join(words)
    all_low = low[:]
    for at in range(len(abbreviations) - 1, 0, -1):
        short_name = abbreviations[at]
        if not short_name:
            continue
        # "interferon-stimulated genes (ISGs)": what the short name spells out is one name, whatever it looks like
        start = spelled_out(low[: at + 1], short_name)
        if start >= 0:
            texts = [*texts[:start], short_name, *texts[at + 1 :]]
            low = [*low[:start], short_name.lower(), *low[at + 1 :]]
            abbreviations = (*abbreviations[:start], "", *abbreviations[at + 1 :])
            j = len(texts)
        break
    # the left edge: determiners, signs, "A-induced"
    while i < j:
        word = low[i]
        last = i == j - 1
        if word in lexis.MINUS and not (last and i == 0):
            sign = -sign
            signed = True
        elif word in lexis.PLUS:
            signed = True
        elif i < j - 2 and word.endswith(("-specific", "-selective")) and low[i + 1] in lexis.BEARING:
            # "the PKX-specific inhibitor calphostin"
            stem = texts[i].rpartition("-")[0]
            object_ = name_of([stem], [stem.lower()], opens and i == 0)
            if object_ is not None:
                selective = (Agent(object_, lexis.AGENTS[low[i + 1]]),)
            i += 2
            continue
        elif not _says_nothing(texts, low, i, last):
            leading = acting(texts, low, i, j, opens and i == 0) if j - i > 2 or not texts[i].isalnum() else None
            if leading is None:
                if i < j - 2 and texts[i].islower() and word.endswith(_ADJECTIVES) and _acts(low[i + 1]):
                    # "oncogenic RAX-mediated growth"
                    i += 1
                    continue
                break
            found, width = leading
            if found is not None:
                agents.append(found)
            i += width
            continue
        i += 1
    short = abbreviations[i:]
    if i:
        texts, low = texts[i:], low[i:]
    opens = opens and i == 0
    if not texts:
        return Phrase(sign=sign, agents=tuple(agents), hollow=True, whole=whole, states=bool(agents))
    if agents and low[-1] in lexis.CHAIN and all(w in lexis.TRANSPARENT for w in low):
        # "an A-dependent pathway" is A's
        names = tuple(a.name for a in agents)
        return Phrase(names, sign, head=low[-1], whole=whole, args=tuple(Arg(n, sign, changed=sign != 1) for n in names))
    # a short name in brackets stands for the words before it
    for k in range(len(short) - 1, -1, -1):
        if short[k] and not (k == 0 and shaped(texts[0])):
            if low[k] in lexis.EFFECTS and k > 0 and not initials(texts[: k + 1], short[k]):
                continue
            if _names_another(texts[: k + 1], low[k], short[k]):
                continue
            texts[: k + 1], low[: k + 1] = [short[k]], [short[k].lower()]
            break
    # the right edge: "activity", "expression", "inhibition"
    chain_word = False
    head = low[-1]
    end = len(texts)
    while end > 0:
        word = low[end - 1]
        if word in lexis.AGENTS and end > 1 and bearer is None and effect is None and end == len(texts):
            if word in ("agonist", "agonists", "ligand", "ligands", "target", "targets"):
                break
            bearer = _told_bearer(lexis.AGENTS[word], all_low)
        elif word in lexis.UNSIGNED:
            unsigned = True
        elif word == "binding" and end < len(low) and low[end] in _BINDERS:
            # "ABC binding proteins" are no ABC
            end += 1
            break
        elif word in lexis.EFFECTS and not keeps(low, end, texts):
            found_effect = lexis.EFFECTS[word]
            if effect is None:
                effect = found_effect
            if found_effect.sign < 0:
                sign = -sign
            unsigned = unsigned or found_effect.group in _BARE
        elif word == "fusion" and 1 < end < len(low) and shaped(texts[end - 2]):
            pass  # "the PMX/RAX fusion gene"
        elif word in ("factor", "factors") and end > 2 and low[end - 2] == "transcription" and shaped(texts[end - 3]):
            end -= 1
        elif word in lexis.TRANSPARENT and not (
            end > 1
            and is_process(low[:end])
            and not shaped(texts[end - 2])
            and low[end - 2] not in lexis.CHEMICALS
            and low[end - 2] not in lexis.DROPPED
            and not has_ending(low[end - 2])
            and not (end > 2 and low[end - 2] in lexis.PROCESSES and chain_of(texts[end - 3]))
        ):
            chain_word = chain_word or word in lexis.CHAIN
        else:
            break
        end -= 1
    if effect is not None and effect.group in _BARE:
        told = next((_TELLING[w] for w in all_low[:-1] if w in _TELLING), None)
        if told is not None:
            effect, unsigned = told, False
            sign *= told.sign
    if end > 1 and (
        low[end - 1] in _SAYS_OF
        or (end == len(texts) and texts[end - 1].islower() and low[end - 1].endswith(_ADJECTIVES) and shaped(texts[end - 2]))
    ):
        # "X related genes" are no X; of "X osteogenic and adipogenic differentiation" the noun is elsewhere
        end = 0
    while 1 < end <= len(texts) and (
        low[end - 1] in lexis.DROPPED
        or ("-" in low[end - 1] and low[end - 1].rpartition("-")[2] in lexis.UNNAMED and shaped(texts[end - 2]))
        or low[end - 1].endswith("-terminal")
        or ((low[end - 1] in lexis.RESIDUES or RESIDUE.fullmatch(texts[end - 1])) and _can_hold(texts[end - 2]))
        or (end > 1 and low[end - 1].endswith(_ADJECTIVES) and texts[end - 1].islower() and shaped(texts[end - 2]))
    ):
        end -= 1
    if end:
        stem, dash, tail = texts[end - 1].rpartition("-")
        if dash and tail.lower() in lexis.CHAIN and len(stem) > 1 and stem.lower() not in _NO_STEMS:
            texts[end - 1], low[end - 1], chain_word = stem, stem.lower(), True
        elif dash and tail.lower() in lexis.EFFECTS and shaped(stem):
            # "NFX2-activation"
            found_effect = lexis.EFFECTS[tail.lower()]
            texts[end - 1], low[end - 1], effect = stem, stem.lower(), effect or found_effect
            sign = -sign if found_effect.sign < 0 else sign
            unsigned = unsigned or found_effect.group in _BARE
    if chain_word and 1 < end < len(texts) and low[end - 1] in lexis.PROCESSES and chain_of(texts[end - 2]):
        # "the MEX/ERX proliferation signaling"
        end -= 1
    if 0 < end < len(texts) and head in _MADE and low[end - 1] in lexis.PROCESSES:
        # "fermentation products" are no fermentation
        end = 0
    core, core_low = texts[:end], low[:end]
    if low and low[-1] in _DOMAIN_WORDS and end == len(texts) - 1 and end == 1 and shaped(core[0]) and core[0].isalnum():
        # "the UBX domain" is a part of something
        core, core_low = [], []
    if low and low[-1] in _RESIDUE_WORDS and len(core) == 1 and core_low[0] in lexis.RESIDUES:
        core, core_low = [], []
    if "-" in whole or short:
        for k in range(len(core)):
            if "-" in core[k]:
                state, _, rest = core[k].partition("-")
                if state.lower() in _STATES and shaped(rest):
                    core[k], core_low[k] = rest, lowered(rest)
    for k in range(len(core) - 1, -1, -1) if "'" in whole or "’" in whole or short else ():
        if core[k].endswith(("'s", "’s")):
            core[k], core_low[k] = core[k][:-2], core_low[k][:-2]
            if all(w in lexis.CLASS or w in lexis.DROPPED or w in lexis.TRANSPARENT for w in core_low[k + 1 :]):
                # "MTX3 protein's kinase activity" is MTX3's
                core, core_low = core[: k + 1], core_low[: k + 1]
                while len(core) > 1 and core_low[-1] in lexis.TRANSPARENT:
                    core, core_low = core[:-1], core_low[:-1]
            elif k < len(core) - 1:
                core, core_low = core[k + 1 :], core_low[k + 1 :]
            break
    while core and core_low[0] in lexis.LIGHT and len(core) > 1:
        core, core_low = core[1:], core_low[1:]
    if not core:
        if head in lexis.AGENTS:
            bearer = _told_bearer(lexis.AGENTS[head], all_low)
        states = bool(agents) or bearer is not None
        return Phrase((), sign, effect, tuple(agents), (), bearer, True, False, unsigned, head, whole, states=states)
    if effect is None and bearer is None and len(core) == 1 and head in lexis.AGENTS and not chain_word:
        bearer = _told_bearer(lexis.AGENTS[head], all_low)
    if opens and words[0][:1].isupper() and len(core) == 1 and core[0] == words[0].lower():
        core = [words[0]]
    on = selective
    for k in range(1, len(core) - 1):
        if core_low[k] in lexis.BEARING:
            object_, bearer_ = name_of(core[:k], core_low[:k], opens), name_of(core[k + 1 :], core_low[k + 1 :], False)
            if object_ is not None and bearer_ is not None and object_.kind != "unknown":
                on = (Agent(object_, lexis.AGENTS[core_low[k]]),)
                core, core_low = core[k + 1 :], core_low[k + 1 :]
            break
    name = name_of(core, core_low, opens) if "feedback" not in whole else None
    if on and name is not None and name.kind == "unknown":
        name = Name(name.text, "opening")
    if (
        name is not None
        and opens
        and name.text[:1].islower()
        and whole.lower().startswith(name.text.lower())
        and not whole.startswith(name.text)
    ):
        name = Name(name.text[0].upper() + name.text[1:], name.kind)
    plural_class = core_low[-1][-1:] == "s" or (head[-1:] == "s" and head not in lexis.EFFECTS)
    if name is None:
        return Phrase(
            (),
            sign,
            effect,
            tuple(agents),
            (),
            bearer,
            core_low[-1] in lexis.TRANSPARENT,
            plural_class,
            unsigned,
            head,
            whole,
            signed,
            states=bool(agents) or bearer is not None,
        )
    chain = (
        chain_of(name.text)
        if (chain_word and _MAKING.isdisjoint(all_low)) or ("/" in name.text and well_known(name.text))
        else ()
    )
    return Phrase(
        (name,),
        sign,
        effect,
        tuple(agents),
        chain,
        bearer,
        False,
        plural_class,
        unsigned,
        head,
        whole,
        signed,
        on,
        chain_word,
        (Arg(name, sign, effect, chain, unsigned, signed or sign != 1 or effect is not None),),
        bool(agents or chain or on) or bearer is not None,
    )


@once
def _is_plain(word: str) -> bool:
    """Whether a word turns no sign, states nothing and never falls away, wherever in a phrase it stands."""
    low = lowered(word)
    if low in lexis.EDGES or low == "dependent" or low.endswith("ly") or word[0] in _AMOUNTS or "feedback" in low:
        return False
    if word.isalnum():
        return RESIDUE.fullmatch(word) is None and not (word.islower() and word.endswith(_ADJECTIVES))
    first, *rest = DASH.split(low)
    if low.endswith(("'s", "’s")) or (word.islower() and word.endswith(_ADJECTIVES)):
        return False
    if not rest:
        return True
    tail = rest[-1]
    return first not in _STATES and tail not in lexis.SUFFIXED and tail not in lexis.CHAIN and tail not in lexis.EFFECTS


def _plain(texts: list[str], low: list[str]) -> Phrase:
    """A phrase of words that are all of a name: most are, and `interpret` need not look for edges."""
    name = name_of(texts, low, False)
    head, whole = low[-1], " ".join(texts)
    plural = head[-1:] == "s"
    if name is None:
        return Phrase((), 1, None, (), (), None, False, plural, False, head, whole)
    if "/" in name.text and well_known(name.text):
        chain = chain_of(name.text)
        return Phrase(
            (name,), 1, None, (), chain, None, False, plural, False, head, whole, args=(Arg(name, chain=chain),), states=True
        )
    return Phrase((name,), 1, None, (), (), None, False, plural, False, head, whole, args=(Arg(name),))


def _names_another(texts: list[str], last: str, short: str) -> bool:
    """Whether a name in brackets is no short name of a name before it: "salviol (CYP71BE52)"."""
    if short[0].lower() in {part[0].lower() for text in texts for part in DASH.split(text) if part}:
        return False
    return (
        sum(c.isdigit() for c in short) > 1
        and len(short) > 5
        and (last in lexis.CHEMICALS or has_ending(last) or shaped(texts[-1]))
    )


def _acts(word: str) -> bool:
    """Whether a word is "A-induced" or the like."""
    return "-" in word and word.rpartition("-")[2] in lexis.SUFFIXES


def _can_hold(text: str) -> bool:
    """Whether a word before a residue is the protein that it belongs to: "IRX1 serine", "plectin S4642"."""
    return shaped(text) or has_ending(text) or text[:1].isupper()


def _told_bearer(bearer: Effect, words: list[str]) -> Effect:
    """ "Regulator" with the sign of "negative" or "positive" before it."""
    if bearer.group != "other":
        return bearer
    if "negative" in words:
        return Effect("inhibition", -1, "inhibition")
    return Effect("activation", 1, "activation") if "positive" in words else bearer


def _says_nothing(texts: list[str], low: list[str], i: int, last: bool) -> bool:
    """Whether a word before a name is no part of it and does not turn it: determiners, "-ly", residues, amounts."""
    word = low[i]
    if word in lexis.DROPPED or (lexis.TAGS.get(word, "-") in "DAP" and texts[i] != "NO"):
        return True
    if word.endswith("ly") and word not in lexis.NOT_ADVERBS:
        return True
    if last:
        return False
    if word in lexis.RESIDUES and low[i + 1] in lexis.EFFECTS:
        return True
    return texts[i][0] in _AMOUNTS and UNIT.fullmatch(texts[i]) is not None
