"""The answer for a real diary comes with counts and intervals; the file stays outside."""

import os
from pathlib import Path

import pytest

from surcease.acute.analyze import analyze_acute
from surcease.exchange.opening import read_any


@pytest.fixture(scope="module")
def analysis(root):
    folder = Path(os.environ.get("SURCEASE_SHARED_DATA", root.parent / "shared" / "data"))
    path = folder / "my-headache-log-pro-export.xlsx"
    if not path.exists():
        pytest.skip("the real export is not on this machine")
    return analyze_acute(read_any([path], "Europe/Copenhagen").diary)


def test_every_acute_treatment_has_counts_and_intervals(analysis):
    found = {each.name: each.alone for each in analysis.treatments}
    for name in ("Oxygen, demand valve", "Oxygen", "Sumatriptan injection", "Sumatriptan tablets"):
        alone = found[name]
        assert alone.pain_free_30.low < alone.pain_free_30.median < alone.pain_free_30.high
        assert alone.to_end.minutes.low <= alone.to_end.minutes.median
    assert found["Oxygen, demand valve"].attacks > found["Oxygen"].attacks > 1000


def test_attacks_that_are_alike_end_fastest_after_an_injection(analysis):
    ratios = {each.name: each for each in analysis.comparison.others}
    assert ratios["Sumatriptan injection"].low > 1
    assert "Neurostimulans" in ratios
