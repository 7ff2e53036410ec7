"""What a resource of a hospital says was given, in any of the ways in which FHIR can say it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from surcease.diary import DiaryError
from surcease.exchange.fhir.codes import codes, system
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.reader import Reader
from surcease.exchange.treatments import TreatmentNames
from surcease.formulary import Treatment, treatments
from surcease.formulary.spelling import tidy, tokens
from surcease.formulary.words import routes_said


@dataclass(frozen=True, slots=True)
class Medication:
    """What was given: its name in the resource, and the formulary's key where that is certain."""

    name: str
    key: str | None


def medication_in(
    resource: Element, key: str, route: str, reader: Reader, names: TreatmentNames
) -> Medication:
    """Return the medication of a resource.

    It is a CodeableConcept, or a reference to a Medication that is contained, in the Bundle, or
    named no further than by `display`. The amount in a name is a strength and no dose: it is left.
    """
    concepts = list(_concepts(resource, key, reader))
    words = list(dict.fromkeys(text for each in concepts for text in each.words))
    words += filter(str.strip, [resource.child(f"{key}Reference").text("display")])
    if not words:
        raise DiaryError("it does not say which medication")
    known = next(filter(None, (_key_of(text, route, names) for text in words)), None)
    return Medication(words[0], known or _by_atc(concepts, route))


def _concepts(resource: Element, key: str, reader: Reader) -> Iterator[Element]:
    if concept := resource.child(f"{key}CodeableConcept"):
        yield concept
    reference = resource.child(f"{key}Reference").text("reference")
    if reference.startswith("#"):
        contained = resource.children("contained")
        found = [each for each in contained if each.text("id") == reference[1:]]
        yield from (each.child("code") for each in found)
    elif reference:
        entry = reader.resources.referred_to(reference)
        if entry:
            yield entry.element.child("code")


def _key_of(text: str, route: str, names: TreatmentNames) -> str | None:
    """Return the one treatment that a name says, with the route beside it where that decides."""
    plain = _plain(text)
    for said in dict.fromkeys((f"{text} {route}".strip(), text, f"{plain} {route}", plain)):
        keys = {mention.key for mention in names.mentions(said)}
        if len(keys) == 1 and (key := keys.pop()):
            return key
    return None


def _plain(text: str) -> str:
    """Return a name of a drug catalogue in the words of a person, as far as they are known."""
    for written, meant in codes()["catalogue_words"].items():
        text = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", meant, text, flags=re.IGNORECASE)
    return re.sub(r"\[[^\]]*\]", "", text).strip()


def _by_atc(concepts: list[Element], route: str) -> str | None:
    """Return the treatment of an ATC code; the route tells those apart that share one.

    Without a route it is the treatment that leaves the route open.
    """
    said = {code for each in concepts for of, code in each.codings if of == system("atc")}
    fitting = [known for known in treatments().values() if _is_named(known, said)]
    through = routes_said(tokens(tidy(route))) if route else None
    if through:
        fitting = [known for known in fitting if through & frozenset(known.routes)]
    wanted = (min if through else max)((len(known.routes) for known in fitting), default=0)
    fitting = [known for known in fitting if len(known.routes) == wanted]
    return fitting[0].key if len(fitting) == 1 else None


def _is_named(known: Treatment, said: Container[str]) -> bool:
    return any(
        each.system == "ATC" and each.verified and each.names_treatment and each.code in said
        for each in known.codes
    )
