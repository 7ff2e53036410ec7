"""The patient: by default no more than that there is one."""

from __future__ import annotations

from surcease.diary import Person, Sex
from surcease.exchange.fhir.codes import Json, extension_url
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended
from surcease.exchange.fhir.maker import Maker
from surcease.exchange.fhir.text import put_text


def to_fhir(person: Person | None, identifier: tuple[str, str] | None, maker: Maker) -> Json:
    """Write a Patient; `identifier` is the system and value by which a clinic knows them."""
    said = [{"url": extension_url("person"), "valueBoolean": True}] if person else []
    extra = columns(person.extra, "person_column") if person else []
    fields: Json = {**extended(said, extra), "active": True}
    if identifier:
        fields["identifier"] = [dict(zip(("system", "value"), identifier, strict=True))]
    if person and person.sex:
        fields["gender"] = person.sex.value
    if person and person.birth_year is not None:
        fields["birthDate"] = f"{person.birth_year:04d}"
    if person and person.country:
        fields["address"] = [{}]
        put_text(fields["address"][0], "country", person.country)
    return maker.bare("Patient", (), fields)


def from_fhir(resource: Element) -> Person | None:
    """Return what rules need to know; None where the resource says nothing of it."""
    gender, born = resource.text("gender"), resource.text("birthDate")
    person = Person(
        birth_year=int(born[:4]) if born[:4].isdecimal() else None,
        sex=Sex(gender) if gender in list(Sex) else None,
        country=_country(resource),
        extra=resource.columns("person_column"),
    )
    return person if person != Person() or resource.extension("person") else None


def _country(resource: Element) -> str:
    country = resource.first("address").text("country")
    return country if len(country) == 2 and country.isalpha() else ""
