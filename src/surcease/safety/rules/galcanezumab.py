from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from surcease.diary import DayState, civil_days
from surcease.language import gettext as _
from surcease.language import ngettext
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import Taken
from surcease.safety.words import fact_number, filled

ASK = "Is galcanezumab meant for my kind of cluster headache, and in this amount and rhythm?"


@rule(
    "X01",
    "Galcanezumab outside its label",
    ask=ASK,
    rests_on=("galcanezumab.usual_amount", "galcanezumab.min_gap", "galcanezumab.episodic_only"),
)
def galcanezumab(record: Record) -> Iterator[Seen]:
    doses = [each for each in record.of("galcanezumab") if _on_the_market(each)]
    for dose in doses:
        yield from _subtype(record, dose)
        yield from _amount(dose)
        yield from _bout(record, dose)
    for earlier, later in pairwise(doses):
        fact = later.fact("min_gap")
        days = (later.on - earlier.on).days
        if 0 < days < fact_number(fact):
            text = filled(
                ngettext(
                    "{name}: {days} day after the dose before; at least {least}",
                    "{name}: {days} days after the dose before; at least {least}",
                    days,
                ),
                name=later.name,
                days=days,
                least=fact.value,
            )
            yield Remark(Severity.INFO, text, later.on, (*earlier.doses, *later.doses), (fact,))


def _on_the_market(dose: Taken) -> bool:
    return dose.known.fact("usual_amount", dose.on) is not None


def _subtype(record: Record, dose: Taken) -> Iterator[Seen]:
    if record.has("chronic", dose.on):
        fact = dose.fact("episodic_only")
        text = filled(
            _("{name} in chronic cluster headache: {why}"), name=dose.name, why=fact.statement
        )
        yield Remark(Severity.INFO, text, dose.on, dose.doses, (fact,))
    elif record.has("chronic", dose.on) is None and not record.has("episodic", dose.on):
        yield Lack(_("chronic or episodic cluster headache"), "conditions.csv")


def _amount(dose: Taken) -> Iterator[Remark]:
    fact = dose.fact("usual_amount")
    if dose.amount is not None and dose.amount != fact_number(fact):
        text = filled(
            _("{name}: {amount} mg; the label says {usual}"),
            name=dose.name,
            amount=float(dose.amount),
            usual=fact.value,
        )
        yield Remark(Severity.INFO, text, dose.on, dose.doses, (fact,))


def _bout(record: Record, dose: Taken) -> Iterator[Remark]:
    """Look back as far as one dose acts, if all those days are known."""
    fact = dose.fact("min_gap")
    start = dose.on - timedelta(days=fact_number(fact))
    days = civil_days(record.diary, start, dose.on)
    if days and all(each.state is DayState.NONE for each in days):
        text = filled(
            _("{name} with no attack in {days} days; it is meant for a bout"),
            name=dose.name,
            days=fact.value,
        )
        yield Remark(Severity.INFO, text, dose.on, dose.doses, (fact,))
