"""What was put into the record comes out as the diary that a folder would give."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from strategies.diaries import diaries
from surcease.diary import Person, digest
from surcease.diary.folder.codec import decode_diary, encode_diary
from surcease.web.record.actions import record
from surcease.web.record.cells_of import actions_of
from surcease.web.record.diary_of import diary_of_record
from web.made import NOON

KEPT_AS_WRITTEN = ("zone", "extra", "journeys", "person")


def by_time(event):
    for name in ("started_at", "given_at", "taken_at", "noticed_at"):
        if hasattr(event, name):
            return getattr(event, name).at
    return getattr(event, "on", None) or getattr(event, "from_on", None) or date.min


def sorted_diary(diary):
    """The oracle: each table by time; what has the same time stays in its order."""
    names = [each.name for each in fields(diary) if each.name not in KEPT_AS_WRITTEN]
    tables = {name: tuple(sorted(getattr(diary, name), key=by_time)) for name in names}
    person = None if diary.person == Person() else diary.person
    return replace(diary, person=person, **tables)


@settings(
    derandomize=True,
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(diaries())
def test_a_diary_put_into_the_record_comes_out_again(clean_record, diary):
    clean_record()
    answers = record(list(actions_of(diary, NOON)))
    assert {each.status for each in answers} == {"done"}
    kept = diary_of_record()
    assert kept == sorted_diary(diary)
    assert digest(decode_diary(encode_diary(kept))[0]) == digest(kept)


@pytest.mark.django_db
def test_an_empty_record_is_an_empty_diary():
    kept = diary_of_record()
    assert decode_diary(encode_diary(kept))[0] == kept
    assert not kept.attacks
