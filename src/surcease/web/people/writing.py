"""Write down what a form says, as an action like every other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from surcease.exchange.treatments import key_of, unit_of
from surcease.web.record.action import Action, Do
from surcease.web.record.actions import record
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.uuid7 import uuid7

_LONGEST = 20_000


def cells_posted(request: HttpRequest, names: Iterable[str]) -> dict[str, str]:
    return {name: request.POST.get(name, "").strip()[:_LONGEST] for name in names}


def decimal_point(text: str) -> str:
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text


def treatment_cells(treatment: str, unit: str) -> dict[str, str]:
    """Return a treatment by its key and a unit by its code, where they are known."""
    return {"treatment": key_of(treatment), "unit": unit_of(unit)}


def tell(kind: str, entry: str, do: Do, cells: Mapping[str, str]) -> str:
    """Record an action; return why not, or nothing where it is on the disk."""
    try:
        number = UUID(entry) if entry else uuid7()
    except ValueError:
        return _("This entry is not there.")
    said = {} if do is Do.DELETE else dict(cells)
    return _record(Action(uuid7(), number, kind, do, timezone.now(), said))


def change_settings(cells: Mapping[str, str]) -> str:
    return _record(Action(uuid7(), SETTINGS, "settings", Do.CHANGE, timezone.now(), dict(cells)))


def _record(action: Action) -> str:
    (answer,) = record([action])
    return answer.reason
