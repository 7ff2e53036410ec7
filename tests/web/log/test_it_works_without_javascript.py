from web.seen import PHONE, screenshot, window


def test_an_attack_a_dose_and_their_corrections_are_plain_forms(live, browser):
    with window(browser, PHONE, java_script_enabled=False) as shown:
        page = shown.open(live.new_link())
        page.get_by_role("button", name="Attack", exact=True).click()
        page.get_by_role("button", name="7", exact=True).click()
        page.get_by_role("button", name="Left", exact=True).click()
        page.goto(f"{live.origin}/#dose")
        screenshot(page, "log-plain-dose")
        page.locator('#dose [name="cell.treatment"]').select_option("sumatriptan_sc")
        page.locator('#dose [name="cell.amount"]').fill("6")
        page.locator('#dose [name="cell.unit"]').fill("mg")
        page.locator("#dose").get_by_role("button", name="Save").click()
        page.locator("#doses").get_by_role("button", name="Sumatriptan injection").click()
        page.get_by_role("button", name="It\N{RIGHT SINGLE QUOTATION MARK}s over").click()
        screenshot(page, "log-plain")
        page.locator("#lately a", has_text="pain 7").click()
        page.locator('#attack [name="cell.intensity"]').fill("8")
        page.locator("#attack").get_by_role("button", name="Save").click()
        page.locator("#lately a", has_text="pain 8 · left").click()
        page.locator("#attack", has_text="pain 7").wait_for()
        page.get_by_role("button", name="Delete").click()
        lately = page.locator('#lately [data-fill="words"]').all_inner_texts()
    assert lately == ["Sumatriptan injection · 6 mg"] * 2


def test_a_session_and_a_change_of_a_regimen_are_plain_forms(live, browser):
    with window(browser, PHONE, java_script_enabled=False) as shown:
        page = shown.open(live.new_link())
        page.goto(f"{live.origin}/#session")
        for nth, muscle in enumerate(("frontalis", "temporalis")):
            page.locator('#session [name="muscle"]').nth(nth).fill(muscle)
            page.locator('#session [name="side"]').nth(nth).select_option("left")
            page.locator('#session [name="amount"]').nth(nth).fill("25")
        page.locator("#session").get_by_role("button", name="Save").click()
        for amount, from_on in (("240", "2026-09-01"), ("360", "2026-10-01")):
            page.goto(f"{live.origin}/#regimen")
            page.locator('#regimen [name="cell.treatment"]').select_option("verapamil")
            page.locator('#regimen [name="cell.amount_per_day"]').fill(amount)
            page.locator('#regimen [name="cell.unit"]').fill("mg")
            page.locator('#regimen [name="cell.from_on"]').fill(from_on)
            page.locator("#regimen .entry").get_by_role("button", name="Save").click()
        page.goto(f"{live.origin}/#regimen")
        regimens = page.locator("#regimens").inner_text()
        sites = page.locator("#lately").inner_text()
    assert "360 mg a day" in regimens
    assert "240" not in regimens
    assert "left frontalis" in sites
    assert "left temporalis" in sites


def test_what_cannot_be_recorded_says_why(live, browser):
    with window(browser, PHONE, java_script_enabled=False) as shown:
        page = shown.open(live.new_link())
        page.goto(f"{live.origin}/#attack")
        page.locator('#attack [name="cell.started_at"]').fill("2026-11-20T02:10")
        page.locator('#attack [name="cell.ended_at"]').fill("2026-11-19T02:10")
        page.locator("#attack").get_by_role("button", name="Save").click()
        assert "before" in page.locator(".error").inner_text()
        shown.errors.clear()  # Chromium lists the 422 of the page
