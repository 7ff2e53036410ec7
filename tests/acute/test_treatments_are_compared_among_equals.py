"""An injection kept for bad attacks must not look worse for it."""

from datetime import date, timedelta

import numpy as np
import pytest

from strategies.followed import followed
from surcease.acute.comparison import compare

SEVERE, MILD = 9.0, 2.0


def attacks(number, seed, *, times_as_fast):
    """Make severe attacks last thrice as long; the injection is mostly taken in those."""
    rng = np.random.default_rng(seed)
    for nth in range(number):
        severe = rng.random() < 0.5
        injection = rng.random() < (0.8 if severe else 0.2)
        mean = (60 if severe else 20) / (times_as_fast if injection else 1)
        yield followed(
            float(rng.exponential(mean)),
            names=("Injection" if injection else "Oxygen",),
            on=date(2024, 1, 1) + timedelta(days=nth),
            delay_min=float(rng.integers(1, 20)),
            intensity=SEVERE if severe else MILD,
        )


def ratio_of_injection(watched):
    (other,) = compare(watched).others
    power = 1 if other.name == "Injection" else -1
    return tuple(each**power for each in (other.ratio, other.low, other.high))


@pytest.mark.parametrize("times_as_fast", [0.5, 1, 2])
def test_within_bands_of_intensity_the_true_ratio_is_found(times_as_fast):
    ratio, *ends = ratio_of_injection(list(attacks(800, 7, times_as_fast=times_as_fast)))
    assert min(ends) < times_as_fast < max(ends)
    assert ratio == pytest.approx(times_as_fast, rel=0.2)


def test_plain_means_miss_it():
    watched = list(attacks(800, 7, times_as_fast=1))
    mean = {
        name: np.mean([each.whole_min for each in watched if each.names == (name,)])
        for name in ("Injection", "Oxygen")
    }
    assert mean["Oxygen"] / mean["Injection"] < 0.75


def test_treatments_that_never_met_in_a_band_cannot_be_compared():
    watched = [
        each
        for each in attacks(200, 3, times_as_fast=1)
        if (each.names == ("Injection",)) == (each.intensity == SEVERE)
    ]
    (other,) = compare(watched).others
    assert other.ratio is None


def test_too_few_attacks_are_not_compared():
    assert compare(list(attacks(4, 1, times_as_fast=1))) is None
    assert compare([]) is None
