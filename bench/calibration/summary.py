"""From judged diaries to one row a treatment of a cell, and to the reliability of probabilities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from surcease.effects.effect import Verdict

type Row = dict[str, Any]

BINS = (0.0, 0.01, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99, 1.0)
STORED_MEDIANS = 3


def summarise(cell: str, treatment: str, rows: Sequence[Row]) -> Row:
    names = dict.fromkeys(name for row in rows for name in row["held"])
    rivals = dict.fromkeys(name for row in rows for name in row["rivals"])
    null = all(row["null"] for row in rows)
    return {
        "cell": cell,
        "treatment": treatment,
        "diaries": len(rows),
        "null": null,
        "coverage": {name: share(row["held"].get(name) for row in rows) for name in names},
        "bias": {name: mean(row["error"].get(name) for row in rows) for name in names},
        "strong": share(row["verdict"] == Verdict.STRONG for row in rows),
        "strong_wrongly": share(wrongly_strong(row) for row in rows),
        "cannot_tell": share(row["verdict"] == Verdict.CANNOT_TELL for row in rows),
        "moves_with": share(says_moves_with(row) for row in rows),
        "due": share(row["due_held"] for row in rows),
        "rivals": {name: share(row["rivals"].get(name) for row in rows) for name in rivals},
        "pareto_k_below_half": share(row["pareto_k"] < 0.5 for row in rows),
        "first_medians": [row["median"] for row in rows[:STORED_MEDIANS]],
    }


def says_moves_with(row: Row) -> bool:
    return any(code.startswith("moves_with") for code in row["because"])


def wrongly_strong(row: Row) -> bool:
    """Tell whether a treatment that does nothing, or the opposite, was called strong."""
    claims_fewer = row["fewer"] is not None and row["fewer"] > 0.5
    right = not row["null"] and claims_fewer == row["helps"]
    return bool(row["verdict"] == Verdict.STRONG and not right)


def reliability(rows: Iterable[Row]) -> Row:
    """Compare P(fewer attacks) with how often there were fewer; nulls are neither and left out."""
    judged = [row for row in rows if row["fewer"] is not None and not row["null"]]
    stated = np.array([row["fewer"] for row in judged])
    true = np.array([row["helps"] for row in judged], dtype=np.float64)
    which = np.clip(np.digitize(stated, BINS) - 1, 0, len(BINS) - 2)
    bins = [
        {
            "from": start,
            "to": end,
            "diaries": int(inside.sum()),
            "stated": round(float(stated[inside].mean()), 3),
            "true": round(float(true[inside].mean()), 3),
        }
        for nth, (start, end) in enumerate(pairwise(BINS))
        if (inside := which == nth).any()
    ]
    base = float(true.mean())
    return {
        "bins": bins,
        "brier": round(float(np.mean((stated - true) ** 2)), 4),
        "brier_of_base_rate": round(base * (1.0 - base), 4),
    }


def share(held: Iterable[bool | None]) -> float | None:
    return mean((None if each is None else float(each) for each in held), digits=4)


def mean(values: Iterable[float | None], digits: int = 4) -> float | None:
    known = [each for each in values if each is not None]
    return round(float(np.mean(known)), digits) if known else None
