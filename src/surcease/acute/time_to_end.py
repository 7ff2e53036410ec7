from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from surcease.acute.choices import choices
from surcease.acute.intervals import Interval

type Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Minutes:
    """A median time in min with its interval; an end is None where too few attacks went so far."""

    median: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class TimeToEnd:
    """When attacks end after a dose.

    Kaplan and Meier's estimate with log-log intervals, as if attacks did not depend on each other.
    `ended_in` has the share of attacks that end within so many minutes: estimate, low, high.
    """

    intervals: int
    ended: int
    minutes: Minutes
    ended_in: dict[int, tuple[float, float, float]]


SHOWN_MIN = (15, 30, 60)


def after_one_dose(followed: Sequence[Interval]) -> TimeToEnd | None:
    """Follow each dose alone: a further dose ends the watching, it does not end the attack.

    Further doses come in attacks that go badly, so this is rather too good.
    """
    return _times([(each.minutes, each.ended) for each in followed])


def whatever_followed(followed: Sequence[Interval]) -> TimeToEnd | None:
    """Follow attacks to their end from a dose on, whatever else was taken on the way."""
    return _times([(each.whole_min, each.whole_ended) for each in followed])


def _times(followed: Sequence[tuple[float, bool]]) -> TimeToEnd | None:
    from scipy.stats import CensoredData, ecdf  # noqa: PLC0415  slow to import, seldom asked for

    known = [each for each in followed if each[0] > 0]
    ended = sum(end for _, end in known)
    if not ended:
        return None
    minutes = np.array([each for each, _ in known])
    censored = np.array([not end for _, end in known])
    survival = ecdf(CensoredData.right_censored(minutes, censored)).sf
    with warnings.catch_warnings():
        # Before the first end and after the last one no interval is defined; it stays open.
        warnings.filterwarnings("ignore", "The confidence interval is undefined")
        around = survival.confidence_interval(choices().level, method="log-log")
    times = np.asarray(survival.quantiles, dtype=np.float64)
    still = np.asarray(survival.probabilities, dtype=np.float64)
    low = np.asarray(around.low.probabilities, dtype=np.float64)
    high = np.asarray(around.high.probabilities, dtype=np.float64)
    return TimeToEnd(
        len(known),
        ended,
        Minutes(_half(times, still), _half(times, low), _half(times, high)),
        {
            after: _ended(times, still, low, high, after)
            for after in SHOWN_MIN
            if after <= minutes.max()
        },
    )


def _half(times: Floats, still: Floats) -> float | None:
    """Return the first time at which no more than half go on."""
    below = np.flatnonzero(still <= 0.5)
    return float(times[below[0]]) if below.size else None


def _ended(
    times: Floats, still: Floats, low: Floats, high: Floats, after: float
) -> tuple[float, float, float]:
    nth = int(np.searchsorted(times, after, side="right")) - 1
    if nth < 0:
        return 0.0, 0.0, 1.0
    least, most = 1 - float(high[nth]), 1 - float(low[nth])
    return (
        1 - float(still[nth]),
        0.0 if np.isnan(least) else least,
        1.0 if np.isnan(most) else most,
    )
