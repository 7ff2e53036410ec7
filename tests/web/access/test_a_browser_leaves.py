"""On a device of somebody else a browser forgets the diary, but never what was not sent yet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from web.log.pages import Log, entries, without_server
from web.made import attack
from web.seen import PHONE, screenshot

LEAVE = "Leave, and forget the diary here"
LONG_AGO = (datetime.now(UTC) - timedelta(days=90)).isoformat()


def leave(page):
    page.get_by_role("link", name="More", exact=True).click()
    page.get_by_role("button", name=LEAVE).click()
    page.locator("#forgotten").wait_for()


def kept_by(page):
    """Return how many entries and unsent actions a browser keeps, and whether a state."""
    return page.evaluate("""async () => {
        const own = document.querySelector("script[src$='leave.js']").src;
        const archive = await import(new URL("archive.js", own));
        const store = await import(new URL("store.js", own));
        const [entries, actions] = [await archive.all(), await store.actions()];
        return [entries.length, actions.length, (await store.state()) !== undefined];
    }""")


def test_it_keeps_nothing_and_is_let_in_no_more(live, browser):
    live.client().act(attack(at=LONG_AGO))
    with without_server(browser, PHONE) as window:
        log = Log(window.open(live.new_link()))
        log.has_everything()
        assert log.archived()
        leave(log.page)
        assert kept_by(log.page) == [0, 0, False]
        assert log.page.locator("#waiting").is_hidden()
        screenshot(log.page, "left-phone")
        assert "surcease_admitted" not in {each["name"] for each in window.context.cookies()}
        assert log.page.goto(f"{live.origin}/see/history/").status == 403


def test_what_was_not_sent_yet_waits_until_it_is_let_in_again(live, browser):
    before = len(entries(live.client()))
    with without_server(browser, PHONE) as window:
        log = Log(window.open(live.new_link()))
        log.page.route("**/actions", lambda route: route.abort())
        log.press("Attack")
        log.page.wait_for_selector('html[data-unsent="1"]')
        leave(log.page)
        assert kept_by(log.page) == [0, 1, False]
        log.page.locator("#waiting").wait_for()
        log.page.unroute("**/actions")
        log.page.goto(live.new_link())
        log.all_sent()
    assert len(entries(live.client())) == before + 1


def test_a_link_alone_makes_nobody_leave(admitted):
    assert admitted.get("/leave/").status_code == 405
