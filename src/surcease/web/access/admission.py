"""Who was let in, by a link or by the password: a signed cookie says so, for a year."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from surcease.web.access import account

_ADMITTED = "admitted"
_MARK = "surcease_admitted"
_BY_LINK = "link"


def admit_by_link(request: HttpRequest) -> None:
    _admit(request, _BY_LINK)


def admit_by_password(request: HttpRequest) -> None:
    _admit(request, account.stamp())


def dismiss(request: HttpRequest, response: HttpResponseBase) -> None:
    request.session.flush()
    response.delete_cookie(_MARK)


def is_admitted(request: HttpRequest) -> bool:
    """Tell whether a request comes from a browser that was let in and still may be."""
    admitted = request.session.get(_ADMITTED)
    return admitted == _BY_LINK or bool(admitted and admitted == account.stamp())


def mark(request: HttpRequest, response: HttpResponseBase) -> None:
    """Tell the page's own code, which cannot read the session, that it may ask for the diary."""
    if _MARK not in request.COOKIES and is_admitted(request):
        response.set_cookie(
            _MARK,
            "yes",
            max_age=settings.SESSION_COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )


def _admit(request: HttpRequest, how: str) -> None:
    request.session.cycle_key()
    request.session[_ADMITTED] = how
