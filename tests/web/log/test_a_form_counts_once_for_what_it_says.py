"""Without JavaScript: a second press says nothing new, another content of the same form does."""

import pytest

from surcease.web.record.models import Entry
from surcease.web.record.uuid7 import uuid7


@pytest.fixture
def post(client, db):
    from surcease.web.access import link

    assert client.get(f"/enter/{link.make_token()}").status_code == 302
    form = str(uuid7())

    def said(**cells):
        fields = {f"cell.{name}": text for name, text in cells.items()}
        posted = {"action": form, "csrfmiddlewaretoken": str(uuid7())} | fields
        assert client.post("/log/write/put/notes/", posted).status_code == 302

    return said


def notes():
    return sorted(entry.cells["note"] for entry in Entry.objects.all())


def test_a_second_press_of_one_form_is_one_entry(post):
    for _ in range(2):
        post(note="New pillow", noted_at="2026-11-20T07:30")
    assert notes() == ["New pillow"]


def test_whoever_goes_back_and_says_something_else_has_said_both(post):
    post(note="New pillow", noted_at="2026-11-20T07:30")
    post(note="New mattress", noted_at="2026-11-20T07:30")
    assert notes() == ["New mattress", "New pillow"]
