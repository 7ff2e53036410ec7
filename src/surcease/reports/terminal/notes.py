"""What stands below the row of a treatment, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.analysis.result import ByDoseAmount
from surcease.reports import sentences, severity_sentences
from surcease.reports.terminal.told import Told


def notes(told: Told) -> Iterator[str]:
    """Yield the effect by amount, its probability, what it prevented, and why it is told so."""
    effect = told.effect
    if sentences.told_reduction(effect) is not None:
        yield from sentences.amounts(effect)
        yield sentences.chances(effect)
    if told.due_is_past:
        yield "no dose is in the diary since the next one was due"
    if told.prevented:
        yield f"prevented so far: {sentences.prevented(told.prevented.known_days)} on known days"
    if told.by_dose_amount:
        yield from dose_amounts(told.by_dose_amount)
    if told.severity:
        yield severity_sentences.brief(told.severity)
    if effect.because:
        yield f"why: {sentences.reasons(effect)}"
    if told.checks:
        # Its sentences need many modules, and most analyses ask for none.
        from surcease.reports.terminal.check_notes import check_notes  # noqa: PLC0415

        yield from check_notes(told.checks, shown=sentences.wear_off_is_told(effect))


def dose_amounts(compared: ByDoseAmount) -> Iterator[str]:
    yield f"amount of a dose: {sentences.larger_prevents_more(compared)}"
    yield from sentences.dose_amounts(compared)
