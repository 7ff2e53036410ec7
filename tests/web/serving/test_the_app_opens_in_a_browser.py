from web.seen import PHONE, screenshot, window


def test_the_printed_link_opens_the_log_and_an_attack_can_be_stored(live, browser):
    with window(browser, PHONE) as shown:
        page = shown.open(live.new_link())
        page.get_by_role("button", name="Attack").click()
        page.wait_for_selector("li time, ol li")
        screenshot(page, "core-log-phone")
        assert page.url == f"{live.origin}/"
