from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import doses_of
from surcease.safety.words import filled

DAYS_IN_A_ROW = 7
"""The window of the weekly limit: a dose on every day of it is daily use."""


@rule(
    "S10",
    "Dihydroergotamine every day",
    ask="What prevents attacks, so that I need no dihydroergotamine every day?",
    rests_on=("dihydroergotamine.daily_use",),
)
def daily_dihydroergotamine(record: Record) -> Iterator[Seen]:
    doses = record.of("dihydroergotamine")
    days = {each.on for each in doses}
    if any(len(each.routes) > 1 for each in doses):
        yield Lack(_("the route of every dose of dihydroergotamine"), "doses.csv")
    for dose in doses:
        week = {dose.on - timedelta(days=back) for back in range(DAYS_IN_A_ROW)}
        if week <= days:
            fact = dose.fact("daily_use")
            text = filled(
                _("{name} on {days} days in a row: {why}"),
                name=dose.name,
                days=DAYS_IN_A_ROW,
                why=fact.statement,
            )
            used = doses_of(each for each in doses if each.on in week)
            yield Remark(Severity.WARN, text, dose.on, used, (fact,))
