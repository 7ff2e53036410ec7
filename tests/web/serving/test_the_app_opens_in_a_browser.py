from web.seen import PHONE, screenshot, window


def test_the_printed_link_opens_the_log_and_an_attack_can_be_stored(live, browser):
    with window(browser, PHONE) as shown:
        page = shown.open(live.new_link())
        page.get_by_role("button", name="Attack", exact=True).click()
        page.wait_for_selector("#running .clock")
        screenshot(page, "core-log-phone")
        assert page.url == f"{live.origin}/"
