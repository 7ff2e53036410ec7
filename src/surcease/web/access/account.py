"""The password for whoever opens the app from elsewhere than this machine."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum, auto

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from surcease.diary import DiaryError
from surcease.web.access.models import Account

_THE_ONE = 1
_FREE_TRIES = 3
_LONGEST_WAIT_SECONDS = 300


class Tried(Enum):
    RIGHT = auto()
    WRONG = auto()
    TOO_SOON = auto()


def set_password(password: str) -> None:
    """Set the password; whoever came in by an earlier one has to sign in again."""
    try:
        validate_password(password)
    except ValidationError as error:
        raise DiaryError(" ".join(error.messages)) from error
    values = {"password": make_password(password), "failures": 0, "not_before": timezone.now()}
    Account.objects.update_or_create(id=_THE_ONE, defaults=values)


def remove() -> None:
    Account.objects.all().delete()


def exists() -> bool:
    return Account.objects.exists()


def stamp() -> str:
    """Return what changes with the password; empty where there is no account."""
    account = Account.objects.first()
    return _digest(account.password) if account else ""


def _digest(password: str) -> str:
    return salted_hmac("surcease.account", password, algorithm="sha256").hexdigest()


def try_password(password: str) -> Tried:
    """Check a password; after some wrong ones each try has to wait twice as long as the last.

    The try is counted before it is judged, so that many at once are no way around the wait.
    """
    account = _count_try()
    if account is None:
        return Tried.TOO_SOON
    if not check_password(password, account.password):
        return Tried.WRONG
    Account.objects.filter(password=account.password).update(failures=0, not_before=timezone.now())
    return Tried.RIGHT


@transaction.atomic
def _count_try() -> Account | None:
    account = Account.objects.get()
    now = timezone.now()
    if now < account.not_before:
        return None
    account.failures += 1
    account.not_before = now + _wait_after(account.failures)
    account.save()
    return account


def _wait_after(failures: int) -> timedelta:
    doublings = max(0, failures - _FREE_TRIES)
    seconds = 0 if not doublings else min(2 ** min(doublings, 16), _LONGEST_WAIT_SECONDS)
    return timedelta(seconds=seconds)
