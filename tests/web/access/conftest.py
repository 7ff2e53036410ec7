import pytest
from django.test import Client


@pytest.fixture
def admitted(db):
    """A browser that was let in, with Django's own checks against forged forms."""
    from surcease.web.access import link

    client = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1:8377"})
    assert client.get(f"/enter/{link.make_token()}").status_code == 302
    return client


@pytest.fixture
def stranger(db):
    return Client(headers={"host": "127.0.0.1:8377"}, raise_request_exception=False)
