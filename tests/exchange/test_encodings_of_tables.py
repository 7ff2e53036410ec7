import pytest

from surcease.diary import DiaryError
from surcease.exchange import Choices, open_source

TEXT = "Dato;Klokkeslæt;Smerte;Noter\n04.03.2019;08:00;7;så ondt\n"


@pytest.fixture
def import_bytes(tmp_path):
    def imported(data):
        (tmp_path / "dagbog.csv").write_bytes(data)
        return open_source([tmp_path / "dagbog.csv"], Choices(zone="Europe/Copenhagen"))

    return imported


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_come_out_right(import_bytes, encoding):
    (attack,) = import_bytes(TEXT.encode(encoding)).diary.attacks
    assert attack.notes == "så ondt"


def test_windows_1252_is_told_and_utf_8_is_not(import_bytes):
    assert "Windows-1252" in import_bytes(TEXT.encode("cp1252")).preview.notices[0]
    assert import_bytes(TEXT.encode()).preview.notices == ()


@pytest.mark.parametrize("data", [b"Date\n\x81\x8d", b"\xff\xfeD", b"Date,Pain\n2019-03-04,\0"])
def test_what_is_no_text_is_refused_by_name(import_bytes, data):
    with pytest.raises(DiaryError, match=r"dagbog\.csv: not text"):
        import_bytes(data)


@pytest.mark.parametrize("data", [b"PK\x03\x04 no workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_broken_workbook_is_refused_by_name(import_bytes, data):
    with pytest.raises(DiaryError, match=r"dagbog\.csv is not a workbook"):
        import_bytes(data)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(import_bytes, delimiter):
    (attack,) = import_bytes(TEXT.replace(";", delimiter).encode()).diary.attacks
    assert attack.intensity == 7
