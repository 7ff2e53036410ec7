"""Names of treatments in the reader's language, wherever they stand in a result."""

from __future__ import annotations

from functools import cache

from surcease.acute.choices import choices
from surcease.formulary import treatments
from surcease.language import gettext as _


def name_in_words(name: str) -> str:
    """Translate a name of the formulary; any other is the patient's own, and stays as it is."""
    return _(name) if name in known_names() else name


@cache
def known_names() -> frozenset[str]:
    """Return every name that a result may give a treatment which the formulary knows."""
    return frozenset(
        (
            *(each.name for each in treatments().values()),
            *(each.name for each in choices().variants),
        )
    )
