from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.strategies.analyses import extremes, published_case

from surcease.reports.charts.clock import clock_figure
from surcease.reports.charts.effects import effects_figure
from surcease.reports.charts.season import season_figure
from surcease.reports.charts.timeline import timeline_figure
from surcease.reports.charts.wear_off import wear_off_figure
from surcease.reports.grouping import preventives

CASE = published_case()
MAGNESIUM, BOTOX, VERAPAMIL = preventives(CASE)


def points(figure):
    return {point.at: point.says for point in figure.reading.points}


def start_of(year, month, day):
    return datetime(year, month, day, tzinfo=UTC).timestamp() * 1000


def test_a_day_says_its_attacks_the_fitted_rate_and_what_was_given():
    said = points(timeline_figure(CASE.details, CASE.course.bouts))
    given_on = CASE.details.lanes[2].given_on[0]
    text = said[start_of(given_on.year, given_on.month, given_on.day)]
    assert text.startswith(f"{given_on.day} ")
    assert " attack" in text
    assert "Fitted: " in text
    assert f"Given: {CASE.details.lanes[2].name}" in text


def test_an_unknown_day_is_said_to_be_unknown():
    details = replace(
        CASE.details, timeline=replace(CASE.details.timeline, attacks=(None,) * 1096), lanes=()
    )
    said = points(timeline_figure(details, ()))
    assert all(": not known." in text for text in said.values())


def test_a_long_diary_is_read_off_by_weeks():
    analysis = extremes()["sixteen years"]
    first, second, *_ = timeline_figure(analysis.details, ()).reading.points
    assert second.at - first.at == 7 * 24 * 3600 * 1000


def test_each_hour_month_and_treatment_says_what_its_row_of_the_table_says():
    clock = points(clock_figure(CASE.details.clock))
    assert clock[2] == "02:00 to 03:00: 140 attacks, 12%."
    season = points(season_figure(CASE.details.season))
    assert list(season)[:2] == ["Jan", "Feb"]
    effects = points(effects_figure([MAGNESIUM, BOTOX]))
    assert effects[0] == (
        "Magnesium sulfate infusion, ● strong: 61% fewer attacks (95% interval: 38% to 77% fewer)."
    )


def test_a_wear_off_curve_is_read_off_day_by_day():
    said = points(wear_off_figure(MAGNESIUM, "magnesium"))
    assert said[84] == "84 days after a dose: 1% fewer attacks (95% interval: 3% more to 5% fewer)."


@pytest.mark.parametrize("name", ["one day", "all unknown", "no treatments", "hostile"])
def test_extremes_can_be_read_off(name):
    analysis = extremes()[name]
    figure = timeline_figure(analysis.details, analysis.course.bouts)
    assert len(figure.reading.points) == len(analysis.details.timeline.attacks)
