from __future__ import annotations

from surcease.analysis.result import Analysis
from surcease.diary import Diary
from surcease.reports.choices import Reader, ReportChoices
from surcease.reports.pdf.content import content
from surcease.reports.pdf.doctor import doctor_report
from surcease.reports.pdf.insurer import insurer_report
from surcease.reports.pdf.typeset import typeset

REPORTS = {Reader.DOCTOR: doctor_report, Reader.INSURER: insurer_report}


def render_pdf(
    diary: Diary,
    analysis: Analysis,
    choices: ReportChoices | None = None,
    notice: str | None = None,
) -> bytes:
    """Write a report as a tagged PDF: two pages for the doctor, or a longer pack for the insurer.

    Parameters
    ----------
    diary, analysis
        A diary and its own analysis.
    choices
        For whom, of which days, and what the patient leaves out or puts in.
    notice
        Something to know before reading on, such as that the diary is simulated.

    Raises
    ------
    MissingExtra
        The `report` extra is not installed (on import of this package).
    """
    chosen = choices or ReportChoices()
    return typeset(REPORTS[chosen.reader](content(diary, analysis, chosen), notice))
