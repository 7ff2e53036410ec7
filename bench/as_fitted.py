"""A diary's arrays as `fit_diary` makes them."""

from __future__ import annotations

from surcease.analysis.fitted import days_between_known
from surcease.diary import Diary, civil_days, distinct_attacks
from surcease.effects.arrays import Arrays, build_arrays
from surcease.effects.given import given_treatments


def arrays_as_fitted(diary: Diary) -> Arrays:
    days = days_between_known(civil_days(diary))
    return build_arrays(days, given_treatments(diary), distinct_attacks(diary).events)
