from datetime import UTC, datetime, timedelta

from web.log.pages import Log
from web.made import attack, said
from web.seen import PHONE, window

NOW = datetime.now(UTC).replace(microsecond=0)
WHEN = (NOW - timedelta(days=2)).isoformat()
ENDED = (NOW - timedelta(days=2, minutes=-50)).isoformat()
BEFORE = (NOW - timedelta(days=3)).isoformat()

SHADOW = attack(at=BEFORE)
SHADOW["cells"]["kind"] = "shadow"

ENTRIES = {
    "Attack · pain 7 · both sides · 50 min": attack(
        at=WHEN, intensity="7", side="both", ended_at=ENDED
    ),
    "Shadow": SHADOW,
    "Sumatriptan injection · 6 mg": said(
        kind="doses", given_at=WHEN, treatment="sumatriptan_sc", amount="6", unit="mg"
    ),
    "Attacks: 1": said(kind="days", on=WHEN[:10], attacks="1"),
    "magnesium · red cell · 4.8 mg/dL": said(
        kind="labs", taken_at=WHEN, test="magnesium", assay="red cell", value="4.8", unit="mg/dL"
    ),
    "Noticed: flushing": said(kind="symptoms", noticed_at=WHEN, symptom="flushing"),
    f"Note: {'a' * 80}…": said(kind="notes", noted_at=WHEN, note="a" * 81),
}


def test_the_log_page_with_and_without_its_code_and_the_history_use_the_same_words(live, browser):
    answers = live.client().act(*ENTRIES.values())
    assert [each["status"] for each in answers] == ["done"] * len(ENTRIES)
    with window(browser, PHONE) as shown:
        log = Log(shown.open(live.new_link()))
        log.all_sent()
        log.page.locator("#lately li").nth(len(ENTRIES) - 1).wait_for()
        by_the_page = log.lately()
    with window(browser, PHONE, java_script_enabled=False) as shown:
        page = shown.open(live.new_link())
        by_the_server = page.locator('#lately [data-fill="words"]').all_inner_texts()
        page.get_by_role("link", name="History").click()
        in_the_history = page.locator("main li a span:last-child").all_inner_texts()
    assert set(by_the_page) == set(by_the_server) == set(ENTRIES)
    assert set(ENTRIES) <= set(in_the_history)
