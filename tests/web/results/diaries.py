"""Things written down that an analysis can be made of."""

from __future__ import annotations

from datetime import date, timedelta

from surcease.web.record.actions import record_said
from web.made import attack, said

FIRST = date(2026, 1, 1)


def write_down_a_week() -> None:
    days = (f"2026-03-0{day}" for day in range(1, 8))
    record_said(
        [
            said(kind="coverage", **{"from": "2026-03-01", "to": "2026-03-07"}),
            *(attack(at=f"{day}T02:10:00+01:00", ended_at=f"{day}T02:50:00+01:00") for day in days),
            said(kind="doses", given_at="2026-03-03T02:20:00+01:00", treatment="sumatriptan_sc"),
        ]
    )


def write_down_infusions(days: int = 60) -> None:
    """An attack on most days, and an infusion every three weeks."""
    dates = [FIRST + timedelta(days=n) for n in range(days)]
    record_said(
        [
            said(kind="coverage", **{"from": f"{dates[0]}", "to": f"{dates[-1]}"}),
            *(attack(at=f"{on}T02:10:00+01:00") for n, on in enumerate(dates) if n % 21 > 4),
            *(
                said(
                    kind="doses", given_at=f"{on}T12:00:00+01:00", treatment="magnesium_sulfate_iv"
                )
                for on in dates[::21]
            ),
        ]
    )
