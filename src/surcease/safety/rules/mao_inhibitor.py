from __future__ import annotations

from collections.abc import Iterator

from surcease.formulary import Fact
from surcease.language import gettext as _
from surcease.language import ngettext
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.other import Other
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import Taken
from surcease.safety.words import fact_number, filled

ASK = "Which of my medicines may not be near a triptan?"
WASHOUT = "mao_washout"


@rule(
    "S09",
    "A triptan with an MAO inhibitor, now or within two weeks",
    ask=ASK,
    rests_on=(
        f"sumatriptan_sc.{WASHOUT}",
        f"zolmitriptan_nasal.{WASHOUT}",
        f"rizatriptan_po.{WASHOUT}",
    ),
)
def mao_inhibitor(record: Record) -> Iterator[Seen]:
    doses = [each for each in record.of_class("triptan") if WASHOUT in each.known.facts]
    if doses and not record.knows_medicines:
        yield Lack(_("other medicines, or none"), "medicines.csv")
    for dose in doses:
        fact = dose.fact(WASHOUT)
        for other in record.others:
            if "mao_inhibitor" in other.groups and _near(other, dose, fact):
                yield _remark(Severity.STOP, dose, other, fact, _("contraindicated"))


@rule(
    "S09",
    "A triptan with a selective MAO-B inhibitor",
    ask=ASK,
    rests_on=(f"sumatriptan_sc.{WASHOUT}",),
)
def mao_b_inhibitor(record: Record) -> Iterator[Seen]:
    for dose in record.of_class("triptan"):
        if WASHOUT in dose.known.facts:
            for other in record.medicines("mao_b_inhibitor", dose.on):
                fact = dose.fact(WASHOUT)
                said = _("the contraindication is of MAO-A inhibitors; this one is of MAO-B")
                yield _remark(Severity.INFO, dose, other, fact, said)


def _near(other: Other, dose: Taken, fact: Fact) -> bool:
    since = other.days_since(dose.on)
    return since is not None and since <= fact_number(fact)


def _remark(severity: Severity, dose: Taken, other: Other, fact: Fact, said: str) -> Remark:
    since = other.days_since(dose.on) or 0
    is_b = "mao_b_inhibitor" in other.groups
    kind = _("an MAO-B inhibitor") if is_b else _("an MAO inhibitor")
    pattern = (
        ngettext(
            "{name} and {kind}, {days} day after its last day: {why}",
            "{name} and {kind}, {days} days after its last day: {why}",
            since,
        )
        if since
        else _("{name} and {kind}, beside it: {why}")
    )
    text = filled(pattern, name=dose.name, kind=kind, days=since, why=said)
    return Remark(severity, text, dose.on, dose.doses, (fact,))
