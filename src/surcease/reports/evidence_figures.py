"""Figures of published results in words. Needs the extra `statistics`, on import."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.evidence.cautions import cautions
from surcease.evidence.effects import Range, proportion, two_arms
from surcease.evidence.pools import Pooled, pooled, pools
from surcease.evidence.results import Counts, Result
from surcease.language import gettext as _
from surcease.reports import words
from surcease.reports.evidence_report import study_in_words, units
from surcease.reports.word_table import Cell, row


def result_row(result: Result) -> tuple[Cell, ...]:
    """Say what was counted, in whom, against what, and what may mislead in it."""
    against = _control(result.treated, result.control) if result.control else (_("none"),)
    study = f"{study_in_words(result)} ({result.key})"
    return row((study, _(result.outcome)), _treated(result), against, tuple(minded(result)))


def _treated(result: Result) -> Cell:
    counted = words.out_of(result.treated.yes, result.treated.of)
    return units(counted, result.unit), share(proportion(result.treated).exact)


def _control(treated: Counts, control: Counts) -> Cell:
    difference = two_arms(treated, control).difference
    in_points = _("{points} points").format(points=points(difference))
    return words.out_of(control.yes, control.of), in_points


def minded(result: Result) -> Iterator[str]:
    yield from cautions(result)
    if result.note:
        yield _(result.note)


def pooled_rows(treatment: str) -> Iterator[tuple[Cell, ...]]:
    for each in pools():
        if each.treatment == treatment:
            found = pooled(each)
            said = tuple(f"{label}: {text}" for label, text in figures(found))
            yield row(_(each.name), said, found.warnings)


def figures(found: Pooled) -> Iterator[tuple[str, str]]:
    """Label each figure of studies put together."""
    counted = words.out_of(found.treated.yes, found.treated.of)
    if found.control:
        control = words.out_of(found.control.yes, found.control.of)
        counted = _("{treated} against {control}").format(treated=counted, control=control)
    yield _("added up"), counted
    shown = ratio
    if found.simple:
        shown = share
        yield _("as one study"), share(found.simple.exact)
    if found.needed_to_treat:
        yield _("needed to treat"), ratio(found.needed_to_treat)
    if found.mantel_haenszel:
        yield _("risk ratio, Mantel-Haenszel"), ratio(found.mantel_haenszel)
    measure = _(found.pool.measure)
    yield _("{measure}, fixed").format(measure=measure), shown(found.fixed)
    spread = _("tau squared {tau}, I squared {i}").format(
        tau=f"{found.tau_squared:.3f}", i=f"{100 * found.i_squared:.0f}%"
    )
    yield _("{measure}, random").format(measure=measure), f"{shown(found.random)}; {spread}"
    if found.beta_binomial:
        yield _("proportion, beta-binomial"), share(found.beta_binomial)


def percents(one: Range) -> str:
    span = words.span(f"{100 * one.low:.0f}", f"{100 * one.high:.0f}%")
    return f"({span})"


def share(one: Range) -> str:
    return f"{100 * one.value:.0f}% {percents(one)}"


def points(one: Range) -> str:
    low, high = f"{100 * one.low:.0f}", f"{100 * one.high:.0f}"
    return f"{100 * one.value:.0f} ({words.span(low, high)})"


def ratio(one: Range) -> str:
    span = words.span(f"{one.low:.2f}", f"{one.high:.2f}")
    return f"{one.value:.2f} ({span})"
