"""Requests that another page or another name brought about are refused before any view."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from surcease.web.problem import misdirected

type Respond = Callable[[HttpRequest], HttpResponseBase]

_OURS = ("same-origin", "none")
_SAFE = ("GET", "HEAD")


def refuse_other_hosts(get_response: Respond) -> Respond:
    """Refuse any name but the app's own: a page may make its name lead to this machine.

    The answer is 421, not that of an entry which the record cannot take: a device that knows the
    app under a name that it had before keeps what it has not sent yet.
    """

    def respond(request: HttpRequest) -> HttpResponseBase:
        try:
            request.get_host()
        except DisallowedHost:
            return misdirected(request)
        return get_response(request)

    return respond


def refuse_other_sites(get_response: Respond) -> Respond:
    """Refuse what another page asks for, other than by a link that the user follows.

    Another port of this machine is the same site to a browser and sees the same cookies, so that
    neither SameSite nor the name of the site tells it apart: its origin does.
    """

    def respond(request: HttpRequest) -> HttpResponseBase:
        if _is_of_another_page(request):
            raise PermissionDenied
        return get_response(request)

    return respond


def _is_of_another_page(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin")
    if origin and not is_own(request, origin):
        return True
    if request.headers.get("Sec-Fetch-Site", "none") in _OURS:
        return False
    return request.method not in _SAFE or request.headers.get("Sec-Fetch-Mode") != "navigate"


def is_own(request: HttpRequest, origin: str) -> bool:
    parts = urlsplit(origin)
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())


def refuse_unless_own_page(
    view: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let in only what a page of the app sent: every browser names the origin of a POST."""

    @wraps(view)
    def respond(request: HttpRequest) -> HttpResponse:
        if not is_own(request, request.headers.get("Origin", "")):
            raise PermissionDenied
        return view(request)

    return respond
