"""From ranks to a verdict: uniform or not, with allowance for looking at many quantities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from posteriors.uniformity import Ints, chi_square_p_value, ecdf_p_value

FALSE_ALARM = 0.01
"""Probability that any quantity of a whole table is called not uniform by chance."""

type Row = dict[str, Any]


def judge_ranks(ranks: Mapping[str, Sequence[int]], num_draws: int) -> dict[str, Row]:
    """Return a row a quantity; its p-values are multiplied by the number of tests (Bonferroni)."""
    num_tests = 2 * len(ranks)
    return {
        name: judge_quantity(np.asarray(each, dtype=np.int64), num_draws, num_tests)
        for name, each in ranks.items()
    }


def judge_quantity(ranks: Ints, num_draws: int, num_tests: int) -> Row:
    chi_square = min(1.0, num_tests * chi_square_p_value(ranks, num_draws))
    ecdf = min(1.0, num_tests * ecdf_p_value(ranks, num_draws))
    place = (ranks + 0.5) / (num_draws + 1)
    return {
        "mean_rank": round(float(place.mean()), 3),
        "within_50": within(ranks, num_draws, 0.5),
        "within_90": within(ranks, num_draws, 0.9),
        "chi_square_p": float(f"{chi_square:.3g}"),
        "ecdf_p": float(f"{ecdf:.3g}"),
        "uniform": bool(min(chi_square, ecdf) > FALSE_ALARM),
    }


def within(ranks: Ints, num_draws: int, share: float) -> float:
    """Return how often the truth lies in the central interval of that share."""
    tail = round((num_draws + 1) * (1.0 - share) / 2.0)
    return round(float(np.mean((ranks >= tail) & (ranks <= num_draws - tail))), 3)


def strayed(judged: Mapping[str, Row]) -> list[str]:
    """Return the quantities whose ranks are not uniform."""
    return [name for name, row in judged.items() if not row["uniform"]]
