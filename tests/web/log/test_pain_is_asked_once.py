from datetime import UTC, datetime, timedelta

from web.log.pages import Log, cells_of
from web.made import said
from web.seen import PHONE, screenshot, window


def ago(minutes):
    return (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat(timespec="seconds")


def dose(minutes):
    cells = {"treatment": "sumatriptan_sc", "amount": "6", "unit": "mg"}
    return said(kind="doses", given_at=ago(minutes), **cells)


def test_pain_15_and_30_minutes_after_a_dose_is_asked_once_each(live, browser):
    client = live.client()
    client.act(first := dose(16))
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.locator("#question", has_text="15 minutes after Sumatriptan injection").wait_for()
        screenshot(log.page, "log-question-phone")
        log.press("3", "#question")
        log.page.locator("#question .card").wait_for(state="detached")
        log.all_sent()
        client.act(said(first["entry"], "change", "doses", given_at=ago(31)))
        log.reload()
        log.page.locator("#question", has_text="30 minutes").wait_for()
        log.press("Do not ask", "#question")
        log.page.locator("#question .card").wait_for(state="detached")
        log.reload()
        assert log.page.locator("#question .card").count() == 0
    cells = cells_of(client, first["entry"])
    assert cells["intensity_15_min"] == "3"
    assert "intensity_30_min" not in cells
