from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import doses_of
from surcease.safety.words import fact_number, filled


@rule(
    "S15",
    "Many sumatriptan injections in a week",
    ask="Would a change of prevention spare me injections?",
    rests_on=(
        "sumatriptan_sc.discuss_prevention_above",
        "sumatriptan_sc.discuss_prevention_days",
        "sumatriptan_sc.discuss_prevention_window",
    ),
)
def frequent_injections(record: Record) -> Iterator[Seen]:
    doses = record.of("sumatriptan_sc")
    by_day = Counter(each.on for each in doses)
    for on in sorted(by_day):
        of_day = [each for each in doses if each.on == on]
        above, days, window = (
            of_day[-1].fact(f"discuss_prevention_{name}") for name in ("above", "days", "window")
        )
        week = [on - timedelta(days=back) for back in range(int(fact_number(window)))]
        heavy = [day for day in week if by_day[day] > fact_number(above)]
        if on in heavy and len(heavy) >= fact_number(days):
            text = filled(
                _(
                    "More than {above} injections a day on {days} of {window} days; "
                    "the evidence on whether that does harm conflicts"
                ),
                above=above.value,
                days=len(heavy),
                window=window.value,
            )
            used = doses_of(each for each in doses if each.on in heavy)
            yield Remark(Severity.INFO, text, on, used, (above, days, window))
