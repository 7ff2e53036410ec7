"""A real export; its rows are nobody's business here, only what they add up to."""

import os
from pathlib import Path
from statistics import fmean, stdev

import pytest

from surcease.exchange import Choices, open_source

SHARED = Path(os.environ.get("SURCEASE_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))
EXPORT = SHARED / "my-headache-log-pro-export.xlsx"


@pytest.fixture(scope="module")
def imported():
    if not EXPORT.is_file():
        pytest.skip(f"the export is not shared with the repository; it was not at {EXPORT}")
    return open_source([EXPORT], Choices(zone="Europe/Copenhagen"))


def test_every_row_is_read_but_those_of_other_headaches(imported):
    attacks, doses = imported.preview.tables
    assert (attacks.rows, attacks.read) == (4991, 4978)
    assert (doses.rows, doses.read) == (8981, 8981)
    assert {each.reason for each in imported.preview.refused} == {
        "its type is not cluster headache"
    }


def test_durations_are_those_published_for_a_slice_of_this_diary(imported):
    minutes = [attack.duration_min for attack in imported.diary.attacks]
    assert fmean(minutes) == pytest.approx(39.3, abs=0.2)
    assert stdev(minutes) == pytest.approx(18.5, abs=0.5)


def test_severity_is_shared_out_as_published_for_that_slice(imported):
    intensities = [attack.intensity for attack in imported.diary.attacks]
    shares = [
        sum(low <= each <= high for each in intensities) / len(intensities)
        for low, high in ((1, 2), (3, 4), (5, 6), (7, 10))
    ]
    assert shares == pytest.approx([0.142, 0.657, 0.169, 0.032], abs=0.005)


def test_nearly_all_doses_are_recognised(imported):
    counts = imported.preview.treatments
    known = sum(each.doses for each in counts if each.key)
    assert known / sum(each.doses for each in counts) > 0.9
