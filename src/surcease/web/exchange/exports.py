"""Everything, as files that any program can read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from surcease.diary import Diary, DiaryError, write_diary, zone_named
from surcease.safety.ideation import without_ideation
from surcease.web.record.diary_of import diary_of_record


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return render(request, "exchange/export.html")
    diary = diary_of_record()
    if request.POST.get("all") != "yes":
        diary, _ignored = without_ideation(diary)
    try:
        return _as_file(diary)
    except DiaryError:
        problem = _("Something in the diary cannot be written as a file. Nothing was exported.")
        return render(request, "exchange/export.html", {"problem": problem}, status=500)


def _as_file(diary: Diary) -> HttpResponse:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.zip"
        write_diary(diary, path)
        content = path.read_bytes()
    today = datetime.now(zone_named(diary.zone)).date()
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="surcease-diary-{today}.zip"'
    return response
