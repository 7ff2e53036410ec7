"""A condition is held against every day of a regimen, not against its first and last alone."""

from datetime import timedelta

import pytest

from strategies.clinic import FIRST, told
from surcease.safety import check

REGIMEN = "takes lithium 600 mg/d from day 10 to 60"


def checked(*sentences):
    case = told([REGIMEN, *sentences, "looked at on day 90"])
    return check(case.diary, case.as_of)


def days_of_warnings(*sentences):
    found = [each for each in checked(*sentences).findings if each.rule == "L02"]
    return [(each.on - FIRST.date()) // timedelta(days=1) for each in found]


def asks_for_fever(*sentences):
    return "fever" in {each.needs for each in checked(*sentences).needs if "L02" in each.rules}


@pytest.mark.parametrize(
    ("fever", "last_shared"),
    [
        ("from day 30 to 34", 34),
        ("from day 30 to 30", 30),
        ("from day 1 to 10", 10),
        ("from day 1 to 11", 11),
        ("from day 59 to 80", 60),
        ("from day 60", 60),
        ("until day 12", 12),
    ],
)
def test_a_warning_is_of_the_last_day_with_both(fever, last_shared):
    assert days_of_warnings(f"has fever {fever}") == [last_shared]


@pytest.mark.parametrize("fever", ["from day 1 to 9", "from day 61 to 80", "from day 61"])
def test_a_condition_before_or_after_the_regimen_is_no_matter(fever):
    assert days_of_warnings(f"has fever {fever}") == []


def test_a_condition_denied_for_some_days_only_is_asked_for():
    before, after = "has no fever until 20", "has no fever from day 40"
    assert asks_for_fever(before, after)
    assert not asks_for_fever(before, "has fever from day 21 to 39", after)
