from pathlib import Path
from runpy import run_path

import pytest

import surcease

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def tool():
    """Give the functions of a script in tools/ by its name."""
    return lambda name: run_path(str(ROOT / "tools" / name))


@pytest.fixture(scope="session")
def published_case():
    return surcease.analyze(surcease.read(ROOT / "examples" / "published-case"))
