from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.formulary.vocabulary import symptom_groups_in
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled, gap_in_words


@rule(
    "M04",
    "Signs of too much magnesium after an infusion",
    ask="This may need emergency care now. Later: was it the infusion?",
    rests_on=("magnesium_sulfate_iv.toxicity_watch",),
)
def magnesium_toxicity(record: Record) -> Iterator[Seen]:
    signs = [
        each
        for each in record.diary.symptoms
        if "magnesium_toxicity" in symptom_groups_in(each.symptom)
        and each.noticed_at.on <= record.as_of
    ]
    for infusion in record.of("magnesium_sulfate_iv"):
        fact = infusion.fact("toxicity_watch")
        for sign in signs:
            after = sign.noticed_at.at - infusion.at
            if timedelta() <= after <= timedelta(hours=fact_number(fact)):
                text = filled(
                    _(
                        "A sign of too much magnesium {gap} after the infusion: "
                        "slow breathing, fainting or growing weakness is an emergency"
                    ),
                    gap=gap_in_words(after),
                )
                yield Remark(Severity.STOP, text, sign.noticed_at.on, infusion.doses, (fact,))
