"""Why a verdict on intensity or duration is what it is, besides the codes of `reasons`."""

from __future__ import annotations

from surcease.effects import reasons

WORSE_ATTACKS = "worse_attacks"
LONGER_ATTACKS = "longer_attacks"
NO_INTENSITIES = "no_intensities"
NO_DURATIONS = "no_durations"
HARDLY_VARIES = "hardly_varies"
NO_ATTACK_UNDER_IT = "no_attack_under_it"
MOSTLY_UNRECORDED = "mostly_unrecorded"
MOSTLY_CUT_SHORT = "mostly_cut_short"

EXPLANATIONS = {
    WORSE_ATTACKS: "attacks were worse with it, not milder",
    LONGER_ATTACKS: "attacks were longer with it, not shorter",
    NO_INTENSITIES: "no attack has an intensity",
    NO_DURATIONS: "no attack has an end",
    HARDLY_VARIES: "it was nearly the same in all attacks, so there is nothing to compare",
    NO_ATTACK_UNDER_IT: "no attack began while it was acting",
    MOSTLY_UNRECORDED: "it was written down for fewer than half of the attacks",
    MOSTLY_CUT_SHORT: "an acute treatment was taken in most attacks: how long they last by "
    "themselves is not known",
}


def explain(code: str) -> str:
    """Return a reason in plain words; KeyError for a code that does not exist."""
    return EXPLANATIONS.get(code) or reasons.explain(code)
