"""Pages about one treatment: how often it is given, and what is asked of its estimate."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from surcease.formulary.wording import name_in_words
from surcease.web.people.zones import zone_to_show
from surcease.web.results import keeping
from surcease.web.results.analyst import ANALYST
from surcease.web.results.models import Result
from surcease.web.results.standing import Standing, look_up
from surcease.web.results.treatments import Treatment, treatment_of
from surcease.web.see.pages import PAGES, WORKS


@require_GET
def how_often(request: HttpRequest, treatment: str) -> HttpResponse:
    """Show attacks a month against the interval between doses; it comes with the analysis."""
    standing = look_up(WORKS.part)
    found, result = _treatment(standing, treatment)
    part = keeping.part_of(result, found.how_often_part)
    if part is None:
        raise Http404
    title = _("%(treatment)s: how often?") % {"treatment": name_in_words(found.name)}
    return _page(request, "see/how_often.html", title, standing=replace(standing, part=part))


@require_http_methods(["GET", "POST"])
def checks(request: HttpRequest, treatment: str) -> HttpResponse:
    """Show what was asked of an estimate; asking is a thing to be done, for it takes long."""
    if request.method == "POST":
        return _ask(treatment)
    found, _result = _treatment(look_up(WORKS.part), treatment)
    question = (
        _("%(treatment)s: is it really the treatment?")
        if found.told
        else _("%(treatment)s: what would tell?")
    )
    return _page(
        request,
        "see/checks.html",
        question % {"treatment": name_in_words(found.name)},
        treatment=found,
        standing=_standing_of_checks(found),
        follows=reverse("see:state-of-checks", args=[found.ref]),
        retry=request.path,
    )


def _ask(ref: str) -> HttpResponse:
    revision = keeping.newest_revision()
    if revision is not None:
        ANALYST.ask(revision, ref, again=True)
    return redirect("see:checks", ref)


def _treatment(standing: Standing, ref: str) -> tuple[Treatment, Result]:
    """Return the treatment of an address as the newest result knows it, and that result."""
    result = standing.part.result if standing.part else None
    found = treatment_of(result, ref) if result else None
    if result is None or found is None:
        raise Http404
    return found, result


def _standing_of_checks(treatment: Treatment) -> Standing:
    part = keeping.newest_part(treatment.checks_part)
    newer = keeping.entries_since(part.result.revision) if part else 0
    return Standing(part, newer, ANALYST.state(treatment.ref), empty=False)


def _page(request: HttpRequest, template: str, title: str, **context: object) -> HttpResponse:
    shared = {"page": WORKS, "pages": PAGES, "title": title, "zone": zone_to_show()}
    return render(request, template, {**shared, **context})
