"""The pages of what the diary shows, in real Chromium: one app, one diary, from empty to read."""

import re
from datetime import UTC, datetime
from itertools import batched

import pytest
from playwright.sync_api import expect

import surcease
from surcease.web.record.cells_of import actions_of
from surcease.web.record.uuid7 import uuid7
from web.axe import violations
from web.made import attack, said
from web.seen import DESKTOP, PHONE, screenshot, window

PAGES = ["", "works/", "acute/", "clock/", "bouts/", "safety/", "evidence/", "history/"]
QUESTIONS = ["how-often", "checks"]
WITH_CHARTS = ["", "works/", "clock/"]
NARROWEST = {"width": 320, "height": 640}
ZOOMED = {"width": DESKTOP["width"] // 2, "height": DESKTOP["height"] // 2}
MS_TO_WORK_OUT = 240_000

pytestmark = pytest.mark.usefixtures("axe_is_there")


@pytest.fixture(scope="module")
def axe_is_there():
    from needs import npm_package

    npm_package("axe-core")


@pytest.fixture(scope="module")
def client(live):
    return live.client()


@pytest.fixture
def shown(live, client, browser):
    """Open a window that was let in, of a size and with a theme."""
    from contextlib import contextmanager

    @contextmanager
    def opened(viewport=PHONE, theme="dark", **options):
        with window(browser, viewport, **options) as made:
            kept = client.cookies | {"surcease_theme": theme}
            made.context.add_cookies(
                [{"name": key, "value": text, "url": live.origin} for key, text in kept.items()]
            )
            yield made

    return opened


def see(shown, live, page):
    return shown.open(f"{live.origin}/see/{page}")


def as_sent(action):
    return {
        "id": str(action.id),
        "entry": str(action.entry),
        "kind": action.kind,
        "do": action.do,
        "cells": dict(action.cells),
        "made_at": action.made_at.isoformat(),
    }


def more_of(client, question):
    """Return the address of a question about the first treatment that has it."""
    found = re.search(rf'/see/(works/\w+/{question}/)"', client.get("/see/works/")[1])
    return found.group(1)


def draw_all(page):
    """Bring every chart into view, so that it is drawn, and wait for it."""
    for place in page.locator("[data-figure]:visible").all():
        place.scroll_into_view_if_needed()
        expect(place.locator("svg[aria-label]")).to_have_count(1)
    page.evaluate("scrollTo(0, 0)")


def is_wider_than_its_window(page):
    return page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )


def test_an_empty_diary_can_be_looked_at_by_everybody(live, shown):
    for theme, pages in {"dark": PAGES, "light": ["", "history/"]}.items():
        with shown(theme=theme) as opened:
            for each in pages:
                page = see(opened, live, each)
                assert (violations(page), is_wider_than_its_window(page)) == ([], False), each
                page.close()


def still_under_way(route):
    """Keep a page that follows a result from being loaded anew while it is looked at."""
    route.fulfill(json={"under_way": True, "stage": "", "share": 0.5})


def test_a_page_shows_how_far_the_analysis_is_and_then_the_analysis(live, client, shown, root):
    diary = surcease.read(root / "examples" / "published-case")
    for some in batched(actions_of(diary, datetime.now(UTC)), 500, strict=False):
        assert {each["status"] for each in client.act(*map(as_sent, some))} == {"done"}
    with shown() as opened:
        opened.context.route("**/see/state", still_under_way)
        page = see(opened, live, "")
        expect(page.get_by_role("progressbar")).to_be_visible()
        assert (violations(page), is_wider_than_its_window(page)) == ([], False)
        screenshot(page, "see-under-way-phone")
        opened.context.unroute("**/see/state")
        page.wait_for_selector("[data-figure=timeline] svg[aria-label]", timeout=MS_TO_WORK_OUT)
        expect(page.get_by_role("progressbar")).to_have_count(0)
        expect(page.get_by_text("from all of your entries.")).to_be_visible()


def test_a_chart_is_read_off_with_the_keyboard_and_with_a_mouse(live, shown):
    with shown(DESKTOP) as opened:
        page = see(opened, live, "clock/")
        draw_all(page)
        clock = page.locator("figure").first
        slider, output = clock.get_by_role("slider"), clock.locator("output")
        slider.focus()
        slider.press("Home")
        expect(output).to_contain_text("00:00 to 01:00:")
        slider.press("ArrowRight")
        expect(output).to_contain_text("01:00 to 02:00:")
        assert slider.get_attribute("aria-valuetext") == output.inner_text()
        clock.locator("path[fill-opacity='0.55']").nth(6).dispatch_event("pointermove")
        expect(output).to_contain_text("06:00 to 07:00:")


