"""How bad the attacks that remain are with a treatment, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import NamedTuple

from surcease.analysis.result import Estimate, OutcomeEffect, SeverityEffect, Verdict
from surcease.language import gettext as _
from surcease.language import gettext_noop, ngettext, ngettext_noop
from surcease.reports import words
from surcease.reports.reasons import because

SURE = {Verdict.STRONG, Verdict.SUGGESTIVE}


def brief(found: SeverityEffect) -> str:
    """Say what is at least suggestive, in one line, or nothing."""
    outcomes = ((found.intensity, milder), (found.duration, shorter))
    told = [
        f"{say(outcome)}, {words.verdict(outcome.verdict)}"
        for outcome, say in outcomes
        if outcome.verdict in SURE
    ]
    return _("remaining attacks: {told}").format(told="; ".join(told)) if told else ""


def is_told(outcome: OutcomeEffect) -> bool:
    """Tell whether there is more to say than what was assumed before reading the diary."""
    return outcome.change is not None and outcome.verdict != Verdict.CANNOT_TELL


def milder(outcome: OutcomeEffect) -> str:
    """Say a change of intensity: "1.2 points milder (95% interval: 0.7 to 1.9 points milder)"."""
    return _with_interval(outcome.change, points, 0.0) if outcome.change else words.not_known()


def shorter(outcome: OutcomeEffect) -> str:
    """Say a ratio of durations: "30% shorter (95% interval: 4% longer to 50% shorter)"."""
    return _with_interval(outcome.change, length, 1.0) if outcome.change else words.not_known()


class Said(NamedTuple):
    """A change: words, of which one and many may differ, and the number in them, if any."""

    form: str | tuple[str, str]
    size: str = ""

    def __str__(self) -> str:
        if isinstance(self.form, str):
            return _(self.form).format(size=self.size)
        return ngettext(*self.form, 1 if self.size == "1" else 2).format(size=self.size)


MILDER = ngettext_noop("{size} point milder", "{size} points milder")
WORSE = ngettext_noop("{size} point worse", "{size} points worse")
SHORTER = gettext_noop("{size} shorter")
LONGER = gettext_noop("{size} longer")
TIMES = gettext_noop("{size} times as long")


def _with_interval(change: Estimate, say: Callable[[float], Said], neutral: float) -> str:
    nearer, farther = sorted((change.low, change.high), key=lambda end: abs(end - neutral))
    span = _in_one_direction(say(nearer), say(farther))
    span = span or words.span(str(say(change.high)), str(say(change.low)))
    return f"{say(change.median)} ({words.interval(change.level)}: {span})"


def _in_one_direction(nearer: Said, farther: Said) -> str | None:
    """Say a direction once where both ends have it: "0.7 to 1.9 points milder"."""
    if nearer == farther:
        return str(nearer)
    if nearer.form != farther.form:
        return None
    return str(farther._replace(size=words.span(nearer.size, farther.size)))


def points(change: float) -> Said:
    """Say points of intensity: "1.3 points milder", "1 point worse"."""
    if not isfinite(change):
        return Said(words.UNKNOWN)
    size = words.decimal(abs(change))
    if size == "0":
        return Said(words.NO_CHANGE)
    return Said(MILDER if change < 0 else WORSE, size)


def length(ratio: float) -> Said:
    """Say a ratio of durations: "30% shorter", "12% longer", "2.4 times as long"."""
    if not isfinite(ratio):
        return Said(words.UNKNOWN)
    percent = round(100 * (ratio - 1))
    if percent == 0:
        return Said(words.NO_CHANGE)
    if percent < 0:
        return Said(SHORTER, f"{-percent}%")
    if percent < 100:
        return Said(LONGER, f"{percent}%")
    return Said(TIMES, f"{ratio:.1f}")


def chance(outcome: OutcomeEffect, better: str) -> str:
    """Say how probable it is that attacks are better: "milder: very likely (93%)"."""
    probability = outcome.probability_better
    return f"{better}: {words.chance(probability)}" if probability is not None else ""


def rests_on(outcome: OutcomeEffect) -> str:
    attacks = words.count(outcome.attacks, "attack")
    under_it = f"{outcome.attacks_under_it:,}"
    return _("from {attacks}, {under_it} of them while it was acting").format(
        attacks=attacks, under_it=under_it
    )


def reasons(outcome: OutcomeEffect) -> str:
    return because(outcome.because)
