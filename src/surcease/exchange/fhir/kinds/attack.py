"""An attack or a shadow, shaped as a SymptomObservation of HL7's Symptoms IG.

Each is a distinct event with an id of its own, never an update of one that came before.
"""

from __future__ import annotations

from collections.abc import Iterator

from surcease.diary import Attack, Kind, Side
from surcease.exchange.fhir.codes import Json, coding, concept, system
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended, noted
from surcease.exchange.fhir.instants import instant
from surcease.exchange.fhir.kinds.dose import name_of
from surcease.exchange.fhir.kinds.pain import pain_at
from surcease.exchange.fhir.maker import Maker, key_of, reference_to
from surcease.exchange.fhir.reader import Reader
from surcease.exchange.fhir.text import text_concept

_SIDES = {
    Side.LEFT: "Left side of the head",
    Side.RIGHT: "Right side of the head",
    Side.BOTH: "Both sides of the head",
}


def to_fhir(attack: Attack, counts: bool, maker: Maker) -> Iterator[Json]:
    fields: Json = {
        **extended(columns(attack.extra)),
        "status": "final" if counts else "entered-in-error",
        "category": [concept("symptom_category"), concept("survey")],
        "code": concept("symptom"),
        "subject": maker.patient,
        "effectivePeriod": _period(attack),
        "performer": [maker.patient],
        "valueCodeableConcept": concept(attack.kind.value),
        **noted(attack.notes),
    }
    if attack.side:
        code = coding("side", attack.side, _SIDES[attack.side])
        fields["bodySite"] = {"coding": [code], "text": _SIDES[attack.side]}
    if attack.symptoms:
        fields["component"] = [_accompanying(symptom) for symptom in attack.symptoms]
    made = maker.make("Observation", (attack.kind, key_of(attack.started_at)), fields)
    if attack.intensity is None:
        yield made
        return
    pain = pain_at(attack.started_at, 0, attack.intensity, made, maker)
    yield made | {"hasMember": [reference_to(pain)]}
    yield pain


def _period(attack: Attack) -> Json:
    ended = instant("end", attack.ended_at) if attack.ended_at else {}
    return instant("start", attack.started_at) | ended


def _accompanying(symptom: str) -> Json:
    named = text_concept(symptom)
    return {"code": concept("accompanying_symptom"), "valueCodeableConcept": named}


def is_attack(resource: Element) -> bool:
    """Tell a headache or cluster headache attack, as its code or its value says."""
    value = resource.child("valueCodeableConcept")
    named = (value, resource.child("code"))
    known = ("attack", "shadow", "cluster_headache")
    return any(each.means(known_as) for each in named for known_as in known)


def is_any_headache(resource: Element) -> bool:
    """Tell a headache that neither its code nor its value calls cluster headache."""
    named = (resource.child("valueCodeableConcept"), resource.child("code"))
    ours = any(of == system("diary") for each in named for of, _ in each.codings)
    return not ours and not any(each.means("cluster_headache") for each in named)


def from_fhir(resource: Element, reader: Reader) -> Attack:
    value = resource.child("valueCodeableConcept")
    shadow = value.has_code(system("diary"), Kind.SHADOW)
    started_at, ended_at = reader.period(resource, "effective")
    return Attack(
        started_at=started_at,
        ended_at=ended_at,
        intensity=reader.pain_of_attack(resource),
        kind=Kind.SHADOW if shadow else Kind.ATTACK,
        side=_side(resource.child("bodySite")),
        symptoms=tuple(_symptoms(resource)),
        notes=resource.note,
        extra=resource.columns(),
    )


def _side(site: Element) -> Side | None:
    return next((each for each in Side if site.has_code(system("side"), each)), None)


def _symptoms(resource: Element) -> Iterator[str]:
    for part in resource.children("component"):
        if part.child("code").means("accompanying_symptom"):
            yield name_of(part.child("valueCodeableConcept"))
