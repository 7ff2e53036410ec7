import pytest

from strategies.doctor_diary import for_a_doctor
from strategies.entries import attack, diary
from surcease.reports.safety_report import NOTHING, UNVERIFIED, safety_report
from surcease.safety import Severity, check


@pytest.fixture(scope="module")
def report():
    return safety_report(check(for_a_doctor()))


def test_the_gravest_stand_first_and_are_counted(report):
    ranks = [note.severity.rank for note in report.notes]
    assert ranks == sorted(ranks)
    stops = len(report.of(Severity.STOP))
    assert report.summary.startswith(f"{len(report.notes)} notes: {stops} STOP, ")


def test_what_a_rule_says_many_times_is_one_note_with_its_latest(report):
    (two,) = [note for note in report.notes if note.rule == "S07"]
    assert two.times == 1 + len(two.earlier)
    assert two.latest.startswith("2 Mar 2024: ")


def test_every_note_says_what_to_ask_and_what_it_rests_on(report):
    for note in report.notes:
        assert note.ask.endswith("?")
        assert note.sources
        assert all(source == UNVERIFIED or "(" in source for source in note.sources)


def test_what_rules_would_need_is_said_with_the_file_and_the_rules(report):
    where = {cells[0][0]: cells[1] for cells in report.needs.rows}
    assert "doses.csv" in where
    assert any("M03" in line for line in where["doses.csv"])


def test_nothing_to_say_is_never_called_safe():
    quiet = safety_report(check(diary(attack("2024-03-01T08:00"))))
    assert quiet.summary == NOTHING
    assert "does not mean that all is safe" in quiet.limits
