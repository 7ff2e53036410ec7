"""Treatments of which more is told on pages of their own, and by what these are called."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.utils.crypto import salted_hmac

from surcease.web.results import keeping
from surcease.web.results.models import Result

KEPT_AS = "treatments.json"
_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Treatment:
    """A treatment whose effect was estimated.

    Attributes
    ----------
    ref
        Stands for it in addresses and in names of parts, of which none may tell what it is.
    how_often, checks
        Whether there is a page for it.
    told
        Whether the diary tells anything of the effect.
    """

    ref: str
    key: str
    name: str
    how_often: bool
    checks: bool
    told: bool

    @property
    def how_often_part(self) -> str:
        """Return the name of the part on how often, which is that of its figure too."""
        return f"how-often-{self.ref}"

    @property
    def checks_part(self) -> str:
        """Return the name of the part on the checks, with which those of its figures begin."""
        return f"checks-{self.ref}"


def reference(key: str) -> str:
    return salted_hmac(__name__, key, algorithm="sha256").hexdigest()[:_LETTERS]


def as_text(treatments: Iterable[Treatment]) -> str:
    return json.dumps([asdict(each) for each in treatments])


def treatments_of(result: Result) -> list[Treatment]:
    part = keeping.part_of(result, KEPT_AS)
    return [Treatment(**each) for each in json.loads(part.text)] if part else []


def treatment_of(result: Result, ref: str) -> Treatment | None:
    """Return the treatment that an address means, as a result knows it."""
    return next((each for each in treatments_of(result) if each.ref == ref), None)
