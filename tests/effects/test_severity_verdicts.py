import numpy as np
import pytest

from surcease.effects import reasons
from surcease.effects.effect import Verdict
from surcease.effects.severity import reasons as severity_reasons
from surcease.effects.severity.verdict import judge_severity
from surcease.effects.verdict import Evidence

WEIGHT = np.full(4000, 1 / 4000)
VARIED = np.linspace(0.0, 1.0, 50)
WORSE = severity_reasons.WORSE_ATTACKS


def evidence(mean, sd, exposure=VARIED, times=20, **more):
    log_odds = mean + sd * np.random.default_rng(3).standard_normal(4000)
    return Evidence(log_odds, WEIGHT, 1.5, exposure, times, **more)


@pytest.mark.parametrize(
    ("mean", "verdict"),
    [
        (-1.0, Verdict.STRONG),
        (-0.4, Verdict.SUGGESTIVE),
        (0.1, Verdict.UNCLEAR),
        (1.0, Verdict.STRONG),
    ],
)
def test_a_verdict_follows_how_sure_the_direction_is(mean, verdict):
    assert judge_severity(evidence(mean, 0.2), WORSE)[0] is verdict


def test_harm_is_named_in_words_of_its_own_and_never_as_more_attacks():
    _, because = judge_severity(evidence(1.0, 0.2), WORSE)
    assert WORSE in because
    assert reasons.MORE_ATTACKS not in because
    assert WORSE not in judge_severity(evidence(-1.0, 0.2), WORSE)[1]


def test_a_treatment_under_which_no_attack_began_cannot_be_judged():
    for exposure in (np.zeros(50), np.empty(0)):
        assert judge_severity(evidence(-1.0, 0.2, exposure), WORSE) == (
            Verdict.CANNOT_TELL,
            (severity_reasons.NO_ATTACK_UNDER_IT,),
        )


def test_what_blocks_a_verdict_on_the_attack_rate_blocks_this_one():
    for blocked, code in (
        (evidence(-0.5, 1.4), reasons.POSTERIOR_LIKE_PRIOR),
        (evidence(-1.0, 0.2, confounded_with=("Botox",)), reasons.moves_with("Botox")),
        (evidence(-1.0, 0.2, alike_every_day=True), reasons.ON_EVERY_DAY),
    ):
        assert judge_severity(blocked, WORSE) == (Verdict.CANNOT_TELL, (code,))


def test_one_or_two_doses_are_said_to_be_few():
    assert reasons.FEW_DOSES in judge_severity(evidence(-1.0, 0.2, times=2), WORSE)[1]
    assert reasons.FEW_DOSES not in judge_severity(evidence(-1.0, 0.2, times=None), WORSE)[1]


def test_where_the_sampling_did_not_settle_no_verdict_is_better_than_unclear():
    verdict, because = judge_severity(evidence(-1.0, 0.2, reliable=False), WORSE)
    assert verdict is Verdict.UNCLEAR
    assert reasons.SAMPLING_UNCERTAIN in because


def test_a_reason_of_the_attack_rate_keeps_its_words():
    assert severity_reasons.explain(reasons.moves_with("Botox")) == (
        reasons.explain(reasons.moves_with("Botox"))
    )
    assert severity_reasons.explain(WORSE) == "attacks were worse with it, not milder"


def test_every_code_has_words_and_none_is_used_twice():
    codes = {
        value
        for name, value in vars(severity_reasons).items()
        if name.isupper() and isinstance(value, str)
    }
    assert codes == set(severity_reasons.EXPLANATIONS)
    assert not codes & set(reasons.EXPLANATIONS)
