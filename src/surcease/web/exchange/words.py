from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surcease.exchange import Field
from surcease.web.record.models import Entry


def counted(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the counts in words, in the order of the kinds of entries."""
    return tuple(_counted(kind, counts[kind]) for kind in _KINDS if counts.get(kind))


def _counted(kind: str, count: int) -> str:
    forms = {
        "attacks": ngettext("%(n)s attack or shadow", "%(n)s attacks and shadows", count),
        "doses": ngettext("%(n)s dose", "%(n)s doses", count),
        "regimens": ngettext("%(n)s daily treatment", "%(n)s daily treatments", count),
        "days": ngettext("%(n)s entry of a whole day", "%(n)s entries of whole days", count),
        "labs": ngettext("%(n)s laboratory value", "%(n)s laboratory values", count),
        "conditions": ngettext("%(n)s health condition", "%(n)s health conditions", count),
        "medicines": ngettext("%(n)s other medicine", "%(n)s other medicines", count),
        "ecgs": ngettext("%(n)s ECG", "%(n)s ECGs", count),
        "symptoms": ngettext("%(n)s side effect or sign", "%(n)s side effects and signs", count),
        "notes": ngettext("%(n)s note", "%(n)s notes", count),
        "coverage": ngettext(
            "%(n)s period in which every attack was written down",
            "%(n)s periods in which every attack was written down",
            count,
        ),
        "journeys": ngettext("%(n)s journey", "%(n)s journeys", count),
    }
    return forms[kind] % {"n": f"{count:,}"}


def name_of(entry: Entry) -> str:
    """Return what an entry is and when it was, by which its owner finds it again."""
    (what,) = counted({entry.kind: 1})
    when = next(
        (entry.cells[name] for name in _SAYING_WHEN if name in entry.cells),
        _("without a date"),
    )
    return f"{what}, {when.replace('T', ' ')[:16]}"


_SAYING_WHEN = (
    "started_at",
    "given_at",
    "taken_at",
    "noticed_at",
    "noted_at",
    "on",
    "from_on",
    "from",
)

_KINDS = (
    "attacks",
    "doses",
    "regimens",
    "days",
    "labs",
    "conditions",
    "medicines",
    "ecgs",
    "symptoms",
    "notes",
    "coverage",
    "journeys",
)


def field_words(field: Field) -> str:
    words = {
        Field.START: _("Date, or date and time"),
        Field.TIME: _("Time it began"),
        Field.END: _("End"),
        Field.END_TIME: _("Time it ended"),
        Field.DURATION: _("How long it lasted"),
        Field.INTENSITY: _("Pain"),
        Field.KIND: _("Type of headache"),
        Field.SIDE: _("Side"),
        Field.SYMPTOMS: _("Symptoms"),
        Field.TRIGGERS: _("Triggers"),
        Field.NOTES: _("Notes"),
        Field.ABORTIVE: _("What was taken against the attack"),
        Field.ABORTIVE_TIME: _("When it was taken"),
        Field.PREVENTIVE: _("What is taken every day"),
        Field.ATTACKS: _("Number of attacks that day"),
        Field.TREATMENT: _("Treatment"),
        Field.AMOUNT: _("Amount"),
        Field.UNIT: _("Unit"),
        Field.ROUTE: _("How it is taken"),
        Field.SITE: _("Where it is given"),
    }
    return words[field]
