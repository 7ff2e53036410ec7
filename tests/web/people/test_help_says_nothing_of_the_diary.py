import pytest
from django.test import Client

from surcease.web.record.actions import record_said
from web.made import attack

pytestmark = pytest.mark.django_db


def test_the_page_with_numbers_to_call_is_the_same_whatever_the_diary_holds(user):
    stranger = Client(headers={"host": "127.0.0.1:8377"})
    empty = stranger.get("/help-now/").text
    record_said(attack() for _ in range(20))
    assert 'class="nudge"' in user.get("/more/").text
    assert stranger.get("/help-now/").text == user.get("/help-now/").text == empty
