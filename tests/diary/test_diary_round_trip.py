import pytest
from hypothesis import given, settings

from strategies.diaries import HOSTILE_TEXTS, diaries
from strategies.entries import attack, diary, dose
from surcease.diary import Moment, digest, read_diary, write_diary
from surcease.diary.folder.codec import decode_diary, encode_diary


@settings(derandomize=True, deadline=None, max_examples=150)
@given(diaries())
def test_writing_a_diary_and_reading_it_gives_the_same_diary(written):
    read, _ = decode_diary(encode_diary(written))
    assert read == written
    assert digest(read) == digest(written)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(diaries())
def test_reading_a_diary_and_writing_it_gives_the_same_bytes(written):
    files = encode_diary(written)
    assert encode_diary(decode_diary(files)[0]) == files


@pytest.mark.parametrize("name", ["diary", "diary.zip", "Diary.ZIP"])
@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_survives_on_the_disk(tmp_path, name, text):
    one = attack("2024-03-01T08:00", notes=text, symptoms=("tearing", text))
    written = diary(one, doses=(dose("2024-03-01T08:10", f"x{text}", site=text),))
    write_diary(written, tmp_path / name)
    assert read_diary(tmp_path / name) == written


def test_the_words_of_another_app_are_kept_beside_the_instant(tmp_path):
    abroad = Moment.parse("2024-11-21T22:05+09:00", "Asia/Tokyo")
    told = Moment(abroad.at, abroad.zone, abroad.offset_min, "11/21/24 22:05")
    written = diary(attack("2024-11-20T08:00"), doses=(dose("2024-11-21T22:05"),))
    written = diary(type(written.attacks[0])(told), doses=written.doses)
    files = encode_diary(written)
    header, row = files["attacks.csv"].decode().splitlines()
    assert header.endswith(",notes,started_at_entered,started_at_zone")
    assert row == "2024-11-21T22:05:00+09:00,,,attack,,,,11/21/24 22:05,Asia/Tokyo"
    assert decode_diary(files)[0] == written


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x" * 200_000])
def test_text_that_would_not_survive_is_refused(tmp_path, text):
    with pytest.raises(ValueError, match=r"attacks\.csv"):
        write_diary(diary(attack("2024-03-01T08:00", notes=text)), tmp_path / "diary")
    assert not list(tmp_path.iterdir())
