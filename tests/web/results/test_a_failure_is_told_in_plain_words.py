import pytest

from surcease.diary import DiaryError
from surcease.web.results.stages import Failure
from surcease.web.results.worker import attempt

TYPED = "took 6 mg at night"


def raising(error):
    def make():
        raise error

    return make


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (MemoryError(), Failure.MEMORY),
        (DiaryError(TYPED), Failure.DIARY),
        (ZeroDivisionError(TYPED), Failure.PROGRAM),
    ],
)
def test_a_failure_has_plain_words_and_quotes_no_diary(error, failure, capsys):
    assert attempt(raising(error)) is failure
    said = capsys.readouterr()
    assert TYPED not in said.out + said.err
    assert failure.in_words.endswith(".")


def test_what_does_not_fail_says_nothing(capsys):
    assert attempt(lambda: None) is None
    assert capsys.readouterr() == ("", "")


def test_where_the_program_failed_is_told_to_whoever_mends_it(capsys):
    attempt(raising(ValueError(TYPED)))
    assert "ValueError at " in capsys.readouterr().err
