from __future__ import annotations

from surcease.evidence.results import Result
from surcease.language import gettext as _


def cautions(result: Result) -> tuple[str, ...]:
    """Say what may mislead in one published result."""
    said = [
        (result.treated.yes == result.treated.of, _("all of them: the interval says more")),
        (result.treated.yes == 0, _("none of them: the interval says more")),
        (result.reconstructed, _("counts reconstructed from a percentage")),
        (result.design == "single", _("no control group")),
        (result.design == "2x2", _("no control group: divided by a measurement, not by treatment")),
        (result.design == "case-control", _("people with the disease and without, not treatments")),
        (result.design == "serial", _("responders were treated again: selected")),
        (result.design == "crossover", _("crossover attacks treated as independent")),
        (result.unit == "infusion", _("several infusions of one patient are not independent")),
        (result.source == "memory", _("read in no source")),
        (bool(result.mixed), _("mixed: {what}").format(what=_(result.mixed))),
    ]
    return tuple(text for holds, text in said if holds)
