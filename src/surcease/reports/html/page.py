from __future__ import annotations

from surcease.analysis.result import Analysis
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports.for_the_doctor import ForTheDoctor
from surcease.reports.html import parts
from surcease.reports.html.shown import show
from surcease.reports.legible import legible_text
from surcease.reports.page_style import style
from surcease.safety.crisis import crisis_lines

TITLE = gettext_noop("What this headache diary shows")


def render_html(
    analysis: Analysis,
    title: str = TITLE,
    notice: str | None = None,
    doctor: ForTheDoctor | None = None,
) -> str:
    """Write the report as one HTML file that asks nothing of any network.

    Parameters
    ----------
    title
        The heading. Nothing that identifies the patient is added to it.
    notice
        Something to know before reading on, such as that the diary is simulated.
    doctor
        Acute treatments, safety notes and published evidence: three sections more.

    Raises
    ------
    MissingExtra
        The `report` extra is not installed (on import of this package).
    """
    page = parts.environment().get_template("page.html.j2")
    return page.render(
        title=legible_text(_(title)),
        notice=legible_text(notice) if notice else None,
        crisis_lines=crisis_lines(),
        doctor=_for_the_doctor(doctor) if doctor else None,
        **show(analysis).context,
        **style(),
    )


def _for_the_doctor(doctor: ForTheDoctor) -> dict[str, str]:
    return {
        "acute": parts.acute_part(doctor.acute),
        "safety": parts.safety_part(doctor.safety),
        "evidence": parts.evidence_part(doctor.evidence),
    }
