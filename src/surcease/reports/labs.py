from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from surcease.diary import Lab
from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import words
from surcease.reports.word_table import Cell, WordTable, row

COLUMNS = (gettext_noop("Test and assay"), gettext_noop("Latest"), gettext_noop("Earlier"))
MAGNESIUM = "magnesium"
SERUM = "magnesium_sulfate_iv.serum_hides_lack"


def labs_table(labs: Sequence[Lab]) -> WordTable:
    """Show the latest value of each test by each assay, and the range of those before it."""
    groups: defaultdict[tuple[str, str, str], list[Lab]] = defaultdict(list)
    for each in sorted(labs, key=lambda each: each.taken_at.at):
        groups[each.test.strip(), each.assay.strip(), each.unit.strip()].append(each)
    rows = tuple(_row(*key, values) for key, values in sorted(groups.items()))
    of_magnesium = [each for each in labs if MAGNESIUM in each.test.casefold()]
    notes = (_about_magnesium(of_magnesium),) if of_magnesium else ()
    return WordTable("labs", _("Laboratory values"), tuple(map(_, COLUMNS)), rows, notes)


def _about_magnesium(labs: Sequence[Lab]) -> str:
    fact = fact_at(SERUM, max(each.taken_at.on for each in labs))
    said = _(str(fact.value))
    return f"{said[:1].upper()}{said[1:]} ({fact.source}, {fact.tag})."


def _row(test: str, assay: str, unit: str, values: Sequence[Lab]) -> tuple[Cell, ...]:
    *earlier, latest = values
    unsaid = _("{test}, assay not written down").format(test=test)
    name = f"{test}, {assay}" if assay else unsaid
    return row(
        name, (f"{latest.value:g} {unit}", words.day(latest.taken_at.on)), _earlier(earlier, unit)
    )


def _earlier(values: Sequence[Lab], unit: str) -> Cell:
    if not values:
        return (words.NONE,)
    low, high = min(each.value for each in values), max(each.value for each in values)
    span = words.span(f"{low:g}", f"{high:g}")
    dates = words.day_range(values[0].taken_at.on, values[-1].taken_at.on)
    return (f"{span} {unit}", f"{words.count(len(values), 'value')}, {dates}")
