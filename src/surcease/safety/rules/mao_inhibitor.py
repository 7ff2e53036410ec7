from __future__ import annotations

from collections.abc import Iterator

from surcease.formulary import Fact
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Other, Record, Taken
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number

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
        yield Lack("other medicines, or none", "medicines.csv")
    for dose in doses:
        fact = dose.fact(WASHOUT)
        for other in record.others:
            if "mao_inhibitor" in other.groups and _near(other, dose, fact):
                yield _remark(Severity.STOP, dose, other, fact, "contraindicated")


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
                said = "the contraindication is of MAO-A inhibitors; this one is of MAO-B"
                yield _remark(Severity.INFO, dose, other, fact, said)


def _near(other: Other, dose: Taken, fact: Fact) -> bool:
    since = other.days_since(dose.on)
    return since is not None and since <= fact_number(fact)


def _remark(severity: Severity, dose: Taken, other: Other, fact: Fact, said: str) -> Remark:
    since = other.days_since(dose.on)
    when = "beside it" if not since else f"{since} days after its last day"
    kind = "an MAO-B inhibitor" if "mao_b_inhibitor" in other.groups else "an MAO inhibitor"
    text = f"{dose.name} and {kind}, {when}: {said}"
    return Remark(severity, text, dose.on, dose.doses, (fact,))
