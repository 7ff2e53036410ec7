from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from surcease.diary import DiaryError
from surcease.web import serving
from surcease.web.access import account
from surcease.web.serve import Address, check_guarded

pytestmark = pytest.mark.django_db

PASSWORD = "three small green boats"  # noqa: S105  made up


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """Hash as no app should, so that the tests need not wait for what is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes on only when told."""
    now = [timezone.now()]
    monkeypatch.setattr(account.timezone, "now", lambda: now[0])

    def wait(seconds):
        now[0] += timedelta(seconds=seconds)

    return wait


def sign_in(client, password):
    return client.post("/sign-in/", {"password": password}).status_code


def test_the_password_lets_in_and_a_wrong_one_does_not(stranger):
    account.set_password(PASSWORD)
    assert stranger.get("/").url == "/sign-in/"
    assert sign_in(stranger, "four small green boats") == 403
    assert stranger.get("/").status_code == 302
    assert sign_in(stranger, PASSWORD) == 302
    assert stranger.get("/").status_code == 200


def test_without_an_account_nobody_signs_in(stranger):
    assert stranger.get("/sign-in/").status_code == 302
    assert sign_in(stranger, "") == 302
    assert stranger.get("/").status_code == 403


def test_each_wrong_password_makes_the_next_try_wait_longer(stranger, clock):
    account.set_password(PASSWORD)
    assert [sign_in(stranger, "wrong") for _ in range(5)] == [403, 403, 403, 403, 429]
    clock(1)
    assert sign_in(stranger, PASSWORD) == 429
    clock(1.1)
    assert sign_in(stranger, "wrong") == 403
    clock(3)
    assert sign_in(stranger, PASSWORD) == 429
    clock(1.1)
    assert sign_in(stranger, PASSWORD) == 302
    assert [sign_in(stranger, "wrong") for _ in range(3)] == [403] * 3


def test_the_wait_has_an_end(clock):
    account.set_password(PASSWORD)
    for _ in range(15):
        account.try_password("wrong")
        clock(301)
    assert account.try_password(PASSWORD) is account.Tried.RIGHT


def test_a_new_password_ends_what_the_old_one_opened(stranger):
    account.set_password(PASSWORD)
    sign_in(stranger, PASSWORD)
    account.set_password(PASSWORD + "!")
    assert stranger.get("/").status_code == 302
    account.remove()
    assert stranger.get("/").status_code == 403


@pytest.mark.parametrize("weak", ["", "short", "password123", "12345678901234"])
def test_a_weak_password_is_refused(weak):
    with pytest.raises(DiaryError):
        account.set_password(weak)


def test_the_password_is_not_stored():
    account.set_password(PASSWORD)
    assert PASSWORD not in account.Account.objects.get().password


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org", ""])  # noqa: S104
def test_another_address_needs_a_name_and_an_account(host, monkeypatch):
    with pytest.raises(DiaryError, match="--allowed-host"):
        check_guarded(Address(host, 0))
    monkeypatch.setenv(serving.ALLOWED_HOST, "diary.example.org")
    with pytest.raises(DiaryError, match="surcease account"):
        check_guarded(Address(host, 0))
    account.set_password(PASSWORD)
    check_guarded(Address(host, 0))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.9", "::1", "localhost"])
def test_this_machine_needs_no_account_unless_another_name_leads_to_it(host, monkeypatch):
    check_guarded(Address(host, 0))
    monkeypatch.setenv(serving.ALLOWED_HOST, "diary.tailnet.example")
    with pytest.raises(DiaryError, match="surcease account"):
        check_guarded(Address(host, 0))


@pytest.mark.parametrize("pattern", ["*", ".example.org"])
def test_a_pattern_that_lets_in_other_names_is_refused(pattern, monkeypatch):
    """Any page could make its own name lead to this machine."""
    account.set_password(PASSWORD)
    monkeypatch.setenv(serving.ALLOWED_HOST, pattern)
    with pytest.raises(DiaryError, match="one name"):
        check_guarded(Address("0.0.0.0", 0))  # noqa: S104


def test_other_browsers_do_not_share_a_session(stranger):
    account.set_password(PASSWORD)
    sign_in(stranger, PASSWORD)
    assert Client(headers={"host": "127.0.0.1"}).get("/").status_code == 302
