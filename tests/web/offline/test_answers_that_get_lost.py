import json

from web.log.pages import Log, entries, without_server
from web.seen import PHONE, screenshot


def test_an_action_whose_answer_was_lost_is_sent_again_and_counts_once(live, browser):
    sent = []

    def lose_first_answer(route):
        answer = route.fetch()
        sent.extend(json.loads(route.request.post_data)["actions"])
        route.abort() if len(sent) == 1 else route.fulfill(response=answer)

    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.route("**/actions", lose_first_answer)
        log.press("Attack")
        log.page.wait_for_selector('html[data-unsent="1"]')
        log.all_sent()
    assert len(sent) == 2
    assert sent[0]["id"] == sent[1]["id"]
    assert len(entries(live.client())) == 1


def test_what_is_refused_stays_with_its_reason_until_it_is_put_right(live, browser):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.write("attack", started_at="2026-11-20T03:10", ended_at="2026-11-20T02:00")
        log.page.get_by_role("link", name="1 needs a look").click()
        log.page.locator("#unsent-list", has_text="before it starts").wait_for()
        screenshot(log.page, "log-refused-phone")
        log.reload()
        log.press("Correct", "#unsent-list")
        log.fill("attack", ended_at="2026-11-20T04:00")
        log.save("attack")
        log.page.locator("#lately", has_text="50 min").wait_for()
        log.all_sent()
        assert log.waiting() == []
        log.write("attack", started_at="2026-11-19T03:10", ended_at="2026-11-19T02:00")
        log.page.get_by_role("link", name="1 needs a look").click()
        log.press("Throw away", "#unsent-list")
        log.page.locator("#unsent-list li").wait_for(state="detached")


def test_what_another_program_at_the_address_refuses_is_sent_once_the_app_is_back(live, browser):
    before = len(entries(live.client()))
    refusals = [400, 404, 405, 421]

    def refuse_at_first(route):
        if refusals:
            route.fulfill(status=refusals.pop(0), content_type="text/html", body="Not here")
        else:
            route.continue_()

    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        shown.context.route("**/actions", refuse_at_first)
        log.write("note", note="New pillow")
        log.page.locator("#status", has_text="not running").wait_for(state="attached")
        log.all_sent()
        assert log.waiting() == []
    assert not refusals
    assert len(entries(live.client())) == before + 1


def test_two_tabs_share_a_queue_that_is_sent_once(live, browser):
    client = live.client()
    before = len(entries(client))
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        other = Log(shown.open(f"{live.origin}/"))
        other.page.locator("#running .clock").wait_for()
        shown.context.set_offline(True)
        log.press("5")
        other.page.locator('button[value="5"][aria-pressed="true"]').wait_for()
        other.press("Left")
        log.page.locator('button[value="left"][aria-pressed="true"]').wait_for()
        shown.context.set_offline(False)
        log.all_sent()
        other.all_sent()
    told = entries(client)
    running = next(each for each in told if "ended_at" not in each["cells"])
    assert len(told) == before
    assert (running["cells"]["intensity"], running["cells"]["side"]) == ("5", "left")
    assert running["version"] == 3


def test_whoever_lost_the_way_in_sees_nothing_of_the_diary_and_loses_nothing(live, browser):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.locator("#lately li").first.wait_for()
        log.kept()
        shown.context.clear_cookies()
        log.press("8")
        log.page.get_by_text("does not know this browser").wait_for()
        log.reload()
        log.page.get_by_text("does not know this browser").wait_for()
        assert not any("50 min" in each for each in log.lately())
        assert "50 min" not in json.dumps(log.page.evaluate(_EVERYTHING_CACHED))
        log.page.goto(live.new_link())
        log.ready()
        log.all_sent()
        log.page.locator("#lately", has_text="50 min").wait_for()


_EVERYTHING_CACHED = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) texts.push(await (await cache.match(key)).text());
  }
  return texts;
}"""
