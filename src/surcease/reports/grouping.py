from __future__ import annotations

from math import isfinite

from surcease.analysis.result import Analysis, Details, DoseLane, TreatmentEffect, Verdict
from surcease.formulary.treatment import Role

CLEAREST_FIRST = tuple(Verdict)


def preventives(analysis: Analysis) -> list[TreatmentEffect]:
    """List every treatment that is not acute, the clearest verdict and largest effect first."""
    return sorted(
        (each for each in analysis.treatments if each.role != Role.ACUTE),
        key=lambda each: (CLEAREST_FIRST.index(each.verdict), _least_attacks_first(each)),
    )


def acutes(analysis: Analysis) -> list[TreatmentEffect]:
    """List the acute treatments, the most used first."""
    return sorted(
        (each for each in analysis.treatments if each.role == Role.ACUTE),
        key=lambda each: -each.doses,
    )


def lanes(details: Details) -> list[DoseLane]:
    """List the lanes of doses, those of acute treatments last."""
    return sorted(details.lanes, key=lambda lane: lane.role == Role.ACUTE)


def _least_attacks_first(effect: TreatmentEffect) -> float:
    if effect.reduction is None or not isfinite(effect.reduction.median):
        return float("inf")
    return -effect.reduction.median
