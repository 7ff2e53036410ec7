from __future__ import annotations

from surcease.evidence.results import Result


def cautions(result: Result) -> tuple[str, ...]:
    """Say what may mislead in one published result."""
    said = [
        (result.treated.yes == result.treated.of, "all of them: the interval says more"),
        (result.treated.yes == 0, "none of them: the interval says more"),
        (result.reconstructed, "counts reconstructed from a percentage"),
        (result.design == "single", "no control group"),
        (result.design == "2x2", "no control group: divided by a measurement, not by treatment"),
        (result.design == "case-control", "people with the disease and without, not treatments"),
        (result.design == "serial", "responders were treated again: selected"),
        (result.design == "crossover", "crossover attacks treated as independent"),
        (result.unit == "infusion", "several infusions of one patient are not independent"),
        (result.source == "memory", "read in no source"),
        (bool(result.mixed), f"mixed: {result.mixed}"),
    ]
    return tuple(text for holds, text in said if holds)
