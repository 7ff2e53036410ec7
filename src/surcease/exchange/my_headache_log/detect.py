from __future__ import annotations

from collections.abc import Sequence

from surcease.exchange.choices import Choices
from surcease.exchange.match import Match, header_line
from surcease.exchange.tables import Table
from surcease.language import gettext_noop

NAME = gettext_noop("My Headache Log")
LOOKS_FOR = gettext_noop("columns Headache Id, Start Time and Severity, or Taken For Headache")

ATTACK_COLUMNS = frozenset({"headache id", "type", "start time", "end time", "severity"})
DOSE_COLUMNS = frozenset({"taken for headache", "date/time taken", "medication description"})


def detect(tables: Sequence[Table], _choices: Choices) -> Match:
    found = any(
        header_line(table, columns) is not None
        for table in tables
        for columns in (ATTACK_COLUMNS, DOSE_COLUMNS)
    )
    return Match.SURE if found else Match.NO
