"""No page of the app asks the store more the more there is in it."""

import pytest

from app.addresses import addresses
from surcease.web.record.actions import record_said
from surcease.web.record.models import Entry
from web.made import attack, said
from web.see.treatments import MAGNESIUM

MOST_QUERIES = 16
MANY = 60


@pytest.fixture
def known(kept_results):
    record_said(
        [
            *(attack(intensity="7") for _ in range(MANY)),
            *(
                said(kind="doses", given_at=f"2026-02-{day:02}T02:20:00+01:00", treatment="oxygen")
                for day in range(1, 29)
            ),
        ]
    )
    entry = Entry.objects.filter(kind="attacks").first()
    return {
        "entry": entry.pk,
        "result": kept_results.pk,
        "name": "clock",
        "treatment": MAGNESIUM.ref,
    }


def test_every_page_of_the_app_asks_the_store_little(
    admitted, known, django_assert_max_num_queries
):
    shown = addresses(**known)
    more = f"/see/works/{MAGNESIUM.ref}"
    assert {"/", "/see/", "/see/history/", f"/log/entry/{known['entry']}/"} <= set(shown)
    assert {f"{more}/how-often/", f"{more}/checks/"} <= set(shown)
    for address in shown:
        with django_assert_max_num_queries(MOST_QUERIES, info=address):
            assert admitted.get(address).status_code < 500, address
