"""What a clinic asks beyond "does it work": what would have been, what is to come, how bad."""

from __future__ import annotations

import numpy as np

from surcease.analysis.fitted import Fitted
from surcease.analysis.result import Answers
from surcease.effects.by_dose_amount import by_dose_amount
from surcease.effects.counterfactual import attacks_prevented
from surcease.effects.forecast import forecast
from surcease.effects.severity.severity_effects import severity_effects

STREAM = 1
"""Random numbers of their own, so that no answer changes an estimate."""


def answer(fitted: Fitted) -> Answers:
    rng = np.random.default_rng([fitted.seed, STREAM])
    arrays, posterior, paths = fitted.arrays, fitted.posterior, fitted.paths
    return Answers(
        forecast=forecast(rng, arrays, posterior, paths),
        prevented=attacks_prevented(rng, arrays, posterior, paths),
        by_dose_amount=by_dose_amount(rng, arrays, posterior),
        severity=severity_effects(rng, fitted.examined),
    )
