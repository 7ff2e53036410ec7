from datetime import date

import pytest

from strategies.entries import diary, read
from surcease.diary import Condition, DiaryError, Ecg, Medicine, Person, Sex, digest
from surcease.diary.folder.codec import decode_diary, encode_diary

FACTS = {
    "conditions": "condition,present,from_on\nangina,no,\nsmoker,,2020-01-01\n",
    "medicines": "medicine,from_on,to_on\npropranolol,,2024-02-01\n",
    "ecgs": "on,heart_rate_per_min,pr_ms,findings\n2024-01-05,58,210,sinus; Mobitz II\n",
    "symptoms": "noticed_at,symptom\n2024-01-05T10:00,flushing\n",
}


def test_facts_about_the_person_are_read():
    record = read('[person]\nbirth_year = 1970\nsex = "male"\ncountry = "FR"\n', **FACTS)
    assert record.person == Person(1970, Sex.MALE, "FR")
    assert record.conditions[0] == Condition("angina", present=False)
    assert record.conditions[1].holds_on(date(2020, 1, 1))
    assert not record.conditions[1].holds_on(date(2019, 12, 31))
    assert record.medicines[0].taken_on(date(2024, 2, 1))
    assert not record.medicines[0].taken_on(date(2024, 2, 2))
    assert record.ecgs == (Ecg(date(2024, 1, 5), 58, 210, ("sinus", "Mobitz II")),)
    assert record.symptoms[0].symptom == "flushing"
    assert decode_diary(encode_diary(record))[0] == record


def test_a_diary_without_them_writes_no_file_for_them_and_keeps_its_digest():
    plain = diary()
    assert set(encode_diary(plain)) == {"diary.toml"}
    assert digest(diary(medicines=(Medicine("none"),))) != digest(plain)


@pytest.mark.parametrize(
    "settings",
    [
        "person = 1",
        '[person]\nbirth_year = "1970"',
        '[person]\nsex = "x"',
        '[person]\ncountry = "USA"',
        "[person]\nbirth_year = 170",
        "[person]\ncountry = 1",
    ],
)
def test_what_cannot_be_read_of_the_person_is_named(settings):
    with pytest.raises(DiaryError, match=r"diary\.toml.*person"):
        read(settings)


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        ("conditions", "condition,present\nangina,maybe\n", "neither yes nor no"),
        ("conditions", "condition,notes\n ,x\n", "needs a name"),
        ("medicines", "medicine,from_on,to_on\nx,2024-02-02,2024-02-01\n", "ends before"),
        ("ecgs", "on,pr_ms\n2024-01-01,-1\n", "pr_ms"),
        ("symptoms", 'noticed_at,symptom\n2024-01-01T10:00," "\n', "needs a name"),
    ],
)
def test_a_bad_row_is_named(file, text, reason):
    with pytest.raises(DiaryError, match=rf"{file}\.csv, line 2: .*{reason}"):
        read(**{file: text})
