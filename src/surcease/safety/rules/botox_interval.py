from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from surcease.language import ngettext
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "B01",
    "Time between Botox sessions",
    ask="Is the interval between sessions meant, and does wear-off explain it?",
    rests_on=("onabotulinumtoxin_a.min_interval",),
)
def botox_interval(record: Record) -> Iterator[Seen]:
    """Compare civil days: sessions on one day are one."""
    for earlier, later in pairwise(record.of("onabotulinumtoxin_a")):
        fact = later.fact("min_interval")
        days = (later.on - earlier.on).days
        if 0 < days < fact_number(fact):
            text = filled(
                ngettext(
                    "{name}: {days} day after the session before; the label for chronic "
                    "migraine says {least}, and for cluster headache there is no label",
                    "{name}: {days} days after the session before; the label for chronic "
                    "migraine says {least}, and for cluster headache there is no label",
                    days,
                ),
                name=later.name,
                days=days,
                least=fact.value,
            )
            yield Remark(Severity.INFO, text, later.on, (*earlier.doses, *later.doses), (fact,))
