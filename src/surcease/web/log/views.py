from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from surcease.diary import zone_named
from surcease.web.record.action import Action, Do
from surcease.web.record.actions import record
from surcease.web.record.head import head_of, load_head_entries
from surcease.web.record.models import Entry
from surcease.web.record.uuid7 import uuid7


def log(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        _start_attack()
        return redirect("log")
    attacks = Entry.objects.filter(kind="attacks", deleted=False).order_by("-begins_at")[:10]
    return render(request, "log/log.html", {"attacks": attacks})


def _start_attack() -> None:
    now = timezone.now()
    zone = zone_named(head_of(load_head_entries()).zone)
    cells = {"started_at": now.astimezone(zone).isoformat(timespec="seconds"), "kind": "attack"}
    record([Action(uuid7(), uuid7(), "attacks", Do.PUT, now, cells)])
