"""What stands below the row of a treatment, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.analysis.result import ByDoseAmount, Checks
from surcease.reports import check_sentences, sentences, severity_sentences
from surcease.reports.terminal.told import Told


def notes(told: Told) -> Iterator[str]:
    """Yield the effect by amount, its probability, what it prevented, and why it is told so."""
    effect = told.effect
    if sentences.change_is_told(effect):
        yield from sentences.amounts(effect)
        yield sentences.chances(effect)
    if told.prevented:
        yield f"prevented so far: {sentences.prevented(told.prevented.known_days)} on known days"
    if told.by_dose_amount:
        yield from dose_amounts(told.by_dose_amount)
    if told.severity:
        yield severity_sentences.brief(told.severity)
    if effect.because:
        yield f"why: {sentences.reasons(effect)}"
    if told.checks:
        yield from checks(told.checks, shown=sentences.wear_off_is_told(effect))


def dose_amounts(compared: ByDoseAmount) -> Iterator[str]:
    yield f"amount of a dose: {sentences.larger_prevents_more(compared)}"
    yield from sentences.dose_amounts(compared)


def checks(found: Checks, *, shown: bool) -> Iterator[str]:
    """Yield what was asked of the estimate, if there is one to `shown`, and what would tell."""
    if shown and found.placebo_dates:
        yield f"other dates: {check_sentences.placebo(found.placebo_dates)}"
    if shown and found.dose_window:
        yield f"around a dose: {check_sentences.window(found.dose_window)}"
    if shown and found.influence:
        yield f"without one dose: {check_sentences.influence(found.influence)}"
    if found.would_tell:
        for outlook in found.would_tell.outlooks:
            yield f"what would tell: {check_sentences.would_tell(outlook)}"
