"""From compared diaries to how often two samplers agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

TOLERANCE = 0.1
"""Of a mean, in posterior standard deviations; of a standard deviation, as a share of it."""

CHAIN_ERRORS = 2.0
"""A gap counts as too wide where it is so by this many Monte Carlo errors of the chains."""

GOOD_K, WORST_K = 0.5, 0.7

type Row = dict[str, Any]


def agrees(gap: Row, part: str, slack: float = CHAIN_ERRORS) -> bool:
    """Tell whether a gap in `part`, mean or sd, is within tolerance, as far as chains can say."""
    return bool(abs(gap[part]) <= TOLERANCE + slack * gap[f"{part}_error"])


def notices_wrong_prior(row: Row, slack: float = CHAIN_ERRORS) -> bool:
    """Tell whether the posterior under a moved prior is told apart from the chains."""
    return any(
        abs(gap["moved"]) > TOLERANCE + slack * gap["mean_error"] for gap in row["gaps"].values()
    )


def family(quantity: str) -> str:
    """Return what a quantity is, whatever the treatment."""
    return quantity.partition("[")[0]


def judged(rows: Iterable[Row]) -> list[Row]:
    """Return the diaries on which the two can be compared: both samplers trust themselves."""
    return [row for row in rows if row["reliable"] and row["nuts_converged"]]


def summarise(rows: Sequence[Row]) -> Row:
    compared = judged(rows)
    gaps = [(name, gap, row) for row in compared for name, gap in row["gaps"].items()]
    families = dict.fromkeys(family(name) for name, _, _ in gaps)
    pareto_k = np.array([row["pareto_k"] for row in rows])
    efficiency = np.array([row["ess"] / row["draws"] for row in rows])
    return {
        "diaries": len(rows),
        "compared": len(compared),
        "unreliable": sum(not row["reliable"] for row in rows),
        "nuts_not_converged": sum(not row["nuts_converged"] for row in rows),
        "pareto_k_below_half": share(pareto_k < GOOD_K),
        "pareto_k_above_limit": int(np.sum(pareto_k > WORST_K)),
        "pareto_k_quantiles": quantiles(pareto_k),
        "efficiency_quantiles": quantiles(efficiency),
        "efficiency_above_half": share(efficiency > 0.5),
        "diaries_that_agree": share([whole_diary_agrees(row) for row in compared]),
        "wrong_prior_noticed": share([notices_wrong_prior(row) for row in compared]),
        "all": summarise_gaps([(gap, row) for _, gap, row in gaps]),
        "families": {
            each: summarise_gaps([(gap, row) for name, gap, row in gaps if family(name) == each])
            for each in families
        },
    }


def whole_diary_agrees(row: Row) -> bool:
    return all(agrees(gap, part) for gap in row["gaps"].values() for part in ("mean", "sd"))


def summarise_gaps(gaps: Sequence[tuple[Row, Row]]) -> Row:
    """Summarise (gap, diary) pairs of one kind of quantity."""
    mean = np.array([gap["mean"] for gap, _ in gaps])
    sd = np.array([gap["sd"] for gap, _ in gaps])
    own = np.array([1.0 / row["ess"] for _, row in gaps])
    noise = np.sqrt(own + np.square([gap["mean_error"] for gap, _ in gaps]))
    return {
        "compared": len(gaps),
        "mean_agrees": share([agrees(gap, "mean") for gap, _ in gaps]),
        "sd_agrees": share([agrees(gap, "sd") for gap, _ in gaps]),
        "mean_within": share(np.abs(mean) <= TOLERANCE),
        "sd_within": share(np.abs(sd) <= TOLERANCE),
        "mean_beyond_noise": share(np.abs(mean) > 2.0 * noise),
        "average_mean_gap": round(float(mean.mean()), 3),
        "average_mean_gap_error": round(float(mean.std() / np.sqrt(mean.size)), 3),
        "average_sd_gap": round(float(sd.mean()), 3),
        "average_sd_gap_error": round(float(sd.std() / np.sqrt(sd.size)), 3),
        "widest_mean_gap": round(float(np.abs(mean).max()), 3),
        "widest_sd_gap": round(float(np.abs(sd).max()), 3),
    }


def share(holds: Any) -> float:
    return round(float(np.mean(holds)), 3)


def quantiles(values: Any) -> list[float]:
    """Return smallest, quartiles and largest."""
    return [round(float(each), 3) for each in np.quantile(values, [0, 0.25, 0.5, 0.75, 1])]
