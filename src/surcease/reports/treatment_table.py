"""One row for each treatment that is to prevent attacks: what was given, and what it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from surcease.analysis.result import AmountEffect, TreatmentEffect, Verdict
from surcease.effects.reasons import FEW_DOSES
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import sentences, tried_sentences, words
from surcease.reports.reasons import explain
from surcease.reports.tried import Tried
from surcease.reports.word_table import Cell, WordTable, row

COLUMNS = (
    gettext_noop("Treatment and what was given"),
    gettext_noop("Attacks"),
    gettext_noop("Half gone after"),
    gettext_noop("Next due"),
    gettext_noop("Verdict"),
)
LONGEST_NAME = 60
NOTE = gettext_noop(
    "Attacks: under the full effect of the treatment against without it, with the 95% interval. "
    "Half gone: when half of the effect of one dose is gone. Next due: when that is so of the "
    "latest dose, with the 80% interval; a calculation, not an appointment. The verdict speaks of "
    "how sure the diary makes us that there is an effect, not of its size."
)
WORTH_A_LINE = 2


def treatment_table(
    effects: Sequence[TreatmentEffect], given: Mapping[str, Tried], most: int | None = None
) -> WordTable:
    """Show treatments in the order given, at most so many; `others` tells of the rest."""
    rows = tuple(_row(each, given.get(each.treatment)) for each in effects[:most])
    columns = tuple(map(_, COLUMNS))
    return WordTable("treatments", _("Treatments to prevent attacks"), columns, rows, (_(NOTE),))


def others(effects: Sequence[TreatmentEffect], most: int) -> str:
    """Name what a table of so many rows has no place for, or say nothing."""
    rest = effects[most:]
    if not rest:
        return ""
    named = "; ".join(
        f"{words.shortened(each.name, 40)} ({sentences.given(each)}; {words.verdict(each.verdict)})"
        for each in rest
    )
    return _("Also in this diary: {treatments}.").format(treatments=named)


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
    reduction = sentences.told_reduction(effect)
    if reduction is None:
        return (words.NONE,)
    shown = words.change(reduction.median), words.change_range(reduction)
    amounts = [each for each in effect.by_amount if each.reduction == reduction]
    return (*shown, *map(_at, amounts[:1]))


def _at(each: AmountEffect) -> str:
    amount = sentences.amount(each.amount_per_day, each.unit)
    return _("at {amount} a day").format(amount=amount)


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
    """Give the chance of any effect and what it lacks, or where it is not told the reason."""
    chance = effect.probability_fewer_attacks
    if effect.verdict == Verdict.CANNOT_TELL or chance is None:
        return tuple(sentences.reasons(effect).split("; ")[:WORTH_A_LINE])
    said = _("fewer attacks: {chance}").format(chance=words.chance(chance))
    rarely = FEW_DOSES in effect.because
    return (said, explain(FEW_DOSES)) if rarely else (said,)
