import numpy as np
import pytest

from surcease.effects import reasons
from surcease.effects.effect import Verdict
from surcease.effects.verdict import Evidence, confounded, judge

WEIGHT = np.full(4000, 1 / 4000)
VARIED = np.linspace(0.0, 1.0, 50)


def evidence(mean, sd, exposure=VARIED, times=20, **more):
    beta = mean + sd * np.random.default_rng(3).standard_normal(4000)
    return Evidence(beta, WEIGHT, 0.7, exposure, times, **more)


@pytest.mark.parametrize(
    ("mean", "sd", "verdict"),
    [
        (-1.0, 0.2, Verdict.STRONG),
        (-0.4, 0.2, Verdict.SUGGESTIVE),
        (-0.1, 0.2, Verdict.UNCLEAR),
        (1.0, 0.2, Verdict.STRONG),
    ],
)
def test_a_verdict_follows_how_sure_the_direction_is(mean, sd, verdict):
    assert judge(evidence(mean, sd))[0] is verdict


def test_more_attacks_are_said_in_words():
    assert reasons.MORE_ATTACKS in judge(evidence(1.0, 0.2))[1]
    assert reasons.MORE_ATTACKS not in judge(evidence(-1.0, 0.2))[1]


def test_a_posterior_like_the_prior_cannot_tell():
    verdict, because = judge(evidence(-0.5, 0.65))
    assert verdict is Verdict.CANNOT_TELL
    assert because == (reasons.POSTERIOR_LIKE_PRIOR,)


def test_treatments_that_move_together_cannot_be_told_apart():
    verdict, because = judge(evidence(-1.0, 0.2, confounded_with=("Botox",)))
    assert verdict is Verdict.CANNOT_TELL
    assert because == (reasons.moves_with("Botox"),)
    assert "Botox" in reasons.explain(because[0])


def test_a_treatment_that_never_acted_in_the_period_cannot_be_judged():
    for exposure in (np.zeros(50), np.empty(0)):
        assert judge(evidence(-1.0, 0.2, exposure)) == (
            Verdict.CANNOT_TELL,
            (reasons.NEVER_IN_PERIOD,),
        )


def test_the_same_amount_on_every_day_is_named_as_the_reason():
    verdict, because = judge(evidence(-0.5, 0.3, times=None, alike_every_day=True))
    assert verdict is Verdict.CANNOT_TELL
    assert because == (reasons.ON_EVERY_DAY,)


def test_one_or_two_doses_are_said_to_be_few():
    assert reasons.FEW_DOSES in judge(evidence(-1.0, 0.2, times=2))[1]
    assert reasons.FEW_DOSES not in judge(evidence(-1.0, 0.2, times=3))[1]
    assert reasons.FEW_DOSES not in judge(evidence(-1.0, 0.2, times=None))[1]


def test_effects_are_confounded_when_both_exposure_and_posterior_move_together():
    rng = np.random.default_rng(4)
    shared, noise = rng.standard_normal((2, 4000))
    beta = np.stack([shared, -shared + 0.1 * noise, noise], axis=1)
    exposure = np.stack([VARIED, VARIED**1.1, VARIED[::-1] ** 2])
    tangled = confounded(beta, WEIGHT, exposure)
    assert tangled.tolist() == [
        [False, True, False],
        [True, False, False],
        [False, False, False],
    ]


def test_every_code_has_words():
    codes = [
        value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)
    ]
    assert len(codes) > 10
    for code in codes:
        assert reasons.explain(code)


def test_a_handful_of_attacks_is_named_where_they_tell_nothing():
    assert reasons.FEW_ATTACKS in judge(evidence(-0.5, 0.65, attacks=4))[1]
    assert reasons.FEW_ATTACKS not in judge(evidence(-0.5, 0.65, attacks=40))[1]
    assert reasons.FEW_ATTACKS not in judge(evidence(-1.0, 0.2, attacks=4))[1]


def test_where_the_sampling_did_not_settle_no_verdict_is_better_than_unclear():
    verdict, because = judge(evidence(-1.0, 0.2, reliable=False))
    assert verdict is Verdict.UNCLEAR
    assert reasons.SAMPLING_UNCERTAIN in because
