"""How a dose worked, as far as the diary says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from surcease.diary.events import Dose


class Response(StrEnum):
    HELPED = "helped"
    SOME = "some"
    NONE = "none"


RATINGS = ("response", "severity_reduced", "effectiveness", "helpfulness")
"""Columns in which diaries of other apps keep a rating."""

_WORDS = {
    **dict.fromkeys(("helped", "helpful", "yes", "much", "effective", "good"), Response.HELPED),
    **dict.fromkeys(("some", "somewhat", "somewhat helpful", "a little", "partly"), Response.SOME),
    **dict.fromkeys(
        ("no", "none", "not", "no effect", "unhelpful", "not helpful", "did not help"),
        Response.NONE,
    ),
}


AS_WRITTEN = "treatment_as_written"
"""The column beside a dose that keeps its treatment in the words in which it was noted."""

UNTIMED = ("time_of_dose", "not recorded")
"""Beside a dose whose app keeps no times: it stands at the onset of its attack."""


def is_timed(dose: Dose) -> bool:
    return UNTIMED not in dose.extra


@dataclass(frozen=True, slots=True)
class Rating:
    """What was said of a dose afterwards, and what had been asked: the column it stands in."""

    asked: str
    said: Response


def rating_of(dose: Dose) -> Rating | None:
    """Return the rating that was entered or imported with a dose; None where there is none."""
    extra = dict(dose.extra)
    entered = ((name, extra.get(name, "").strip().casefold().replace("_", " ")) for name in RATINGS)
    return next((Rating(name, _WORDS[word]) for name, word in entered if word in _WORDS), None)


def response_to(dose: Dose) -> Response | None:
    """Return how a dose worked by pain at 30 or 15 minutes, or else by the rating beside it.

    No pain afterwards is HELPED, less pain SOME, the same or more NONE.
    """
    after = dose.intensity_30_min if dose.intensity_30_min is not None else dose.intensity_15_min
    if dose.intensity_before is None or after is None:
        rating = rating_of(dose)
        return rating.said if rating else None
    if after == 0:
        return Response.HELPED
    return Response.SOME if after < dose.intensity_before else Response.NONE
