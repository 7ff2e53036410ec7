from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from surcease.diary import DiaryError
from surcease.exchange.draft import Draft
from surcease.exchange.fhir.resources import Resources, entries_in
from surcease.exchange.tables import Table


def read(tables: Sequence[Table], _draft: Draft) -> Resources:
    """Read every resource, or raise DiaryError where there is none, or those of several people."""
    resources = Resources(entries_in(tables))
    if not resources.entries:
        raise DiaryError("{table}: there is no resource in it", table=tables[0].name)
    if len(_people(resources)) > 1:
        raise DiaryError(
            "{table}: it holds resources of several patients; a diary is one person's",
            table=tables[0].name,
        )
    return resources


def _people(resources: Resources) -> set[str]:
    people = {entry.key for entry in resources.of_type("Patient")}
    for entry in resources.entries:
        with suppress(DiaryError):  # it is refused, with the reason, where its turn comes
            for key in ("subject", "patient"):
                if about := entry.element.child(key).text("reference"):
                    people.add(resources.identity(about))
    return people
