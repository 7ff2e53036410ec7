from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from surcease.diary import DiaryError, Dose
from surcease.diary.response import AS_WRITTEN
from surcease.exchange.source import TreatmentCount
from surcease.formulary import (
    Action,
    Mention,
    Treatment,
    recognise,
    treatment_named,
    treatments,
    ucum,
)


class TreatmentNames:
    """What the treatment texts of one source stand for, each text recognised once.

    Parameters
    ----------
    own
        What the patient's own names stand for, as given by the user.
    """

    def __init__(self, own: Mapping[str, str]) -> None:
        self._own = {name.casefold(): meaning for name, meaning in own.items()}
        self._known: dict[str, tuple[Mention, ...]] = {}

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the treatments a text names; none for an entry such as "No medication"."""
        if text not in self._known:
            self._known[text] = self._recognise(text)
        return self._known[text]

    def _recognise(self, text: str) -> tuple[Mention, ...]:
        if text.casefold() in self._own:
            return (self._named(Mention(text, None)),)
        return tuple(self._named(mention) for mention in recognise(text))

    def _named(self, mention: Mention) -> Mention:
        meaning = self._own.get(mention.name.casefold())
        if meaning is None:
            return mention
        treatment = treatment_named(meaning)
        return replace(mention, name=meaning, key=treatment.key if treatment else None)


def treatment_counts(doses: Iterable[Dose]) -> tuple[TreatmentCount, ...]:
    """Count doses by how their treatment was written, the most frequent first."""
    counts = Counter(
        (dict(dose.extra).get(AS_WRITTEN, dose.treatment), dose.treatment) for dose in doses
    )
    return tuple(
        TreatmentCount(written, known.key if (known := _known(treatment)) else None, count)
        for (written, treatment), count in counts.most_common()
    )


def _known(treatment: str) -> Treatment | None:
    return treatments().get(treatment) or treatment_named(treatment)


def added_up(mentions: Iterable[Mention], times: float = 1.0) -> tuple[Mention, ...]:
    """Make one mention of equal ones ("6 mg + 6 mg"), with the amount of all, so many times."""
    counts = Counter(mentions)
    return tuple(
        replace(each, amount=each.amount and each.amount * number * times)
        for each, number in counts.items()
    )


def unit_of(text: str) -> str:
    """Return the UCUM code of a unit; one that is not certain stays as it is written."""
    try:
        return ucum(text)
    except DiaryError:
        return text


def key_of(text: str) -> str:
    """Return the formulary key of a treatment, or the text where it names none."""
    treatment = treatment_named(text)
    return treatment.key if treatment else text


def is_taken_daily(mention: Mention) -> bool:
    """Tell whether a treatment acts through its daily amount.

    One mention of it beside an attack says nothing of the other days.
    """
    treatment = treatment_named(mention.key) if mention.key else None
    return treatment is not None and treatment.action is Action.DAILY
