import locale
from datetime import date

import pytest

from surcease.reports import words


def test_a_date_is_written_for_people():
    assert words.day(date(2024, 3, 4)) == "4 Mar 2024"


@pytest.mark.parametrize(
    ("from_on", "to_on", "said"),
    [
        (date(2024, 3, 8), date(2024, 3, 22), "8 to 22 Mar 2024"),
        (date(2024, 2, 28), date(2024, 3, 3), "28 Feb to 3 Mar 2024"),
        (date(2023, 12, 28), date(2024, 1, 3), "28 Dec 2023 to 3 Jan 2024"),
        (date(2024, 3, 4), date(2024, 3, 4), "4 Mar 2024"),
        (date(2023, 3, 4), date(2024, 3, 4), "4 Mar 2023 to 4 Mar 2024"),
    ],
)
def test_dates_say_month_and_year_once_where_they_agree(from_on, to_on, said):
    assert words.day_range(from_on, to_on) == said


@pytest.mark.parametrize(("hours", "said"), [(2.25, "02:15"), (0.0, "00:00"), (23.9999, "00:00")])
def test_an_hour_is_a_time_on_the_clock(hours, said):
    assert words.hour(hours) == said


def test_dates_do_not_follow_the_machines_locale(monkeypatch):
    monkeypatch.setattr(locale, "nl_langinfo", lambda _: "Mär", raising=False)
    assert words.month(date(2024, 3, 4)) == "Mar 2024"
