import json

from tests.strategies.analyses import published_case

from surcease.reports.charts.timeline import timeline_figure
from surcease.reports.charts.wear_off import wear_off_figure
from surcease.reports.grouping import preventives
from surcease.reports.in_browser import in_browser

CASE = published_case()


def test_a_chart_is_compiled_with_its_data_and_what_is_read_off_it():
    drawn = in_browser(wear_off_figure(preventives(CASE)[0], "magnesium"))
    assert drawn["vega"]["$schema"].endswith("/vega/v5.json")
    assert drawn["reading"]["field"] == "day"
    assert drawn["reading"]["along_x"]
    json.dumps(drawn, allow_nan=False)


def test_a_chart_names_the_scale_along_which_it_is_read():
    drawn = in_browser(timeline_figure(CASE.details, CASE.course.bouts))
    for spec in (drawn["vega"], drawn["narrow"]):
        assert [each["name"] for each in spec["marks"]] == ["concat_0_group", "concat_1_group"]
        assert "concat_0_x" in {scale["name"] for scale in spec["scales"]}
