"""The page of an import under way goes on by itself, and whoever reads it stays where they are."""

from django.template.loader import render_to_string

from surcease.web.record.uuid7 import uuid7
from web.seen import PHONE, window

READING, WRITING = (
    render_to_string("exchange/busy.html", {"stage": stage, "job": {"plan": {"entries": [1, 2]}}})
    for stage in ("READING", "WRITING")
)
DONE = "<!doctype html><html lang=en><title>Done</title><h1>It is in your diary</h1></html>"
HOME = "document.activeElement.classList.contains('home')"


def test_a_stage_is_told_in_place_and_the_end_shows_the_next_page(live, browser):
    answers = [READING, WRITING]
    methods = []

    def answer(route):
        methods.append(route.request.method)
        body = answers.pop(0) if len(answers) > 1 else answers[0]
        route.fulfill(content_type="text/html", body=body)

    with window(browser, PHONE) as shown:
        page = shown.open(live.new_link())
        page.wait_for_selector("html[data-ready]")
        shown.context.route("**/import/*-*/", answer)
        page.goto(f"{live.origin}/import/{uuid7()}/")
        page.locator("a.home").focus()
        page.evaluate("window.isTheSame = true")
        page.get_by_role("status").filter(has_text="2 entries are being added").wait_for()
        assert page.locator("h1").inner_text() == "Adding it to your diary"
        assert page.evaluate(f"window.isTheSame && {HOME}")
        answers[:] = [DONE]
        page.get_by_role("heading", name="It is in your diary").wait_for()
    assert set(methods) == {"GET"}


def test_without_scripts_the_page_is_loaded_again():
    head = READING.partition("</head>")[0]
    assert '<noscript><meta http-equiv="refresh"' in head
    assert head.count("refresh") == 1
