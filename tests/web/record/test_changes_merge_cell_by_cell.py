"""Whatever the order in which the actions of several devices arrive, the entry is the same."""

from itertools import permutations

import pytest

from surcease.web.record.actions import record_said
from surcease.web.record.diary_of import diary_of_record
from surcease.web.record.models import Entry, Version
from surcease.web.record.uuid7 import uuid7
from web.made import attack, said

pytestmark = pytest.mark.django_db


def statuses(*actions):
    return [each.status for each in record_said(actions)]


def test_an_older_page_does_not_take_back_what_was_logged_elsewhere():
    one = uuid7()
    first = attack(one, intensity="7")
    elsewhere = said(one, "change", minutes=20, ended_at="2026-03-01T02:50:00+01:00")
    older_page = said(one, "change", minutes=5, side="left", intensity="8")
    assert statuses(first, elsewhere, older_page) == ["done"] * 3
    (kept,) = diary_of_record().attacks
    assert (kept.intensity, kept.side, kept.duration_min) == (8, "left", 40)


def test_of_two_changes_of_one_cell_the_one_made_later_holds_in_any_order(clean_record):
    one = uuid7()
    actions = [
        attack(one, intensity="5"),
        said(one, "change", minutes=3, intensity="9", notes="worse"),
        said(one, "change", minutes=2, intensity="6"),
        said(one, "delete", minutes=4),
        said(one, "change", minutes=6, side="right", notes=""),
    ]
    ends = set()
    for order in permutations(actions[1:]):
        clean_record()
        assert statuses(actions[0], *order) == ["done"] * 5
        entry = Entry.objects.get()
        ends.add((entry.deleted, tuple(entry.cells.items())))
    assert len(ends) == 1
    (deleted, cells), *_ = ends
    assert deleted
    assert dict(cells) == {
        "intensity": "9",
        "side": "right",
        "started_at": "2026-03-01T02:10:00+01:00",
    }


def test_a_change_of_a_deleted_entry_is_kept_and_stands_once_it_is_brought_back():
    one = uuid7()
    assert statuses(attack(one), said(one, "delete", minutes=1)) == ["done", "done"]
    assert not diary_of_record().attacks
    assert statuses(said(one, "change", minutes=2, side="left")) == ["done"]
    assert not diary_of_record().attacks
    kept = Version.objects.get(entry=one, do="change")
    assert (kept.said, kept.cells["side"], kept.deleted) == ({"side": "left"}, "left", True)
    assert statuses(said(one, "restore", minutes=3)) == ["done"]
    assert diary_of_record().attacks[0].side == "left"


def test_every_earlier_state_is_kept():
    one = uuid7()
    record_said([attack(one, notes="first"), said(one, "change", minutes=1, notes="second")])
    record_said([said(one, "delete", minutes=2)])
    kept = Version.objects.filter(entry=one).order_by("number")
    assert [each.cells.get("notes") for each in kept] == ["first", "second", "second"]
    assert [each.deleted for each in kept] == [False, False, True]
    assert [each.number for each in kept] == [1, 2, 3]


def test_a_clock_that_is_ahead_does_not_win_for_ever():
    one = uuid7()
    ahead = said(one, "change", notes="from the phone") | {"made_at": "2999-01-01T00:00:00Z"}
    record_said([attack(one), ahead])
    now = said(one, "change", notes="corrected") | {"made_at": "2998-01-01T00:00:00Z"}
    record_said([now])
    assert diary_of_record().attacks[0].notes == "corrected"


def test_a_correction_holds_where_the_clock_was_set_back_after_the_entry():
    one = uuid7()
    record_said([attack(one, intensity="7"), said(one, "change", minutes=-5, intensity="9")])
    assert diary_of_record().attacks[0].intensity == 9
    record_said([said(one, "delete", minutes=-4)])
    assert not diary_of_record().attacks


def test_an_empty_cell_clears_what_was_there():
    one = uuid7()
    record_said([attack(one, side="left"), said(one, "change", minutes=1, side="")])
    assert diary_of_record().attacks[0].side is None


def test_a_change_of_an_entry_that_is_not_there_is_taken_if_it_says_enough():
    assert statuses(said(None, "change", started_at="2026-03-01T02:10:00+01:00")) == ["done"]
    assert statuses(said(None, "change", notes="only a note")) == ["refused"]
