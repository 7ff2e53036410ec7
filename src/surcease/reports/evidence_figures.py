"""Figures of published results in words. Needs the extra `statistics`, on import."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.evidence.cautions import cautions
from surcease.evidence.effects import Range, proportion, two_arms
from surcease.evidence.pools import Pooled, pooled, pools
from surcease.evidence.results import Counts, Result
from surcease.reports.evidence_report import study_in_words
from surcease.reports.word_table import Cell, row


def result_row(result: Result) -> tuple[Cell, ...]:
    """Say what was counted, in whom, against what, and what may mislead in it."""
    against = _control(result.treated, result.control) if result.control else ("none",)
    study = f"{study_in_words(result)} ({result.key})"
    return row((study, result.outcome), _treated(result), against, tuple(minded(result)))


def _treated(result: Result) -> Cell:
    counted = f"{result.treated.yes} of {result.treated.of} {result.unit}s"
    return counted, share(proportion(result.treated).exact)


def _control(treated: Counts, control: Counts) -> Cell:
    difference = two_arms(treated, control).difference
    return f"{control.yes} of {control.of}", f"{points(difference)} points"


def minded(result: Result) -> Iterator[str]:
    yield from cautions(result)
    if result.note:
        yield result.note


def pooled_rows(treatment: str) -> Iterator[tuple[Cell, ...]]:
    for each in pools():
        if each.treatment == treatment:
            found = pooled(each)
            said = tuple(f"{label}: {text}" for label, text in figures(found))
            yield row(each.name, said, found.warnings)


def figures(found: Pooled) -> Iterator[tuple[str, str]]:
    """Label each figure of studies put together."""
    counted = f"{found.treated.yes} of {found.treated.of}"
    if found.control:
        counted += f" against {found.control.yes} of {found.control.of}"
    yield "added up", counted
    shown = ratio
    if found.simple:
        shown = share
        yield "as one study", share(found.simple.exact)
    if found.needed_to_treat:
        yield "needed to treat", ratio(found.needed_to_treat)
    if found.mantel_haenszel:
        yield "risk ratio, Mantel-Haenszel", ratio(found.mantel_haenszel)
    yield f"{found.pool.measure}, fixed", shown(found.fixed)
    spread = f"tau squared {found.tau_squared:.3f}, I squared {100 * found.i_squared:.0f}%"
    yield f"{found.pool.measure}, random", f"{shown(found.random)}; {spread}"
    if found.beta_binomial:
        yield "proportion, beta-binomial", share(found.beta_binomial)


def percents(one: Range) -> str:
    return f"({100 * one.low:.0f} to {100 * one.high:.0f}%)"


def share(one: Range) -> str:
    return f"{100 * one.value:.0f}% {percents(one)}"


def points(one: Range) -> str:
    low, high = f"{100 * one.low:.0f}", f"{100 * one.high:.0f}"
    return f"{100 * one.value:.0f} ({low} to {high})"


def ratio(one: Range) -> str:
    return f"{one.value:.2f} ({one.low:.2f} to {one.high:.2f})"
