"""What the diary's own code objects to, in the words of a person rather than of its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from surcease.diary import DiaryError

_NAMES: Mapping[str, Promise] = {
    "started_at": later("The start"),
    "ended_at": later("The end"),
    "given_at": later("The time of the dose"),
    "taken_at": later("The time of the blood test"),
    "noticed_at": later("The time"),
    "noted_at": later("The time"),
    "note": later("The note"),
    "intensity": later("Pain"),
    "intensity_before": later("Pain before the dose"),
    "intensity_15_min": later("Pain after 15 minutes"),
    "intensity_30_min": later("Pain after 30 minutes"),
    "kind": later("Attack or shadow"),
    "side": later("The side"),
    "amount": later("The amount"),
    "amount_per_day": later("The amount a day"),
    "duration_min": later("How long it took"),
    "volume_ml": later("The volume"),
    "treatment": later("The treatment"),
    "unit": later("The unit"),
    "test": later("The test"),
    "value": later("The value"),
    "on": later("The day"),
    "from": later("The first day"),
    "from_on": later("The first day"),
    "to": later("The last day"),
    "to_on": later("The last day"),
    "attacks": later("The number of attacks"),
    "present": later("Whether you have it"),
    "heart_rate_per_min": later("The heart rate"),
    "pr_ms": later("The PR interval"),
    "zone": later("The time zone"),
    "birth_year": later("The year of birth"),
    "sex": later("The sex"),
    "country": later("The country"),
}

_REASONS: tuple[tuple[str, Promise], ...] = (
    ("ends before it starts", later("It ends before it starts.")),
    (r"(\w+) is outside 0 to 10", later("%(what)s goes from 0 to 10.")),
    (
        r"(\w+) must (?:not be negative|be a number that is not negative)",
        later("%(what)s cannot be less than nothing."),
    ),
    (r"(\w+) must not be above", later("%(what)s is too large for one day.")),
    ("needs a name", later("It has no name yet.")),
    (r"needs a (\w+)", later("%(what)s is missing.")),
    ("empty$", later("%(what)s is missing.")),
    ("the time of day is missing", later("%(what)s has a day but no time of day.")),
    ("not an ISO 8601 time|whole minutes", later("%(what)s is not a time.")),
    ("offset of the wall clock", later("%(what)s does not say which clock it was read from.")),
    ("not an ISO 8601 date", later("%(what)s is not a date.")),
    ("the year is not between", later("%(what)s is in a year that cannot be.")),
    ("not a number|too large a number|finite", later("%(what)s is not a number.")),
    ("not a whole number", later("%(what)s is not a whole number.")),
    ("neither yes nor no", later("%(what)s is neither yes nor no.")),
    (r"(\w+)(?:: | is )none of ", later("%(what)s is not one of the choices.")),
    ("time zone", later("This time zone is not known.")),
    (r"(\w+) is not a year", later("%(what)s is not a year.")),
    (r"(\w+) is not a code of two letters", later("%(what)s is not one of the countries.")),
    (
        "NUL character|half a character|carriage|would change|extra column|same name|TOML|nested",
        later("It holds characters that no diary can keep."),
    ),
)


def in_plain_words(error: DiaryError) -> str:
    """Say it for the person who entered it; what they entered is never quoted."""
    said = str(error)
    for pattern, reason in _REASONS:
        found = re.search(pattern, said)
        if found:
            columns = [*found.groups(), *reversed(re.findall(r"(\w+): ", said))]
            return str(reason) % {"what": _name(columns)}
    return _("A diary cannot hold this.")


def _name(columns: Iterable[str]) -> Promise | str:
    return next((_NAMES[each] for each in columns if each in _NAMES), _("A value"))
