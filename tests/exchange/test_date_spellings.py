from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.diary import DiaryError
from surcease.exchange.dates import DateOrder
from surcease.exchange.when import When, parse_when
from surcease.exchange.years import ImpossibleYear, nearest_year

MARCH_4 = date(2019, 3, 4)
MONTHS = (
    "January", "Feb", "March", "april", "maj", "Juni", "juillet", "août", "Sept.", "oct",
    "november", "Dezember",
)  # fmt: skip
ORDINALS = {1: "st", 2: "nd", 3: "rd"}

SPELLINGS = {
    DateOrder.YMD: (
        lambda day: day.isoformat(),
        lambda day: f"{day:%Y/%m/%d}",
        lambda day: f"{day:%Y%m%d}",
    ),
    DateOrder.DMY: (
        lambda day: f"{day:%d/%m/%Y}",
        lambda day: f"{day.day}.{day.month}.{day.year}",
        lambda day: f"{day.day}-{day.month}-{day:%Y}",
        lambda day: f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
        lambda day: (
            f"Mon {day.day}{ORDINALS.get(day.day, 'th')} {MONTHS[day.month - 1]} {day.year}"
        ),
    ),
    DateOrder.MDY: (
        lambda day: f"{day:%m/%d/%Y}",
        lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    ),
}
TIMES = (
    lambda at: f"{at:%H:%M}",
    lambda at: f"{at:%H.%M}",
    lambda at: f"{at:%H:%M}:00",
    lambda at: f"{at.hour % 12 or 12}:{at:%M} {'pm' if at.hour >= 12 else 'am'}",
    lambda at: f"{at:%Hh%M}",
)
spelt = st.sampled_from([(order, each) for order, all_ in SPELLINGS.items() for each in all_])
days = st.dates(date(1970, 1, 1), date(2068, 12, 31))
minutes = st.times().map(lambda at: time(at.hour, at.minute))


@settings(derandomize=True, deadline=None)
@given(spelt, days, st.sampled_from(TIMES), minutes, st.sampled_from([" ", "T", ", ", " at "]))
def test_a_date_reads_back_in_every_spelling(spelling, day, write_time, at, between):
    order, write = spelling
    text = f"{write(day)}{between}{write_time(at)}"
    assert parse_when(text, order) == When(day, at)


@settings(derandomize=True, deadline=None)
@given(days, minutes)
def test_a_spreadsheet_serial_reads_back(day, at):
    serial = (day - date(1899, 12, 30)).days + (at.hour * 60 + at.minute) / 1440
    assert parse_when(serial) == When(day, at if serial % 1 else None)


@pytest.mark.parametrize(
    "cell",
    ["2019-03-04", "04/03/2019", "4. March 2019", "Mar 4, 2019", "43528", 43528.0, MARCH_4],
)
def test_spellings_of_one_day_are_one_day(cell):
    assert parse_when(cell, DateOrder.DMY).on == MARCH_4


def test_points_between_numbers_mean_day_first():
    assert parse_when("04.03.2019").on == MARCH_4


def test_a_date_that_has_only_one_reading_needs_no_order():
    assert parse_when("04/13/2019").on == date(2019, 4, 13)


def test_a_date_with_two_readings_needs_an_order():
    with pytest.raises(DiaryError, match="day first or month first"):
        parse_when("04/03/2019")


def test_an_offset_is_read_with_its_time():
    assert parse_when("2019-03-04T08:00Z").offset is UTC
    assert parse_when("2019-03-04 08:00:05.250-05:30") == When(
        MARCH_4, time(8, 0, 5), timezone(-timedelta(hours=5, minutes=30))
    )


def test_a_note_behind_a_date_is_told_apart():
    assert parse_when("2019-03-04 woke up with it") == When(MARCH_4, rest="woke up with it")


def test_an_instant_of_a_spreadsheet_is_taken_as_it_is():
    cell = datetime(2019, 3, 4, 8, 15, tzinfo=None)  # noqa: DTZ001  a cell has no zone
    assert parse_when(cell) == When(MARCH_4, time(8, 15))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "started verapamil",
        "4/3",
        "2019-02-30",
        "2019-03-04 to 2019-03-08",
        "8 am 12",
        "12",
        "nan",
    ],
)
def test_what_is_no_date_is_not_made_one(text):
    with pytest.raises(DiaryError):
        parse_when(text)


def test_a_year_that_cannot_be_a_diarys_is_told_with_what_was_meant():
    with pytest.raises(ImpossibleYear, match="0200"):
        parse_when("0200-03-04")
    assert nearest_year(200, [date(2019, 1, 1), date(2020, 1, 1), date(2021, 1, 1)]) == 2020
