from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date
from uuid import NAMESPACE_URL, uuid5

from surcease.diary import Diary, Moment
from surcease.exchange.fhir.codes import Json

_NAMESPACE = uuid5(NAMESPACE_URL, "https://surcease.example/fhir")


class Maker:
    """What the resources of one export share: their patient, and ids that follow from a seed.

    The same seed and the same entry give the same id, whatever else changed in the diary. Entries
    that say the same are counted.
    """

    def __init__(self, diary: Diary, seed: str, today: date) -> None:
        self.diary = diary
        self.today = today
        self._seed = seed
        self._made: Counter[tuple[str, ...]] = Counter()
        self.patient = {"reference": f"urn:uuid:{self._id('Patient')}"}

    def make(self, kind: str, key: Iterable[str], fields: Json) -> Json:
        """Return a resource with an id, and an identifier that servers keep."""
        made = self.bare(kind, key, fields)
        identifier = {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{made['id']}"}
        return {"resourceType": kind, "id": made["id"], "identifier": [identifier], **fields}

    def bare(self, kind: str, key: Iterable[str], fields: Json) -> Json:
        """Return a resource of a kind that has no identifier, or must not have one."""
        name = (kind, *key)
        self._made[name] += 1
        nth = [str(self._made[name])] if self._made[name] > 1 else []
        return {"resourceType": kind, "id": self._id(*name, *nth), **fields}

    def _id(self, *name: str) -> str:
        return str(uuid5(_NAMESPACE, json.dumps([self._seed, *name])))


def reference_to(resource: Json) -> Json:
    return {"reference": f"urn:uuid:{resource['id']}"}


def key_of(moment: Moment) -> str:
    return moment.at.astimezone(UTC).isoformat()


def with_status[Event](
    events: Iterable[Event], kept: Iterable[Event]
) -> Iterator[tuple[Event, bool]]:
    """Pair each event with whether it counts; one that repeats an earlier row does not."""
    counting = Counter(map(id, kept))
    for event in events:
        counts = counting[id(event)] > 0
        counting[id(event)] -= counts
        yield event, counts
