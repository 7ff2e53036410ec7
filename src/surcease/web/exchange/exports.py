"""Everything, as files that any program can read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.csp import CSP
from django.utils.translation import gettext as _
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from surcease.diary import Diary, DiaryError, write_diary, zone_named
from surcease.exchange.fhir import FhirOptions, Part, export_fhir
from surcease.formulary.ideation import without_ideation
from surcease.reports.page_style import style
from surcease.web.people.zones import zone_to_show
from surcease.web.record.diary_of import diary_of_record
from surcease.web.results.keeping import newest_part
from surcease.web.results.standing import look_up

_ON_REQUEST = (Part.NOTES, Part.PERSON)


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return _page(request)
    diary = diary_of_record()
    if request.POST.get("all") != "yes":
        diary, _ignored = without_ideation(diary)
    try:
        return _as_file(diary)
    except DiaryError:
        problem = _("Something in the diary cannot be written as a file. Nothing was exported.")
        return _page(request, problem)


@require_POST
def fhir(request: HttpRequest) -> HttpResponse:
    """Give the diary in FHIR; of what leaves only on request, no more than notes and the person."""
    asked = frozenset(part for part in _ON_REQUEST if request.POST.get(part) == "yes")
    now = datetime.now(UTC)
    exported = export_fhir(diary_of_record(), FhirOptions(asked=asked), now)
    content = json.dumps(exported.bundle, ensure_ascii=False)
    response = HttpResponse(content, content_type="application/fhir+json")
    response["Content-Disposition"] = f'attachment; filename="surcease-fhir-{now.date()}.json"'
    return response


@require_GET
@csp_override(
    {
        "default-src": [CSP.NONE],
        "style-src": [f"'{style()['style_hash']}'"],
        "img-src": ["data:"],
        "base-uri": [CSP.NONE],
        "form-action": [CSP.NONE],
        "frame-ancestors": [CSP.NONE],
    }
)
def report(_request: HttpRequest) -> HttpResponse:
    """Show the newest report by itself, to read or print: it has its own style and no script."""
    part = newest_part("report.html")
    return HttpResponse(part.text) if part else redirect("exchange:export")


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    standing = look_up("report.html")
    context = {"problem": problem, "standing": standing, "zone": zone_to_show()}
    return render(request, "exchange/export.html", context, status=500 if problem else 200)


def _as_file(diary: Diary) -> HttpResponse:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.zip"
        write_diary(diary, path)
        content = path.read_bytes()
    today = datetime.now(zone_named(diary.zone)).date()
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="surcease-diary-{today}.zip"'
    return response
