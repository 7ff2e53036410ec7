from runpy import run_path

import pytest

import surcease


@pytest.fixture(scope="session")
def tool(root):
    """Give the functions of a script in tools/ by its name."""
    return lambda name: run_path(str(root / "tools" / name))


@pytest.fixture(scope="session")
def published_case(root):
    return surcease.analyze(surcease.read(root / "examples" / "published-case"))
