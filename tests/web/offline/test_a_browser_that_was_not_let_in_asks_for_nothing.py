from web.log.pages import Log
from web.seen import PHONE, window

STRANGER = "Surcease does not know this browser"


def test_the_kept_page_asks_for_no_diary_and_has_no_error_until_a_link_lets_it_in(live, browser):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.all_sent()
        log.kept()
        shown.context.clear_cookies()
        asked = []
        log.page.on("request", lambda request: asked.append(request.url))
        log.reload()
        log.press("Attack")
        log.stored("Attack")
        log.page.get_by_text(STRANGER).wait_for()
        assert not [url for url in asked if url.endswith(("/log/state", "/actions"))]
        log.page.goto(live.new_link())
        log.ready()
        log.page.get_by_text(STRANGER).wait_for(state="detached")
        log.all_sent()


def test_a_browser_that_is_known_no_more_is_told_so_once(live, browser):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.all_sent()
        log.kept()
        shown.context.clear_cookies(name="surcease_session")
        log.reload()
        log.page.get_by_text(STRANGER).wait_for()
        log.reload()
        log.page.get_by_text(STRANGER).wait_for()
        assert [each for each in shown.errors if "403" in each] == shown.errors
        assert len(shown.errors) == 1
        shown.errors.clear()
