from __future__ import annotations

from collections.abc import Iterator

from surcease.diary import Lab
from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import filled


@rule(
    "M08",
    "A laboratory value of magnesium",
    ask="Is a red-cell or ionised magnesium worth measuring?",
    rests_on=(
        "magnesium_sulfate_iv.serum_hides_lack",
        "magnesium_sulfate_iv.red_cell_range",
        "magnesium_sulfate_iv.ionised_study_cut",
    ),
)
def serum_magnesium(record: Record) -> Iterator[Seen]:
    for lab in record.labs("magnesium", "Mg", "serum magnesium", "magnesium serum"):
        if not lab.assay.strip():
            yield Lack(
                _("the assay of each magnesium value: serum total, red cell or ionised"), "labs.csv"
            )
        if _may_be_serum(lab):
            on = lab.taken_at.on
            fact = fact_at("magnesium_sulfate_iv.serum_hides_lack", on)
            text = filled(_("Magnesium on {day}: {why}"), day=on, why=fact.statement)
            yield Remark(Severity.INFO, text, on, (), (fact,))


def _may_be_serum(lab: Lab) -> bool:
    other = ("red", "rbc", "erythrocyte", "ionised", "ionized")
    return not any(word in lab.assay.casefold() for word in other)
