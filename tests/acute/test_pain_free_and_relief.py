import pytest

from strategies.followed import followed


@pytest.mark.parametrize(("minutes", "free"), [(14, True), (15, True), (15.1, False)])
def test_an_attack_that_ended_by_then_was_pain_free(minutes, free):
    assert followed(minutes).pain_free(15) is free


@pytest.mark.parametrize(("minutes", "free"), [(14, False), (15, True), (16, True)])
def test_a_further_dose_before_then_counts_as_not_pain_free(minutes, free):
    assert followed(minutes, ended=False, pain_15=0).pain_free(15) is free


def test_recorded_pain_goes_before_the_end_of_the_attack():
    assert followed(60, pain_15=0).pain_free(15) is True
    assert followed(10, pain_15=2).pain_free(15) is False


def test_where_nothing_is_known_nothing_is_said():
    unknown = followed(0, ended=False, rescued=False)
    assert unknown.pain_free(15) is None
    assert unknown.relief(15) is None


@pytest.mark.parametrize(
    ("before", "after", "relief"),
    [(8, 3, True), (8, 4, False), (4, 3, True), (3, 0, None), (8, None, None), (None, 0, None)],
)
def test_relief_is_from_moderate_or_worse_to_mild_or_none(before, after, relief):
    assert followed(60, intensity_before=before, pain_30=after).relief(30) is relief
