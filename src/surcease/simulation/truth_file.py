"""The truth as a file beside a simulated diary, for people and for other programs to compare with.

`DIARY_DIR.truth.json` stands beside the folder, not in it, so that no reader of diaries meets it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from surcease.simulation.arrays import Floats
from surcease.simulation.truth import TreatmentTruth, Truth

SCHEMA = "surcease.truth/1"
DIGITS = 6


def truth_path(diary: Path) -> Path:
    """Return where the truth about a diary lies."""
    place = diary.resolve()
    return place.with_name(f"{place.name}.truth.json")


def write_truth(truth: Truth, seed: int, diary: Path) -> Path:
    """Write the truth beside the diary; one line per statement, days as arrays on one line."""
    lines = (f" {json.dumps(key)}: {json.dumps(value)}" for key, value in _told(truth, seed))
    path = truth_path(diary)
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
    return path


def _told(truth: Truth, seed: int) -> list[tuple[str, Any]]:
    scenario = truth.scenario
    return [
        ("schema", SCHEMA),
        ("scenario", scenario.name),
        ("summary", scenario.summary),
        ("seed", seed),
        ("from", scenario.start_on.isoformat()),
        ("days", scenario.days),
        ("attacks", int(truth.attacks.sum())),
        ("treatments", [_treatment(each) for each in truth.treatments]),
        ("attacks_by_day", truth.attacks.tolist()),
        ("in_bout_by_day", truth.in_bout.astype(np.int64).tolist()),
        ("natural_rate_by_day", _rounded(truth.natural_rate)),
        ("rate_by_day", _rounded(truth.rate)),
        ("rate_untreated_by_day", _rounded(truth.rate_untreated)),
    ]


def _treatment(truth: TreatmentTruth) -> dict[str, Any]:
    told: dict[str, Any] = {
        "treatment": truth.treatment,
        "rate_ratio": truth.rate_ratio,
        "reduction": round(truth.reduction, DIGITS),
        "attacks_prevented": round(truth.attacks_prevented, 1),
    }
    if truth.reduction_by_amount:
        return told | {
            "by_amount": [
                {"amount_per_day": amount, "reduction": round(reduction, DIGITS)}
                for amount, reduction in truth.reduction_by_amount.items()
            ]
        }
    return told | {
        "doses": truth.doses,
        "reduction_over": {n: round(each, DIGITS) for n, each in truth.reduction_over.items()},
        "days_to_half": truth.days_to_half and round(truth.days_to_half, 2),
    }


def _rounded(by_day: Floats) -> list[float]:
    rounded: list[float] = by_day.round(DIGITS).tolist()
    return rounded
