"""One row for each treatment that is to prevent attacks: what was given, and what it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from surcease.analysis.result import TreatmentEffect, Verdict
from surcease.reports import sentences, tried_sentences, words
from surcease.reports.tried import Tried
from surcease.reports.word_table import Cell, WordTable, row

COLUMNS = ("Treatment and what was given", "Attacks", "Half gone after", "Next due", "Verdict")
LONGEST_NAME = 60
NOTES = (
    "Attacks: under the full effect of the treatment against without it, with the 95% interval. "
    "Half gone: when half of the effect of one dose is gone. Next due: when that is so of the "
    "latest dose, with the 80% interval; a calculation, not an appointment. The verdict speaks of "
    "how sure the diary makes us that there is an effect, not of its size.",
)
WORTH_A_LINE = 2


def treatment_table(
    effects: Sequence[TreatmentEffect], given: Mapping[str, Tried], most: int | None = None
) -> WordTable:
    """Show treatments in the order given, at most so many; `others` tells of the rest."""
    rows = tuple(_row(each, given.get(each.treatment)) for each in effects[:most])
    return WordTable("treatments", "Treatments to prevent attacks", COLUMNS, rows, NOTES)


def others(effects: Sequence[TreatmentEffect], most: int) -> str:
    """Name what a table of so many rows has no place for, or say nothing."""
    rest = effects[most:]
    if not rest:
        return ""
    named = "; ".join(
        f"{words.shortened(each.name, 40)} ({sentences.given(each)}; {words.verdict(each.verdict)})"
        for each in rest
    )
    return f"Also in this diary: {named}."


def _row(effect: TreatmentEffect, given: Tried | None) -> tuple[Cell, ...]:
    return row(
        (words.shortened(effect.name, LONGEST_NAME), *_given(effect, given)),
        _attacks(effect),
        _half_gone(effect),
        _next_due(effect),
        (words.verdict(effect.verdict), *_why(effect)),
    )


def _given(effect: TreatmentEffect, given: Tried | None) -> tuple[str, ...]:
    if given is None:
        return (sentences.given(effect),)
    return tried_sentences.how_much(given), tried_sentences.dates(given)


def _attacks(effect: TreatmentEffect) -> Cell:
    reduction = effect.reduction
    if reduction is None or effect.verdict == Verdict.CANNOT_TELL:
        return (words.NONE,)
    shown = words.change(reduction.median), words.change_range(reduction)
    amounts = [each for each in effect.by_amount if each.reduction == reduction]
    at = [
        f"at {tried_sentences.amount(each.amount_per_day, each.unit)} a day" for each in amounts[:1]
    ]
    return (*shown, *at)


def _half_gone(effect: TreatmentEffect) -> Cell:
    if effect.days_to_half is None or not sentences.wear_off_is_told(effect):
        return (words.NONE,)
    return words.length(effect.days_to_half.median), words.length_range(effect.days_to_half)


def _next_due(effect: TreatmentEffect) -> Cell:
    due = effect.next_due
    if due is None or not sentences.due_is_told(effect):
        return (words.NONE,)
    return words.day(due.median), words.day_range(due.low, due.high)


def _why(effect: TreatmentEffect) -> tuple[str, ...]:
    """Give the chance of any effect where there is one to speak of, else why there is none."""
    chance = effect.probability_fewer_attacks
    if effect.verdict == Verdict.CANNOT_TELL or chance is None:
        return tuple(sentences.reasons(effect).split("; ")[:WORTH_A_LINE])
    return (f"fewer attacks: {words.chance(chance)}",)
