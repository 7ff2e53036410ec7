"""A page of benchmarks says of each claim what was measured, what was asked, and if it is met."""

import pytest

from speed.claims import Claim, Finding, claims_table, figure
from speed.part import heard, say

FASTER = {"what": "one thing", "against": "another", "unit": "times faster"}


def last_row(claim):
    return [cell.strip() for cell in claims_table((claim,)).splitlines()[-1].split("|")[1:-1]]


@pytest.mark.parametrize(
    ("bars", "asked", "verdict"),
    [
        ({"least": 2.0}, "at least 2", "met"),
        ({"least": 3.0}, "at least 3", "**not met**"),
        ({"most": 2.5}, "at most 2.5", "met"),
        ({"most": 1.0}, "at most 1", "**not met**"),
        ({"least": 2.0, "most": 3.0}, "2 to 3", "met"),
        ({"least": 0.1, "most": 1.9}, "0.1 to 1.9", "**not met**"),
        ({}, "", ""),
    ],
)
def test_a_claim_is_met_within_its_bars_and_at_them(bars, asked, verdict):
    row = last_row(Claim(**FASTER, measured=2.0, **bars))
    assert row == ["one thing", "another", "2.00 times faster", asked, verdict]


def test_what_could_not_be_measured_says_why_and_is_neither_met_nor_missed():
    row = last_row(Claim(**FASTER, measured=None, least=2.0, why_not="jax not installed"))
    assert row[2:] == ["not measured: jax not installed", "at least 2", ""]


def test_no_number_at_all_meets_nothing():
    assert Claim(**FASTER, measured=float("nan"), least=2.0).met is False


@pytest.mark.parametrize(
    ("value", "text"), [(0.01234, "0.0123"), (1.0, "1.00"), (99.9, "99.9"), (1234.5, "1234")]
)
def test_figures_have_three_digits(value, text):
    assert figure(value) == text


def test_a_finding_is_heard_as_it_was_said(capsys):
    finding = Finding((Claim(**FASTER, measured=1.5, most=2.0),), "## A section\n")
    say(finding)
    assert heard(capsys.readouterr().out) == finding
