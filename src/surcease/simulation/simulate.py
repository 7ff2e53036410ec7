from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.diary.events import Diary
from surcease.simulation.clock import civil_hours
from surcease.simulation.life import Life
from surcease.simulation.scenario import Scenario
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
    attacks = scenario.habits.draw(life.stretches, hourly, hours, rng)
    return Simulated(write_down(scenario, life, attacks, hours, rng), truth)
