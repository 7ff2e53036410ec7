from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from surcease.cli.progress import progress_after

if TYPE_CHECKING:
    from surcease.diary import Diary


def command() -> None:
    """Compile the engine for this machine now, so that the first analysis need not wait."""
    from surcease.analysis.analyze import analyze

    with progress_after(seconds=1.0) as progress:
        analyze(small_diary(), checks=True, progress=progress)
    typer.echo("Ready: the engine is compiled.")


def small_diary() -> Diary:
    """Return a diary that calls on every kernel: attacks, a dose, a regimen and an unknown day."""
    from datetime import UTC, date, datetime, timedelta

    from surcease.diary import Attack, DayCount, Diary, Dose, Moment, Regimen

    def at(day: int, hour: int) -> Moment:
        return Moment.of(datetime(2024, 1, day, hour, tzinfo=UTC), "UTC")

    first_on = date(2024, 1, 1)
    return Diary(
        "UTC",
        attacks=tuple(
            Attack(at(day, hour), at(day, hour + 1), intensity)
            for day in (2, 3, 4, 7, 8)
            for hour, intensity in ((2, 4), (14, 8))
        ),
        doses=(Dose(at(4, 12), "magnesium_sulfate_iv"), Dose(at(9, 12), "magnesium_sulfate_iv")),
        regimens=(Regimen("verapamil", 240, "mg", first_on + timedelta(1)),),
        days=(
            *(DayCount(first_on + timedelta(day), 0) for day in (0, 4, 9)),
            DayCount(first_on + timedelta(5), None),
        ),
    )
