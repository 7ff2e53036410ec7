"""What a diary says of one treatment, to stand beside what is published of it."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.acute.analyze import AcuteAnalysis, AcuteTreatment
from surcease.acute.share import Share
from surcease.analysis.result import Analysis, TreatmentEffect
from surcease.formulary import Role
from surcease.reports import sentences, words
from surcease.reports.legible import legible_text


def own_result(
    treatment: str, analysis: Analysis | None, acute: AcuteAnalysis | None
) -> tuple[str, ...]:
    """Say by how much attacks changed, or how they ended after it; nothing without it."""
    effects = analysis.treatments if analysis else ()
    taken = acute.treatments if acute else ()
    changed = (_effect(e) for e in effects if e.treatment == treatment and e.role != Role.ACUTE)
    ended = (line for each in taken if each.key == treatment for line in _ends(each))
    return tuple(map(legible_text, (*changed, *ended)))


def _effect(effect: TreatmentEffect) -> str:
    verdict = words.verdict(effect.verdict)
    given = sentences.given(effect)
    if effect.reduction is None:
        return f"{verdict}: {sentences.reasons(effect)} ({given})."
    return f"{sentences.reduction(effect.reduction)}; {verdict} ({given})."


def _ends(taken: AcuteTreatment) -> Iterator[str]:
    alone = taken.alone
    if not alone.attacks:
        return
    attacks = words.count(alone.attacks, "attack")
    shares = {
        "pain-free in 15 min": alone.pain_free_15,
        "relief in 15 min": alone.relief_15,
        "pain-free in 30 min": alone.pain_free_30,
        "relief in 30 min": alone.relief_30,
    }
    told = "; ".join(f"{name} in {_share(each)}" for name, each in shares.items() if each)
    if told:
        yield f"{taken.name}, taken first and alone in {attacks}: {told}."


def _share(share: Share) -> str:
    spread = f"{100 * share.low:.0f} to {100 * share.high:.0f}%"
    return f"{share.yes:,} of {share.of:,}, likely {100 * share.median:.0f}% ({spread})"
