from __future__ import annotations

from collections.abc import Sequence

from surcease.exchange.choices import Choices
from surcease.exchange.match import Match
from surcease.exchange.tables import Table
from surcease.exchange.when import looks_like_date
from surcease.language import gettext_noop

NAME = gettext_noop("A table of your own")
LOOKS_FOR = gettext_noop("a column of dates")


def detect(tables: Sequence[Table], choices: Choices) -> Match:
    if choices.tables:
        return Match.TOLD
    found = any(
        looks_like_date(cell) for table in tables for line in table.lines for cell in line.cells
    )
    return Match.PERHAPS if found else Match.NO
