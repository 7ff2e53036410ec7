"""Someone to talk to: for everyone, with or without being let in, and never recorded (rule Z01)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from surcease.safety.crisis import crisis_lines
from surcease.web.access.gate import open_to_all


@open_to_all
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    # Seen by strangers and kept for offline use: it says nothing of a diary, asks for no backup.
    context = {"lines": crisis_lines(), "backup_is_due": False}
    return render(request, "people/crisis.html", context)
