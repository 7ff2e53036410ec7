"""The density that speed is measured against is the same density."""

import numpy as np
import pytest
from hypothesis import given, settings

from strategies.problems import make_problem, problems_with_theta
from surcease.inference.density import log_density_and_gradient
from surcease.inference.mode import warped_scale
from surcease.inference.warp import find_anchor, warped_log_density

jax = pytest.importorskip("jax", reason="JAX comes with the bench dependency group")

from oracles.jax_density import (  # noqa: E402
    VARIANTS,
    jax_log_density,
    jax_standardised_density,
)

EXAMPLE = make_problem(
    [2, 0, -1, 5, 0, 0, 1, 3, -1, 0, 12, 0], doses=[[-3.0, 4.2], [1.5]], regimens=[[1.0] * 12]
)


def agrees(problem, theta, how):
    value, gradient = jax.value_and_grad(jax_log_density(problem, **how))(theta)
    own_value, own_gradient = log_density_and_gradient(theta, problem)
    assert value == pytest.approx(own_value, rel=1e-9, abs=1e-9)
    np.testing.assert_allclose(gradient, own_gradient, rtol=1e-7, atol=1e-7)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_agrees_with_the_engine(variant):
    agrees(EXAMPLE, EXAMPLE.prior_mean + 0.3 * EXAMPLE.prior_sd, VARIANTS[variant])


@settings(derandomize=True, deadline=None, max_examples=5)
@given(problems_with_theta())
def test_every_kind_of_diary_agrees(case):
    agrees(*case, VARIANTS["scan, expm"])


def test_the_coordinates_are_those_of_the_engine():
    anchor = find_anchor(EXAMPLE)
    z = np.linspace(-1, 1, EXAMPLE.prior_mean.size)
    density = jax_standardised_density(EXAMPLE, anchor, jax_log_density(EXAMPLE))
    own = warped_log_density(z * warped_scale(EXAMPLE), EXAMPLE, anchor)
    assert density(z) == pytest.approx(own, rel=1e-9)
