"""What a diary says of one treatment, to stand beside what is published of it."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.acute.analyze import AcuteAnalysis, AcuteTreatment
from surcease.acute.share import Share
from surcease.analysis.result import Analysis, TreatmentEffect
from surcease.formulary import Role
from surcease.language import gettext as _
from surcease.reports import sentences, words
from surcease.reports.legible import legible_text
from surcease.reports.names import name_of_result


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
    reduction = sentences.told_reduction(effect)
    if reduction is None:
        return f"{verdict}: {sentences.reasons(effect)} ({given})."
    return f"{sentences.reduction(reduction)}; {verdict} ({given})."


def _ends(taken: AcuteTreatment) -> Iterator[str]:
    alone = taken.alone
    if not alone.attacks:
        return
    attacks = words.count(alone.attacks, "attack")
    shares = {
        _("pain-free in 15 min in {share}"): alone.pain_free_15,
        _("relief in 15 min in {share}"): alone.relief_15,
        _("pain-free in 30 min in {share}"): alone.pain_free_30,
        _("relief in 30 min in {share}"): alone.relief_30,
    }
    told = "; ".join(said.format(share=_share(each)) for said, each in shares.items() if each)
    if told:
        said = _("{name}, taken first and alone in {attacks}: {told}.")
        yield said.format(name=name_of_result(taken.name), attacks=attacks, told=told)


def _share(share: Share) -> str:
    spread = words.span(f"{100 * share.low:.0f}", f"{100 * share.high:.0f}%")
    return _("{counted}, likely {share} ({spread})").format(
        counted=words.out_of(share.yes, share.of), share=f"{100 * share.median:.0f}%", spread=spread
    )
