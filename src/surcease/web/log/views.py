from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from surcease.diary import DiaryError
from surcease.web.log import archive, several
from surcease.web.log.choices import products
from surcease.web.log.context import entry_context, has_form, now_context, versions_of
from surcease.web.log.notes import notes_on
from surcease.web.log.plain_form import at_instant, read_form
from surcease.web.log.recent import Recent, load_recent
from surcease.web.log.sent import as_sent
from surcease.web.record.action import Action, Do
from surcease.web.record.actions import Answer, Status, record
from surcease.web.record.kinds import KINDS
from surcease.web.record.models import Entry

THEMES = ("dark", "light")
_YEAR_S = 365 * 24 * 3600


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    return render(request, "log/log.html", now_context(load_recent()))


@require_GET
def entry(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Show one entry, to correct or delete it, with its earlier versions."""
    found = get_object_or_404(Entry, pk=entry)
    if not has_form(found.kind):
        return redirect(f"{reverse('people:settings')}#{found.kind}")
    context = now_context(load_recent()) | entry_context(found)
    return render(request, "log/log.html", context)


@require_GET
def versions(request: HttpRequest, entry: UUID) -> HttpResponse:
    found = get_object_or_404(Entry, pk=entry)
    if not has_form(found.kind):
        raise Http404
    return render(request, "log/parts/versions.html", {"versions": versions_of(found)})


@require_GET
def state(_request: HttpRequest) -> JsonResponse:
    """Return what a device keeps to show, also with the server gone."""
    recent = load_recent()
    return JsonResponse(
        {
            "entries": [as_sent(each) for each in recent.shown],
            "unknown": [day.isoformat() for day in recent.unknown],
            "notes": notes_on(recent),
            "latest": archive.latest(),
            "is_new": recent.is_new,
        }
    )


@require_GET
def kept(request: HttpRequest) -> JsonResponse:
    """Return a part of all entries, which a device keeps to correct older ones."""
    if not archive.may_be_kept():
        raise Http404
    part = archive.part_after(_action_named(request.GET.get("after", "")))
    entries = [as_sent(each) for each in part.entries if has_form(each.kind)]
    return JsonResponse(
        {"entries": entries, "upto": part.upto, "whole": part.whole, "more": part.more}
    )


@require_POST
def write(request: HttpRequest, do: str, kind: str, entry: UUID | None = None) -> HttpResponse:
    if do not in list(Do) or kind not in KINDS:
        raise Http404
    recent = load_recent()
    posted = {name: str(said) for name, said in request.POST.dict().items()}
    action = read_form(posted, Do(do), kind, entry, recent.head)
    return _recorded(request, _with_its_like(action, recent))


@require_POST
def session(request: HttpRequest) -> HttpResponse:
    recent, now, posted = load_recent(), timezone.now(), request.POST
    treatment = posted.get("treatment", "")
    unit = next((unit for key, _label, unit in products() if key == treatment), "")
    try:
        given_at = at_instant(posted.get("given_at", ""), recent.head, now)
    except DiaryError:
        given_at = posted.get("given_at", "")
    common = {
        "given_at": given_at,
        "treatment": treatment,
        "unit": unit,
        "notes": posted.get("notes", ""),
    }
    sites = zip(*(posted.getlist(name) for name in ("side", "muscle", "amount")), strict=False)
    return _recorded(request, several.session(common, list(sites), now))


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    chosen = request.POST.get("theme")
    response = redirect("log")
    if chosen in THEMES:
        response.set_cookie("surcease_theme", chosen, max_age=_YEAR_S, samesite="Lax")
    return response


def _with_its_like(action: Action, recent: Recent) -> list[Action]:
    if action.kind == "regimens" and action.do is Do.PUT:
        return several.new_regimen(action, recent.of("regimens"))
    return [action]


def _recorded(request: HttpRequest, actions: list[Action]) -> HttpResponse:
    answers = record(actions, source="form")
    reasons = _reasons(answers)
    if not actions:
        reasons = [_("Nothing was written down.")]
    if reasons:
        return render(request, "log/refused.html", {"reasons": reasons}, status=422)
    return redirect("log")


def _reasons(answers: Iterable[Answer]) -> list[str]:
    return [each.reason for each in answers if each.status is Status.REFUSED]


def _action_named(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
