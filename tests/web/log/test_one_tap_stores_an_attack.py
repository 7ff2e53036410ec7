from web.log.pages import Log
from web.made import said
from web.seen import DESKTOP, PHONE, screenshot, window


def test_one_tap_stores_an_attack_and_the_rest_can_follow_from_start_to_end(live, browser):
    live.client().act(
        said(kind="usuals", treatment="sumatriptan_sc", amount="6", unit="mg", role="acute"),
        said(kind="usuals", treatment="oxygen", amount="12", unit="L/min", role="acute"),
    )
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.get_by_role("button", name="Oxygen 12 L/min").wait_for()
        screenshot(log.page, "log-first-phone")
        log.press("Attack")
        log.page.locator("#running .clock").wait_for()
        log.all_sent()
        log.reload()
        log.press("7")
        log.press("Left")
        log.page.locator('[data-earlier="5"]').click()
        log.page.get_by_role("button", name="Sumatriptan injection 6 mg").click()
        log.stored("Sumatriptan injection")
        screenshot(log.page, "log-attack-phone")
        log.page.set_viewport_size(DESKTOP)
        screenshot(log.page, "log-attack-desktop")
        log.press("It\N{RIGHT SINGLE QUOTATION MARK}s over")
        log.page.locator("#start").wait_for()
        log.all_sent()
        latest = log.lately()
    assert "Sumatriptan injection · 6 mg" in latest
    assert "Attack · pain 7 · left · 5 min" in latest
