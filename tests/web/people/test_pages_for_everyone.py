"""With a keyboard, a screen reader, a narrow screen or large letters: every page can be used."""

import pytest

from web.axe import violations
from web.seen import DESKTOP, PHONE, screenshot, window

PAGES = {
    "first-run": "/welcome/",
    "help-now": "/help-now/",
    "more": "/more/",
    "settings": "/settings/",
    "import": "/import/",
    "export": "/export/",
    "backup": "/backup/",
}
ALL_PAGES = {**PAGES, "log": "/", "timeline": "/see/", "works": "/see/works/"}
NARROW = {"width": 320, "height": 640}
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
FOCUSED = """() => {
  const on = document.activeElement;
  const box = on.getBoundingClientRect();
  const name = on.labels?.[0]?.innerText || on.ariaLabel || on.innerText || on.title;
  return {tag: on.tagName, name: (name || "").trim(), seen: box.width > 0 && box.height > 0};
}"""


@pytest.mark.parametrize(("viewport", "theme"), [(PHONE, "dark"), (DESKTOP, "light")])
def test_axe_finds_nothing_on_any_page_in_either_theme(live, browser, viewport, theme):
    with window(browser, viewport) as shown:
        page = enter(shown, live)
        page.context.add_cookies([{"name": "surcease_theme", "value": theme, "url": live.origin}])
        for name, path in PAGES.items():
            page.goto(live.origin + path)
            open_all(page)
            screenshot(page, f"{name}-{theme}")
            assert violations(page) == [], (name, theme)


def test_no_page_is_wider_than_a_narrow_screen_or_large_letters(live, browser):
    for viewport, zoom in ((NARROW, "100%"), ({"width": 640, "height": 900}, "200%")):
        with window(browser, viewport) as shown:
            page = enter(shown, live)
            for name, path in ALL_PAGES.items():
                page.goto(live.origin + path)
                page.evaluate(f"document.documentElement.style.fontSize = '{zoom}'")
                open_all(page)
                assert page.evaluate(TOO_WIDE) <= 0, (name, zoom)


def test_help_is_one_step_away_on_every_page_and_needs_no_session(live, browser):
    with window(browser, PHONE) as shown:
        page = enter(shown, live)
        for path in ALL_PAGES.values():
            page.goto(live.origin + path)
            page.get_by_role("banner").get_by_role("link", name="Help now").click()
            assert page.get_by_role("heading", level=1).inner_text() == "Help now"
    with window(browser, PHONE, locale="en-AU") as stranger:
        page = stranger.open(f"{live.origin}/help-now/")
        first = page.locator(".calls a").first
        assert first.get_attribute("href") == "tel:131114"
        assert page.locator("form").count() == 0


def test_a_keyboard_reaches_everything_and_every_stop_has_a_name(live, browser):
    with window(browser, DESKTOP) as shown:
        page = enter(shown, live)
        for path in ("/welcome/", "/settings/"):
            page.goto(live.origin + path)
            stops = tab_through(page)
            assert stops[0]["name"] == "Skip to the content"
            assert all(stop["name"] and stop["seen"] for stop in stops), path
        page.goto(f"{live.origin}/settings/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_a_setting_is_changed_corrected_and_deleted_without_a_mouse(live, browser):
    with window(browser, PHONE) as shown:
        page = enter(shown, live)
        page.goto(f"{live.origin}/settings/")
        section = page.locator("#medicines")
        section.locator("summary", has_text="Add").press("Enter")
        section.get_by_label("Medicine", exact=True).last.fill("Metoprolol")
        section.get_by_role("button", name="Add").press("Enter")
        assert page.url.endswith("#medicines")
        section.locator("summary", has_text="Metoprolol").press("Enter")
        section.get_by_label("Notes").first.fill("in the morning")
        section.get_by_role("button", name="Save").press("Enter")
        section.locator("summary", has_text="in the morning").press("Enter")
        section.get_by_role("button", name="Delete").press("Enter")
        assert "Metoprolol" not in section.inner_text()


def test_a_setting_that_cannot_be_kept_is_told_where_it_was_entered(live, browser):
    with window(browser, PHONE) as shown:
        page = enter(shown, live)
        page.goto(f"{live.origin}/settings/")
        section = page.locator("#journeys")
        section.locator("summary").click()
        section.locator("input[name=from]").fill("2024-03-05")
        section.locator("input[name=to]").fill("2024-03-01")
        section.get_by_role("button", name="Add").click()
        assert section.get_by_role("alert").inner_text()


def enter(shown, live):
    shown.context.add_cookies(
        [
            {"name": name, "value": value, "url": live.origin}
            for name, value in live.client().cookies.items()
        ]
    )
    return shown.open(live.origin)


def open_all(page):
    page.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))")


def tab_through(page):
    """Press Tab until it comes round; return what had the focus."""
    stops = []
    for _ in range(150):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["tag"] == "BODY":
            return stops
        stops.append(stop)
    pytest.fail("the focus never comes round")
