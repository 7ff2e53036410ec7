"""Another amount of what is taken every day starts in the unit in which it was taken so far."""

from web.log.pages import Log
from web.made import said
from web.seen import PHONE, window


def test_another_amount_of_a_regimen_is_asked_for_in_the_unit_of_the_regimen(live, browser):
    magnesium = {"treatment": "magnesium_oral", "amount_per_day": "10", "unit": "mmol"}
    live.client().act(said(kind="regimens", from_on="2026-01-01", **magnesium))
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.locator("#regimens", has_text="10 mmol").wait_for(state="attached")
        log.show("regimen")
        log.press("Another amount", "#regimens")
        assert log.page.locator('#regimen [name="cell.unit"]').input_value() == "mmol"
        log.fill("regimen", amount_per_day="15")
        log.save("regimen")
        log.show("regimen")
        log.page.locator("#regimens", has_text="15 mmol").wait_for()
