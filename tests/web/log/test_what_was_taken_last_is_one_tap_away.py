"""Where nothing is kept at hand, acute treatments taken last are offered, after a remission too."""

from datetime import UTC, datetime, timedelta

import pytest

from web.log.pages import Log
from web.made import said
from web.seen import PHONE, window


def dose(days_ago, treatment, amount):
    at = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat(timespec="seconds")
    return said(kind="doses", given_at=at, treatment=treatment, amount=amount, unit="mg")


@pytest.fixture
def in_remission(live):
    live.client().act(
        dose(401, "sumatriptan_sc", "3"),
        dose(400, "sumatriptan_sc", "6"),
        dose(200, "galcanezumab", "300"),
        dose(60, "zolmitriptan_nasal", "5"),
    )
    return live


def test_a_year_after_the_last_attack_they_are_still_offered_the_latest_first(
    in_remission, browser
):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(in_remission.new_link()))
        log.has_everything()
        log.page.locator("#doses li").nth(1).wait_for()
        offered = log.page.locator("#doses li").all_inner_texts()
        assert log.lately() == []
    with window(browser, PHONE, java_script_enabled=False) as shown:
        page = shown.open(in_remission.new_link())
        assert page.locator("#doses li").all_inner_texts() == offered
        assert page.locator("#lately li").count() == 0
    assert ["5 mg" in offered[0], "6 mg" in offered[1]] == [True, True]
