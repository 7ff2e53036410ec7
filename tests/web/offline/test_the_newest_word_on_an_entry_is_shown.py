"""What was said elsewhere is shown as soon as the server has told it, and is not taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from web.live import Live
from web.log.pages import Log, without_a_copy, without_server
from web.made import attack, said
from web.seen import PHONE


def days_ago(days):
    return (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")


OLD = attack(at=days_ago(100), intensity="7", side="left")
RECENT = attack(at=days_ago(2), intensity="7", side="left")
PAIN = '#attack [name="cell.intensity"]'


@pytest.fixture
def diary(tmp_path):
    live = Live(tmp_path / "data")
    live.client().act(OLD, RECENT)
    yield live
    live.kill()


def address(diary, action):
    return f"{diary.origin}/log/entry/{action['entry']}/"


def cells_now(log):
    """Return what the server tells of the entry whose page is open."""
    log.reload()
    return log.page.evaluate("JSON.parse(document.querySelector('[data-told]').dataset.told).cells")


def change_and_take_back(log):
    log.fill("attack", intensity="9")
    log.save("attack")
    log.press("Undo", "#done")
    log.stored("Taken back")


@pytest.mark.parametrize("changed", [OLD, RECENT], ids=["old", "recent"])
def test_the_page_of_an_entry_shows_what_another_device_said_since(diary, browser, changed):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(diary.new_link()))
        log.has_everything()
        log.page.goto("about:blank")
        diary.client().act(said(changed["entry"], "change", minutes=1, intensity="3"))
        shown.context.route("**/log/state", lambda route: route.abort())
        log.page.goto(address(diary, changed))
        log.ready()
        assert log.page.locator(PAIN).input_value() == "3"
        change_and_take_back(log)
        shown.context.unroute("**/log/state")
        log.page.goto(address(diary, changed))
        log.ready()
        log.has_everything()
        assert cells_now(log)["intensity"] == "3"
        log.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # asks and draws
        log.has_everything()
        change_and_take_back(log)
        log.all_sent()
        log.page.goto(address(diary, changed))
        log.ready()
        assert cells_now(log)["intensity"] == "3"


def test_where_no_copy_is_kept_an_older_entry_is_shown_whole_and_as_it_was_changed(diary, browser):
    with without_server(browser, PHONE) as shown:
        shown.context.route("**/log/state", without_a_copy)
        log = Log(shown.open(diary.new_link()))
        log.page.goto(address(diary, OLD))
        log.ready()
        assert log.page.locator('#attack [name="cell.side"][value="left"]').is_checked()
        log.fill("attack", side="right", intensity="9")
        log.save("attack")
        log.stored("Changed: Attack · pain 9 · right")
        log.all_sent()
        log.page.go_back()
        log.page.locator("#attack.open").wait_for()
        assert log.page.locator(PAIN).input_value() == "9"
        log.show("now")
        log.press("Undo", "#done")
        log.stored("Taken back")
        log.all_sent()
        now = cells_now(log)
        assert (now["side"], now["intensity"]) == ("left", "7")


def test_a_change_of_a_deleted_entry_does_not_bring_it_back(diary, browser):
    diary.client().act(said(RECENT["entry"], "delete", minutes=1))
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(diary.new_link()))
        log.has_everything()
        log.page.goto(address(diary, RECENT))
        log.ready()
        shown.context.set_offline(True)
        log.fill("attack", intensity="9")
        log.save("attack")
        log.stored("Changed: Attack · pain 9 · left")
        assert log.lately() == []
        log.page.go_back()
        log.page.get_by_role("button", name="Bring it back").click()
        log.page.locator("#lately", has_text="pain 9 · left").wait_for()
        log.press("Undo", "#done")
        log.stored("Taken back")
        log.page.locator("#lately", has_text="pain 9 · left").wait_for(state="detached")


def test_what_is_no_longer_known_here_cannot_be_taken_back_to_nothing(diary, browser):
    with without_server(browser, PHONE) as shown:
        shown.context.route("**/log/state", without_a_copy)
        log = Log(shown.open(diary.new_link()))
        log.page.goto(address(diary, OLD))
        log.ready()
        shown.context.clear_cookies()
        log.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        log.page.locator("#status", has_text="does not know this browser").wait_for(
            state="attached"
        )
        log.fill("attack", intensity="9")
        log.save("attack")
        log.page.locator("html[data-unsent='1']").wait_for()
        assert log.page.get_by_role("button", name="Undo").count() == 0
