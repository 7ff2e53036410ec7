import numpy as np

from strategies.problems import make_problem
from surcease.inference.days_ahead import last_day, log_likelihood_ahead
from surcease.inference.density import (
    log_density,
    treatment_exposures,
    treatment_log_scale,
)


def test_reading_on_is_reading_the_longer_diary_at_once():
    counts = np.random.default_rng(5).poisson(2, 60)
    counts[[7, 52]] = -1
    longer = make_problem(counts, [[3.3, 25.2, 49.6]], [np.linspace(0, 1, 60)])
    shorter = make_problem(counts[:45], [[3.3, 25.2]], [np.linspace(0, 1, 60)[:45]])
    z = 0.5 * np.random.default_rng(6).standard_normal((4, longer.prior_mean.size))
    draws = longer.prior_mean + longer.prior_sd * z
    x = [treatment_log_scale(each, longer, treatment_exposures(each, longer)) for each in draws]
    found = log_likelihood_ahead(
        last_day(draws, shorter), counts[45:], np.array(x)[:, 45:], longer.levels
    )
    expected = [log_density(each, longer) - log_density(each, shorter) for each in draws]
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-8)
