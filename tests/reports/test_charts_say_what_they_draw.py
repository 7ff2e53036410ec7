from dataclasses import replace
from math import nan

import pytest
from tests.strategies.analyses import not_a_number, published_case

from surcease.analysis.result import Clock, Estimate, Season, Verdict
from surcease.reports.charts.clock import clock_figure
from surcease.reports.charts.effects import effects_figure
from surcease.reports.charts.season import season_figure
from surcease.reports.charts.timeline import timeline_figure
from surcease.reports.charts.wear_off import wear_off_figure
from surcease.reports.grouping import preventives

CASE = published_case()
MAGNESIUM, BOTOX, VERAPAMIL = preventives(CASE)


def details():
    assert CASE.details is not None
    return CASE.details


def test_the_effects_are_described_the_clearest_first():
    figure = effects_figure([MAGNESIUM, BOTOX])
    assert figure is not None
    assert figure.description == (
        "2 treatments, the clearest first. Magnesium sulfate infusion: "
        "61% fewer attacks (95% interval: 38% to 77% fewer)."
    )
    assert figure.numbers.rows[1] == (
        "OnabotulinumtoxinA (Botox)",
        "28% fewer",
        "9% more to 54% fewer",
        "◐ suggestive",
    )


def test_an_interval_beyond_the_scale_ends_in_an_arrow_and_says_so():
    wide = replace(BOTOX, reduction=Estimate(-0.2, -3.0, 0.4))
    figure = effects_figure([wide])
    assert figure is not None
    assert figure.key.endswith("Arrow: it goes on beyond twice as many attacks.")
    assert figure.numbers.rows[0][2] == "4.0 times as many to 40% fewer"


@pytest.mark.parametrize("reduction", [None, Estimate(nan, nan, nan)])
def test_a_treatment_without_a_reduction_is_not_drawn(reduction):
    assert effects_figure([replace(BOTOX, reduction=reduction)]) is None


def test_the_wear_off_is_described_from_its_peak_to_its_end():
    figure = wear_off_figure(MAGNESIUM, "magnesium")
    assert figure is not None
    assert figure.description == (
        "At its strongest, 3.5 days after a dose: 59% fewer attacks. After 84 days: 1% fewer."
    )


@pytest.mark.parametrize(
    "effect", [VERAPAMIL, replace(MAGNESIUM, verdict=Verdict.CANNOT_TELL)], ids=["daily", "untold"]
)
def test_no_wear_off_is_drawn_where_there_is_none_to_tell(effect):
    assert wear_off_figure(effect, "none") is None


def test_the_timeline_is_tabulated_by_month():
    figure = timeline_figure(details(), ())
    assert figure is not None
    assert len(figure.numbers.rows) == 36
    assert figure.numbers.rows[0][0] == "Jan 2022"
    assert "82 days not known" in figure.description


def test_a_timeline_without_a_fitted_rate_is_described_without_one():
    broken = not_a_number().details
    assert broken is not None
    figure = timeline_figure(broken, ())
    assert figure is not None
    assert "fitted rate was" not in figure.description


def test_the_clock_says_whether_chance_could_explain_it():
    hours = (3,) * 24
    assert clock_figure(Clock((0,) * 24, None, None, None)) is None
    clear = clock_figure(Clock(hours, 2.25, 0.4, 1e-5))
    vague = clock_figure(Clock(hours, 2.25, 0.1, 0.4))
    assert clear is not None
    assert vague is not None
    assert clear.description == (
        "Attacks start most often around 02:15, more than chance alone would explain (p < 0.001)."
    )
    assert vague.description.endswith("but chance alone could explain it (p = 0.400).")


def test_many_onsets_at_midnight_are_named_as_times_nobody_knew():
    figure = clock_figure(Clock((3,) * 24, 0.0, 0.4, 1e-5, midnight_share=0.4))
    assert figure is not None
    assert "40% are written at exactly 00:00" in figure.description


def test_a_month_without_known_days_has_a_dash_not_a_zero():
    rates = (0.0, None, *[1.5] * 10)
    observed = (31, 0, *[30] * 10)
    figure = season_figure(Season((0, 0, *[45] * 10), observed, None, None, rates))
    assert figure is not None
    assert figure.numbers.rows[0][3] == "0"
    assert figure.numbers.rows[1][3] == "-"
    assert figure.description == "No season stands out."


def test_a_season_without_known_days_is_not_drawn():
    assert season_figure(Season((0,) * 12, (0,) * 12, None, None)) is None


def test_a_season_without_attacks_is_not_drawn():
    assert season_figure(Season((0,) * 12, (30,) * 12, None, None, (0.0,) * 12)) is None
