import pytest
from django.test import Client


@pytest.fixture
def user(db):
    """A browser that was let in."""
    from surcease.web.access import link

    client = Client(headers={"host": "127.0.0.1:8377"})
    assert client.get(f"/enter/{link.make_token()}").status_code == 302
    return client
