from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import datetime
from statistics import median

from surcease.diary import Attack, Kind, civil_days, distinct_attacks
from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "Q02",
    "Attacks that are too many or too short for cluster headache",
    ask="Could it be another trigeminal autonomic cephalalgia, and is a trial of indomethacin due?",
    rests_on=(
        "cluster_headache.most_attacks_per_day",
        "cluster_headache.shortest_attack",
        "cluster_headache.enough_attacks",
        "cluster_headache.other_tac",
    ),
)
def another_headache(record: Record) -> Iterator[Seen]:
    """Look at the usual, the median: some attacks of anyone fall outside.

    Length is judged by attacks without a dose, because treatment cuts others short.
    """
    on = record.as_of
    most, least, enough, other = (
        fact_at(f"cluster_headache.{name}", on)
        for name in ("most_attacks_per_day", "shortest_attack", "enough_attacks", "other_tac")
    )
    counts = [each.attacks for each in civil_days(record.diary, to_on=on) if each.attacks]
    if sum(counts) >= fact_number(enough) and median(counts) > fact_number(most):
        text = filled(
            _("Usually {usual} attacks on a day with any, above {most}: {why}"),
            usual=float(median(counts)),
            most=most.value,
            why=other.statement,
        )
        yield Remark(Severity.INFO, text, on, (), (most,))
    lengths = _untreated_min(record)
    if len(lengths) >= fact_number(enough) and median(lengths) < fact_number(least):
        text = filled(
            _("Usually {usual} min without treatment, below {least}: {why}"),
            usual=float(median(lengths)),
            least=least.value,
            why=other.statement,
        )
        yield Remark(Severity.INFO, text, on, (), (least,))


def _untreated_min(record: Record) -> list[float]:
    given = [each.given_at.at for each in record.doses]
    return [
        attack.duration_min
        for attack in distinct_attacks(record.diary).events
        if attack.duration_min is not None
        and attack.kind is Kind.ATTACK
        and attack.started_at.on <= record.as_of
        and not _treated(attack, given)
    ]


def _treated(attack: Attack, given: Sequence[datetime]) -> bool:
    """Whether any dose was given from the start of an attack to its end."""
    nth = bisect_left(given, attack.started_at.at)
    return nth < len(given) and attack.ended_at is not None and given[nth] <= attack.ended_at.at
