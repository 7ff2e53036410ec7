import numpy as np
import pytest
from scipy.special import expit
from scipy.stats import betabinom
from statsmodels.genmod.bayes_mixed_glm import BinomialBayesMixedGLM

from surcease.evidence.beta_binomial import beta_binomial
from surcease.evidence.effects import proportion
from surcease.evidence.pools import pooled, pools
from surcease.evidence.results import Counts

DHE = [Counts(61, 97), Counts(54, 54)]


def mixed_model(counts):
    """A generalised linear mixed model by statsmodels: the mode of its posterior."""
    answers = np.concatenate([[1.0] * each.yes + [0.0] * (each.of - each.yes) for each in counts])
    study = np.repeat(np.arange(len(counts)), [each.of for each in counts])
    of_study = (study[:, None] == np.arange(len(counts))).astype(float)
    constant = np.ones((len(answers), 1))
    kinds = np.zeros(len(counts), dtype=int)
    model = BinomialBayesMixedGLM(answers, constant, of_study, kinds, vcp_p=1, fe_p=2)
    return float(expit(model.fit_map().fe_mean[0]))


def test_a_study_in_which_all_responded_does_not_explode():
    found = beta_binomial(DHE)
    assert found.value == pytest.approx(0.854, abs=0.005)
    assert (found.low, found.high) == (
        pytest.approx(0.303, abs=0.005),
        pytest.approx(0.992, abs=0.005),
    )


def test_a_mixed_model_of_another_library_says_about_the_same():
    assert beta_binomial(DHE).value == pytest.approx(mixed_model(DHE), abs=0.02)


def test_studies_that_agree_are_as_one_study():
    found = beta_binomial([Counts(30, 60), Counts(20, 40), Counts(10, 20)])
    assert found.value == pytest.approx(0.5, abs=1e-3)
    assert (found.low, found.high) == (
        pytest.approx(0.411, abs=0.01),
        pytest.approx(0.589, abs=0.01),
    )


def test_where_all_responded_everywhere_the_range_reaches_all():
    found = beta_binomial([Counts(5, 5), Counts(8, 8)])
    assert found.high == 1
    assert 0.3 < found.low < found.value


def scattering(rng, share, correlation):
    size = (1 - correlation) / correlation
    yes = betabinom.rvs(25, share * size, (1 - share) * size, size=10, random_state=rng)
    return [Counts(int(each), 25) for each in yes]


def test_its_interval_holds_the_truth_where_that_of_one_study_does_not():
    rng = np.random.default_rng(7)
    studies = [scattering(rng, 0.7, 0.15) for _ in range(30)]
    held = [found.low <= 0.7 <= found.high for found in map(beta_binomial, studies)]
    assert sum(held) >= 25
    as_one = [Counts(sum(each.yes for each in one), 250) for one in studies]
    exact = [proportion(each).exact for each in as_one]
    assert sum(each.low <= 0.7 <= each.high for each in exact) <= 22


def test_only_shares_have_one():
    for pool in pools():
        assert (pooled(pool).beta_binomial is None) == (pool.measure != "proportion")
