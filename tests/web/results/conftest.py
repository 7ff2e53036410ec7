from __future__ import annotations

import pytest


@pytest.fixture
def said():
    """What a process that makes results said of how far it is."""
    return []


@pytest.fixture
def make(db, said):
    """Make results of the record in this process, as the other process would."""
    from surcease.web.results.making import make_results

    return lambda: make_results(lambda stage, _share: said.append(stage))


@pytest.fixture
def check(db, said):
    """Put the questions to one treatment in this process."""
    from surcease.web.results.checking import make_checks

    return lambda ref: make_checks(ref, lambda stage, _share: said.append(stage))
