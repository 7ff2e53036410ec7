from __future__ import annotations

import pytest


@pytest.fixture
def admitted(client, db):
    """A client of Django's that was let in."""
    from surcease.web.access import link

    assert client.get(f"/enter/{link.make_token()}").status_code == 302
    return client


@pytest.fixture
def analysed(db):
    """Keep the analysis of a record of a few entries, made by hand."""
    from tests.strategies.analyses import published_case

    from surcease.analysis.stored import to_stored
    from surcease.diary.digest import digest
    from surcease.web.record.actions import record_said
    from surcease.web.record.diary_of import diary_of_record
    from surcease.web.results import keeping
    from web.made import attack, said

    at = "2026-03-01T02:15:00+01:00"
    dose = {"given_at": at, "amount": "6", "unit": "mg"}
    record_said(
        [
            attack(notes="Rain all day"),
            said(kind="doses", treatment="sumatriptan_sc", **dose),
            said(kind="doses", treatment="Omas Tee", **dose),
        ]
    )
    result = keeping.begin(digest(diary_of_record()), keeping.newest_revision())
    keeping.keep(result, {"analysis.stored": to_stored(published_case())}, {})
    keeping.finish(result)
    return result
