"""A page that was opened earlier shows less than the record holds; saving it must not say so."""

from datetime import UTC, datetime

from web.log.pages import Log, cells_of
from web.made import attack, said
from web.seen import PHONE, window


def the_attack(live):
    client = live.client()
    first = attack(at="2026-11-26T02:10:00+00:00", ended_at="2026-11-26T03:10:00+00:00")
    client.act(first)
    return client, first["entry"]


def test_a_pain_rating_logged_elsewhere_survives_an_older_form(live, browser):
    client, entry = the_attack(live)
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.open_entry(entry=entry)
        client.act(said(entry, "change", intensity="7"))
        log.fill("attack", notes="on the left")
        log.save("attack")
        log.all_sent()
    cells = cells_of(client, entry)
    assert (cells["intensity"], cells["notes"]) == ("7", "on the left")


def test_a_pain_rating_logged_elsewhere_survives_an_older_form_without_javascript(live, browser):
    client, entry = the_attack(live)
    with window(browser, PHONE, java_script_enabled=False) as shown:
        page = shown.open(live.new_link())
        page.goto(f"{live.origin}/log/entry/{entry}/")
        client.act(said(entry, "change", intensity="7"))
        page.locator('#attack [name="cell.notes"]').fill("on the left")
        page.locator("#attack").get_by_role("button", name="Save").click()
    cells = cells_of(client, entry)
    assert (cells["intensity"], cells["notes"]) == ("7", "on the left")


def test_a_page_with_an_older_queue_takes_nothing_back(live, browser):
    client, entry = the_attack(live)
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.route("**/actions", lambda route: route.abort())
        log.open_entry(entry=entry)
        log.fill("attack", notes="offline", intensity="4")
        log.save("attack")
        later = datetime.now(UTC).isoformat()
        client.act({**said(entry, "change", intensity="7"), "made_at": later})
        log.page.unroute("**/actions")
        log.reload()
        log.all_sent()
        shown.errors.clear()  # the aborted requests
    cells = cells_of(client, entry)
    assert (cells["intensity"], cells["notes"]) == ("7", "offline")
