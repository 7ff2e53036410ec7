"""Write down what a form says, as an action like every other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from surcease.exchange.treatments import key_of, unit_of
from surcease.formulary.wording import treatment_shown_as
from surcease.web.record.action import Action, Do
from surcease.web.record.actions import record
from surcease.web.record.form_number import number_of
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.uuid7 import uuid7


def cells_posted(request: HttpRequest, names: Iterable[str]) -> dict[str, str]:
    """Return what a form says, without what it said when it was opened (`was-...`).

    So an older page never takes back what was changed elsewhere.
    """
    said = {name: (_text(request, name), _text(request, f"was-{name}")) for name in names}
    return {name: text for name, (text, before) in said.items() if text != before}


def _text(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").strip()


def decimal_point(text: str) -> str:
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text


def as_known(cells: Mapping[str, str]) -> dict[str, str]:
    """Return cells with a treatment by its key and a unit by its code, where they are known."""
    reading = {"treatment": _treatment_key, "unit": unit_of}
    return {name: reading[name](text) if name in reading else text for name, text in cells.items()}


def _treatment_key(text: str) -> str:
    shown = treatment_shown_as(text)
    return shown.key if shown else key_of(text)


def tell(kind: str, entry: str, do: Do, cells: Mapping[str, str], form: str = "") -> str:
    """Record an action; return why not, or nothing where it is on the disk.

    `form` is the number that the page gave its form.
    """
    try:
        number = UUID(entry) if entry else uuid7()
    except ValueError:
        return _("This entry is not there.")
    if do is Do.CHANGE and not cells:
        return ""
    said = {} if do is Do.DELETE else dict(cells)
    action = number_of(form, kind, entry, do, said)
    return _record(Action(action, number, kind, do, timezone.now(), said))


def change_settings(cells: Mapping[str, str]) -> str:
    if not cells:
        return ""
    return _record(Action(uuid7(), SETTINGS, "settings", Do.CHANGE, timezone.now(), dict(cells)))


def _record(action: Action) -> str:
    (answer,) = record([action])
    return answer.reason
