import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.effects.severity.grades import FEWEST_IN_GRADE, grades_of

values_written = st.lists(st.sampled_from([0.0, 1.5, 3.0, 7.0, 8.0, 10.0]), max_size=80)


def test_common_values_are_classes_of_their_own():
    values = np.repeat([3.0, 5.0, 8.0], 20)
    grades = grades_of(values, least_share=0.1)
    assert grades.score.tolist() == [3.0, 5.0, 8.0]
    assert grades.edge.tolist() == [4.0, 6.5]
    assert np.bincount(grades.of(values)).tolist() == [20, 20, 20]


def test_rare_values_join_the_next_higher_one_and_count_with_their_mean():
    grades = grades_of(np.array([1.0] * 2 + [3.0] * 8 + [6.0] * 10), least_share=0.1)
    assert grades.score.tolist() == [pytest.approx(2.6), 6.0]


def test_what_is_left_at_the_top_joins_the_class_below():
    grades = grades_of(np.array([3.0] * 10 + [6.0] * 10 + [10.0] * 2), least_share=0.1)
    assert grades.score.tolist() == [3.0, pytest.approx(80 / 12)]


def test_different_numbers_become_classes_of_about_equal_size():
    values = np.random.default_rng(1).normal(size=1000)
    sizes = np.bincount(grades_of(values, least_share=0.1).of(values))
    assert sizes.tolist() == [100] * 10


@pytest.mark.parametrize("values", [[], [4.0], [4.0] * 50, [1.0, 2.0, 3.0, 4.0]])
def test_with_nothing_to_compare_there_are_fewer_than_two_classes(values):
    assert grades_of(np.array(values), least_share=0.03).score.size < 2


@given(values_written, st.sampled_from([0.03, 0.1, 0.4]))
@settings(derandomize=True, deadline=None)
def test_classes_are_in_order_large_enough_and_keep_the_mean(values, least_share):
    values = np.array(values)
    grades = grades_of(values, least_share)
    score, edge = grades
    grade = grades.of(values)
    assert (np.diff(score) > 0).all()
    assert ((score[:-1] < edge) & (edge < score[1:])).all()
    assert (np.diff(grade[np.argsort(values, kind="stable")]) >= 0).all()
    sizes = np.bincount(grade)
    assert sizes @ score == pytest.approx(values.sum())
    if score.size > 1:
        assert sizes.min() >= max(FEWEST_IN_GRADE, least_share * values.size)
