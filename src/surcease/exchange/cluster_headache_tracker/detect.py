from __future__ import annotations

from collections.abc import Sequence

from surcease.exchange.choices import Choices
from surcease.exchange.match import Match, header_line
from surcease.exchange.tables import Table
from surcease.language import gettext_noop

NAME = gettext_noop("Cluster Headache Tracker")
LOOKS_FOR = gettext_noop(
    "columns start_time, end_time, intensity and medication, or taken_at and medication"
)

ATTACK_COLUMNS = frozenset({"start_time", "end_time", "intensity", "medication"})
DOSE_COLUMNS = frozenset({"taken_at", "medication", "kind"})


def detect(tables: Sequence[Table], _choices: Choices) -> Match:
    found = any(
        header_line(table, columns) == 0
        for table in tables
        for columns in (ATTACK_COLUMNS, DOSE_COLUMNS)
    )
    return Match.SURE if found else Match.NO
