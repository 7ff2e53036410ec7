"""Warning signs that are dated after the day that is looked at are left for later."""

from dataclasses import replace
from datetime import timedelta

import pytest

from strategies.clinic import FIRST, moment, told
from surcease.diary import Attack, Symptom
from surcease.safety import check

LATER = moment(timedelta(days=500))


def signs(diary, after_days):
    found = check(diary, (FIRST + timedelta(days=after_days)).date()).findings
    return [each.severity for each in found if each.rule == "Q01"]


@pytest.mark.parametrize(
    "entries",
    [
        {"symptoms": (Symptom(LATER, "seizure"),)},
        {"attacks": (Attack(LATER, symptoms=("seizure",)),)},
    ],
)
def test_a_warning_sign_is_spoken_of_from_its_own_day_on(entries):
    diary = replace(told([]).diary, **entries)
    assert (signs(diary, 499), signs(diary, 500)) == ([], ["STOP"])
