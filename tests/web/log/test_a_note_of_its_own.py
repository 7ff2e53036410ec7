from web.log.pages import Log, exported, without_server
from web.seen import PHONE, screenshot, window


def test_a_note_is_logged_without_a_server_listed_corrected_deleted_and_exported(
    live, browser, tmp_path
):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.all_sent()
        shown.context.set_offline(True)
        log.page.get_by_role("link", name="A note", exact=True).click()
        screenshot(log.page, "log-note-phone")
        log.fill("note", note="New pillow")
        log.save("note")
        log.page.locator("#lately", has_text="Note: New pillow").wait_for()
        shown.context.set_offline(False)
        log.all_sent()
        log.open_entry("New pillow")
        log.fill("note", note="New pillow, slept well", noted_at="2026-11-20T07:30")
        log.save("note")
        log.all_sent()
        (note,) = exported(log, tmp_path / "diary.zip").notes
        assert note.note == "New pillow, slept well"
        assert note.noted_at.local.isoformat().startswith("2026-11-20T07:30")
        log.page.goto(f"{live.origin}/")
        log.ready()
        log.open_entry("slept well")
        log.press("Delete", "#note")
        log.stored("Deleted")
        assert log.lately() == []
        log.all_sent()
        assert exported(log, tmp_path / "without.zip").notes == ()


def test_it_is_a_plain_form_as_well_and_stands_in_the_history(live, browser):
    with window(browser, PHONE, java_script_enabled=False) as shown:
        page = shown.open(live.new_link())
        page.goto(f"{live.origin}/#note")
        page.locator('#note [name="cell.note"]').fill("The clinic called")
        page.locator("#note").get_by_role("button", name="Save").click()
        page.locator("#lately a", has_text="Note: The clinic called").click()
        page.locator('#note [name="cell.note"]').fill("The clinic called back")
        page.locator("#note .entry").get_by_role("button", name="Save").click()
        page.get_by_role("link", name="History").click()
        page.get_by_text("The clinic called back").wait_for()


def test_what_it_says_of_not_wanting_to_live_shows_who_to_call(live, browser):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.write("note", note="I want to die")
        log.page.get_by_role("link", name="Who to call").wait_for()
        log.all_sent()
