"""With the server gone an entry of long ago is found, corrected and deleted, and arrives once."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Route

from web.live import Live, run_surcease
from web.log.pages import Log, profile, without_a_copy, without_server
from web.made import attack, said
from web.seen import PHONE, screenshot

NOW = datetime.now(UTC).replace(hour=2, minute=10, second=0, microsecond=0)
MANY = 700  # more than one part of the copy


def days_ago(days):
    return (NOW - timedelta(days=days)).isoformat()


def day(days):
    return days_ago(days)[:10]


OLD = attack(at=days_ago(100), intensity="7", side="left", notes="the long one")
OLDER = attack(at=days_ago(101), intensity="2")


@pytest.fixture
def diary(tmp_path):
    """An app of its own, with two entries of long ago and hundreds before them."""
    live = Live(tmp_path / "data")
    client = live.client()
    client.act(OLD, OLDER, said(kind="days", on=day(3), attacks="0"))
    client.act(*(attack(at=days_ago(120 + n), intensity="4") for n in range(MANY)))
    yield live
    live.kill()


def versions(live, entry):
    with closing(sqlite3.connect(live.data / "diary.sqlite3")) as file:
        rows = file.execute(
            "SELECT do, cells, deleted FROM record_version WHERE entry_id = ? ORDER BY number",
            [entry.replace("-", "")],
        )
        return [(do, json.loads(cells), bool(deleted)) for do, cells, deleted in rows]


def find(log, days, words):
    """Look for entries up to a day, and return the latest of them, which says these words."""
    log.show("now")
    log.page.get_by_role("link", name="Earlier entries").click()
    log.page.locator("#earlier-to").fill(day(days))
    latest = log.page.locator("#earlier-list li").first
    latest.filter(has_text=words).wait_for()
    return latest


def open_found(log, days, words):
    find(log, days, words).click()
    log.page.locator("#attack.open").wait_for()


def test_one_of_100_days_ago_is_corrected_and_another_deleted_and_both_arrive_once(
    diary, browser, tmp_path
):
    with profile(browser, tmp_path / "device") as shown:
        log = Log(shown.open(diary.new_link()))
        log.kept()
        log.has_everything()
        diary.kill()
        log.reload()
        find(log, 100, "pain 7 · left")
        assert log.page.locator("#earlier-list li").count() == 50
        assert log.page.locator("#earlier-incomplete").is_hidden()
        screenshot(log.page, "log-earlier-phone")
        open_found(log, 100, "pain 7 · left")
        assert log.page.locator('#attack [name="cell.notes"]').input_value() == "the long one"
        log.fill("attack", intensity="9")
        log.save("attack")
        log.stored("Changed: Attack · pain 9 · left")
        open_found(log, 101, "pain 2")
        log.press("Delete", "#attack")
        log.stored("Deleted: Attack · pain 2")
        find(log, 101, "pain 4")
        assert "not sent yet" in find(log, 100, "pain 9 · left").inner_text()
    with profile(browser, tmp_path / "device") as shown:
        log = Log(shown.open(f"{diary.origin}/"))
        log.show("unsent")
        assert log.page.locator("#unsent-list li", has_text="pain 9 · left").count() == 1
        diary.start()
        log.all_sent()
        log.has_everything()
        open_found(log, 100, "pain 9 · left")
        log.page.locator("#attack [data-versions]", has_text="pain 7 · left").wait_for()
    diary.kill()
    (_, before, _), (change, after, _) = versions(diary, OLD["entry"])
    assert (change, before["intensity"], after["intensity"]) == ("change", "7", "9")
    assert (after["notes"], after["side"]) == ("the long one", "left")
    assert [(do, gone) for do, _, gone in versions(diary, OLDER["entry"])] == [
        ("put", False),
        ("delete", True),
    ]


def test_what_is_taken_back_is_as_it_was(diary, browser):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(diary.new_link()))
        log.has_everything()
        shown.context.set_offline(True)
        open_found(log, 100, "pain 7")
        log.fill("attack", intensity="9")
        log.save("attack")
        log.press("Undo", "#done")
        log.stored("Taken back")
        open_found(log, 101, "pain 2")
        log.press("Delete", "#attack")
        log.press("Undo", "#done")
        log.page.locator("#done", has_text="Taken back").wait_for()
        find(log, 100, "pain 7 · left")
        find(log, 101, "pain 2")
        shown.context.set_offline(False)
        log.all_sent()
        log.has_everything()
        find(log, 100, "pain 7 · left")
        find(log, 101, "pain 2")


def test_the_page_of_the_history_gives_way_to_them(diary, browser):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(diary.new_link()))
        log.kept()
        log.has_everything()
        shown.context.set_offline(True)
        log.page.goto(f"{diary.origin}/see/history/")
        log.page.get_by_role("heading", name="Earlier entries").wait_for()
        log.page.locator("#earlier-list li").nth(49).wait_for()
        assert log.page.locator("#earlier-list li").count() == 50
        log.press("Earlier ones", "#earlier")
        log.page.locator("#earlier-list li").nth(99).wait_for()


def test_whoever_is_let_in_no_more_finds_nothing_of_them(diary, browser):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(diary.new_link()))
        log.kept()
        log.has_everything()
        shown.context.clear_cookies()
        log.reload()
        log.page.get_by_text("does not know this browser").wait_for()
        assert log.archived() == []
        log.show("earlier")
        log.page.locator("#earlier-incomplete").wait_for()
        assert log.page.locator("#earlier-list li").count() == 0


def test_whoever_is_let_in_no_more_while_they_come_keeps_none(diary, browser):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(diary.new_link()))
        log.kept()
        log.has_everything()
        diary.client().act(attack(at=days_ago(1)))
        shown.context.route("**/log/archive*", lambda route: route.fulfill(status=403))
        log.reload()
        log.page.get_by_text("does not know this browser").wait_for()
        assert log.archived() == []


def test_a_part_that_comes_after_they_were_forgotten_is_not_taken_for_all(diary, browser):
    waiting: list[Route] = []

    def wait(route):
        waiting.append(route)

    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(diary.new_link()))
        log.has_everything()
        diary.client().act(attack(at=days_ago(1)))
        shown.context.route("**/log/archive*", wait, times=1)
        with log.page.expect_request("**/log/archive*"):
            log.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        log.forget_archived()
        with log.page.expect_response("**/log/archive*"):
            waiting.pop().continue_()
        log.reload()
        log.has_everything()
        log.has_copy_of(MANY + 4)


def test_after_a_restore_a_device_holds_what_was_restored(diary, browser, tmp_path):
    backup = tmp_path / "backup.sqlite3"
    assert run_surcease(diary.data, "backup", backup).returncode == 0
    diary.client().act(attack(at=days_ago(99), intensity="10"))
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(diary.new_link()))
        log.has_copy_of(MANY + 4)
        assert run_surcease(diary.data, "restore", backup, said="yes\n").returncode == 0
        log.page.goto(diary.new_link())
        log.ready()
        log.has_copy_of(MANY + 3)


def test_where_a_device_may_keep_no_copy_it_says_what_can_be_done(diary, browser):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(diary.new_link()))
        log.kept()
        log.has_everything()
        shown.context.route("**/log/state", without_a_copy)
        log.reload()
        log.has_copy_of(0)
        shown.context.set_offline(True)
        log.page.goto(f"{diary.origin}/log/entry/{OLD['entry']}/")
        log.page.get_by_text("This entry is not on this device").wait_for()
        find(log, 1, "No attack")
        assert log.page.get_by_text("This entry is not on this device").count() == 0
        log.page.locator("#earlier-incomplete", has_text="write in a note").wait_for()
        screenshot(log.page, "log-earlier-incomplete-phone")


def test_without_a_copy_the_server_shows_them_and_what_is_taken_back_is_as_it_was(diary, browser):
    address = f"{diary.origin}/log/entry/{OLD['entry']}/"
    with without_server(browser, PHONE) as shown:
        shown.context.route("**/log/state", without_a_copy)
        log = Log(shown.open(diary.new_link()))
        log.page.goto(address)
        log.ready()
        log.fill("attack", intensity="9")
        log.save("attack")
        log.press("Undo", "#done")
        log.stored("Taken back")
        log.all_sent()
        log.page.goto(address)
        log.ready()
        log.page.locator('#attack [name="cell.ended_at"]').fill("2020-01-01T03:00")
        log.save("attack")
        log.page.get_by_text("1 needs a look").wait_for()
        log.reload()
        log.show("unsent")
        log.press("Correct", "#unsent-list")
        log.page.wait_for_url(address)
        log.page.locator("#attack.open").wait_for()
        assert log.page.locator('#attack [name="cell.intensity"]').input_value() == "7"
    diary.kill()
    assert [do for do, _, _ in versions(diary, OLD["entry"])] == ["put", "change", "change"]
