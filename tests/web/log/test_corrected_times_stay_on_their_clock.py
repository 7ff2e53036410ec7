"""Which instant a corrected wall time is, by the page's own code in Node."""

import json
import os
import subprocess

import pytest

from needs import program


@pytest.fixture
def cell_for(root):
    clock = (root / "src/surcease/web/log/static/log/clock.js").as_uri()

    def asked(*wall_and_corrected):
        script = f"""
            import {{ cellFor }} from {json.dumps(clock)};
            console.log(cellFor(...{json.dumps(wall_and_corrected)}));
        """
        command = [program("node"), "--input-type=module", "--eval", script]
        zone = {**os.environ, "TZ": "Europe/Copenhagen"}
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=zone)  # noqa: S603
        return done.stdout.strip()

    return asked


@pytest.mark.parametrize("offset", ["+01:00", "+02:00"])
def test_in_the_hour_that_a_night_has_twice_it_stays_the_one_it_was(cell_for, offset):
    corrected = f"2026-10-25T02:30:00{offset}"
    assert cell_for("2026-10-25T02:35", corrected) == f"2026-10-25T02:35:00{offset}"


@pytest.mark.parametrize(
    ("wall", "corrected", "expected"),
    [
        ("2026-07-01T02:35", "2026-01-25T02:30:00+01:00", "2026-07-01T02:35:00+02:00"),
        ("2026-07-01T02:35", "2026-01-25T02:30:00+09:00", "2026-07-01T02:35:00+09:00"),
        ("2026-07-01T02:35", "2026-01-25T02:30", "2026-07-01T02:35"),
        ("2026-07-01T02:35", "", "2026-07-01T02:35:00+02:00"),
    ],
    ids=["summer time", "a journey", "the diary's own zone", "nothing corrected"],
)
def test_a_corrected_time_is_on_the_clock_of_what_it_corrects(cell_for, wall, corrected, expected):
    assert cell_for(wall, corrected) == expected
