"""It is stored with the attack, shows whom to call at once, and stays home unless it is put in."""

from surcease.formulary.ideation import speaks_so
from surcease.web.log.ideation import WORD
from web.log.pages import Log, entries, exported, without_server
from web.made import attack
from web.seen import PHONE, screenshot, window

TICK = "Thoughts of not wanting to live"


def the_attack(live):
    client = live.client()
    first = attack(at="2026-11-26T02:10:00+00:00", ended_at="2026-11-26T03:10:00+00:00")
    client.act(first)
    entry = first["entry"]
    return entry, lambda: symptoms_of(client, entry)


def symptoms_of(client, entry):
    return next(each for each in entries(client) if each["id"] == entry)["cells"].get("symptoms")


def test_the_word_that_it_stands_for_is_known_to_what_keeps_it_home():
    assert speaks_so(WORD)


def test_ticking_it_shows_whom_to_call_and_stores_it_also_without_a_server(live, browser):
    entry, symptoms = the_attack(live)
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.locator(f'#lately a[href*="/{entry}"]').wait_for()
        shown.context.set_offline(True)
        log.open_entry(entry=entry)
        log.fill("attack", symptoms="tearing")
        calls = log.page.locator("#attack .calls a").first
        assert not calls.is_visible()
        log.page.get_by_label(TICK).check()
        assert calls.is_visible()
        assert calls.get_attribute("href").startswith("tel:")
        screenshot(log.page, "log-ideation-phone")
        log.save("attack")
        log.page.get_by_role("link", name="Who to call").wait_for()
        shown.context.set_offline(False)
        log.all_sent()
        assert symptoms() == f"tearing; {WORD}"
        log.open_entry(entry=entry)
        assert log.page.get_by_label(TICK).is_checked()
        assert log.page.locator('#attack [name="cell.symptoms"]').input_value() == "tearing"
        log.press("Save", "#attack")
        log.page.get_by_text("Nothing was changed.").wait_for()
        log.page.get_by_label(TICK).uncheck()
        log.save("attack")
        log.all_sent()
    assert symptoms() == "tearing"


def test_it_leaves_only_where_it_is_put_in(live, browser, tmp_path):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.show("attack")
        log.page.get_by_label(TICK).check()
        log.save("attack")
        log.all_sent()
        plain = exported(log, tmp_path / "plain.zip")
        whole = exported(log, tmp_path / "whole.zip", everything=True)
    assert not any(WORD in each.symptoms for each in plain.attacks)
    assert any(WORD in each.symptoms for each in whole.attacks)


def test_it_is_a_plain_form_as_well(live, browser):
    entry, symptoms = the_attack(live)
    with window(browser, PHONE, java_script_enabled=False) as shown:
        page = shown.open(live.new_link())
        for ticked, stored in ((True, WORD), (False, None)):
            page.goto(f"{live.origin}/log/entry/{entry}/")
            page.get_by_label(TICK).set_checked(ticked)
            assert page.locator("#attack .calls").is_visible() is ticked
            page.locator("#attack .entry").get_by_role("button", name="Save").click()
            assert symptoms() == stored
