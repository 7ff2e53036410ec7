"""Three questions for a new diary. None must be answered; the settings ask them again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from surcease.diary import zone_named
from surcease.formulary import Role
from surcease.web.people.sections import treatment_names
from surcease.web.people.writing import as_known, change_settings, decimal_point, tell
from surcease.web.people.zones import zone_of_record, zone_to_show, zones
from surcease.web.record.action import Do
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.models import Entry

LINES = 8
"""Lines for treatments; those that are not needed stay hidden where scripts run."""


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Ask once: with settings there is nothing left to ask."""
    if Entry.objects.filter(id=SETTINGS).exists():
        return redirect("log")
    if request.method == "GET":
        return _page(request)
    problem = change_settings({"zone": request.POST.get("zone", "")})
    if problem or "skip" in request.POST:
        return _page(request, problem) if problem else redirect("log")
    problems = list(filter(None, [*_treatments(request), _coverage(request)]))
    if problems:
        return render(request, "people/first_run_done.html", {"problems": problems})
    return redirect("exchange:import" if "import" in request.POST else "log")


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    context = {
        "problem": problem,
        "zone": zone_of_record(),
        "zones": zones(),
        "lines": range(1, LINES + 1),
        "treatment_names": treatment_names(),
    }
    return render(request, "people/first_run.html", context)


def _treatments(request: HttpRequest) -> Iterator[str]:
    for line in range(1, LINES + 1):
        cells = {
            name: request.POST.get(f"{name}-{line}", "").strip()
            for name in ("treatment", "amount", "unit", "how", "since")
        }
        if cells["treatment"]:
            problem = _treatment(cells)
            if problem:
                yield f"{cells['treatment']}: {problem}"


def _treatment(cells: Mapping[str, str]) -> str:
    said = as_known({name: cells[name] for name in ("treatment", "unit")})
    amount = decimal_point(cells["amount"])
    if cells["how"] == "daily":
        said |= {"amount_per_day": amount, "from_on": cells["since"] or str(_today())}
        return tell("regimens", "", Do.PUT, said)
    role = Role.ACUTE if cells["how"] == "acute" else Role.PREVENTIVE
    return tell("usuals", "", Do.PUT, said | {"amount": amount, "role": role.value})


def _coverage(request: HttpRequest) -> str:
    """Record that every attack is written down since a day, up to the last day that is over."""
    since = request.POST.get("since", "").strip()
    yesterday = _today() - timedelta(days=1)
    if not since or since > str(yesterday):
        return ""
    return tell("coverage", "", Do.PUT, {"from": since, "to": str(yesterday)})


def _today() -> date:
    return datetime.now(zone_named(zone_to_show())).date()
