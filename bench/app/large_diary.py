"""A made-up diary of the size that pages are measured with; what it says means nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from surcease.diary import Attack, Diary, Dose, Moment, Regimen, Span

ATTACKS = 5_000
DOSES = 2_000
YEARS = 10
LAST = datetime(2026, 11, 1, tzinfo=UTC)
ZONE = "America/New_York"

TREATMENTS = (
    ("sumatriptan_sc", 6.0, "mg", 0.5),
    ("oxygen", 12.0, "L/min", 0.4),
    ("zolmitriptan_nasal", 5.0, "mg", 0.08),
    ("magnesium_sulfate_iv", 2.0, "g MgSO4", 0.02),
)
"""Treatment, amount, unit, and its share of the doses."""


def large_diary(seed: int = 1) -> Diary:
    random = Random(seed)
    first = LAST - timedelta(days=365 * YEARS)
    minutes = sorted(random.sample(range(365 * YEARS * 24 * 60), ATTACKS))
    starts = [first + timedelta(minutes=each) for each in minutes]
    return Diary(
        ZONE,
        coverage=(Span(first.date(), LAST.date()),),
        attacks=tuple(_attack(random, at) for at in starts),
        doses=tuple(_dose(random, at) for at in sorted(random.sample(starts, DOSES))),
        regimens=(Regimen("verapamil", 240.0, "mg", first.date(), LAST.date()),),
    )


def _attack(random: Random, at: datetime) -> Attack:
    return Attack(
        Moment.of(at, ZONE),
        ended_at=Moment.of(at + timedelta(minutes=random.randrange(15, 120)), ZONE),
        intensity=random.randrange(3, 11),
        notes="woke me up" if random.random() < 0.3 else "",
    )


def _dose(random: Random, at: datetime) -> Dose:
    (chosen,) = random.choices(TREATMENTS, [each[3] for each in TREATMENTS])
    treatment, amount, unit, _ = chosen
    return Dose(Moment.of(at + timedelta(minutes=5), ZONE), treatment, amount, unit)
