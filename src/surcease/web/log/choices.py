"""What the log page offers to choose from, all of it facts of the formulary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from django.utils.translation import gettext_lazy as _

from surcease.diary import DiaryError
from surcease.formulary import Action, Treatment, convert, treatments
from surcease.formulary.classes import classes
from surcease.formulary.packaged import packaged
from surcease.formulary.ucum import spellings, ucum
from surcease.formulary.wording import english_unit
from surcease.language import gettext, gettext_noop

KINDS = (("attack", _("Attack")), ("shadow", _("Shadow")))
SIDES = (("left", _("Left")), ("right", _("Right")), ("both", _("Both")))
SITE_SIDES = (
    ("", _("Not said")),
    ("left", _("Left")),
    ("right", _("Right")),
    ("bilateral", _("Both, in all")),
)
ASSAYS = (
    ("serum total", _("Serum, total")),
    ("red cell", _("In red cells")),
    ("ionised", _("Ionised")),
    ("", _("Another test than magnesium")),
)
_AT_SITES = frozenset(("intramuscular", "perineural"))

STEPS = tuple(str(step) for step in range(11))
MUSCLES = (
    gettext_noop("frontalis"),
    gettext_noop("corrugator"),
    gettext_noop("procerus"),
    gettext_noop("temporalis"),
    gettext_noop("occipitalis"),
    gettext_noop("suboccipital"),
    gettext_noop("cervical paraspinal"),
    gettext_noop("trapezius"),
    gettext_noop("greater occipital nerve"),
    gettext_noop("sphenopalatine ganglion"),
)
TESTS = (
    gettext_noop("magnesium"),
    gettext_noop("eGFR"),
    gettext_noop("lithium"),
    gettext_noop("calcium"),
    gettext_noop("25-OH-vitamin-D"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A treatment to choose, and what is asked of an amount of it.

    `units` are those that people use, `family` names the spellings that measure the same; where
    `must_say` a unit that does not say of what, or none, is asked about.
    """

    value: str
    label: str
    role: str
    route: str
    units: tuple[str, ...]
    family: int
    must_say: bool


def treatment_choices() -> tuple[Choice, ...]:
    """Return every treatment to choose from, in the order of the names as they are shown."""
    named = (replace(each, label=treatments()[each.value].shown) for each in _treatments())
    return tuple(sorted(named, key=lambda each: each.label))


@cache
def _treatments() -> tuple[Choice, ...]:
    families = list(unit_families())
    return tuple(
        Choice(
            each.key,
            each.name,
            each.role.value,
            each.routes[0] if len(each.routes) == 1 else "",
            tuple(_as_written(unit) for unit in each.units),
            families.index(_spellings_of(each.key)),
            each.key in classes()["magnesium"].drug_of,
        )
        for each in treatments().values()
    )


@cache
def unit_families() -> tuple[tuple[str, ...], ...]:
    """Return the ways of writing a unit that fit some treatment, once for all that share them."""
    return tuple(dict.fromkeys(_spellings_of(key) for key in treatments()))


def products() -> tuple[tuple[str, str, str], ...]:
    """Return what is injected at several sites, as (name, label, unit); toxins by their product."""
    known = [
        (each.key, each.shown, each.units[0])
        for each in treatments().values()
        if each.action is Action.PULSE and _AT_SITES.intersection(each.routes)
    ]
    others = [
        (brand, f"{brand} ({toxin})", "U")
        for toxin, (name, brand, *_) in packaged("_toxins.toml").items()
        if name == toxin
    ]
    return *sorted(known, key=lambda each: each[2] != "U"), *others


def _as_written(unit: str) -> str:
    """Return a unit as people write it, and as it is read back: "g MgSO4", "mg elemental"."""
    in_words = english_unit(unit)
    try:
        if ucum(in_words) == unit:
            return in_words
    except DiaryError:
        pass
    rows: list[list[str]] = packaged("_units.toml")["spellings"]
    return next(row[1] for row in rows if row[0] == unit)


@cache
def _spellings_of(key: str) -> tuple[str, ...]:
    treatment = treatments()[key]
    written = {each for pair in spellings().items() for each in pair}
    return tuple(
        sorted(
            {each.lower() for each in written if _fits(each, treatment)} | {*treatment.shorthand}
        )
    )


def _fits(unit: str, treatment: Treatment) -> bool:
    try:
        convert(1, unit, treatment.units[0], treatment.key)
    except DiaryError:
        return False
    return True


def ideation_words() -> tuple[str, ...]:
    return tuple(each.lower() for each in packaged("_symptoms.toml")["ideation"]["names"])


def known_symptoms() -> tuple[str, ...]:
    """Return side effects and warning signs that rules look for, to choose from."""
    groups = ("magnesium_toxicity", "toxin_spread", "red_flag")
    names = (name for group in groups for name in packaged("_symptoms.toml")[group]["names"])
    return tuple(dict.fromkeys(names))


def in_words(offered: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Set beside what is written down, which rules know in English, what it means to the reader."""
    return tuple((each, gettext(each)) for each in offered)
