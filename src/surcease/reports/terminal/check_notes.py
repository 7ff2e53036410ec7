"""What the checks of an effect add below the row of its treatment, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.analysis.result import Checks
from surcease.reports import check_sentences


def check_notes(found: Checks, *, shown: bool) -> Iterator[str]:
    """Yield what was asked of the estimate, if there is one to `shown`, and what would tell."""
    if shown and found.placebo_dates:
        yield f"other dates: {check_sentences.placebo(found.placebo_dates)}"
    if shown and found.dose_window:
        yield f"around a dose: {check_sentences.window(found.dose_window)}"
    if shown and found.influence:
        yield f"without one dose: {check_sentences.influence(found.influence)}"
    if found.would_tell:
        for outlook in found.would_tell.outlooks:
            yield f"what would tell: {check_sentences.would_tell(outlook)}"
