from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from surcease.diary.events import Lab
from surcease.simulation.clock import Hours

MORNING = 8


@dataclass(frozen=True, slots=True)
class LabSeries:
    """One test repeated on given days; values are normal and unrelated to attacks."""

    test: str
    assay: str
    unit: str
    mean: float
    sd: float
    days: tuple[int, ...]

    def draw(self, hours: Hours, rng: np.random.Generator) -> list[Lab]:
        days = [day for day in self.days if day < hours.num_days]
        values = rng.normal(self.mean, self.sd, len(days)).round(1).tolist()
        return [
            Lab(hours.moment_of(hours.index(day, MORNING)), self.test, value, self.unit, self.assay)
            for day, value in zip(days, values, strict=True)
        ]
