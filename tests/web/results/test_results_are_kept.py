"""A result is found again by the diary that it was made from, and says what it does not know."""

import json

import pytest

from surcease.version import __version__
from surcease.web.record.actions import record_said
from surcease.web.record.uuid7 import uuid7
from surcease.web.results import keeping
from surcease.web.results.analyst import ANALYST, State
from surcease.web.results.models import Result
from surcease.web.results.stages import Stage
from surcease.web.results.standing import look_up
from web.made import attack
from web.made import said as action
from web.results.diaries import write_down_a_week

pytestmark = pytest.mark.django_db


def test_nothing_is_made_of_nothing(make):
    make()
    assert look_up("timeline").empty
    assert not Result.objects.exists()


def test_every_page_is_made_from_one_analysis_and_found_again(make, said):
    write_down_a_week()
    make()
    assert said[0] == Stage.RULES
    assert said[-1] == Stage.DRAWING
    standing = look_up("timeline")
    assert (standing.newer, standing.part.result.whole) == (0, True)
    document = json.loads(keeping.newest_part("analysis.json").text)
    assert document["schema"] == "surcease.analysis/1"
    assert document["days"]["attacks"] == 7
    names = set(standing.part.result.parts.values_list("name", flat=True))
    pages = {"timeline", "works", "clock", "bouts", "safety", "acute", "evidence"}
    assert pages | {"analysis.json", "analysis.stored", "treatments.json", "report.html"} == names
    assert {"timeline", "clock"} <= set(standing.part.result.charts.values_list("name", flat=True))


def test_a_result_says_how_many_entries_it_does_not_know(make):
    write_down_a_week()
    make()
    late = uuid7()
    record_said([attack(late), attack(), action(late, "change", minutes=9, side="left")])
    standing = look_up("timeline")
    assert standing.part is not None
    assert standing.newer == 2


def test_a_diary_that_is_again_what_it_was_is_not_worked_out_again(make, said):
    write_down_a_week()
    make()
    slip = uuid7()
    record_said([attack(slip)])
    record_said([{**attack(slip), "do": "delete", "made_at": "2026-03-01T13:00:00+00:00"}])
    assert look_up("timeline").newer == 1
    said.clear()
    make()
    assert said == []
    assert look_up("timeline").newer == 0


@pytest.fixture
def asked(monkeypatch):
    """Revisions of the record of which a result was asked for."""
    revisions = []
    monkeypatch.setattr(ANALYST, "ask", lambda revision: revisions.append(revision) or State())
    return revisions


def keep_one(number, program):
    record_said([attack()])
    revision = keeping.newest_revision()
    result = keeping.begin(f"{number}", revision)
    keeping.keep(result, {"works": f"<p>{number}</p>"}, {})
    keeping.finish(result)
    Result.objects.filter(id=result.id).update(program=program)
    return revision


def test_what_an_earlier_program_made_is_shown_and_a_newer_one_is_asked_for(db, asked):
    revision = keep_one(1, "0.0.1")
    standing = look_up("works")
    assert (standing.part.text, standing.newer) == ("<p>1</p>", 0)
    assert asked == [revision]


def test_what_this_program_made_of_all_entries_is_not_asked_for_again(db, asked):
    keep_one(1, __version__)
    assert look_up("works").part.text == "<p>1</p>"
    assert asked == []


def test_what_an_earlier_program_made_goes_once_this_one_has_a_result(db, asked):
    keep_one(1, "0.0.1")
    keep_one(2, __version__)
    assert [each.program for each in Result.objects.all()] == [__version__]


def test_only_the_newest_few_results_are_kept(db):
    for number in range(5):
        result = keeping.begin(f"{number}", revision=number)
        keeping.keep(result, {"works": f"<p>{number}</p>"}, {})
        keeping.finish(result)
    assert Result.objects.count() == keeping.KEPT
    assert keeping.newest_part("works").text == "<p>4</p>"


def test_what_was_not_finished_is_begun_anew(db):
    keeping.keep(keeping.begin("0", revision=1), {"safety": "<p>old</p>"}, {})
    keeping.keep(keeping.begin("0", revision=1), {"safety": "<p>new</p>"}, {})
    assert not keeping.renew("0", revision=2)
    assert keeping.newest_part("safety").text == "<p>new</p>"
