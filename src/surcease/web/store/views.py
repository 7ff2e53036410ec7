from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from surcease.web.people.zones import zone_to_show
from surcease.web.store import place
from surcease.web.store.backup import name_of_today, write_copy
from surcease.web.store.key import is_encrypted
from surcease.web.store.models import Backup
from surcease.web.store.nudge import note_backup


@require_http_methods(["GET", "POST"])
def backup(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _download()
    known = {
        "last": Backup.objects.order_by("-taken_at").first(),
        "encrypted": is_encrypted(place.database()),
        "zone": zone_to_show(),
    }
    return render(request, "store/backup.html", known)


def _download() -> HttpResponse:
    with TemporaryDirectory(dir=place.folder(), prefix=".backup-") as scratch:
        copied = Path(scratch) / "copy"
        write_copy(copied)
        response = HttpResponse(copied.read_bytes(), content_type="application/vnd.sqlite3")
    response["Content-Disposition"] = f'attachment; filename="{name_of_today()}.sqlite3"'
    note_backup()
    return response
