from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.formulary.vocabulary import symptom_groups_in
from surcease.language import ngettext
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "B04",
    "Signs that botulinum toxin has spread",
    ask="This needs emergency care now. Later: may I have another session?",
    rests_on=("onabotulinumtoxin_a.spread_watch",),
)
def toxin_spread(record: Record) -> Iterator[Seen]:
    for sign in record.diary.symptoms:
        on = sign.noticed_at.on
        if on <= record.as_of and "toxin_spread" in symptom_groups_in(sign.symptom):
            for session in record.of_class("botulinum_toxin"):
                fact = session.fact("spread_watch")
                after = on - session.on
                if timedelta() <= after <= timedelta(days=fact_number(fact)):
                    text = filled(
                        ngettext(
                            "Trouble swallowing, speaking, breathing or seeing, or weakness, "
                            "{days} day after {name}: an emergency",
                            "Trouble swallowing, speaking, breathing or seeing, or weakness, "
                            "{days} days after {name}: an emergency",
                            after.days,
                        ),
                        days=after.days,
                        name=session.name,
                    )
                    yield Remark(Severity.STOP, text, on, session.doses, (fact,))
