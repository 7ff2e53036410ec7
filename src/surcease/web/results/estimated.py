"""Which treatments of an analysis have more to tell, and where their cards lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from surcease.analysis.checks import can_be_checked
from surcease.analysis.result import Analysis, TreatmentEffect, Verdict
from surcease.reports.html.card import Link, Links
from surcease.reports.legible import legible_text
from surcease.web.results.treatments import Treatment, reference


def estimated(analysis: Analysis) -> list[Treatment]:
    return [_treatment(each) for each in analysis.treatments if each.reduction is not None]


def links(treatments: Iterable[Treatment]) -> Links:
    """Return for each treatment the addresses of its own pages."""
    return {legible_text(each.key): tuple(_links(each)) for each in treatments}


def _treatment(effect: TreatmentEffect) -> Treatment:
    return Treatment(
        ref=reference(effect.treatment),
        key=effect.treatment,
        name=legible_text(effect.name),
        how_often=bool(effect.by_day),
        checks=can_be_checked(effect),
        told=effect.verdict is not Verdict.CANNOT_TELL,
    )


def _links(treatment: Treatment) -> Iterator[Link]:
    if treatment.how_often:
        yield Link(reverse("see:how-often", args=[treatment.ref]), _("How often?"))
    if treatment.checks:
        question = _("Is it really the treatment?") if treatment.told else _("What would tell?")
        yield Link(reverse("see:checks", args=[treatment.ref]), question)
