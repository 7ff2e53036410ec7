from __future__ import annotations

import pytest


@pytest.fixture
def admitted(client, db):
    """A client of Django's that was let in."""
    from surcease.web.access import link

    assert client.get(f"/enter/{link.make_token()}").status_code == 302
    return client


@pytest.fixture
def kept_results(db):
    """Keep results for every page that need no analysis to be made."""
    from surcease.web.record.actions import record_said
    from surcease.web.results import keeping
    from surcease.web.results.treatments import as_text
    from surcease.web.see.pages import PAGES
    from web.made import attack
    from web.see.treatments import MAGNESIUM, VERAPAMIL

    record_said([attack()])
    result = keeping.begin("of one attack", keeping.newest_revision())
    parts = {page.part: f"<section><h2>{page.title}</h2></section>" for page in PAGES}
    parts |= {MAGNESIUM.how_often_part: "<section><h2>How often</h2></section>"}
    parts |= {"analysis.json": "{}", "treatments.json": as_text([MAGNESIUM, VERAPAMIL])}
    keeping.keep(result, parts, {"clock": {"vega": {}, "reading": None}})
    keeping.finish(result)
    return result