def test_less_of_the_time_is_shown_at_once_and_all_of_it_again(live, shown):
    with shown(DESKTOP) as opened:
        page = see(opened, live, "")
        draw_all(page)
        page.get_by_role("button", name="Closer").click()
        page.get_by_role("button", name="Earlier").click()
        drawing = page.locator("[data-figure=timeline] svg")
        expect(drawing).not_to_contain_text("2024")
        drawing.hover()
        expect(page.locator("output").first).to_contain_text("2022")
        page.get_by_role("button", name="All of it").click()
        expect(drawing).to_contain_text("2024")


def test_how_often_is_one_link_away_and_is_read_off_with_the_keyboard(live, shown):
    with shown() as opened:
        page = see(opened, live, "works/")
        page.get_by_role("link", name="How often?").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(": how often?")
        draw_all(page)
        page.get_by_role("slider").press("Home")
        expect(page.locator("output")).to_contain_text("attacks (95% interval:")


def test_a_question_is_put_to_an_estimate_when_it_is_asked_and_not_before(live, client, shown):
    with shown() as opened:
        page = see(opened, live, more_of(client, "checks"))
        assert (violations(page), is_wider_than_its_window(page)) == ([], False)
        screenshot(page, "see-checks-before-phone")
        page.get_by_role("button", name="Ask now").click()
        expect(page.get_by_role("progressbar")).to_be_visible()
        assert violations(page) == []
        page.wait_for_selector("[data-figure$=influence]", timeout=MS_TO_WORK_OUT)
        draw_all(page)
        doses = page.locator("[data-figure$=influence] [class*=mark-symbol] path")
        assert len({each.bounding_box()["x"] for each in doses.all()}) > 10
        expect(page.get_by_text("from all of your entries.")).to_be_visible()
        expect(page.get_by_role("button", name="Ask now")).to_have_count(0)


@pytest.mark.parametrize(("theme", "viewport"), [("dark", PHONE), ("light", DESKTOP)])
def test_a_finished_analysis_can_be_looked_at_by_everybody(live, client, shown, theme, viewport):
    size = "phone" if viewport is PHONE else "desktop"
    more = [more_of(client, question) for question in QUESTIONS]
    with shown(viewport, theme) as opened:
        for each in [*PAGES, *more]:
            page = see(opened, live, each)
            draw_all(page)
            screenshot(page, f"see-{each.strip('/').split('/')[-1] or 'timeline'}-{size}-{theme}")
            page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
            assert (violations(page), is_wider_than_its_window(page)) == ([], False), each
            page.close()


def test_no_page_scrolls_sideways_at_320_px_nor_at_twice_the_size(live, client, shown):
    more = [more_of(client, question) for question in QUESTIONS]
    with shown(NARROWEST) as opened:
        for each in [*PAGES, *more]:
            page = see(opened, live, each)
            draw_all(page)
            assert not is_wider_than_its_window(page), each
            page.set_viewport_size(ZOOMED)
            assert not is_wider_than_its_window(page), each
            page.close()


def test_without_scripts_the_charts_are_still_pictures(live, shown):
    with shown(java_script_enabled=False) as opened:
        for each in WITH_CHARTS:
            page = see(opened, live, each)
            expect(page.locator("[data-figure] svg[role=img]:visible").first).to_be_visible()


def test_on_paper_there_is_what_was_found_and_nothing_to_press(live, shown):
    with shown(DESKTOP) as opened:
        for each in ("", "works/"):
            page = see(opened, live, each)
            draw_all(page)
            page.emulate_media(media="print")
            expect(page.locator("button:visible, input:visible, nav:visible")).to_have_count(0)
            screenshot(page, f"see-{each.strip('/') or 'timeline'}-print")


def test_a_page_that_is_being_read_waits_until_it_is_told_to_show_what_is_newer(
    live, client, shown
):
    slip = uuid7()
    client.act(attack(slip), said(slip, "delete", minutes=1))
    with shown() as opened:
        page = see(opened, live, "works/")
        expect(page.get_by_text("before your last entry.")).to_be_visible()
        link = page.get_by_role("link", name="Show the new one")
        expect(link).to_be_visible(timeout=MS_TO_WORK_OUT)
        link.click()
        expect(page.get_by_text("from all of your entries.")).to_be_visible()


def test_a_result_survives_the_end_of_the_app(live, client):
    live.restart()
    status, page = live.client().get("/see/works/")
    assert status == 200
    assert "from all of your entries." in page
