"""One chain by luck says nothing of a sampler: the run in the middle stands for all."""

from itertools import permutations

import pytest

from speed.draws import Sampled, median_by_rate

SLOW, USUAL, LUCKY = (Sampled("NUTS", 1000, effective, 2.0) for effective in (50.0, 400.0, 900.0))


@pytest.mark.parametrize("runs", list(permutations((SLOW, USUAL, LUCKY))))
def test_it_is_the_one_between_the_best_and_the_worst(runs):
    assert median_by_rate([(each, each.effective) for each in runs]) == (USUAL, 400.0)
