from web.log.pages import Log
from web.seen import PHONE, window


def test_a_mistaken_tap_is_undone_and_stays_among_the_earlier_versions(live, browser):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.press("Shadow")
        log.press("Undo", "#done")
        log.page.locator("#start").wait_for()
        assert log.lately() == []
        log.all_sent()


def test_a_pain_step_that_was_pressed_by_mistake_goes_back_to_what_it_was(live, browser):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.press("Attack")
        log.press("8")
        log.press("3")
        log.press("Undo", "#done")
        log.page.locator('button[value="8"][aria-pressed="true"]').wait_for()
        log.press("8")  # pressed again: not said
        log.page.locator('#running [aria-pressed="true"]').wait_for(state="detached")
        log.all_sent()


def test_an_entry_is_corrected_deleted_and_brought_back_with_its_versions_shown(live, browser):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.write(
            "attack", started_at="2026-11-20T02:10", ended_at="2026-11-20T03:00", intensity="6"
        )
        log.open_entry("pain 6")
        log.fill("attack", intensity="9", notes="woke me")
        log.save("attack")
        log.open_entry("pain 9")
        log.page.locator("#attack [data-versions]", has_text="pain 6").wait_for()
        log.press("Delete", "#attack")
        log.stored("Deleted")
        assert not any("pain 9" in each for each in log.lately())
        log.press("Undo", "#done")
        log.page.locator("#lately", has_text="pain 9").wait_for()
        log.all_sent()
