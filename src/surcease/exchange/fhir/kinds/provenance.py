"""Where the resources come from: the diary by its digest, its owner, and this program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from surcease.exchange.fhir.codes import Json, concept, system
from surcease.exchange.fhir.instants import iso_instant
from surcease.exchange.fhir.maker import Maker, reference_to
from surcease.version import __version__


def to_fhir(resources: Iterable[Json], digest: str, at: datetime, maker: Maker) -> Json:
    source = {"identifier": {"system": system("digest"), "value": digest}}
    fields = {
        "target": [reference_to(each) for each in resources],
        "recorded": iso_instant(at),
        "agent": [
            {"type": concept("author"), "who": maker.patient},
            {"type": concept("assembler"), "who": {"display": f"Surcease {__version__}"}},
        ],
        "entity": [{"role": "source", "what": source}],
    }
    return maker.bare("Provenance", ("export",), fields)
