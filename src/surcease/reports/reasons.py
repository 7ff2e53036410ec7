"""Why a verdict is what it is, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from surcease.effects import reasons
from surcease.effects.severity import reasons as of_severity
from surcease.language import gettext as _
from surcease.reports.names import name_of_result

EXPLANATIONS = reasons.EXPLANATIONS | of_severity.EXPLANATIONS


def explain(code: str) -> str:
    """Return a reason in plain words; KeyError for a code that does not exist."""
    name, _colon, detail = code.partition(":")
    return _(EXPLANATIONS[name]).format(name_of_result(detail))


def because(codes: Iterable[str]) -> str:
    return "; ".join(map(explain, codes))
