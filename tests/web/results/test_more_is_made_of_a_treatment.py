"""How often a treatment is given comes with the analysis; its checks when they are asked for."""

import pytest

from surcease.analysis.schedule import analyze_schedule
from surcease.reports.html.schedule import schedule_part
from surcease.web.record.actions import record_said
from surcease.web.record.diary_of import diary_of_record
from surcease.web.results import keeping
from surcease.web.results.models import Part, Result
from surcease.web.results.stages import Stage
from surcease.web.results.treatments import reference
from web.made import attack
from web.results.diaries import write_down_a_week, write_down_infusions

pytestmark = pytest.mark.django_db

MAGNESIUM = "magnesium_sulfate_iv"
REF = reference(MAGNESIUM)
CHECKS = f"checks-{REF}"


def test_how_often_is_what_the_command_says(make):
    write_down_infusions()
    made = make()
    name = f"how-often-{REF}"
    said = schedule_part(analyze_schedule(diary_of_record(), MAGNESIUM), name)
    assert keeping.part_of(made.result, name).text == said.html
    drawn = set(
        made.result.charts.filter(name__startswith="how-often").values_list("name", flat=True)
    )
    assert drawn == {each.name for each in said.figures}


def test_a_card_leads_to_the_pages_of_its_treatment_by_an_address_that_does_not_name_it(make):
    write_down_infusions()
    page = keeping.part_of(make().result, "works").text
    assert f"/see/works/{REF}/how-often/" in page
    assert f"/see/works/{REF}/checks/" in page
    assert "magnesium" not in REF


def test_nothing_is_asked_before_somebody_asks(make, check, said):
    write_down_infusions()
    make()
    assert Stage.CHECKS not in said
    assert keeping.newest_part(CHECKS) is None
    check(REF)
    assert said[-1] == Stage.CHECKS
    part = keeping.newest_part(CHECKS)
    assert "Is it really the treatment?" in part.text
    assert part.result == Result.objects.get()


def test_what_was_asked_once_is_not_asked_again_of_the_same_diary(check, said):
    write_down_infusions()
    check(REF)
    said.clear()
    check(REF)
    assert said == []


def test_what_is_new_is_worked_out_first(check):
    write_down_infusions()
    check(REF)
    record_said([attack(at="2026-02-20T05:00:00+01:00")])
    check(REF)
    assert Part.objects.filter(name=CHECKS).count() == 2
    assert keeping.newest_part(CHECKS).result.revision == keeping.newest_revision()


def test_a_treatment_that_the_diary_does_not_have_is_asked_nothing(check, said):
    check(REF)
    assert said == []
    write_down_a_week()
    check(REF)
    assert Stage.CHECKS not in said
