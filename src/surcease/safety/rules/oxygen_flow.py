from __future__ import annotations

from collections.abc import Iterator

from surcease.formulary import ucum
from surcease.formulary.spelling import normal
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import Taken
from surcease.safety.words import fact_number, filled

NOT_THE_MASK = ("cannula", "prongs", "nasal tube", "simple mask", "nose piece")
A_MASK = ("mask", "valve", "non rebreather", "nrb")


@rule(
    "O01",
    "The flow of oxygen",
    ask="Which flow and which mask are prescribed?",
    rests_on=("oxygen.usual_amount",),
)
def oxygen_flow(record: Record) -> Iterator[Seen]:
    for breathed in record.of("oxygen"):
        if breathed.amount is None:
            yield Lack(_("the flow of oxygen in L/min"), "doses.csv")
            continue
        fact = breathed.fact("usual_amount")
        if breathed.amount < fact_number(fact) and _is_flow(breathed.doses[0].unit):
            text = filled(
                _(
                    "Oxygen at {flow} L/min; {usual} or more through a "
                    "non-rebreathing mask is usual, though less still helps many"
                ),
                flow=float(breathed.amount),
                usual=fact.value,
            )
            yield Remark(Severity.INFO, text, breathed.on, breathed.doses, (fact,))


def _is_flow(unit: str) -> bool:
    return "/" in ucum(unit)


@rule(
    "O01",
    "Oxygen without a non-rebreathing mask",
    ask="Which flow and which mask are prescribed?",
    rests_on=("oxygen.usual_amount",),
)
def oxygen_mask(record: Record) -> Iterator[Seen]:
    breathed = record.of("oxygen")
    if breathed and not any(_says(each, (*NOT_THE_MASK, *A_MASK)) for each in breathed):
        yield Lack(
            _("the mask that oxygen is breathed through, in the notes of a dose"), "doses.csv"
        )
    for each in breathed:
        if _says(each, NOT_THE_MASK):
            fact = each.fact("usual_amount")
            text = filled(
                _("Oxygen without a non-rebreathing mask; {usual} L/min {how}"),
                usual=fact.value,
                how=_(fact.note),
            )
            yield Remark(Severity.INFO, text, each.on, each.doses, (fact,))


def _says(breathed: Taken, words: tuple[str, ...]) -> bool:
    texts = [
        normal(" ".join((each.treatment, each.route, each.notes, *dict(each.extra).values())))
        for each in breathed.doses
    ]
    return any(word in text for text in texts for word in words)
