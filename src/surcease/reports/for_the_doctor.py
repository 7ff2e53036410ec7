"""What a doctor asks beyond the effects: acute treatments, safety notes, published evidence."""

from __future__ import annotations

from dataclasses import dataclass

from surcease.acute.analyze import analyze_acute
from surcease.analysis.result import Analysis
from surcease.diary import Diary
from surcease.formulary import Role, Treatment, treatment_named, treatments
from surcease.reports.acute_report import AcuteReport, acute_report
from surcease.reports.evidence_report import EvidenceReport, evidence_report
from surcease.reports.own_result import own_result
from surcease.reports.safety_report import SafetyReport, safety_report
from surcease.safety import check


@dataclass(frozen=True, slots=True)
class ForTheDoctor:
    """`evidence` has one entry for each treatment of the diary that the formulary knows."""

    acute: AcuteReport
    safety: SafetyReport
    evidence: tuple[EvidenceReport, ...]


def for_the_doctor(diary: Diary, analysis: Analysis | None = None) -> ForTheDoctor:
    """Hold a diary against rules, follow its attacks, and look up what is published.

    With an analysis, its effects stand beside the published results.
    """
    acute = analyze_acute(diary)
    return ForTheDoctor(
        acute=acute_report(acute),
        safety=safety_report(check(diary)),
        evidence=tuple(
            evidence_report(each, own_result(each.key, analysis, acute)) for each in used(diary)
        ),
    )


def used(diary: Diary) -> tuple[Treatment, ...]:
    """Return the treatments of a diary that the formulary knows, those that prevent first."""
    names = {each.treatment for each in diary.doses}
    names |= {each.treatment for each in diary.regimens}
    keys = {known.key for name in names if (known := treatment_named(name))}
    return tuple(sorted(map(treatments().__getitem__, keys), key=_order))


def _order(treatment: Treatment) -> tuple[bool, str]:
    return treatment.role is Role.ACUTE, treatment.name
