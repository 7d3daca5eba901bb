"""What "its", "it", "whose", "in turn" and a clause before point to: a sentence, its arrows, and a near miss without any."""

from __future__ import annotations

RULES = [
    # rule, sentence, arrows, near miss
    (
        "promoting its degradation",
        "MEX3 phosphorylates AKX2, promoting its degradation.",
        "MEX3 - AKX2",
        "MEX3 is lost, promoting its degradation.",
    ),
    ("and inhibits its activity", "MEX3 binds to AKX2 and inhibits its activity.", "MEX3 - AKX2", "MEX3 inhibits its activity."),
    (
        "its kinase activity",
        "MEX3 interacts with AKX2 and activates its kinase activity.",
        "MEX3 + AKX2",
        "MEX3 activates its kinase activity.",
    ),
    (
        "their expression",
        "MEX3 binds to AKX2 and FOX2 and induces their expression.",
        "MEX3 + AKX2; MEX3 + FOX2",
        "MEX3 induces their expression.",
    ),
    ("to repress its activity", "MEX3 binds AKX2 to repress its activity.", "MEX3 - AKX2", "Cells grow to repress its activity."),
    (
        "its own expression",
        "MEX3 binds AKX2 and activates its own expression.",
        "MEX3 0 AKX2",
        "MEX3 activates its own expression.",
    ),
    (
        "its inhibition of another",
        "MEX3 binds AKX2 and blocks its binding to FOX2.",
        "MEX3 0 AKX2",
        "MEX3 blocks its binding to FOX2.",
    ),
    ("and activates it", "MEX3 binds to AKX2 and activates it.", "MEX3 + AKX2", "MEX3 activates it."),
    ("its of two", "MEX3 binds AKX2 and FOX2 and blocks its decay.", "MEX3 0 AKX2; MEX3 0 FOX2", "MEX3 blocks its decay."),
    (
        "which promotes its degradation",
        "AKX2 is phosphorylated by MEX3, which promotes its degradation.",
        "MEX3 - AKX2",
        "AKX2 is seen, which promotes its degradation.",
    ),
    (
        "whose expression",
        "AKX2, whose expression is induced by FOX2, inhibits MEX3.",
        "FOX2 + AKX2; AKX2 - MEX3",
        "The cells, whose expression is induced by FOX2, are seen.",
    ),
    (
        "the expression of which",
        "One hub involves AKX2, the expression of which is inhibited by FOX2.",
        "FOX2 - AKX2",
        "One hub involves cells, the expression of which is inhibited by FOX2.",
    ),
    (
        "that, in turn",
        "AKX2 induces MEX3 that, in turn, inhibits FOX2.",
        "AKX2 + MEX3; MEX3 - FOX2",
        "It is seen that, in turn, cells inhibit growth.",
    ),
    ("in turn after its subject", "AKX2, in turn, increases FOX2.", "AKX2 + FOX2", "AKX2, in turn, resembles FOX2."),
    (
        "which, itself",
        "AKX2 inhibits MEX3, which, itself, can induce FOX2.",
        "AKX2 - MEX3; MEX3 + FOX2",
        "AKX2 resembles MEX3, which, itself, is like FOX2.",
    ),
    (
        "which, together with another",
        "AKX2 induces MEX3, which, combined with PAX7, inhibits FOX2.",
        "AKX2 + MEX3; MEX3 - FOX2",
        "AKX2 resembles MEX3, which, combined with PAX7, is like FOX2.",
    ),
    (
        "once activated by",
        "Once activated by AKX2, FOX2 inhibits MEX3.",
        "AKX2 + FOX2; FOX2 - MEX3",
        "Once surrounded by AKX2, FOX2 resembles MEX3.",
    ),
    (
        "after being activated by",
        "After being activated by AKX2, FOX2 inhibits MEX3.",
        "AKX2 + FOX2; FOX2 - MEX3",
        "After being surrounded by AKX2, FOX2 resembles MEX3.",
    ),
    (
        "upon activation by",
        "Upon activation by AKX2, FOX2 inhibits MEX3.",
        "AKX2 + FOX2; FOX2 - MEX3",
        "Upon a visit by AKX2, FOX2 resembles MEX3.",
    ),
    (
        "upon binding to",
        "Upon binding to FOX2, AKX2 inhibits MEX3.",
        "AKX2 0 FOX2; AKX2 - MEX3",
        "Upon binding to cells, AKX2 resembles MEX3.",
    ),
    (
        "a class between a name and that",
        "AKX2 recruits SOX1, an exchange factor (GEX) that activates LEX60.",
        "AKX2 0 SOX1; SOX1 + LEX60",
        "AKX2 resembles SOX1, an exchange factor (GEX) that is like LEX60.",
    ),
    (
        "interacting with",
        "AKX2 interacting with FOX2 inhibits MEX3.",
        "AKX2 0 FOX2; AKX2 - MEX3",
        "AKX2 interacting with cells resembles MEX3.",
    ),
    (
        "cooperates with another to",
        "AKX2 cooperates with MEX3 to activate FOX2.",
        "AKX2 + FOX2; MEX3 + FOX2",
        "AKX2 cooperates with MEX3 in cells.",
    ),
]
