from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surcease.formulary import Treatment


def one_treatment(name: str) -> Treatment:
    """Return the treatment of a name, or raise DiaryError with those that may be meant."""
    from surcease.diary.errors import DiaryError
    from surcease.formulary import treatment_named
    from surcease.formulary.names import nearest

    treatment = treatment_named(name)
    if treatment is None:
        near = nearest(name)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise DiaryError(f"{name!r} is not one treatment of the formulary{hint}")
    return treatment
