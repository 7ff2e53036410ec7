"""Time and memory of a whole process are its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import speed.processes
from speed.processes import run

BIG = 300_000_000


def test_the_memory_of_a_process_is_counted_and_little_of_its_parent():
    program = f"""
import sys
from speed.processes import run
small = run((sys.executable, "-c", "pass")).megabytes
big = run((sys.executable, "-c", "b'x' * {BIG}")).megabytes
print(small, big - small)
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(speed.processes.__file__).parents[1])}
    finished = subprocess.run(  # noqa: S603  the interpreter that runs the tests
        [sys.executable, "-c", program], env=environment, capture_output=True, check=True
    )
    small, more = map(float, finished.stdout.split())
    assert small < 50
    assert more == pytest.approx(BIG / 1e6, rel=0.1)


def test_waiting_takes_time_on_the_clock_and_none_of_the_processor():
    cost = run((sys.executable, "-c", "import time; time.sleep(0.5)"))
    assert cost.seconds > 0.5
    assert cost.processor_seconds < 0.4


def test_a_process_that_fails_is_no_measurement():
    with pytest.raises(RuntimeError, match="status 3"):
        run((sys.executable, "-c", "raise SystemExit(3)"))


def test_the_environment_is_the_one_given():
    program = "import os; raise SystemExit(os.environ.get('SURCEASE_BENCH') != 'yes')"
    run((sys.executable, "-c", program), {"SURCEASE_BENCH": "yes"})
