"""B02 and B03: all botulinum toxin of three months, and units of other products."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.entry import other_toxin
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import doses_of
from surcease.safety.words import fact_number, filled


@rule(
    "B02",
    "All onabotulinumtoxinA of three months, whatever it was for",
    ask="Do all who inject me know of each other?",
    rests_on=("onabotulinumtoxin_a.max_per_3_mo", "onabotulinumtoxin_a.total_window"),
)
def botox_total(record: Record) -> Iterator[Seen]:
    sessions = record.of_class("botulinum_toxin")
    if any(each.amount is None for each in sessions):
        yield Lack(
            _("the units of every botulinum toxin session, cosmetic ones included"), "doses.csv"
        )
    for nth, session in enumerate(sessions):
        limit, window = session.fact("max_per_3_mo"), session.fact("total_window")
        start = session.on - timedelta(days=fact_number(window))
        within = [each for each in sessions[: nth + 1] if each.on > start]
        total = sum(each.known_amount for each in within)
        if total > fact_number(limit):
            text = filled(
                _(
                    "{total} units of onabotulinumtoxinA within {window} days, "
                    "all indications together; the limit is {limit}"
                ),
                total=total,
                window=window.value,
                limit=limit.value,
            )
            yield Remark(Severity.WARN, text, session.on, doses_of(within), (limit, window))


@rule(
    "B03",
    "A botulinum toxin whose units are not those of Botox",
    ask="Which botulinum toxin was it?",
    rests_on=("onabotulinumtoxin_a.units_not_interchangeable",),
)
def units_of_another_toxin(record: Record) -> Iterator[Seen]:
    for dose in record.doses:
        toxin = other_toxin(dose.treatment)
        if toxin:
            on = dose.given_at.on
            fact = fact_at("onabotulinumtoxin_a.units_not_interchangeable", on)
            text = filled(
                _(
                    "Units of {toxin} are not those of another botulinum toxin "
                    "and are not added to any: {why}"
                ),
                toxin=_(toxin),
                why=fact.statement,
            )
            yield Remark(Severity.WARN, text, on, (dose,), (fact,))
