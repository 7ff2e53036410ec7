from dataclasses import replace

import pytest
from tests.strategies.analyses import published_case

from surcease.analysis.result import Verdict
from surcease.reports.treatment_table import treatment_table

MAGNESIUM = published_case().treatments[2]
ONCE = "it was given only once or twice"


def verdict_cell(verdict: Verdict, *because: str) -> tuple[str, ...]:
    effect = replace(MAGNESIUM, verdict=verdict, because=because)
    ((*_others, cell),) = treatment_table([effect], {}).rows
    return tuple(cell)


@pytest.mark.parametrize("verdict", [Verdict.STRONG, Verdict.SUGGESTIVE, Verdict.UNCLEAR])
def test_an_effect_of_one_or_two_doses_is_said_to_rest_on_them(verdict):
    cell = verdict_cell(verdict, "interval_includes_no_effect", "few_doses")
    assert cell[-1] == ONCE
    assert cell[-2].startswith("fewer attacks: ")


def test_an_effect_of_more_doses_is_not():
    assert ONCE not in verdict_cell(Verdict.STRONG, "interval_excludes_no_effect")
