"""A small made-up diary with something to say to every rule, table and page for the doctor."""

from __future__ import annotations

from datetime import date

from strategies.entries import attack, diary, dose, moment
from surcease.diary import Attack, Diary, Dose, Regimen

DAYS = [f"2024-03-{day:02}" for day in range(1, 21)]


def for_a_doctor() -> Diary:
    """Twenty attacks, ended by oxygen or an injection in turn, under verapamil and magnesium."""
    return diary(
        *(_attack(on, nth) for nth, on in enumerate(DAYS)),
        doses=(*(_dose(on, nth) for nth, on in enumerate(DAYS)), *_further()),
        regimens=(Regimen("verapamil", 480, "mg", date(2024, 3, 1)),),
    )


def _attack(on: str, nth: int) -> Attack:
    ended = moment(f"{on}T08:{25 + 7 * nth % 30}")
    return attack(f"{on}T08:00", ended_at=ended, intensity=8)


def _dose(on: str, nth: int) -> Dose:
    treatment, amount, unit = (("O2", 12, "L/min"), ("sumatriptan_sc", 6, "mg"))[nth % 2]
    said = (("severity_reduced", "Yes" if nth % 3 else "No"),)
    return dose(f"{on}T08:05", treatment, amount=amount, unit=unit, extra=said)


def _further() -> tuple[Dose, ...]:
    return (
        dose("2024-03-01T08:15", "rizatriptan_po", amount=10, unit="mg"),
        dose("2024-03-02T07:00", "rizatriptan_po", amount=10, unit="mg"),
        dose("2024-03-10T12:00", "magnesium_sulfate_iv", amount=1, unit="g{MgSO4}"),
    )
