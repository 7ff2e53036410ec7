"""A report of the record, from the analysis that is kept of it: in a process of its own."""

from __future__ import annotations

from surcease.analysis.stored import from_stored
from surcease.diary.digest import digest
from surcease.reports.pdf import render_pdf
from surcease.version import __version__
from surcease.web.record.diary_of import diary_of_record
from surcease.web.reports.form import from_text
from surcease.web.reports.worker import Refusal
from surcease.web.results.keeping import STORED, newest_part


def report_of_record(choices: str) -> bytes:
    """Lay out a report, or say that what is kept is not of all that is written down by now."""
    diary, part = diary_of_record(), newest_part(STORED)
    made_from = (digest(diary), __version__)
    if part is None or (part.result.digest, part.result.program) != made_from:
        return Refusal.NEWER.encode()
    return render_pdf(diary, from_stored(part.text), from_text(choices))
