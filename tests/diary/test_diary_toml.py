from datetime import date

import pytest

from strategies.entries import HOME, diary, journey, read, read_with_notices, span
from surcease.diary import DiaryError, Span
from surcease.diary.folder.codec import decode_diary, encode_diary

COMPLETE = """
[[coverage]]
from = 2024-01-01
to = 2024-02-29

[[coverage]]
from = 2024-04-01
to = 2024-04-30

[[journeys]]
from = 2024-04-10
to = 2024-04-20
zone = "Asia/Tokyo"
"""


def settings_bytes(record):
    return encode_diary(record)["diary.toml"].decode()


def test_zone_coverage_and_journeys_are_read():
    assert read(COMPLETE) == diary(
        coverage=(span("2024-01-01", "2024-02-29"), span("2024-04-01", "2024-04-30")),
        journeys=(journey("2024-04-10", "2024-04-20", "Asia/Tokyo"),),
    )


def test_what_is_written_reads_like_what_a_person_writes():
    start = f'format = "surcease-diary/1"\nzone = "{HOME}"\n'
    assert settings_bytes(read(COMPLETE)) == start + COMPLETE


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("", "format is not"),
        ('format = "surcease-diary/2"\nzone = "UTC"', 'format is not "surcease-diary/1"'),
        ("format = 1", "format is not"),
        ('format = "surcease-diary/1"', "is missing"),
        ('format = "surcease-diary/1"\nzone = 1', "is missing"),
        ('format = "surcease-diary/1"\nzone = "Mars"', "not an IANA time zone"),
        ("format = surcease", r"not valid TOML \(at line 1, column 10\)"),
        ('format = "a"\nformat = "b"', "not valid TOML"),
        ("\0", "NUL"),
        (f"x = {'9' * 5000}", "too large"),
        (f"x = {'[' * 5000}", "not valid TOML|nested too deep"),
    ],
)
def test_settings_that_cannot_be_read_are_refused(settings, reason):
    with pytest.raises(DiaryError, match=f"diary.toml.*({reason})"):
        decode_diary({"diary.toml": settings.encode()})


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("coverage = 1", "coverage is not written as"),
        ("[coverage]\nfrom = 2024-01-01\nto = 2024-01-02", "coverage is not written as"),
        ("[[coverage]]\nfrom = 2024-01-01", "coverage 1: a line such as to ="),
        ('[[coverage]]\nfrom = "2024-01-01"\nto = 2024-01-02', "coverage 1: .* without quotes"),
        ("[[coverage]]\nfrom = 2024-01-01T08:00:00\nto = 2024-01-02", "coverage 1: a line such"),
        ("[[coverage]]\nfrom = 2024-01-03\nto = 2024-01-02", "coverage 1: ends before it starts"),
        ("[[coverage]]\nfrom = 0200-01-03\nto = 2024-01-02", "coverage 1: the year is not"),
        (COMPLETE + "[[journeys]]\nfrom = 2024-01-01\nto = 2024-01-02", "journeys 2: .*zone"),
        ('[[journeys]]\nfrom = 2024-01-01\nto = 2024-01-02\nzone = "x"', "journeys 1: .*IANA"),
    ],
)
def test_a_table_that_cannot_be_read_is_named(more, reason):
    with pytest.raises(DiaryError, match=f"^diary.toml: {reason}"):
        read(more)


def test_huge_hexadecimal_numbers_are_refused():
    with pytest.raises(DiaryError, match="too large"):
        read(f"x = 0x{'f' * 10_000}")


def test_a_diary_without_its_toml_is_refused():
    with pytest.raises(DiaryError, match=r"diary\.toml is missing"):
        decode_diary({"attacks.csv": b"started_at\n"})


UNKNOWN = """mood = "grey"
flags = [true, 1, -0.5, nan, 1979-05-27T07:32:00Z, 07:32:00, {"a b" = "\\u0000\\"\\n\\u007f"}]

[[coverage]]
from = 2024-01-01
to = 2024-01-02
place = "clinic"

[[journeys]]
from = 2024-01-01
to = 2024-01-02
zone = "UTC"
why = "work"

[patient]
name = "N. N."
[patient.doctor]
name = "D. D."
[[visits]]
on = 2024-01-05
"""


def test_unknown_keys_are_kept_and_reported():
    record, notices = read_with_notices(UNKNOWN)
    assert dict(record.extra) == {
        "mood": '"grey"',
        "flags": "[true, 1, -0.5, nan, 1979-05-27T07:32:00+00:00, 07:32:00, "
        '{"a b" = "\\u0000\\"\\n\\u007f"}]',
        "patient": '{name = "N. N.", doctor = {name = "D. D."}}',
        "visits": "[{on = 2024-01-05}]",
    }
    assert record.coverage[0].extra == (("place", '"clinic"'),)
    assert record.journeys[0].span.extra == (("why", '"work"'),)
    assert [str(notice) for notice in notices] == [
        "diary.toml: keys not known to this version, kept: flags, mood, patient, place, visits, why"
    ]
    assert decode_diary(encode_diary(record))[0] == record


@pytest.mark.parametrize("text", ["1\nzone = 2", "{", "", "{ a=1 }", "'single'"])
def test_an_unknown_key_that_would_not_read_back_is_refused(text):
    record = diary(extra=(("key", text),))
    if not text:
        assert record == diary()
        return
    with pytest.raises(DiaryError):
        encode_diary(record)


def test_a_key_of_coverage_cannot_be_shadowed():
    sneaky = Span(date(2024, 1, 1), date(2024, 1, 2), (("to", "2025-01-01"),))
    with pytest.raises(DiaryError):
        encode_diary(diary(coverage=(sneaky,)))
