from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from surcease.diary.events import Diary
from surcease.simulation.clock import Hours, civil_hours
from surcease.simulation.course import Nature
from surcease.simulation.exposure import exposure_by_hour
from surcease.simulation.life import Life
from surcease.simulation.scenario import Scenario
from surcease.simulation.severity import Hardship
from surcease.simulation.truth import Truth, tell_truth
from surcease.simulation.writing import write_down


class Simulated(NamedTuple):
    diary: Diary
    truth: Truth


def simulate(scenario: Scenario, rng: np.random.Generator) -> Simulated:
    """Draw one patient's diary, with the truth behind it.

    The same scenario and generator state give the same diary. A dose acts from its time of day on;
    overlapping doses of one treatment saturate; treatments multiply.
    """
    hours = civil_hours(scenario.zone, scenario.start_on, scenario.days)
    nature = scenario.course.draw(scenario.start_on, scenario.days, rng)
    life = Life(scenario, nature, hours, rng)
    life.live()
    truth = tell_truth(scenario, nature, life, hours)
    hourly = scenario.habits.onset_weights(hours) * np.exp(life.log_effect())
    hardship = _hardship(scenario, nature, life, hours, rng)
    attacks = scenario.habits.draw(life.stretches, hourly, hours, rng, hardship)
    return Simulated(write_down(scenario, life, attacks, hours, rng), truth)


def _hardship(
    scenario: Scenario, nature: Nature, life: Life, hours: Hours, rng: np.random.Generator
) -> Hardship | None:
    severity = scenario.habits.severity
    if severity is None:
        return None
    exposure_to = partial(exposure_by_hour, life=life, hours=hours)
    apart = rng.spawn(1)[0]  # so that attacks begin when they would have begun without a severity
    return severity.hardship(nature, exposure_to, hours, apart)
