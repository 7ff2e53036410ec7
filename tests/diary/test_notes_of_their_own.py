import pytest

from strategies.entries import attack, diary, moment, read
from surcease.diary import DiaryError, Note, digest
from surcease.diary.folder.codec import decode_diary, encode_diary
from surcease.formulary.ideation import speaks_of_ideation, without_ideation
from surcease.reports.private import ideation, notes

PLAIN = Note(moment("2024-03-01T08:00"), "New pillow")
DARK = Note(moment("2024-03-02T08:00"), "I want to die")


def test_a_note_is_read_and_written_again():
    record = read(notes="noted_at,note,mood\n2024-01-05T10:00,slept badly,low\n")
    assert record.notes[0].note == "slept badly"
    assert record.notes[0].extra == (("mood", "low"),)
    assert decode_diary(encode_diary(record))[0] == record


def test_it_changes_the_digest_and_a_diary_without_one_has_no_file_for_it():
    assert digest(diary(notes=(PLAIN,))) != digest(diary())
    assert set(encode_diary(diary())) == {"diary.toml"}


@pytest.mark.parametrize("row", ['2024-01-01T10:00," "', "2024-01-01T10:00,"])
def test_one_without_a_text_is_a_bad_row(row):
    with pytest.raises(DiaryError, match=r"notes\.csv, line 2: note: empty"):
        read(notes=f"noted_at,note\n{row}\n")


def test_one_that_speaks_of_not_wanting_to_live_stays_home_whole():
    spoken = diary(attack("2024-03-01T08:00"), notes=(PLAIN, DARK))
    assert speaks_of_ideation(spoken)
    assert without_ideation(spoken) == (diary(attack("2024-03-01T08:00"), notes=(PLAIN,)), 1)


def test_a_report_has_it_among_the_notes_that_are_put_in():
    record = diary(notes=(PLAIN, DARK))
    assert [(each.place, each.text) for each in notes(record)] == [("note", "New pillow")]
    assert [each.text for each in ideation(record)] == ["I want to die"]
