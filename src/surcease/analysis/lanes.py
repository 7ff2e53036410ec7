from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from surcease.analysis.result import DoseLane
from surcease.effects.given import Given


def dose_lanes(treatments: Sequence[Given], last_on: date) -> tuple[DoseLane, ...]:
    """Return when each treatment was given, for the timeline; a regimen as stretches of amounts."""
    return tuple(
        DoseLane(
            treatment=each.key,
            name=each.name,
            role=each.role,
            given_on=tuple(sorted({dose.given_at.on for dose in each.doses})),
            stretches=tuple(
                (row.from_on, row.to_on or max(last_on, row.from_on), row.amount_per_day, row.unit)
                for row in each.regimens
            ),
        )
        for each in treatments
    )
