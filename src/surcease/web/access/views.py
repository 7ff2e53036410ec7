from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from surcease.web.access import link
from surcease.web.access.admission import admit
from surcease.web.access.gate import open_to_all


@open_to_all
@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Let in who holds the link; a browser that only fetches ahead does not use it up."""
    if "prefetch" in request.headers.get("Sec-Purpose", ""):
        return HttpResponse(status=503)
    if not link.use(token):
        return render(request, "access/closed.html", {"link_is_void": True}, status=403)
    admit(request)
    return redirect("log")
