"""A short name in brackets stands for the words before it: "tyrosine hydroxylase (TH)" is TH."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.names.naming import name_of
from sitegen.relations.names.symbols import DASH, has_ending, initials, shaped, spelled_out
from sitegen.relations.phrases.parts import Agent, Parts


def spell_out(parts: Parts) -> None:
    """ "Interferon-stimulated genes (ISGs)": what the short name spells out is one name, whatever it looks like."""
    short = parts.short
    at = len(short) - 1
    while at > 0 and not short[at]:
        at -= 1
    if at <= 0:
        return
    start = spelled_out(parts.low[: at + 1], short[at])
    if start >= 0:
        parts.texts[start : at + 1] = [short[at]]
        parts.low = [*parts.low[:start], short[at].lower(), *parts.low[at + 1 :]]
        parts.short = (*short[:start], "", *short[at + 1 :])


def put_short_name(parts: Parts) -> None:
    """The last short name in place of the words that are left before it."""
    texts, low = parts.texts, parts.low
    for k in range(len(parts.short) - 1, -1, -1):
        name = parts.short[k]
        if not name or (k == 0 and shaped(texts[0]) and not _stands_for(name, texts[0])):
            continue
        if " " in texts[k] and not shaped(name):
            continue  # "a G protein (Gq)"
        if low[k] in lexis.CELLS_NOUNS or low[k].endswith(lexis.CELLS_ENDINGS):
            continue  # "alveolar macrophages (AMs)" are cells
        if low[k] in lexis.EFFECTS and k > 0 and not initials(texts[: k + 1], name):
            continue
        if k > 0 and low[k] in lexis.BEARING and not _is_short_for(texts, k, name):
            # "the PIX3 inhibitor (LY2940)"
            acted = name_of(texts[:k], low[:k], False)
            if acted is not None and acted.kind in ("shape", "index"):
                parts.on = (Agent(acted, lexis.AGENTS[low[k]]),)
        if not _names_another(texts[: k + 1], low[k], name):
            name = _prefix(texts[0], name) + name
            texts[: k + 1], low[: k + 1] = [name], [name.lower()]
            break


def _stands_for(short: str, name: str) -> bool:
    """Whether a short name takes the place of a symbol: of its end, or of substances, "butanol-ethanol (BE)", no chain."""
    if len(short) == len(name) + 1 and short.endswith(name):
        return True
    parts = DASH.split(name.lower())
    return len(parts) > 1 and short.lower() == "".join([p[:1] for p in parts]) and all(map(has_ending, parts))


def _is_short_for(texts: list[str], k: int, short: str) -> bool:
    """Whether a short name is made of the words up to `k`: "tyrosine kinase inhibitor (TKI)"."""
    return short[0].lower() == texts[0][0].lower() or initials(texts[: k + 1], short)


def _prefix(text: str, short: str) -> str:
    """What stands before a dash and is none of the short name: of "acetyl-coenzyme A (CoA)" acetyl-CoA is meant."""
    before, dash, rest = text.partition("-")
    first = short[0].lower()
    own = dash and len(before) > 3 and before.isalpha() and before.islower() and rest[:1].lower() == first != before[0]
    return before + dash if own else ""


def _names_another(texts: list[str], last: str, short: str) -> bool:
    """Whether a name in brackets is no short name of a name before it: "salviol (CYP71BE52)"."""
    if short.lstrip("0123456789-")[:1].lower() in {part[0].lower() for text in texts for part in DASH.split(text) if part}:
        return False
    return (
        sum(c.isdigit() for c in short) > 1
        and len(short) > 5
        and (last in lexis.CHEMICALS or has_ending(last) or shaped(texts[-1]))
    )
