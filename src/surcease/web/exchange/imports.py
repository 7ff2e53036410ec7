"""The pages of an import: choose files, look at what they hold, add it, take it back."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from surcease.diary import DiaryError
from surcease.exchange import Choices
from surcease.formulary.wording import error_in_words
from surcease.web.exchange import desk, uploads
from surcease.web.exchange.answers import choices_from
from surcease.web.exchange.job import Job
from surcease.web.exchange.preview import preview_of
from surcease.web.exchange.storing import batch_of, batches, is_known, take_back
from surcease.web.exchange.words import counted, name_of
from surcease.web.people.zones import zone_of_record, zone_to_show, zones

_BEFORE_A_PROGRESS_PAGE = 1.0


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Take files in, and show what was imported before."""
    problem = ""
    if request.method == "POST":
        files = request.FILES.getlist("files")
        try:
            if files:
                return _look_at(uploads.keep(files))
            problem = _("Choose a file first.")
        except DiaryError as error:
            problem = error_in_words(error)
    earlier = [(batch, counted(batch.counts)) for batch in batches()]
    context = {"problem": problem, "earlier": earlier, "zone": zone_to_show()}
    return render(request, "exchange/import.html", context)


@require_http_methods(["GET", "POST"])
def look(request: HttpRequest, job: UUID) -> HttpResponse:
    """Show how far an import is, and take the answers to its questions."""
    found = desk.job(job)
    if found is None:
        return render(request, "exchange/gone.html", status=404)
    if request.method == "GET" or found.is_busy:
        found.wait(_BEFORE_A_PROGRESS_PAGE)
        return _show(request, found)
    if "stop" in request.POST:
        desk.give_up(job)
        return redirect("exchange:import")
    return _answer(request, found)


@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, batch: UUID) -> HttpResponse:
    """Ask before an import is taken back, then say what became of it."""
    if not is_known(batch):
        raise Http404
    done = request.method == "POST"
    taken = counted(take_back(batch)) if done else ()
    found = batch_of(batch)
    context = {
        "at": found.at,
        "zone": zone_to_show(),
        "done": done,
        "taken": taken,
        "unchanged": counted(found.unchanged),
        "changed": [name_of(entry) for entry in found.changed],
    }
    return render(request, "exchange/undo.html", context)


def _look_at(upload: uploads.Upload) -> HttpResponse:
    job = Job(upload, Choices(zone=zone_of_record() or None))
    desk.take_in(job)
    job.read(job.choices)
    job.wait(_BEFORE_A_PROGRESS_PAGE)
    return redirect("exchange:preview", job.id)


def _answer(request: HttpRequest, job: Job) -> HttpResponse:
    before = job.choices
    try:
        choices = choices_from(request.POST, before)
    except DiaryError as error:
        return _show(request, job, error_in_words(error))
    if "add" in request.POST and choices == before:
        job.write()
    else:
        job.read(choices)
    job.wait(_BEFORE_A_PROGRESS_PAGE)
    return redirect("exchange:preview", job.id)


def _show(request: HttpRequest, job: Job, problem: str = "") -> HttpResponse:
    context = {"job": job, "stage": job.stage.name, "problem": problem or job.refusal}
    if job.is_busy:
        return render(request, "exchange/busy.html", context)
    if job.stored:
        added = counted(job.stored.counts)
        return render(request, "exchange/done.html", {**context, "added": added})
    shown = preview_of(job.imported, job.plan) if job.imported and job.plan else None
    return render(request, "exchange/preview.html", {**context, "shown": shown, "zones": zones()})
