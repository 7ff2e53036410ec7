from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import doses_of
from surcease.safety.words import fact_number, filled


@rule(
    "S14",
    "Triptans on many days a month",
    ask="Do I use so many triptans because prevention falls short?",
    rests_on=("triptan.frequent_days", "triptan.frequent_months"),
)
def frequent_triptans(record: Record) -> Iterator[Seen]:
    """Look at calendar months; the last of several in a row is spoken of."""
    doses = record.of_class("triptan")
    days = {each.on for each in doses}
    by_month = Counter(map(_month, days))
    for month in sorted(by_month):
        last = max(on for on in days if _month(on) == month)
        many, months = (fact_at(f"triptan.frequent_{each}", last) for each in ("days", "months"))
        run = range(month - int(fact_number(months)) + 1, month + 1)
        if all(by_month[each] >= fact_number(many) for each in run):
            text = filled(
                _(
                    "Triptans on {days} days or more in each of {months} months; "
                    "a headache of overuse is easily over-diagnosed in cluster headache"
                ),
                days=many.value,
                months=months.value,
            )
            used = doses_of(each for each in doses if _month(each.on) in run)
            yield Remark(Severity.INFO, text, last, used, (many, months))


def _month(on: date) -> int:
    return on.year * 12 + on.month - 1
