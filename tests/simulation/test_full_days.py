from __future__ import annotations

from dataclasses import replace

import numpy as np

from surcease.simulation import SCENARIOS, simulate
from surcease.simulation.course import Course, Walk


def test_attacks_that_begin_in_the_same_minute_do_not_end_before_they_start() -> None:
    crowded = Course(walk=Walk(mu=8.0, sigma=0.01, most_per_day=3000.0))
    patient = replace(SCENARIOS["acute_only"], days=3, acute=(), course=crowded)
    attacks = simulate(patient, np.random.default_rng(1)).diary.attacks
    assert len(attacks) > 1440 * 3
    assert all(each.ended_at.local >= each.started_at.local for each in attacks)
