from __future__ import annotations

from collections.abc import Sequence

from surcease.exchange.choices import Choices
from surcease.exchange.match import Match, header_line
from surcease.exchange.tables import Table

NAME = "Migraine Buddy"
LOOKS_FOR = "a line with the columns #, Started, Lasted and Pain Level"

ATTACK_COLUMNS = frozenset({"#", "started", "lasted", "pain level"})


def detect(tables: Sequence[Table], _choices: Choices) -> Match:
    found = any(header_line(table, ATTACK_COLUMNS) is not None for table in tables)
    return Match.SURE if found else Match.NO
