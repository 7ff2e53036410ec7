from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET, require_POST

from surcease.web.people.zones import zone_to_show
from surcease.web.results import keeping
from surcease.web.results.analyst import ANALYSIS, ANALYST
from surcease.web.results.models import Chart
from surcease.web.results.standing import look_up
from surcease.web.see.pages import PAGES, Page

_TYPES = {"analysis.json": "application/json", "report.html": "text/html; charset=utf-8"}


@require_GET
def show(request: HttpRequest, page: Page) -> HttpResponse:
    """Show what was made for a page, with how old it is; what is newer is made meanwhile."""
    standing = look_up(page.part)
    return render(
        request,
        "see/page.html",
        {"page": page, "pages": PAGES, "standing": standing, "zone": zone_to_show()},
    )


@require_GET
def state(_request: HttpRequest, treatment: str = ANALYSIS) -> JsonResponse:
    """Say how far a result under way is, for a page that waits for it."""
    now = ANALYST.state(treatment)
    return JsonResponse(
        {
            "under_way": now.under_way,
            "stage": now.stage.in_words,
            "share": now.share,
            "failed": bool(now.failure),
        }
    )


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Try once more what failed."""
    revision = keeping.newest_revision()
    if revision is not None:
        ANALYST.ask(revision, again=True)
    back = request.POST.get("page", "")
    return redirect(f"see:{back}" if back in {page.name for page in PAGES} else "see:timeline")


@require_GET
def figure(_request: HttpRequest, result: int, name: str) -> HttpResponse:
    """Return one chart; after a restore its address may stand for another."""
    chart = get_object_or_404(Chart, result=result, name=name)
    response = HttpResponse(chart.drawing, content_type="application/json")
    patch_cache_control(response, private=True, no_cache=True)
    return response


@require_GET
def document(_request: HttpRequest, name: str) -> HttpResponse:
    """Save the newest analysis, or the report that it makes, as a file."""
    part = keeping.newest_part(name)
    if part is None:
        raise Http404
    response = HttpResponse(part.text, content_type=_TYPES[name])
    response["Content-Disposition"] = f'attachment; filename="surcease-{name}"'
    return response
