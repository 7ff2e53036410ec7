"""The one-time link: who holds it and is first gets in, until it expires."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.utils import timezone

from surcease.web.access.models import Link

VALID_FOR = timedelta(minutes=10)
_TOKEN_BYTES = 32


def make_token() -> str:
    """Make a new link's token; any earlier one that was not used is void from now on."""
    Link.objects.all().delete()
    token = token_urlsafe(_TOKEN_BYTES)
    Link.objects.create(digest=_digest(token), expires_at=timezone.now() + VALID_FOR)
    return token


def use(token: str) -> bool:
    """Use up a token. One statement decides, so that of two browsers at once one gets in."""
    now = timezone.now()
    valid = Link.objects.filter(digest=_digest(token), used_at=None, expires_at__gt=now)
    return valid.update(used_at=now) == 1


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
