"""One tap on a usual dose during an attack: the acute answers know how bad it was by then."""

import pytest

from surcease.acute.intervals import intervals
from surcease.acute.taken import taken_doses
from web.log.pages import Log, entries, exported, without_server
from web.made import said
from web.seen import PHONE, window

INJECTION = "Sumatriptan injection 6 mg"
OXYGEN = "Oxygen 12 L/min"
OVER = "It\N{RIGHT SINGLE QUOTATION MARK}s over"


@pytest.fixture(scope="module")
def client(live):
    client = live.client()
    client.act(
        said(kind="usuals", treatment="sumatriptan_sc", amount="6", unit="mg", role="acute"),
        said(kind="usuals", treatment="oxygen", amount="12", unit="L/min", role="acute"),
    )
    return client


@pytest.fixture
def doses(client):
    """The doses of one test: what was taken, and at which pain."""
    known = [each["id"] for each in entries(client)]

    def told():
        new = [each for each in entries(client) if each["id"] not in known]
        cells = [each["cells"] for each in new if each["kind"] == "doses"]
        return {each["treatment"]: each.get("intensity_before") for each in cells}

    return told


def test_the_exported_diary_and_the_acute_answers_hold_the_pain_of_the_tap(
    live, browser, client, tmp_path
):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.press("Attack")
        log.press(OXYGEN)
        log.press("4")
        log.press("7")
        log.press(INJECTION)
        log.stored("Sumatriptan injection")
        log.all_sent()
        diary = exported(log, tmp_path / "diary.zip")
        log.page.goto(f"{live.origin}/")
        log.ready()
        log.press(OVER)
        log.page.locator("#start").wait_for()
        log.all_sent()
    before = {each.treatment: each.intensity_before for each in diary.doses}
    assert before == {"oxygen": None, "sumatriptan_sc": 7}
    assert 7 in [each.intensity_before for each in intervals(taken_doses(diary).attacks)]


def test_it_is_the_same_without_a_server(live, browser, doses):
    with without_server(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.get_by_role("button", name=INJECTION).wait_for()
        shown.context.set_offline(True)
        log.press("Attack")
        log.press("9")
        log.press(INJECTION)
        log.press(OVER)
        log.page.locator("#start").wait_for()
        shown.context.set_offline(False)
        log.all_sent()
    assert doses() == {"sumatriptan_sc": "9"}


def test_it_is_the_same_without_javascript(live, browser, doses):
    with window(browser, PHONE, java_script_enabled=False) as shown:
        page = shown.open(live.new_link())
        page.get_by_role("button", name="Attack", exact=True).click()
        page.get_by_role("button", name="8", exact=True).click()
        page.get_by_role("button", name=INJECTION).click()
        page.get_by_role("button", name=OVER).click()
        page.get_by_role("button", name=OXYGEN).click()
    assert doses() == {"sumatriptan_sc": "8", "oxygen": None}


def test_a_pain_that_was_taken_back_and_a_dose_outside_an_attack_claim_none(live, browser, doses):
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.press("Attack")
        log.press("6")
        log.page.locator('button[value="6"][aria-pressed="true"]').wait_for()
        log.press("6")
        log.press(INJECTION)
        log.press("5")
        log.press(OVER)
        log.page.locator("#start").wait_for()
        log.press(OXYGEN)
        log.stored("Oxygen")
        log.all_sent()
    assert doses() == {"sumatriptan_sc": None, "oxygen": None}
