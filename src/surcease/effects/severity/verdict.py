"""The word beside an effect on intensity or duration: as for the attack rate, in its own words."""

from __future__ import annotations

from surcease.effects import reasons
from surcease.effects.effect import Verdict
from surcease.effects.severity import reasons as severity_reasons
from surcease.effects.verdict import Evidence, judge


def judge_severity(evidence: Evidence, worse: str) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict and the codes of its reasons; `worse` is the code for harm.

    `evidence.beta` is the log odds ratio of a worse attack.
    """
    verdict, because = judge(evidence)
    own = {
        reasons.MORE_ATTACKS: worse,
        reasons.NEVER_IN_PERIOD: severity_reasons.NO_ATTACK_UNDER_IT,
    }
    return verdict, tuple(own.get(code, code) for code in because)
