"""One dose of one treatment and what followed, for tests of how attacks end."""

from __future__ import annotations

from datetime import date
from typing import Any

from surcease.acute.intervals import Interval


def followed(minutes: float, *, ended: bool = True, **more: Any) -> Interval:
    said: dict[str, Any] = {
        "names": ("Oxygen",),
        "nth": 1,
        "on": date(2024, 3, 1),
        "delay_min": 5.0,
        "intensity": 7.0,
        "rescued": not ended,
        "whole_min": minutes,
        "whole_ended": True,
        "intensity_before": None,
        "pain_15": None,
        "pain_30": None,
        "rating": None,
    }
    return Interval(minutes=minutes, ended=ended, **(said | more))
