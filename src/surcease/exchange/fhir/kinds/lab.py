"""A laboratory value: an Observation, with a LOINC code where test, assay and unit decide one."""

from __future__ import annotations

from collections.abc import Callable

from surcease.diary import DiaryError, Lab
from surcease.exchange.fhir.codes import Json, codes, coding, concept
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended, quantity, ucum_code
from surcease.exchange.fhir.instants import instant
from surcease.exchange.fhir.kinds.dose import amount_of, name_of
from surcease.exchange.fhir.maker import Maker, key_of
from surcease.exchange.fhir.reader import Reader
from surcease.exchange.fhir.text import text_concept
from surcease.language import gettext as _


def to_fhir(lab: Lab, maker: Maker) -> Json:
    known = [coding(*each["code"]) for each in codes()["labs"] if _fits(each, lab)]
    fields: Json = {
        **extended(columns(lab.extra)),
        "status": "final",
        "category": [concept("laboratory")],
        "code": ({"coding": known} if known else {}) | text_concept(lab.test),
        "subject": maker.patient,
        **instant("effectiveDateTime", lab.taken_at),
        "valueQuantity": quantity(lab.value, lab.unit),
        **({"method": text_concept(lab.assay)} if lab.assay else {}),
    }
    key = ("lab", key_of(lab.taken_at), lab.test, lab.assay)
    return maker.make("Observation", key, fields)


def _fits(known: Json, lab: Lab) -> bool:
    named = _plain(lab.test) in map(_plain, known["names"])
    said = known["assay"] in lab.assay.casefold()
    return named and said and ucum_code(lab.unit) == known["unit"]


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def is_lab(resource: Element) -> bool:
    return any(each.means("laboratory") for each in resource.children("category"))


def from_fhir(resource: Element, reader: Reader, doubt: Callable[[str], None]) -> Lab:
    value, unit = amount_of(resource.child("valueQuantity"))
    if value is None:
        raise DiaryError("a laboratory value that is no number")
    taken_at, _end = reader.period(resource, "effective", whole_day=True)
    if reader.lacks_time(resource, "effective"):
        doubt(_("its time of day is missing; noon is taken"))
    return Lab(
        taken_at=taken_at,
        test=test_of(resource.child("code")),
        value=value,
        unit=unit,
        assay=name_of(resource.child("method")),
        extra=resource.columns(),
    )


def test_of(code: Element) -> str:
    """Return how a diary calls a test: by its LOINC code, or else by its own words."""
    text = code.text("text")
    for known in codes()["labs"]:
        if not text and code.has_code(*(coding(*known["code"])[key] for key in ("system", "code"))):
            return str(known["names"][0])
    return name_of(code)
