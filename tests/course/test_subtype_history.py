from datetime import timedelta

from hypothesis import given, settings

from strategies.courses import START, course_of, course_texts, edition
from surcease.course.subtype import SubtypeStretch, conversions, subtype, subtype_history

ICHD_3 = edition("ICHD-3")


def history(text):
    days, _, bouts = course_of(text)
    return subtype_history(bouts, days, ICHD_3)


def stretch(nth_day, name):
    return SubtypeStretch(START + timedelta(days=nth_day), name)


def test_episodic_begins_on_the_seventh_day_of_the_second_bout():
    assert history("30 bout, 100 none, 30 bout") == (
        stretch(0, "undetermined"),
        stretch(136, "episodic"),
    )


def test_episodic_turns_chronic_after_a_year_of_attacks():
    found = history("30 bout, 100 none, 500 bout")
    assert found[-1] == stretch(130 + 364, "chronic")
    assert conversions(found) == found[-1:]


def test_chronic_turns_episodic_by_two_bouts_with_remissions():
    found = history("400 bout, 100 none, 30 bout, 100 none, 30 bout")
    assert [each.subtype for each in found] == [
        "undetermined",
        "chronic",
        "undetermined",
        "episodic",
    ]
    assert found[2] == stretch(400 + 89, "undetermined")
    assert conversions(found) == (stretch(400 + 100 + 30 + 100 + 6, "episodic"),)


def test_a_pause_in_what_is_known_is_no_conversion():
    found = history("400 bout, 100 unknown, 400 bout")
    assert [each.subtype for each in found] == [
        "undetermined",
        "chronic",
        "undetermined",
        "chronic",
    ]
    assert conversions(found) == ()


def test_no_days_have_no_history():
    assert subtype_history((), (), ICHD_3) == ()
    assert conversions(()) == ()


def test_a_diary_without_attacks_has_one_undetermined_stretch():
    assert history("20 none, 5 unknown") == (stretch(0, "undetermined"),)


@given(course_texts())
@settings(derandomize=True, deadline=None, max_examples=20)
def test_the_last_stretch_says_what_is_said_today(text):
    if not text:
        return
    days, _, bouts = course_of(text)
    found = subtype_history(bouts, days, ICHD_3)
    assert found[0].from_on == days[0].on
    assert found[-1].subtype == subtype(bouts, days, days[-1].on, ICHD_3).subtype


@given(course_texts())
@settings(derandomize=True, deadline=None, max_examples=20)
def test_each_day_says_what_was_said_when_no_later_day_was_known(text):
    if not text:
        return
    days, _, bouts = course_of(text)
    found = subtype_history(bouts, days, ICHD_3)
    for each in days[:: 1 + len(days) // 100]:
        then = [stretch for stretch in found if stretch.from_on <= each.on][-1]
        assert then.subtype == subtype(bouts, days, each.on, ICHD_3).subtype
