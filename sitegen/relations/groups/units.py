"""One noun phrase with its "of", "by", "in", "to"."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.groups.arguments import Arg, Group
from sitegen.relations.groups.attachments import Attachments
from sitegen.relations.lexis import Effect
from sitegen.relations.names.naming import Name
from sitegen.relations.names.symbols import DASH, RESIDUE, chain_of, has_ending, shaped

_AGENTIVE = frozenset(
    {"activation", "inhibition", "breakdown", "repression", "phosphorylation", "dephosphorylation", "regulation"}
)
"""Nouns that a name before them acts by: "A inhibition of B"; "A expression of B" says no such thing."""


_SAYING = frozenset({"component", "components"})
"""Parts that a name before them names: "the A3 component of B" is A3."""


def _is_part(head: str, own: list[Arg]) -> bool:
    """Whether a noun names a part of what its "of" names."""
    if head in lexis.PARTS:
        return not (own and head in _SAYING)
    return not own and RESIDUE.fullmatch(head.capitalize()) is not None


class Nominals(Attachments):
    """Reads noun phrases with what hangs on them."""

    def _turned(self, own: list[Arg]) -> list[Arg]:
        """What "the A–B conversion" makes of A, with the arrow to it."""
        parts = [p for p in DASH.split(own[0].name.text) if p != "to"]
        if len(parts) != 2 or not all(shaped(p) or p.lower() in lexis.CHEMICALS or has_ending(p.lower()) for p in parts):
            return own
        made = Arg(Name(parts[1], "chemical"), effect=Effect("conversion", 1, "production"), changed=True)
        self._edge(Arg(Name(parts[0], "chemical")), made, Effect("conversion", 0, "conversion"), "noun of A to B")
        return [made]

    def unit(self, k: int, depth: int = 0) -> tuple[Group, int]:
        """One noun phrase with its "of", "by", "in", "to" attachments; edges of nouns are noted on the way."""
        phrase = self.phrase(k)
        own = list(phrase.args)
        if phrase.effect is not None and phrase.effect.group == "conversion" and len(own) == 1:
            own = self._turned(own)
        group = Group(own, phrase.effect, phrase.plural_class)
        k += 1
        kind = self.kind(k)
        if not phrase.states and kind != "P" and kind != "K":
            # nothing hangs on it
            return group, k
        head = phrase.head
        group.bearer = phrase.bearer
        group.acted = bool(phrase.agents)
        if phrase.chain:
            self.chain(phrase.chain)
            self.chains[phrase.names[0].text] = phrase.chain
        if depth > 4:
            return group, k
        theme: list[Arg] | None = None
        noun = phrase.effect or phrase.bearer
        if (
            self.kind(k) == "P"
            and (self.word(k) == "of" or (self.word(k) == "for" and phrase.bearer is not None and not own))
            and self.kind(k + 1) == "N"
        ):
            inner, after = self.group(k + 1, inner=True, depth=depth + 1)
            self.serial += 1
            if inner.args and (noun is not None or phrase.hollow):
                theme = [
                    a._replace(
                        sign=a.sign * phrase.sign,
                        effect=phrase.effect or a.effect,
                        unsigned=a.unsigned or phrase.unsigned,
                        changed=a.changed or phrase.effect is not None,
                    )
                    for a in inner.args
                ]
                if own and own[0].name.kind in ("process", "bare"):
                    # "growth inhibition of X" is about growth
                    theme = None
                elif own and head in lexis.EFFECT_ON:
                    for opposed in own:
                        if opposed.name.text.lower().startswith("anti-"):
                            # "the anti-X effect of A"
                            name = Arg(Name(opposed.name.text[5:], opposed.name.kind))
                            for agent in inner.args:
                                self._edge(agent, name, Effect("inhibition", -1), "anti-effect")
                elif own and phrase.effect is not None and phrase.effect.group in _AGENTIVE:
                    for agent in own:
                        self._nominal(agent._replace(sign=1, effect=None), inner.args, phrase.effect, "noun of agent")
                group.bare = False
                group.theme = inner.args if theme is not None else own
            elif inner.args and own and own[0].name.kind == "process" and head in lexis.EFFECTS:
                # "T cell production of X" is about X
                theme = [a._replace(effect=lexis.EFFECTS[head], changed=True) for a in inner.args]
            elif inner.args and (head in ("activity", "activities") or _is_part(head, own)):
                # "the GAP activity of A" is A's
                theme = [a._replace(sign=a.sign * phrase.sign, unsigned=a.unsigned or phrase.unsigned) for a in inner.args]
            elif inner.args and not own and noun is None and not phrase.hollow and head not in lexis.MODIFIED:
                theme = None
            elif head in lexis.MODIFIED and all(a.name.kind in ("unknown", "bare") for a in own):
                if any(a.name.kind != "unknown" for a in inner.args):
                    theme = [a._replace(sign=a.sign * phrase.sign) for a in inner.args]
                elif (
                    head not in lexis.EFFECTS
                    and after == k + 2
                    and len(self.phrase(k + 1).whole.split()) < 5
                    and self.phrase(k + 1).head not in lexis.REJECTED
                ):
                    own = [Arg(Name(f"{head} of {self.phrase(k + 1).whole}", "process"), phrase.sign)]
            k = after
        if (
            theme is None
            and not own
            and head in lexis.CHAIN
            and self.kind(k) == "P"
            and self.word(k) in ("through", "via", "downstream of")
            and self.kind(k + 1) == "N"
        ):
            # "signals through A-B"
            inner, k = self.group(k + 1, depth=depth + 1)
            theme = []
            for arg in inner.args:
                members = arg.chain or chain_of(arg.name.text)
                if members and not arg.chain:
                    self.chain(members)
                theme.append(arg._replace(sign=arg.sign * phrase.sign, chain=members))
        if (
            head in lexis.EFFECT_ON
            and self.kind(k) == "P"
            and self.word(k) in ("on", "upon", "over", "with")
            and self.kind(k + 1) == "N"
        ):
            return self._effect_on(k, phrase, theme, own, group, depth)
        if (
            theme is None
            and (noun is not None or head in lexis.UNSIGNED)
            and self.kind(k) == "P"
            and (
                (self.word(k) in ("in", "on", "to") and head in lexis.WITH_IN)
                or (self.word(k) == "in" and head in lexis.UNSIGNED)
                or (self.word(k) == "with" and head in lexis.WITH_WITH and not own)
            )
            and self.kind(k + 1) == "N"
        ):
            if (
                self.phrase(k + 1).hollow
                and self.word(k + 2) == "by"
                and self.kind(k + 3) == "N"
                and self.level
                and phrase.effect
            ):
                # "impairment of phosphorylation by X", of what "at the level of" named before
                inner, k = self.group(k + 3, depth=depth + 1)
                for agent in inner.args:
                    for arg in self.level:
                        self._edge(agent, arg, phrase.effect, "noun by agent")
                group.args = inner.args
                return group, k
            inner, after = self.group(k + 1, inner=True, depth=depth + 1)
            if inner.args:
                theme = [
                    a._replace(
                        sign=a.sign * phrase.sign,
                        effect=a.effect or phrase.effect,
                        unsigned=a.unsigned or phrase.unsigned,
                        changed=True,
                    )
                    for a in inner.args
                ]
                group.theme = inner.args
                k = after
        args = theme if theme is not None else own
        if phrase.hollow and theme is None and not own:
            args = []
        for object_ in phrase.on:
            for arg in own:
                self._edge(arg._replace(sign=1, effect=None), Arg(object_.name), object_.effect, "inhibitor by name")
        for acting in phrase.agents:
            for arg in args:
                self._edge(Arg(acting.name), arg, acting.effect, "name-induced", swap=acting.effect.group == "object")
        k = self._attached(k, phrase, group, own, theme, args, depth)
        group.args = args
        if phrase.bearer is not None and theme is None and own and phrase.sign == 1:
            # "JNK inhibitor SP600125" is read by the phrase; a bare "JNK inhibitors" is less JNK
            sign = phrase.bearer.sign if phrase.bearer.sign else 1
            group.args = [a._replace(sign=a.sign * sign, changed=True) for a in own]
            group.theme = own
        elif phrase.bearer is not None and phrase.bearer.group in ("inverse", "binding") and theme is not None:
            # "targets of X", "ligands of X" are not X
            group.args = []
        elif phrase.bearer is not None and theme is not None:
            sign = phrase.bearer.sign if phrase.bearer.sign else 1
            group.args = [a._replace(sign=a.sign * sign, changed=True) for a in theme]
        return group, k
