import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad

from surcease.simulation.true_effect import days_to_half, reduction_at, reduction_over
from surcease.simulation.wear_off import Exponential, Hill, Linear, Plateau, WearOff

SHAPES = [
    Hill(onset_days=0.02, half_days=16, sharpness=3),
    Hill(onset_days=7, half_days=65, sharpness=4),
    Exponential(onset_days=1, half_days=21),
    Linear(onset_days=0, gone_days=28),
    Plateau(onset_days=0.5, full_days=20, gone_days=22),
]


def integrated(wear_off: WearOff, rate_ratio: float, over: int) -> float:
    def reduction(day: float) -> float:
        return float(1 - rate_ratio ** wear_off(np.array([day]))[0])

    breaks = [day for day in (0.1, 1, 20, 22, 28) if day < over]
    return quad(reduction, 0, over, points=breaks, limit=500)[0] / over


@pytest.mark.parametrize("wear_off", SHAPES, ids=lambda shape: type(shape).__name__)
@pytest.mark.parametrize("rate_ratio", [0.1, 0.35, 1.6])
def test_the_mean_reduction_agrees_with_numerical_integration(
    wear_off: WearOff, rate_ratio: float
) -> None:
    for over, reduction in reduction_over(wear_off, rate_ratio).items():
        assert reduction == pytest.approx(integrated(wear_off, rate_ratio, over), abs=2e-4)


def test_the_agreement_would_show_a_half_life_that_is_a_tenth_off() -> None:
    told = reduction_over(Hill(0.02, 16, 3), 0.35)
    assert told[28] != pytest.approx(integrated(Hill(0.02, 17.6, 3), 0.35, 28), abs=2e-4)


@pytest.mark.parametrize("wear_off", SHAPES, ids=lambda shape: type(shape).__name__)
@pytest.mark.parametrize("rate_ratio", [0.35, 1.6])
def test_on_the_day_of_half_the_reduction_is_half_of_its_largest(
    wear_off: WearOff, rate_ratio: float
) -> None:
    half = days_to_half(wear_off, rate_ratio)
    assert half is not None
    reduction = 1 - rate_ratio ** wear_off(np.linspace(0, 200, 200_001))
    largest = np.abs(reduction).max()
    at_half = abs(1 - rate_ratio ** wear_off(np.array([half]))[0])
    assert at_half == pytest.approx(largest / 2, abs=0.005)


def test_a_linear_fade_of_a_tiny_effect_is_half_gone_halfway() -> None:
    assert days_to_half(Linear(0, 28), 0.9999) == pytest.approx(14, abs=0.02)


def test_a_treatment_without_effect_reduces_nothing_and_has_no_half() -> None:
    assert set(reduction_over(SHAPES[0], 1.0).values()) == {0.0}
    assert days_to_half(SHAPES[0], 1.0) is None


def test_an_effect_that_outlasts_two_years_has_no_half() -> None:
    assert days_to_half(Exponential(1, 5000), 0.5) is None


def test_half_the_reference_amount_prevents_by_the_square_root_of_the_rate_ratio() -> None:
    assert reduction_at(120, 240, 0.64) == pytest.approx(1 - 0.8)
    assert reduction_at(0, 240, 0.64) == 0


@given(
    shape=st.sampled_from(SHAPES),
    rate_ratio=st.floats(0.01, 5),
    day=st.floats(0, 3000),
)
@settings(derandomize=True, deadline=None)
def test_an_effect_lies_between_none_and_full(
    shape: WearOff, rate_ratio: float, day: float
) -> None:
    effect = float(shape(np.array([day]))[0])
    assert 0 <= effect <= 1
    assert all(
        min(0, 1 - rate_ratio) - 1e-12 <= reduction <= max(0, 1 - rate_ratio) + 1e-12
        for reduction in reduction_over(shape, rate_ratio).values()
    )
    assert math.isfinite(effect)
