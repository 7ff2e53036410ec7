"""Checks of an effect, made by hand."""

from __future__ import annotations

from datetime import date, timedelta

from surcease.effects.continuations import Continuation, Kind
from surcease.effects.dose_window import DoseWindow, PartOfDay, WindowDay, window_days
from surcease.effects.estimate import Estimate
from surcease.effects.influence import Influence, WithoutDose
from surcease.effects.placebo_dates import PlaceboDates
from surcease.effects.what_would_tell import Outlook, WhatWouldTell

KEY, NAME = "magnesium_sulfate_iv", "Magnesium sulfate infusion"


def placebo(share: float = 0.01, share_error: float = 0.01, name: str = NAME) -> PlaceboDates:
    moved = tuple(-0.4 + 0.006 * nth for nth in range(100))
    return PlaceboDates(KEY, name, 28, 0.37, tuple(range(100)), moved, 540, share, share_error)


def window(name: str = NAME) -> DoseWindow:
    """Attacks fall from two to one a day at the dose and come back in eight weeks."""
    return DoseWindow(KEY, name, 39, tuple(_window_day(*each) for each in window_days()))


def _window_day(day: int, part: PartOfDay) -> WindowDay:
    acting = day > 0 or part is PartOfDay.AFTER
    rate = 1.0 + day / 56 if acting else 2.0
    fitted, without = Estimate(rate, 0.8 * rate, 1.2 * rate), Estimate(2.1, 1.9, 2.3)
    known_days = 39.0 if part is PartOfDay.WHOLE else 19.5
    return WindowDay(day, part, known_days, rate, fitted, without)


def influence(*changes: float, name: str = NAME) -> Influence:
    first = date(2023, 1, 10)
    without = tuple(
        WithoutDose(
            first + timedelta(days=28 * nth),
            Estimate(0.37 + change, 0.2 + change, 0.5 + change),
            change,
        )
        for nth, change in enumerate(changes)
    )
    return Influence(KEY, name, 28, Estimate(0.37, 0.2, 0.5), without)


def would_tell(name: str = NAME) -> WhatWouldTell:
    doses = Continuation(Kind.DOSES, 4, 112)
    apart = Continuation(Kind.DOSES_APART, 4, 112, "gon_block", "Greater occipital nerve block")
    return WhatWouldTell(
        KEY,
        name,
        (outlook(doses, 0.98, 0.0), outlook(apart, 0.72, 0.75)),
    )


def outlook(continuation: Continuation, width: float, chance: float) -> Outlook:
    return Outlook(continuation, width, 0.02, chance, 0.09)
