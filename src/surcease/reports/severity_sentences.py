"""How bad the attacks that remain are with a treatment, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

from surcease.analysis.result import Estimate, OutcomeEffect, SeverityEffect, Verdict
from surcease.effects.severity.reasons import explain
from surcease.reports import words

DIRECTIONS = ("milder", "worse", "shorter", "longer", "times as long")
SURE = {Verdict.STRONG, Verdict.SUGGESTIVE}


def brief(found: SeverityEffect) -> str:
    """Say what is at least suggestive, in one line, or nothing."""
    outcomes = ((found.intensity, milder), (found.duration, shorter))
    told = [
        f"{say(outcome)}, {words.verdict(outcome.verdict)}"
        for outcome, say in outcomes
        if outcome.verdict in SURE
    ]
    return f"remaining attacks: {'; '.join(told)}" if told else ""


def is_told(outcome: OutcomeEffect) -> bool:
    """Tell whether there is more to say than what was assumed before reading the diary."""
    return outcome.change is not None and outcome.verdict != Verdict.CANNOT_TELL


def milder(outcome: OutcomeEffect) -> str:
    """Say a change of intensity: "1.2 points milder (95% interval: 0.7 to 1.9 points milder)"."""
    return _with_interval(outcome.change, points, 0.0) if outcome.change else words.NOT_KNOWN


def shorter(outcome: OutcomeEffect) -> str:
    """Say a ratio of durations: "30% shorter (95% interval: 4% longer to 50% shorter)"."""
    return _with_interval(outcome.change, length, 1.0) if outcome.change else words.NOT_KNOWN


def _with_interval(change: Estimate, say: Callable[[float], str], neutral: float) -> str:
    nearer, farther = sorted((change.low, change.high), key=lambda end: abs(end - neutral))
    span = _in_one_direction(say(nearer), say(farther))
    span = span or f"{say(change.high)} to {say(change.low)}"
    return f"{say(change.median)} ({words.interval(change.level)}: {span})"


def _in_one_direction(nearer: str, farther: str) -> str | None:
    """Say a direction once where both ends have it: "0.7 to 1.9 points milder"."""
    if nearer == farther:
        return nearer
    for direction in DIRECTIONS:
        if nearer.endswith(direction) and farther.endswith(direction):
            return f"{nearer.partition(' ')[0]} to {farther}"
    return None


def points(change: float) -> str:
    """Say points of intensity: "1.3 points milder", "1 point worse"."""
    if not isfinite(change):
        return words.NOT_KNOWN
    size = words.decimal(abs(change))
    if size == "0":
        return "no change"
    return f"{size} {'point' if size == '1' else 'points'} {'milder' if change < 0 else 'worse'}"


def length(ratio: float) -> str:
    """Say a ratio of durations: "30% shorter", "12% longer", "2.4 times as long"."""
    if not isfinite(ratio):
        return words.NOT_KNOWN
    percent = round(100 * (ratio - 1))
    if percent == 0:
        return "no change"
    if percent < 0:
        return f"{-percent}% shorter"
    return f"{percent}% longer" if percent < 100 else f"{ratio:.1f} times as long"


def chance(outcome: OutcomeEffect, better: str) -> str:
    """Say how probable it is that attacks are better: "milder: very likely (93%)"."""
    probability = outcome.probability_better
    return f"{better}: {words.chance(probability)}" if probability is not None else ""


def rests_on(outcome: OutcomeEffect) -> str:
    attacks = words.count(outcome.attacks, "attack")
    return f"from {attacks}, {outcome.attacks_under_it:,} of them while it was acting"


def reasons(outcome: OutcomeEffect) -> str:
    return "; ".join(map(explain, outcome.because))
