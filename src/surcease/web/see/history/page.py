from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from surcease.web.see.history.lines import KIND_NAMES, line_of
from surcease.web.see.history.search import PAGE, read_search
from surcease.web.see.pages import PAGES


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """List entries, the latest first. A search comes as a form, so that no address holds it."""
    search = read_search({key: str(value) for key, value in request.POST.items()})
    found = Paginator(search.entries, PAGE).get_page(search.page)
    lines = [line_of(entry) for entry in found]
    context = {
        "pages": PAGES,
        "search": search,
        "searched": request.method == "POST",
        "kinds": KIND_NAMES.items(),
        "found": found,
        "lines": lines,
    }
    return render(request, "see/history.html", context)
