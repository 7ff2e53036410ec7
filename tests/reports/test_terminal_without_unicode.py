import pytest
from tests.reports.reading import ANALYSES, terminal_of

from surcease.reports.terminal.encoding import encodable


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp1252"])
@pytest.mark.parametrize("name", ANALYSES)
def test_every_character_exists_in_the_terminals_encoding(name, encoding):
    assert terminal_of(ANALYSES[name], encoding=encoding).encode(encoding)


def test_the_picture_keeps_its_columns():
    case = ANALYSES["published case"]
    assert list(map(len, terminal_of(case, encoding="ascii").splitlines())) == list(
        map(len, terminal_of(case).splitlines())
    )


def test_glyphs_are_replaced_all_or_none():
    assert encodable("░█▁", "cp437") == "?#."
    assert encodable("░█▁", "utf-8") == "░█▁"


def test_a_wide_letter_is_replaced_by_as_many_columns():
    assert encodable("镁x", "ascii") == "??x"


def test_a_letter_that_exists_is_kept():
    assert encodable("é…", "latin-1") == "é~"
