from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from surcease.web.access import link

pytestmark = pytest.mark.django_db

OPEN_TO_ALL = {"enter/<str:token>", "alive/<str:question>", "sign-in/"}
"""What anybody may see who reaches the server: no diary content is behind it."""


def routes(patterns=None, before=""):
    for each in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield route, each
        else:
            yield from routes(each.url_patterns, route)


def test_every_view_is_closed_to_strangers_unless_it_says_otherwise():
    opened = {
        route for route, each in routes() if getattr(each.callback, "surcease_open_to_all", False)
    }
    assert opened >= OPEN_TO_ALL
    closed = [route for route, _ in routes() if route not in opened]
    assert {"", "actions", "backup/"} <= set(closed)


@pytest.mark.parametrize("path", ["/", "/backup/"])
def test_a_stranger_is_told_how_to_get_in(stranger, path):
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "surcease serve" in answer.text


def test_a_stranger_records_nothing(stranger):
    answer = stranger.post(
        "/actions", {"actions": []}, "application/json", headers={"origin": "http://127.0.0.1:8377"}
    )
    assert (answer.status_code, answer.json()) == (403, {"reason": "This browser was not let in."})


def test_a_link_lets_in_one_browser_once(stranger):
    token = link.make_token()
    assert stranger.get(f"/enter/{token}").status_code == 302
    assert stranger.get("/").status_code == 200
    second = Client(headers={"host": "127.0.0.1"})
    assert second.get(f"/enter/{token}").status_code == 403
    assert second.get("/").status_code == 403


def test_a_link_expires(stranger, monkeypatch):
    token = link.make_token()
    later = timezone.now() + link.VALID_FOR + timedelta(seconds=1)
    monkeypatch.setattr(link.timezone, "now", lambda: later)
    assert stranger.get(f"/enter/{token}").status_code == 403


def test_a_new_link_makes_the_one_before_void(stranger):
    old = link.make_token()
    link.make_token()
    assert stranger.get(f"/enter/{old}").status_code == 403


@pytest.mark.parametrize("token", ["x", "x" * 2_000, str(UUID(int=1)), "%00", "..%2f"])
def test_a_made_up_link_lets_nobody_in(stranger, token):
    link.make_token()
    assert stranger.get(f"/enter/{token}").status_code in {403, 404}


def test_fetching_ahead_does_not_use_a_link_up(stranger):
    token = link.make_token()
    ahead = stranger.get(f"/enter/{token}", headers={"sec-purpose": "prefetch;prerender"})
    assert ahead.status_code == 503
    assert stranger.head(f"/enter/{token}").status_code == 405
    assert stranger.get(f"/enter/{token}").status_code == 302


def test_the_token_is_not_stored():
    token = link.make_token()
    (stored,) = link.Link.objects.values_list("digest", flat=True)
    assert token not in stored


def test_cookies_are_safe(admitted):
    cookie = admitted.cookies["surcease_session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert int(cookie["max-age"]) > 300 * 24 * 3600
    admitted.cookies["surcease_session"] = cookie.value[:-1] + "x"
    assert admitted.get("/").status_code == 403


def test_the_page_can_read_that_it_was_let_in_and_nothing_else(admitted, stranger):
    mark = admitted.cookies["surcease_admitted"]
    assert (mark.value, mark["httponly"], mark["samesite"]) == ("yes", "", "Lax")
    assert "surcease_admitted" not in admitted.get("/").cookies
    stranger.cookies["surcease_admitted"] = "yes"
    assert stranger.get("/").status_code == 403
