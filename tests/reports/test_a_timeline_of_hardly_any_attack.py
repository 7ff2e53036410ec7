import re
from dataclasses import replace

import pytest
from tests.strategies.analyses import extremes

from surcease.reports.charts.timeline import timeline_figure
from surcease.reports.svg import svg


def highest_label(attacks: int, rate: float) -> float:
    """Return the number at the top of the axis of a diary with so many attacks each day."""
    details = extremes()["twenty days"].details
    assert details is not None
    same = (rate,) * 20
    line = replace(
        details.timeline, attacks=(attacks,) * 20, rate=same, rate_low=same, rate_high=same
    )
    figure = timeline_figure(replace(details, timeline=line), ())
    assert figure is not None
    return max(map(float, re.findall(r">(\d+\.\d+|\d)</text>", svg(figure))))


@pytest.mark.parametrize("rate", [0.0, 0.003, 0.2])
def test_a_rate_of_hardly_anything_is_not_stretched_over_the_drawing(rate):
    assert highest_label(0, rate) == 0.5


@pytest.mark.parametrize(("attacks", "rate"), [(0, 3.0), (3, 0.2)])
def test_a_higher_rate_or_attack_sets_the_axis(attacks, rate):
    assert highest_label(attacks, rate) == 3.0
