import pytest

from surcease.web.record.models import Entry
from web.people.posting import form_at

pytestmark = pytest.mark.django_db

MEDICINES = "/settings/medicines/"


def names():
    return sorted(each.cells["medicine"] for each in Entry.objects.filter(deleted=False))


def test_a_form_sent_twice_adds_one_entry(user):
    form = form_at(user, MEDICINES) | {"medicine": "Metoprolol"}
    for _ in range(2):
        assert user.post(MEDICINES, form).status_code == 302
    assert names() == ["Metoprolol"]


def test_another_entry_from_the_same_form_is_another_entry(user):
    """As after a step back in the browser."""
    form = form_at(user, MEDICINES)
    for name in ("Metoprolol", "Ramipril"):
        user.post(MEDICINES, form | {"medicine": name})
    assert names() == ["Metoprolol", "Ramipril"]


def test_the_same_entry_can_be_added_from_another_page(user):
    for _ in range(2):
        user.post(MEDICINES, form_at(user, MEDICINES, -1) | {"medicine": "Metoprolol"})
    assert names() == ["Metoprolol"] * 2
