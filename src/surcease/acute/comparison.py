from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from surcease.acute.choices import band_of, choices
from surcease.acute.intervals import Interval

type Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Compared:
    """How much faster attacks end after one treatment than after another, at any moment.

    `ratio` is a hazard ratio: 2 means that an attack still going on is twice as likely to end in
    the next minute. None where the two were never used in attacks of one band.
    """

    name: str
    attacks: int
    ratio: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    reference: str
    reference_attacks: int
    others: tuple[Compared, ...]


class ExtraMissing(ImportError):
    """The comparison needs statsmodels, which the extra `statistics` brings."""


def compare(followed: Sequence[Interval]) -> Comparison | None:
    """Compare attacks by what was taken first and alone, with what was taken so most often.

    An attack counts to its end, whatever followed: attacks that go badly get further doses, and to
    leave them out would flatter.

    Cox regression with a baseline of its own for each band of intensity, adjusted for the
    logarithm of the minutes from onset to dose. Standard errors allow for attacks of one week
    being alike. None where nothing can be compared. Raises ExtraMissing.
    """
    usable = [each for each in followed if _usable(each)]
    counts = Counter(each.names[0] for each in usable)
    enough = [name for name, n in counts.most_common() if n >= choices().least_attacks]
    if len(enough) < 2:
        return None
    reference, *others = enough
    compared = (_compared(usable, reference, other, counts[other]) for other in others)
    return Comparison(reference, counts[reference], tuple(compared))


def _usable(interval: Interval) -> bool:
    return interval.alone and interval.whole_min > 0 and interval.intensity is not None


def _compared(usable: Sequence[Interval], reference: str, other: str, attacks: int) -> Compared:
    pair = [each for each in usable if each.names[0] in (reference, other)]
    bands = {
        band: {each.names[0] for each in pair if _band(each) == band}
        for band in {_band(each) for each in pair}
    }
    shared = [each for each in pair if len(bands[_band(each)]) == 2]
    ended = {each.names[0] for each in shared if each.whole_ended}
    if len(ended) < 2:
        return Compared(other, attacks, None, None, None)
    return Compared(other, attacks, *(_hazard_ratio(shared, other) or (None, None, None)))


def _hazard_ratio(shared: Sequence[Interval], other: str) -> tuple[float, float, float] | None:
    """Return the ratio and its range; None where attacks after one always ended before the other.

    Then the likelihood has no maximum, and the ratio is anything up to infinity.
    """
    try:
        from statsmodels.duration.hazard_regression import PHReg  # noqa: PLC0415  an extra
    except ImportError as error:
        raise ExtraMissing("statsmodels") from error
    from statsmodels.tools.sm_exceptions import ConvergenceWarning  # noqa: PLC0415  an extra

    treated = np.array([float(each.names[0] == other) for each in shared])
    delay = np.log1p([each.delay_min for each in shared])
    columns = [treated, delay] if np.ptp(delay) > 0 else [treated]
    model = PHReg(
        np.array([each.whole_min for each in shared]),
        np.column_stack(columns),
        status=np.array([each.whole_ended for each in shared], dtype=float),
        strata=np.array([_band(each) for each in shared]),
        ties="efron",
    )
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        fitted = np.asarray(model.fit().params, dtype=np.float64)
    if any(issubclass(each.category, ConvergenceWarning) for each in said):
        return None
    # Score residuals are NaN for those whom no attack of their band outlasted: they add nothing.
    scores = np.nan_to_num(model.score_residuals(fitted))
    weeks = np.array([each.on.toordinal() // 7 for each in shared])
    log_se = _clustered_se(np.asarray(model.hessian(fitted)), scores, weeks)
    reach = float(ndtri((1 + choices().level) / 2)) * log_se
    ratio, low, high = np.exp(fitted[0] + np.array([0.0, -reach, reach]))
    return float(ratio), float(low), float(high)


def _clustered_se(hessian: Floats, scores: Floats, weeks: NDArray[np.int64]) -> float:
    """Return the standard error of the first coefficient, the attacks of a week being alike.

    The sandwich: inverse Hessian, sum over weeks of their squared scores, inverse Hessian.
    """
    of_week = np.array([scores[weeks == week].sum(axis=0) for week in np.unique(weeks)])
    inverse = np.linalg.inv(hessian)
    covariance = inverse @ (of_week.T @ of_week) @ inverse
    return float(np.sqrt(covariance[0, 0]))


def _band(interval: Interval) -> str:
    if interval.intensity is None:
        raise ValueError("an interval without an intensity is in no band")
    return band_of(interval.intensity, choices().bands)
