from __future__ import annotations

import pytest
from django.test import Client

from web.live import Live
from web.seen import chromium


@pytest.fixture
def user(db):
    """A browser of Django's tests that was let in."""
    from surcease.web.access import link

    client = Client(headers={"host": "127.0.0.1:8377"})
    assert client.get(f"/enter/{link.make_token()}").status_code == 302
    return client


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
