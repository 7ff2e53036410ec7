from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from surcease.effects.given import resolve
from surcease.reports.choices import Part, ReportChoices
from surcease.web.record.models import Entry
from surcease.web.reports.form import choices_of
from surcease.web.reports.printing import printed
from surcease.web.reports.worker import Refusal
from surcease.web.results.keeping import STORED
from surcease.web.results.standing import look_up


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Ask what a report is to hold, and give it."""
    if request.method == "GET":
        return _page(request)
    try:
        choices = choices_of(request.POST)
    except ValueError:
        return _page(request, _("These dates are no period: the first day comes first."), 422)
    report = printed(choices)
    if isinstance(report, Refusal):
        return _page(request, _why(report), 409 if report is Refusal.NEWER else 500)
    return _file(report, choices)


def _file(report: bytes, choices: ReportChoices) -> HttpResponse:
    response = HttpResponse(report, content_type="application/pdf")
    name = f"surcease-{choices.reader}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
    context = {
        "problem": problem,
        "standing": look_up(STORED),
        "parts": _parts(),
        "treatments": _treatments(),
    }
    return render(request, "reports/choose.html", context, status=status)


def _treatments() -> list[tuple[str, str]]:
    """Return key and name of what was given; asked of the store, for a whole diary takes long."""
    given = Entry.objects.filter(kind__in=("doses", "regimens"), deleted=False)
    written = given.values_list("cells__treatment", flat=True).distinct()
    names = {key: known.shown if known else key for key, known in resolve(written).values()}
    return sorted(names.items(), key=lambda each: each[1].casefold())


def _why(refusal: Refusal) -> str:
    if refusal is Refusal.NEWER:
        return _("Something was written down since it was last worked out. Try again in a while.")
    return _("The report could not be made. The diary itself is not touched.")


def _parts() -> Sequence[tuple[str, str]]:
    return [
        (Part.ACUTE, _("Acute treatments")),
        (Part.SAFETY, _("Safety notes")),
        (Part.LABS, _("Laboratory values")),
        (Part.TIMELINE, _("The timeline")),
        (Part.EVIDENCE, _("Published evidence")),
        (Part.ENTRIES, _("The list of entries")),
    ]
