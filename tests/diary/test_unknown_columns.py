import pytest

from strategies.entries import attack, diary, read_with_notices
from surcease.diary import Attack, DiaryError
from surcease.diary.folder.codec import decode_diary, encode_diary

ROWS = "weather,started_at,mood,empty\nrain,2024-03-01T08:00,low,\n,2024-03-02T08:00,,\n"


def test_unknown_columns_are_kept_and_reported():
    record, notices = read_with_notices(attacks=ROWS)
    assert [each.extra for each in record.attacks] == [(("mood", "low"), ("weather", "rain")), ()]
    assert [str(notice) for notice in notices] == [
        "attacks.csv: columns not known to this version, kept: weather, mood, empty"
    ]
    assert decode_diary(encode_diary(record))[0] == record


def test_rows_may_have_different_extra_columns_in_any_order():
    one = attack("2024-03-01T08:00", extra=(("b", "1"), ("a", "2"), ("c", "")))
    other = attack("2024-03-02T08:00", extra=(("d", "3"),))
    assert one == attack("2024-03-01T08:00", extra=(("a", "2"), ("b", "1")))
    header = encode_diary(diary(one, other))["attacks.csv"].decode().splitlines()[0]
    assert header == "started_at,ended_at,intensity,kind,side,symptoms,notes,a,b,d"


@pytest.mark.parametrize("name", ["notes", " notes ", "ended_at_zone", "started_at_entered", ""])
def test_an_extra_column_cannot_take_the_name_of_another(name):
    with pytest.raises(DiaryError, match=r"attacks\.csv"):
        encode_diary(diary(attack("2024-03-01T08:00", extra=((name, "x"),))))


def test_two_extra_columns_of_one_name_are_refused():
    start = attack("2024-03-01T08:00").started_at
    with pytest.raises(DiaryError, match="same name"):
        Attack(start, extra=(("mood", "low"), ("mood", "high")))


def test_a_contradiction_between_days_is_reported():
    _, notices = read_with_notices(days="on,attacks\n2024-03-01,1\n2024-03-01,2\n2024-03-01,1\n")
    assert [str(notice) for notice in notices] == [
        "days.csv: days stated twice with different counts, of which the later holds: 1"
    ]
