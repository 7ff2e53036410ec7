"""Which dose was taken against which attack."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from surcease.acute.choices import choices
from surcease.diary import Attack, Diary, Dose, Kind, distinct_attacks, distinct_doses
from surcease.diary.response import AS_WRITTEN
from surcease.formulary import Role, Treatment, convert, treatment_named
from surcease.formulary.classes import fact_at
from surcease.formulary.spelling import normal

_ATTACK_ID, _DOSE_ID = "headache_id", "taken_for_headache"


@dataclass(frozen=True, slots=True)
class Named:
    """What was taken, as it is judged: a treatment, a variant of one, or the patient's own name."""

    name: str
    known: Treatment | None


@dataclass(frozen=True, slots=True)
class Treated:
    """An attack with the doses taken from its onset to its end, earliest first."""

    attack: Attack
    doses: tuple[tuple[Named, Dose], ...]


@dataclass(frozen=True, slots=True)
class TakenDoses:
    """The attacks of a diary with what was taken against each.

    `outside` counts doses of acute treatments that lie in no attack; `all_doses` holds every dose
    of what was taken against any attack.
    """

    attacks: tuple[Treated, ...]
    outside: int
    all_doses: tuple[tuple[Named, Dose], ...]


def taken_doses(diary: Diary) -> TakenDoses:
    """Give each dose to its attack.

    An app that links a dose to an attack is believed, if the dose lies between onset and end. Else
    a dose belongs to the attack under way; one whose end is unknown is under way until the next
    begins, at most as long as the classification lets an untreated attack last. What is only ever
    taken outside attacks, and what the formulary knows to be no acute treatment, is left out.
    """
    attacks = sorted(
        (each for each in distinct_attacks(diary).events if each.kind is Kind.ATTACK),
        key=lambda each: each.started_at.at,
    )
    doses = [each for each in distinct_doses(diary).events if each.amount != 0]
    of_attack = _given(attacks, doses)
    used = {named_as(dose).name for linked in of_attack.values() for dose in linked}
    taken = [(named_as(each), each) for each in doses]
    relevant = [pair for pair in taken if pair[0].name in used and _may_be_acute(pair[0])]
    treated = [Treated(each, _ordered(of_attack[nth])) for nth, each in enumerate(attacks)]
    inside = sum(len(each.doses) for each in treated)
    return TakenDoses(tuple(treated), len(relevant) - inside, tuple(relevant))


def named_as(dose: Dose) -> Named:
    return _named(dose.treatment, dict(dose.extra).get(AS_WRITTEN, ""))


@lru_cache(maxsize=4096)
def _named(written: str, in_full: str) -> Named:
    known = treatment_named(written)
    if known is None:
        return Named(written.strip(), None)
    text = f" {normal(written)} {normal(in_full)} "
    for variant in choices().variants:
        if variant.treatment == known.key and any(f" {normal(w)} " in text for w in variant.words):
            return Named(variant.name, known)
    return Named(known.name, known)


def _may_be_acute(named: Named) -> bool:
    return named.known is None or Role.ACUTE in named.known.roles


def _given(attacks: Sequence[Attack], doses: Sequence[Dose]) -> Mapping[int, list[Dose]]:
    by_id = {
        said: nth for nth, each in enumerate(attacks) if (said := dict(each.extra).get(_ATTACK_ID))
    }
    starts = [each.started_at.at for each in attacks]
    given: defaultdict[int, list[Dose]] = defaultdict(list)
    for dose in doses:
        linked = by_id.get(dict(dose.extra).get(_DOSE_ID, ""))
        nth = bisect_right(starts, dose.given_at.at) - 1 if linked is None else linked
        if nth >= 0 and _under_way(attacks, nth, dose.given_at.at):
            given[nth].append(dose)
    return given


def _under_way(attacks: Sequence[Attack], nth: int, at: datetime) -> bool:
    attack = attacks[nth]
    if attack.ended_at is not None:
        return attack.started_at.at <= at < attack.ended_at.at
    return attack.started_at.at <= at <= attack.started_at.at + _longest(attack.started_at.on)


def _longest(on: date) -> timedelta:
    fact = fact_at("cluster_headache.longest_attack", on)
    return timedelta(minutes=convert(float(fact.value), fact.unit, "min"))


def _ordered(doses: Sequence[Dose]) -> tuple[tuple[Named, Dose], ...]:
    return tuple(_acute(sorted(doses, key=lambda each: (each.given_at.at, each.treatment))))


def _acute(doses: Sequence[Dose]) -> Iterator[tuple[Named, Dose]]:
    for dose in doses:
        named = named_as(dose)
        if _may_be_acute(named):
            yield named, dose
