"""How strong the published evidence for every treatment is, at first sight. Needs `statistics`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from surcease.evidence.effects import two_arms
from surcease.evidence.results import Result, results
from surcease.formulary import Role, Treatment, treatments
from surcease.reports.word_table import Cell, WordTable, row
from surcease.reports.words import NONE

COLUMNS = (
    "",
    "Studies with control",
    "Results that differ",
    "Studies without",
    "AHS",
    "EAN",
    "Licensed",
)
NOTES = (
    "Differ: results of benefit whose 95% range for the difference from the control group leaves "
    "out none. That counts results; it says nothing of their size or of what may mislead in them.",
    "AHS, EAN: what the American Headache Society and the European Academy of Neurology say. "
    "Licensed: for cluster headache, where that was read.",
)
LICENSED = ("approved", "cleared")


def evidence_overview() -> WordTable:
    """Return, by role, a row for each treatment with a result of benefit or a guideline."""
    rows = tuple(each for role in Role for each in _rows_of(role))
    return WordTable("overview", "Published evidence at first sight", COLUMNS, rows, NOTES)


def _rows_of(role: Role) -> Iterator[tuple[Cell, ...]]:
    """Yield the name of a role, then its treatments, those with most controlled studies first."""
    yield row(f"{role.capitalize()}:", *("" for _ in COLUMNS[1:]))
    of_each = [(each, _of(each)) for each in treatments().values() if each.role is role]
    for each, found in sorted(of_each, key=lambda pair: _first(*pair)):
        if found or _guideline(each, "ahs") or _guideline(each, "ean"):
            yield _row(each, found)


def _of(treatment: Treatment) -> Sequence[Result]:
    return [
        each
        for each in results().values()
        if each.treatment == treatment.key and each.asks == "benefit"
    ]


def _first(treatment: Treatment, found: Sequence[Result]) -> tuple[int, str]:
    controlled = (each for each in found if each.controlled)
    return -len(_studies(controlled)), treatment.name


def _row(treatment: Treatment, found: Sequence[Result]) -> tuple[Cell, ...]:
    controlled = [each for each in found if each.controlled]
    without = [each for each in found if not each.controlled]
    differ = sum(map(_differs, controlled))
    return row(
        treatment.name,
        str(len(_studies(controlled)) or NONE),
        f"{differ} of {len(controlled)}" if controlled else NONE,
        str(len(_studies(without)) or NONE),
        _guideline(treatment, "ahs") or NONE,
        _guideline(treatment, "ean") or NONE,
        _licensed(treatment) or NONE,
    )


def _studies(found: Iterable[Result]) -> frozenset[str]:
    return frozenset(each.trial for each in found)


def _differs(result: Result) -> bool:
    if result.control is None:
        return False
    difference = two_arms(result.treated, result.control).difference
    return difference.low > 0 or difference.high < 0


def _guideline(treatment: Treatment, of: str) -> str:
    fact = treatment.fact(f"guideline_{of}", date.max)
    return str(fact.value) if fact and fact.verified else ""


def _licensed(treatment: Treatment) -> str:
    read = (each for each in treatment.statuses if each.tag != "M")
    return ", ".join(each.place for each in read if each.status in LICENSED)
