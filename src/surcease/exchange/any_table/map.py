from __future__ import annotations

from collections.abc import Sequence

from surcease.exchange.any_table.attacks import add_attacks
from surcease.exchange.any_table.days import add_days
from surcease.exchange.any_table.doses import add_doses
from surcease.exchange.any_table.read import MappedTable
from surcease.exchange.column_mapping import RowsAre
from surcease.exchange.draft import Draft
from surcease.language import gettext as _

_ADD = {RowsAre.ATTACKS: add_attacks, RowsAre.DOSES: add_doses, RowsAre.DAYS: add_days}


def map_rows(rows: Sequence[MappedTable], draft: Draft) -> None:
    for table in rows:
        draft.refuse_unread(table.above, _("it stands above the column names"))
        _ADD[table.mapping.rows](table, draft)
