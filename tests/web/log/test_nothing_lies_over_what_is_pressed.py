import pytest

from web.log.pages import Log, without_server
from web.made import said
from web.seen import PHONE, SCREENSHOTS, window

SMALL_PHONE = {"width": 360, "height": 740}
OVER = "It\N{RIGHT SINGLE QUOTATION MARK}s over"

_ALL_OF_IT_SHOWS = """button => {
  const box = button.getBoundingClientRect();
  return [box.left + 4, box.right - 4].every((x) =>
    [box.top + 4, box.bottom - 4].every((y) => button.contains(document.elementFromPoint(x, y))));
}"""

_UNDER_THE_PAGES = """() => {
  const nav = document.querySelector(".site-nav").getBoundingClientRect();
  return [...document.querySelectorAll("main :is(a, button, input, select, summary)")]
    .filter((each) => each.checkVisibility())
    .map((each) => [each.innerText, each.getBoundingClientRect()])
    .filter(([, box]) => box.top < nav.bottom && box.bottom > nav.top)
    .map(([name]) => name);
}"""


@pytest.fixture(scope="module")
def usual(live):
    for treatment, amount, unit in (("sumatriptan_sc", "6", "mg"), ("oxygen", "12", "L/min")):
        live.client().act(
            said(kind="usuals", treatment=treatment, amount=amount, unit=unit, role="acute")
        )


@pytest.mark.parametrize("phone", [SMALL_PHONE, PHONE], ids=lambda phone: str(phone["width"]))
def test_its_over_is_on_the_first_screen_of_a_phone_at_its_fullest(live, browser, usual, phone):
    with without_server(browser, phone) as shown:
        log = Log(shown.open(live.new_link()))
        shown.context.set_offline(True)
        log.press("Attack")
        log.press("7")
        log.press("Sumatriptan injection 6 mg")
        log.stored("Sumatriptan injection")
        log.page.get_by_text("Surcease is not running").wait_for()
        over = log.page.get_by_role("button", name=OVER)
        log.page.evaluate("scrollTo(0, 0)")
        log.page.screenshot(path=SCREENSHOTS / f"log-attack-first-screen-{phone['width']}.png")
        box = over.bounding_box()
        assert box["y"] + box["height"] <= phone["height"]
        assert over.evaluate(_ALL_OF_IT_SHOWS)
        shown.context.set_offline(False)
        over.click()
        log.page.locator("#start").wait_for()
        log.all_sent()


@pytest.mark.parametrize("view", ["now", "attack", "session", "regimen"])
def test_the_list_of_pages_covers_nothing_wherever_the_page_stands(live, browser, usual, view):
    with window(browser, SMALL_PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.show(view)
        for down in (0, 0.5, 1):
            log.page.evaluate("down => scrollTo(0, down * document.body.scrollHeight)", down)
            assert log.page.evaluate(_UNDER_THE_PAGES) == [], down
