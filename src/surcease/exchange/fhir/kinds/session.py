"""A session of injections: a Procedure with its sites, of which each administration is part."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.diary import Session, distinct_doses, sessions
from surcease.exchange.fhir.codes import Json, codes
from surcease.exchange.fhir.instants import instant
from surcease.exchange.fhir.kinds import dose as doses
from surcease.exchange.fhir.kinds.treatment import treatment_concept
from surcease.exchange.fhir.maker import Maker, key_of, reference_to, with_status
from surcease.exchange.fhir.text import text_concept
from surcease.formulary import treatment_named


def to_fhir(maker: Maker) -> Iterator[Json]:
    """Yield every session, then every dose in the order of its row."""
    made = {
        (each.given_at.at, each.treatment): _procedure(each, maker)
        for each in sessions(maker.diary)
        if _is_procedure(each)
    }
    yield from made.values()
    kept = distinct_doses(maker.diary).events
    for dose, counts in with_status(maker.diary.doses, kept):
        procedure = made.get((dose.given_at.at, dose.treatment))
        session = reference_to(procedure) if procedure and counts else None
        yield from doses.to_fhir(dose, counts, session, maker)


def _is_procedure(session: Session) -> bool:
    """Tell injections by their treatment, or by several sites at once."""
    if doses.is_stimulation(session.treatment):
        return False
    return _called(session) is not None or len(session.sites) > 1


def _called(session: Session) -> str | None:
    known = treatment_named(session.treatment)
    return codes()["procedures"].get(known.key) if known else None


def _procedure(session: Session, maker: Maker) -> Json:
    called = _called(session)
    sites = dict.fromkeys(site for site, _ in session.sites)
    fields: Json = {
        "status": "completed",
        "code": {"text": called} if called else treatment_concept(session.treatment),
        "subject": maker.patient,
        **instant("performedDateTime", session.given_at),
        **({"bodySite": [text_concept(site) for site in sites]} if sites else {}),
        "usedCode": [treatment_concept(session.treatment)],
    }
    key = ("session", key_of(session.given_at), session.treatment)
    return maker.make("Procedure", key, fields)
