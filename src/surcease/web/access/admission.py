"""Who was let in: a signed cookie says so, for a year."""

from __future__ import annotations

from django.http import HttpRequest

_ADMITTED = "admitted"


def admit(request: HttpRequest) -> None:
    request.session.cycle_key()
    request.session[_ADMITTED] = True


def is_admitted(request: HttpRequest) -> bool:
    return request.session.get(_ADMITTED) is True
