"""Whoever reads many diaries at once, each in a process, learns what is wrong with each."""

import pickle

import pytest

from surcease.diary import BadRow, BadRows, DiaryError, read_diary
from surcease.exchange.date_order import AmbiguousDates
from surcease.exchange.opening import NotRecognised, ZoneMissing
from surcease.exchange.years import ImpossibleYear

ROW = BadRow("attacks.csv", 2, DiaryError("{name} is outside 0 to 10", name="intensity"))


def by_another_process(error):
    return pickle.loads(pickle.dumps(error))  # noqa: S301  our own


def translated(text):
    return f"ж {text}"


@pytest.mark.parametrize(
    "error",
    [
        DiaryError("{file} is missing", file="{name}"),
        ROW,
        BadRows((ROW,) * 25),
        ImpossibleYear(200, 2000),
        AmbiguousDates("Date"),
        NotRecognised(),
        ZoneMissing(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_it_says_the_same_in_any_language(error):
    found = by_another_process(error)
    assert type(found) is type(error)
    assert str(found) == str(error)
    assert found.said(translated) == error.said(translated)


def test_a_row_that_cannot_be_read_keeps_its_place(tmp_path):
    (tmp_path / "diary.toml").write_text('format = "surcease-diary/1"\nzone = "Europe/Paris"\n')
    (tmp_path / "attacks.csv").write_text("started_at,intensity\n2024-03-01T08:00,11\n")
    with pytest.raises(BadRow) as refused:
        read_diary(tmp_path)
    found = by_another_process(refused.value)
    assert (found.file, found.line) == ("attacks.csv", 2)
    assert found.reason == refused.value.reason
