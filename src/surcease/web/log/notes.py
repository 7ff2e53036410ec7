"""What the rules say of a dose once it is stored: small, and never in the way."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from django.utils.translation import gettext as _

from surcease.diary import Dose
from surcease.safety import check
from surcease.safety.entry import unit_fault
from surcease.web.log.recent import Recent

_SAID_FOR_DAYS = 7


def notes_on(recent: Recent) -> dict[str, list[str]]:
    """Return notes by the id of the dose that they are about, on the doses of the last days."""
    since = recent.today - timedelta(days=_SAID_FOR_DAYS)
    doses = [
        (str(entry.id), read)
        for entry, read in recent.entries
        if isinstance(read, Dose) and read.given_at.on >= since
    ]
    if not doses:
        return {}
    notes: defaultdict[str, list[str]] = defaultdict(list)
    findings = _findings(recent)
    for name, dose in doses:
        fault = unit_fault(dose.treatment, dose.amount, dose.unit)
        if fault:
            notes[name].append(_("Unit: %(fault)s.") % {"fault": fault})
        notes[name] += findings.get(dose, ())
    return {name: said for name, said in notes.items() if said}


def _findings(recent: Recent) -> dict[Dose, list[str]]:
    said: defaultdict[Dose, list[str]] = defaultdict(list)
    for each in check(recent.diary, recent.today).findings:
        if each.doses:
            said[each.doses[-1]].append(f"{each.text}. {each.ask}".removesuffix(". "))
    return said
