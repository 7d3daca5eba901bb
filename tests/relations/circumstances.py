"""How, by what means and under what condition something happens: a sentence, its arrows, and a near miss without any."""

from __future__ import annotations

RULES = [
    # rule, sentence, arrows, near miss
    ("a manner", "AKX2 is degraded in a MEX3-dependent manner.", "MEX3 - AKX2", "AKX2 is degraded in a time-dependent manner."),
    (
        "a manner of two",
        "AKX2 is activated in an ADX10- and MEX3-dependent fashion.",
        "ADX10 + AKX2; MEX3 + AKX2",
        "AKX2 is not activated in an ADX10- and MEX3-dependent fashion.",
    ),
    ("absence", "In the absence of AKX2, MEX3 is degraded.", "AKX2 + MEX3", "In the absence of AKX2, MEX3 is bound."),
    ("presence", "In the presence of AKX2, MEX3 is activated.", "AKX2 + MEX3", "In the presence of AKX2, MEX3 is known."),
    ("a condition", "In hypoxia, MEX3 is stabilized.", "hypoxia + MEX3", "In the nucleus, MEX3 is stabilized."),
    (
        "activation via",
        "Activation of AKX2 via MEX3 induces FOX2.",
        "MEX3 + AKX2; AKX2 + FOX2",
        "Activity of AKX2 via MEX3 is known.",
    ),
    (
        "no way of acting against",
        "GAX1 suppresses expression of AKX2 via MEX3.",
        "GAX1 - AKX2",
        "GAX1 resembles expression of AKX2.",
    ),
    ("a loss via", "Loss of AKX2 expression via MEX3 induces FOX2.", "AKX2 - FOX2", "Loss of AKX2 expression via MEX3."),
    (
        "activation with a drug",
        "Activation of the AKX2 receptor with isoproterenol increases cAMP.",
        "isoproterenol + AKX2 receptor; AKX2 receptor + cAMP",
        "Growth of AKX2 with isoproterenol.",
    ),
    (
        "with what follows",
        "AKX2 increases FOX2 with subsequent MEX3 activation.",
        "AKX2 + FOX2; AKX2 + MEX3",
        "AKX2 resembles FOX2 with high MEX3 levels.",
    ),
    (
        "as a clause",
        "FOX2 is lost, as persistent FGX1 signalling promotes CXX4 activation.",
        "FGX1 + CXX4",
        "FOX2 is lost, as shown by FGX1.",
    ),
    (
        "required in cells for",
        "MEX3 is required in both the cells for AKX2 activation.",
        "MEX3 + AKX2",
        "MEX3 is found in both the cells for AKX2 staining.",
    ),
    ("important for", "MEX3 is important for AKX2 expression.", "MEX3 + AKX2", "MEX3 is large for AKX2 expression."),
    (
        "an example of a cause",
        "In response to stress (such as LPX1), AKX2 expression was induced.",
        "LPX1 + AKX2",
        "In cells (such as LPX1), AKX2 expression was known.",
    ),
    (
        "kept from doing",
        "AKX2 prevents MEX3 from activating FOX2.",
        "AKX2 - MEX3; MEX3 + FOX2",
        "AKX2 resembles MEX3 from cells.",
    ),
    ("an inhibitory role", "AKX2 plays an inhibitory role on MEX3.", "AKX2 - MEX3", "AKX2 plays a role on MEX3."),
]
