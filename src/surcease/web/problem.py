"""What is answered where a request cannot be: a short page, or JSON for a script."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

_JSON = "application/json"


def problem(request: HttpRequest, status: int, title: str, reason: str) -> HttpResponse:
    if request.content_type == _JSON or request.headers.get("Accept") == _JSON:
        return JsonResponse({"reason": reason}, status=status)
    return render(request, "problem.html", {"title": title, "reason": reason}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    ours = str(exception) if isinstance(exception, BadRequest) else ""
    reason = ours or _("It came in a form that this app does not accept.")
    return problem(request, 400, _("This cannot be answered"), reason)


def misdirected(request: HttpRequest) -> HttpResponse:
    reason = _(
        "The app was not told to answer under the name in this address. Open it under a name that "
        "it knows, or start it again with --allowed-host and this one."
    )
    return problem(request, 421, _("Not under this name"), reason)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception  # Django passes it by name; what it says is not for the user
    reason = _("Another page asked for this, or this page is too old. Load it again.")
    return problem(request, 403, _("Not from here"), reason)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    del reason
    return forbidden(request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return problem(request, 404, _("Not here"), _("There is nothing at this address."))


def failed(request: HttpRequest) -> HttpResponse:
    reason = _("The app made a mistake. What was saved before is safe.")
    return problem(request, 500, _("Something went wrong"), reason)
