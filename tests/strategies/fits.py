"""Simulated diaries, fitted once for a module of tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from surcease.analysis.fitted import fit_diary
from surcease.diary import Diary, distinct_attacks
from surcease.effects.examined import Examined
from surcease.inference.posterior import Method
from surcease.simulation import SCENARIOS, Simulated, simulate


def simulated(name: str, seed: int, **changes: Any) -> Simulated:
    return simulate(replace(SCENARIOS[name], **changes), np.random.default_rng(seed))


def examined(diary: Diary) -> Examined:
    fitted = fit_diary(diary, seed=0, method=Method.IMPORTANCE)
    assert fitted is not None
    return Examined(
        fitted.arrays,
        fitted.posterior,
        fitted.paths,
        fitted.treatments,
        distinct_attacks(diary).events,
    )
