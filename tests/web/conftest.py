from __future__ import annotations

import pytest

from web.live import Live
from web.seen import chromium


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    """One running app for the tests of a file."""
    running = Live(tmp_path_factory.mktemp("app") / "data")
    yield running
    running.kill()


@pytest.fixture(scope="module")
def browser():
    """Real Chromium for the tests of a file; a test without one is skipped."""
    with chromium() as started:
        yield started
