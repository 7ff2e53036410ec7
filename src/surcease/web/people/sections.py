"""The parts of the settings page: lists of entries of one kind, each with a form to add one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surcease.formulary import Role, treatments
from surcease.formulary.vocabulary import conditions
from surcease.language import gettext
from surcease.web.people.zones import zones

type Text = str | Promise

UNITS = ("mg", "L/min", "g MgSO4", "U", "mL")


@dataclass(frozen=True, slots=True)
class Field:
    """One cell as a form asks for it; `options` are (value, words) of a list to choose from.

    With `suggestions`, (value, words) too, anything may be written, and what is known is offered.
    `before` stands before what was said where an entry is told in a line.
    """

    name: str
    label: Text
    type: str = "text"
    options: Sequence[tuple[str, Text]] = ()
    suggestions: Sequence[tuple[str, str]] = ()
    required: bool = False
    before: Text = ""


@dataclass(frozen=True, slots=True)
class Section:
    """`kind` is that of its entries; `shown` is the cell that names one."""

    kind: str
    title: Text
    intro: Text
    shown: str
    fields: tuple[Field, ...]


def sections() -> tuple[Section, ...]:
    return (_at_hand(), _coverage(), _journeys(), _conditions(), _medicines(), _ecgs())


def section_of(kind: str) -> Section | None:
    return next((each for each in sections() if each.kind == kind), None)


def treatment_names() -> tuple[str, ...]:
    return tuple(sorted((each.shown for each in treatments().values()), key=str.casefold))


def _as_they_are(offered: Iterable[str]) -> list[tuple[str, str]]:
    return [(each, each) for each in offered]


def _at_hand() -> Section:
    roles: tuple[tuple[str, Text], ...] = (
        (Role.ACUTE, _("against an attack")),
        (Role.PREVENTIVE, _("to prevent attacks")),
        (Role.TRANSITIONAL, _("for a few weeks, until a preventive works")),
    )
    return Section(
        "usuals",
        _("What you take"),
        _("What is here has a button on the log page: one tap writes down the usual dose."),
        "treatment",
        (
            Field(
                "treatment",
                _("Treatment"),
                suggestions=_as_they_are(treatment_names()),
                required=True,
            ),
            Field("amount", _("Usual dose"), "number"),
            Field("unit", _("Unit"), suggestions=_as_they_are(UNITS)),
            Field("role", _("What for"), options=roles),
        ),
    )


def _coverage() -> Section:
    return Section(
        "coverage",
        _("When you wrote every attack down"),
        _("On these days, no entry means no attack. On other days it means that nobody knows."),
        "from",
        (
            Field("from", _("From"), "date", required=True),
            Field("to", _("To"), "date", required=True, before=_("to")),
        ),
    )


def _journeys() -> Section:
    return Section(
        "journeys",
        _("Journeys"),
        _("Days in another time zone, so that each attack keeps the hour you lived it."),
        "zone",
        (
            Field("from", _("From"), "date", required=True),
            Field("to", _("To"), "date", required=True, before=_("to")),
            Field("zone", _("Time zone"), options=[(each, each) for each in zones()]),
        ),
    )


def _conditions() -> Section:
    offered = {(each.words, gettext(each.words)) for each in conditions().values()}
    known = sorted(offered, key=itemgetter(1))
    return Section(
        "conditions",
        _("Your health"),
        _("Some treatments do not go with some conditions. Safety checks see only what is here."),
        "condition",
        (
            Field("condition", _("Condition"), suggestions=known, required=True),
            Field("present", _("You have it"), options=(("yes", _("yes")), ("no", _("no")))),
            Field("from_on", _("Since (leave open if always)"), "date", before=_("since")),
            Field("to_on", _("Until (leave open if still)"), "date", before=_("until")),
            Field("notes", _("Notes")),
        ),
    )


def _medicines() -> Section:
    return Section(
        "medicines",
        _("Medicines for something else"),
        _("Write none if you take no others: then that is known too."),
        "medicine",
        (
            Field("medicine", _("Medicine"), required=True),
            Field("from_on", _("Since (leave open if always)"), "date", before=_("since")),
            Field("to_on", _("Until (leave open if still)"), "date", before=_("until")),
            Field("notes", _("Notes")),
        ),
    )


def _ecgs() -> Section:
    return Section(
        "ecgs",
        _("ECGs"),
        _("With verapamil, a safety check looks for the ECG after each step."),
        "on",
        (
            Field("on", _("Date"), "date", required=True),
            Field("heart_rate_per_min", _("Heart rate a minute"), "number"),
            Field("pr_ms", _("PR interval (ms)"), "number"),
            Field("findings", _("What the doctor wrote")),
            Field("notes", _("Notes")),
        ),
    )
