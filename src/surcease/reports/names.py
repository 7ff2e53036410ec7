"""Names of treatments in the reader's language, wherever they stand in a result."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from surcease.acute.choices import choices
from surcease.analysis.result import Analysis, DoseLane, TreatmentEffect
from surcease.formulary.wording import name_in_words, treatment_names
from surcease.language import gettext as _


def name_of_result(name: str) -> str:
    """Translate the name of a treatment or of a variant of one; any other is the patient's own."""
    return _(name) if name in _variants() else name_in_words(name)


def with_names_in_words(analysis: Analysis) -> Analysis:
    """Copy an analysis with its treatments named in the reader's language; their keys stay."""
    details = analysis.details
    return replace(
        analysis,
        treatments=tuple(map(_named, analysis.treatments)),
        details=details and replace(details, lanes=tuple(map(_named, details.lanes))),
    )


def _named[T: (TreatmentEffect, DoseLane)](one: T) -> T:
    return replace(one, name=name_of_result(one.name))


def known_names() -> frozenset[str]:
    """Return every name that a result may give a treatment which the formulary knows."""
    return treatment_names() | _variants()


@cache
def _variants() -> frozenset[str]:
    return frozenset(each.name for each in choices().variants)
