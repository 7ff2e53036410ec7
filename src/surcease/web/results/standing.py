"""How a kept result stands to the record: how old it is, and what it does not know yet."""

from __future__ import annotations

from dataclasses import dataclass

from surcease.version import __version__
from surcease.web.results import keeping
from surcease.web.results.analyst import ANALYST, State
from surcease.web.results.models import Part, Result


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest part of a name, None where there is none yet; `newer` entries came after it.

    `empty` says that nothing was ever written down.
    """

    part: Part | None
    newer: int
    state: State
    empty: bool


def look_up(name: str) -> Standing:
    """Return a part as it is kept, and have a newer one made where it is not of all entries.

    What another version of the program made is made anew: this one may say something else.
    """
    revision = keeping.newest_revision()
    if revision is None:
        return Standing(None, 0, State(), empty=True)
    part = keeping.newest_part(name)
    if part is not None and _is_current(part.result, revision):
        return Standing(part, 0, State(), empty=False)
    newer = keeping.entries_since(part.result.revision) if part else 0
    return Standing(part, newer, ANALYST.ask(revision), empty=False)


def _is_current(result: Result, revision: int) -> bool:
    return result.whole and result.revision >= revision and result.program == __version__
