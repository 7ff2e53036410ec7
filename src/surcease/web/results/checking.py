"""Further questions put to one estimate: made when they are asked for, since they take longer."""

from __future__ import annotations

from surcease.analysis.checks import check_treatment
from surcease.analysis.stored import from_stored
from surcease.reports.html.questions import questions_part
from surcease.web.results import keeping
from surcease.web.results.making import Made, Say, fit, keep_illustrated, make_results
from surcease.web.results.stages import Stage
from surcease.web.results.treatments import Treatment, treatment_of


def make_checks(ref: str, say: Say) -> None:
    """Make what is new, then put the questions to it, unless that is kept already.

    A treatment that the diary no longer has is asked nothing.
    """
    made = make_results(say)
    treatment = treatment_of(made.result, ref) if made else None
    if made and treatment and not keeping.part_of(made.result, treatment.checks_part):
        _make(made, treatment, say)


def _make(made: Made, treatment: Treatment, say: Say) -> None:
    kept, fitted = keeping.part_of(made.result, keeping.STORED), made.fitted or fit(made.diary, say)
    if kept is None or fitted is None:
        return
    effects = from_stored(kept.text).treatments
    (effect,) = (each for each in effects if each.treatment == treatment.key)
    say(Stage.CHECKS, 0.0)
    found = check_treatment(fitted, effects, treatment.key, lambda done: say(Stage.CHECKS, done))
    name = treatment.checks_part
    keep_illustrated(made.result, {name: questions_part(effect, found, name)})
