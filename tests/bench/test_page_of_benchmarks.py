"""The page of benchmarks begins with all claims, and leaves out what nothing was found about."""

import os

import pytest

from benchmarks import SECTIONS, one_core, page
from speed.claims import Claim, Finding

PARTS = [part for parts in SECTIONS.values() for part in parts]


def found(part):
    return Finding((Claim(f"claim of {part}", "", 1.0, most=2.0),), f"details of {part}\n")


def test_all_claims_come_first_and_then_the_details_in_the_same_order():
    text = page("a machine", {part: found(part) for part in PARTS})
    places = [text.index(f"claim of {part}") for part in PARTS]
    places += [text.index(f"details of {part}") for part in PARTS]
    assert places == sorted(places)
    assert "a machine" in text


def test_a_part_that_could_not_be_measured_keeps_its_claim_and_loses_its_heading():
    absent = Finding((Claim("draws", "NumPyro", None, why_not="numpyro not installed"),), "")
    every = {part: found(part) for part in PARTS} | dict.fromkeys(
        SECTIONS["Independent draws"], absent
    )
    text = page("a machine", every)
    assert "not measured: numpyro not installed" in text
    assert "## Independent draws" not in text


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system pins no process")
def test_one_core_is_kept_to_only_for_a_while():
    before = os.sched_getaffinity(0)
    with one_core():
        assert len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == before
