from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from surcease.web.access import account, link
from surcease.web.access.account import Tried
from surcease.web.access.admission import admit_by_link, admit_by_password, dismiss
from surcease.web.access.gate import open_to_all


@open_to_all
@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Let in who holds the link; a browser that only fetches ahead does not use it up."""
    if "prefetch" in request.headers.get("Sec-Purpose", ""):
        return HttpResponse(status=503)
    if not link.use(token):
        return render(request, "access/closed.html", {"link_is_void": True}, status=403)
    admit_by_link(request)
    return redirect("log")


@open_to_all
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if not account.exists():
        return redirect("log")
    if request.method == "GET":
        return render(request, "access/sign_in.html")
    match account.try_password(request.POST.get("password", "")):
        case Tried.RIGHT:
            admit_by_password(request)
            return redirect("log")
        case Tried.TOO_SOON:
            return _refuse(request, 429, _("Too many tries. Wait some minutes, then try again."))
    return _refuse(request, 403, _("This is not the password."))


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Let this browser in no more, and have it forget what it was told."""
    response = render(request, "access/left.html")
    dismiss(request, response)
    return response


def _refuse(request: HttpRequest, status: int, reason: str) -> HttpResponse:
    return render(request, "access/sign_in.html", {"reason": reason}, status=status)
