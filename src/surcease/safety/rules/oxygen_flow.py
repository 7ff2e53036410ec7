from __future__ import annotations

from collections.abc import Iterator

from surcease.formulary import ucum
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number


@rule(
    "O01",
    "The flow of oxygen",
    ask="Which flow and which mask are prescribed?",
    rests_on=("oxygen.usual_amount",),
)
def oxygen_flow(record: Record) -> Iterator[Seen]:
    for breathed in record.of("oxygen"):
        if breathed.amount is None:
            yield Lack("the flow of oxygen in L/min", "doses.csv")
            continue
        fact = breathed.fact("usual_amount")
        if breathed.amount < fact_number(fact) and _is_flow(breathed.doses[0].unit):
            text = (
                f"Oxygen at {breathed.amount:g} L/min; {fact.value:g} or more through a "
                "non-rebreathing mask is usual, though less still helps many"
            )
            yield Remark(Severity.INFO, text, breathed.on, breathed.doses, (fact,))


def _is_flow(unit: str) -> bool:
    return "/" in ucum(unit)
