from time import perf_counter

import numpy as np
import pytest

from surcease.diary import digest
from surcease.simulation import SCENARIOS, simulate


def digest_of(name: str, seed: int) -> str:
    return digest(simulate(SCENARIOS[name], np.random.default_rng(seed)).diary)


@pytest.mark.parametrize("name", ["published_case", "episodic"])
def test_the_same_seed_gives_the_same_diary_and_another_seed_another(name: str) -> None:
    assert digest_of(name, 7) == digest_of(name, 7)
    assert digest_of(name, 7) != digest_of(name, 8)


def test_nothing_depends_on_numpys_global_state() -> None:
    np.random.seed(0)  # noqa: NPY002
    first = digest_of("three_preventives", 7)
    np.random.seed(1)  # noqa: NPY002
    assert digest_of("three_preventives", 7) == first


def test_three_years_take_a_small_part_of_a_second() -> None:
    digest_of("chronic_by_indication", 0)
    begun = perf_counter()
    for seed in range(5):
        simulate(SCENARIOS["chronic_by_indication"], np.random.default_rng(seed))
    assert (perf_counter() - begun) / 5 < 0.3
