import pytest

from web.axe import violations
from web.log.pages import Log, cells_of, entries
from web.made import said
from web.seen import PHONE, screenshot, window

VIEWS = (
    "now",
    "earlier",
    "attack",
    "dose",
    "infusion",
    "session",
    "regimen",
    "days",
    "lab",
    "symptom",
)

_TOO_SMALL = """() => [...document.querySelectorAll("#now button, #now a, nav a, header a")]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.innerText, each.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""


@pytest.fixture(scope="module")
def running(live):
    """An attack that goes on, something to take, and a day of which nothing is known."""
    client = live.client()
    client.act(
        said(kind="usuals", treatment="sumatriptan_sc", amount="6", unit="mg", role="acute"),
        said(kind="days", on="2026-11-20", attacks="0"),
        said(kind="regimens", treatment="verapamil", amount_per_day="240", from_on="2026-10-01"),
    )
    return client


def test_no_view_breaks_a_rule_of_axe_in_either_theme(live, browser, running):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        assert violations(log.page) == []
        log.press("Attack")
        log.page.get_by_role("button", name="Sumatriptan injection 6 mg").click()
        log.all_sent()
        for theme in ("dark", "light"):
            log.page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            for view in VIEWS:
                log.show(view)
                screenshot(log.page, f"log-{view}-{theme}-phone")
                assert violations(log.page) == [], (view, theme)


def test_nothing_is_cut_off_at_320_px_and_every_target_is_large(live, browser, running):
    with window(browser, {"width": 320, "height": 480}) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.locator("#doses .dose").first.wait_for()
        assert log.page.evaluate(_TOO_SMALL) == []
        for view in VIEWS:
            log.show(view)
            width = log.page.evaluate("document.documentElement.scrollWidth")
            assert width <= 320, (view, width)
        screenshot(log.page, "log-320")


def test_keys_do_what_a_thumb_and_a_long_press_do(live, browser, running):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.get_by_role("button", name="Sumatriptan injection 6 mg").click(delay=900)
        log.page.locator("#dose.open").wait_for()
        log.show("now")
        before = len(log.lately())
        log.page.get_by_label("Sumatriptan injection: another amount or time").focus()
        log.page.keyboard.press("Enter")
        log.page.locator("#dose.open").wait_for()
        assert log.page.locator('#dose [name="cell.amount"]').input_value() == "6"
        log.fill("dose", amount="3")
        log.page.locator('#dose [name="cell.amount"]').press("Enter")
        log.page.locator("#lately", has_text="3 mg").wait_for()
        assert len(log.lately()) == before + 1
        log.all_sent()


def test_a_unit_that_says_too_little_is_asked_about_and_kept_as_written(live, browser, running):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.show("infusion")
        log.fill("infusion", amount="1", unit="g")
        log.page.locator("#infusion [data-unit-question]").wait_for()
        log.press("g MgSO4", "#infusion")
        log.page.locator("#infusion [data-unit-question]").wait_for(state="hidden")
        log.fill("infusion", unit="g")
        log.save("infusion")
        log.page.locator("#lately", has_text="Unit: the unit does not say of what").wait_for()
        log.all_sent()
        doses = [each for each in entries(running) if each["kind"] == "doses"]
        assert "g" in [each["cells"]["unit"] for each in doses]


def test_what_a_note_says_of_not_wanting_to_live_shows_who_to_call(live, browser, running):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.write("symptom", symptom="tired", notes="I want to die")
        log.page.get_by_role("link", name="Who to call").wait_for()
        log.all_sent()
        latest = next(each for each in entries(running) if each["kind"] == "symptoms")
        assert cells_of(running, latest["id"])["symptom"] == "tired"
