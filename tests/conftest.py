import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# With importmode=importlib nothing puts these folders on the path; `strategies` and `oracles` are
# shared by all tests, and what judges the engine is itself judged.
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "bench")]


@pytest.fixture(scope="session")
def root():
    return ROOT
