"""Every view is closed to whoever was not let in, unless it says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from surcease.web.access import account
from surcease.web.access.admission import is_admitted, mark
from surcease.web.problem import problem

_OPEN = "surcease_open_to_all"

type View = Callable[..., HttpResponseBase]


def open_to_all[AView: View](view: AView) -> AView:
    """Let a view without any diary content be seen by whoever reaches the server."""
    setattr(view, _OPEN, True)
    return view


class Gate:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        mark(request, response)
        return response

    def process_view(
        self, request: HttpRequest, view: View, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        if getattr(view, _OPEN, False) or is_admitted(request):
            return None
        return _closed(request)


def _closed(request: HttpRequest) -> HttpResponse:
    if request.content_type == "application/json":
        return problem(request, 403, "", _("This browser was not let in."))
    if account.exists():
        return redirect("access:sign-in")
    return render(request, "access/closed.html", status=403)
