from __future__ import annotations

from collections.abc import Sequence

from surcease.exchange.choices import Choices
from surcease.exchange.match import Match, header_line
from surcease.exchange.tables import Table
from surcease.language import gettext_noop

NAME = gettext_noop("Migraine Buddy")
LOOKS_FOR = gettext_noop("a line with the columns #, Started, Lasted and Pain Level")

ATTACK_COLUMNS = frozenset({"#", "started", "lasted", "pain level"})


def detect(tables: Sequence[Table], _choices: Choices) -> Match:
    found = any(header_line(table, ATTACK_COLUMNS) is not None for table in tables)
    return Match.SURE if found else Match.NO
