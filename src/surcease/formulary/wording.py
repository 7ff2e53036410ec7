from __future__ import annotations

import re
from datetime import date
from functools import cache

from surcease.diary import DiaryError
from surcease.formulary.load import default_fact, treatments
from surcease.formulary.recognise import treatment_named
from surcease.formulary.treatment import Action, Fact, Treatment
from surcease.language import gettext as _

SHOWN_UNITS = {"ug": "µg", "[IU]": "IU", "meq": "mEq"}


def error_in_words(error: DiaryError) -> str:
    """Return what an error says in the reader's language."""
    return error.said(_)


def name_in_words(name: str) -> str:
    """Translate a name of the formulary; any other is the patient's own, and stays as it is."""
    return _(name) if name in treatment_names() else name


@cache
def treatment_names() -> frozenset[str]:
    """Return the name of every treatment in English."""
    return frozenset(each.name for each in treatments().values())


def key_in_words(key: str) -> str:
    """Return the name that a key of the formulary stands for; any other text stays as it is."""
    known = treatments().get(key)
    return known.shown if known else key


def treatment_in_words(written: str) -> str:
    """Return the name of what somebody wrote, where it is recognised; else what they wrote."""
    known = treatment_named(written)
    return known.shown if known else written


def treatment_shown_as(name: str) -> Treatment | None:
    """Return the treatment whose name in the reader's language that is."""
    wanted = name.casefold()
    return next((e for e in treatments().values() if e.shown.casefold() == wanted), None)


def unit_in_words(code: str) -> str:
    """Return a UCUM unit as people read it: g{MgSO4} is "g MgSO4", {dose} is "doses"."""
    return _(english_unit(code))


def english_unit(code: str) -> str:
    """Return a unit as `unit_in_words` has it in English: the key of its translation."""
    counted = re.sub(r"^\{(.+)\}", r"\1s", code)
    parts = (SHOWN_UNITS.get(part, part) for part in counted.split("/"))
    return re.sub(r"\{(.+?)\}", r" \1", "/".join(parts))


def fact_in_words(fact: Fact) -> str:
    """Return the value of a fact with its unit: "6 mg", "5 to 15 min", "one attack"."""
    if isinstance(fact.value, str):
        return fact.value
    span = f"{fact.value:g}" if fact.high is None else f"{fact.value:g} to {fact.high:g}"
    return f"{span} {unit_in_words(fact.unit)}"


def usual_in_words(treatment: Treatment, on: date) -> str:
    usual = treatment.fact("usual_amount", on)
    return fact_in_words(usual) if usual else ""


def acts_in_words(treatment: Treatment, on: date) -> str:
    """Return how long a treatment acts, as the analysis takes it before it sees a diary."""
    if treatment.action is Action.NONE:
        onset = treatment.fact("onset", on)
        return f"after {fact_in_words(onset)}" if onset else ""
    if treatment.action is Action.PULSE:
        half = _own_prior(treatment, "duration_prior", on)
        return f"half gone after {half}" if half else ""
    lag = _own_prior(treatment, "lag_prior", on)
    return f"while taken, builds over {lag}" if lag else "while taken"


def _own_prior(treatment: Treatment, name: str, on: date) -> str:
    fact = treatment.fact(name, on)
    return fact_in_words(fact) if fact and fact.value != default_fact(name).value else ""
