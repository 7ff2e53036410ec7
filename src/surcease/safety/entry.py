"""What can be said of a dose while it is being entered, before it is part of a diary."""

from __future__ import annotations

from functools import lru_cache

from surcease.diary import DiaryError
from surcease.formulary import convert, treatment_named
from surcease.formulary.classes import classes
from surcease.formulary.packaged import packaged
from surcease.formulary.spelling import normal
from surcease.formulary.wording import error_in_words
from surcease.language import gettext as _


def unit_fault(treatment: str, amount: float | None, unit: str) -> str | None:
    """Say what is wrong with the unit of an amount, or None.

    Such an amount is kept as it was entered; rules that add up leave it out.
    """
    if amount is None:
        return None
    if toxin := other_toxin(treatment):
        return _(
            "units of {toxin} are not those of another botulinum toxin and are not added to any"
        ).format(toxin=_(toxin))
    known = treatment_named(treatment)
    if known is None:
        return None
    if not unit.strip():
        needs_one = known.key in classes()["magnesium"].drug_of
        return _("the amount has no unit") if needs_one else None
    try:
        convert(amount, unit, known.units[0], known.key)
    except DiaryError as error:
        return error_in_words(error)
    return None


@lru_cache(maxsize=4096)
def other_toxin(treatment: str) -> str | None:
    """Return the product where a text names a botulinum toxin other than onabotulinumtoxinA."""
    text = f" {normal(treatment)} "
    for product, names in packaged("_toxins.toml").items():
        if any(f" {normal(name)} " in text for name in names):
            return product
    return None
