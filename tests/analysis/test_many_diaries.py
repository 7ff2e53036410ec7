"""Many diaries are analysed on several cores, and no one of them spoils the others."""

import os
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import date
from itertools import repeat

import numpy as np
import pytest

from surcease.analysis.analyze import analyze
from surcease.analysis.contract import to_json
from surcease.analysis.many import AHEAD, analyze_many
from surcease.inference.posterior import Method
from surcease.simulation import SCENARIOS, simulate

SEED = 5
NO_DIARY = None


class Deadly:
    """Ends the process that unpickles it."""

    def __reduce__(self):
        return os._exit, (3,)


class Taken:
    """Counts how many of endless diaries were taken."""

    def __init__(self, diary):
        self.count = 0
        self.diaries = repeat(diary)

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        return next(self.diaries)


@pytest.fixture(scope="module")
def diaries():
    scenarios = [
        replace(SCENARIOS["published_case"], days=60, start_on=date(2021, month, 1))
        for month in (1, 2)
    ]
    return [simulate(each, np.random.default_rng(1)).diary for each in scenarios]


def outcomes_of(diaries, cores):
    return list(analyze_many(diaries, cores=cores, seed=SEED, method=Method.IMPORTANCE))


@pytest.fixture(scope="module")
def outcomes(diaries):
    first, second = diaries
    return outcomes_of([NO_DIARY, first, NO_DIARY, second, NO_DIARY], cores=2)


def test_each_analysis_is_that_of_the_diary_alone_and_in_its_place(diaries, outcomes):
    alone = [analyze(each, seed=SEED, method=Method.IMPORTANCE) for each in diaries]
    assert [to_json(each) for each in outcomes[1::2]] == [to_json(each) for each in alone]


def test_one_that_fails_yields_its_error_in_its_place(outcomes):
    assert [type(each) for each in outcomes[::2]] == [AttributeError] * 3


def test_one_that_takes_its_process_down_does_not_take_the_others_with_it(diaries, outcomes):
    survived = outcomes_of([diaries[0], Deadly(), diaries[1]], cores=1)
    assert isinstance(survived.pop(1), BrokenProcessPool)
    assert [to_json(each) for each in survived] == [to_json(each) for each in outcomes[1::2]]


def test_only_a_few_diaries_are_taken_ahead_of_the_first_that_is_given_back(diaries):
    taken = Taken(diaries[0])
    many = analyze_many(taken, cores=1, method=Method.IMPORTANCE)
    next(many)
    many.close()
    assert taken.count <= AHEAD + 1


def test_no_diaries_give_no_analyses():
    assert outcomes_of([], cores=1) == []
