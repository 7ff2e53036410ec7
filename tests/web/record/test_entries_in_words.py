from datetime import timedelta

import pytest
from django.utils import timezone

from surcease.web.record.in_words import in_words


@pytest.mark.parametrize(("hours", "says"), [(23, "Attack · no end yet"), (25, "Attack")])
def test_an_attack_without_an_end_is_said_to_go_on_for_a_day(hours, says):
    began = timezone.now() - timedelta(hours=hours)
    assert in_words("attacks", {"started_at": began.isoformat()}) == says


@pytest.mark.parametrize(
    "cells", [{}, {"started_at": "at night"}, {"started_at": "2026-03-01T02:10", "ended_at": "x"}]
)
def test_a_deleted_attack_that_no_diary_could_hold_has_words(cells):
    assert in_words("attacks", cells) == "Attack"
