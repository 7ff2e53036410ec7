"""Who was let in, by a link or by the password: a signed cookie says so, for a year."""

from __future__ import annotations

from django.http import HttpRequest

from surcease.web.access import account

_ADMITTED = "admitted"
_BY_LINK = "link"


def admit_by_link(request: HttpRequest) -> None:
    _admit(request, _BY_LINK)


def admit_by_password(request: HttpRequest) -> None:
    _admit(request, account.stamp())


def is_admitted(request: HttpRequest) -> bool:
    """Tell whether a request comes from a browser that was let in and still may be."""
    admitted = request.session.get(_ADMITTED)
    return admitted == _BY_LINK or bool(admitted and admitted == account.stamp())


def _admit(request: HttpRequest, how: str) -> None:
    request.session.cycle_key()
    request.session[_ADMITTED] = how
