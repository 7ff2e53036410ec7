"""The server killed, the browser closed, both back: everything is there once, in its order."""

from __future__ import annotations

from web.log.pages import Log, entries, profile
from web.made import attack, said
from web.seen import screenshot


def everything(log, old):
    """Log something of every kind, and correct and delete, as a thumb would."""
    log.press("Attack")
    log.press("7")
    log.press("Right")
    log.page.get_by_role("button", name="Sumatriptan injection 6 mg").click()
    log.press("It\N{RIGHT SINGLE QUOTATION MARK}s over")
    log.press("Shadow")
    log.press("Undo", "#done")
    log.press("No attack today")
    log.write("attack", started_at="2026-11-20T02:10", ended_at="2026-11-20T03:00", intensity="6")
    log.open_entry("pain 6")
    log.fill("attack", intensity="9")
    log.save("attack")
    log.open_entry(entry=old)
    log.press("Delete", "#attack")
    log.stored("Deleted")
    log.write("infusion", amount="1", unit="g MgSO4", duration_min="10")
    log.show("session")
    for nth, side in enumerate(("left", "right")):
        log.page.locator('#session [name="muscle"]').nth(nth).fill("temporalis")
        log.page.locator('#session [name="side"]').nth(nth).select_option(side)
        log.page.locator('#session [name="amount"]').nth(nth).fill("25")
    log.save("session")
    log.write("regimen", treatment="verapamil", amount_per_day="360", from_on="2026-11-15")
    log.write("lab", assay="red cell", value="4.8", unit="mg/dL")
    log.write("symptom", symptom="flushing")


def test_everything_is_logged_without_a_server_and_arrives_once(live, browser, tmp_path):
    client = live.client()
    old = attack(at="2026-11-26T02:10:00+00:00", ended_at="2026-11-26T03:10:00+00:00")
    client.act(
        old,
        said(kind="usuals", treatment="sumatriptan_sc", amount="6", unit="mg", role="acute"),
        said(
            kind="regimens",
            treatment="verapamil",
            amount_per_day="240",
            unit="mg",
            from_on="2026-10-01",
        ),
    )
    with profile(browser, tmp_path) as shown:
        log = Log(shown.open(live.new_link()))
        log.page.get_by_role("button", name="Sumatriptan injection 6 mg").wait_for()
        log.kept()
        live.kill()
        log.reload()
        everything(log, old["entry"])
        waiting = [action["id"] for action in log.waiting()]
        log.show("unsent")
        assert log.page.locator("#unsent-list li").count() == len(waiting)
        screenshot(log.page, "log-unsent-phone")
        log.page.goto(f"{live.origin}/help-now/")
        log.page.get_by_role("heading", name="Help now").wait_for()
    with profile(browser, tmp_path) as shown:
        log = Log(shown.open(f"{live.origin}/"))
        assert [action["id"] for action in log.waiting()] == waiting
        live.start()
        log.all_sent()
        log.reload()
        log.all_sent()
    assert_all_there(entries(client), old["entry"])


def assert_all_there(told, old):
    of = {kind: [each["cells"] for each in told if each["kind"] == kind] for kind in KINDS}
    assert old not in [each["id"] for each in told]
    assert sorted(cells["intensity"] for cells in of["attacks"]) == ["7", "9"]
    assert all("ended_at" in cells for cells in of["attacks"])
    assert [cells["attacks"] for cells in of["days"]] == ["0"]
    assert len(of["doses"]) == 4
    assert {cells.get("site") for cells in of["doses"]} == {
        None,
        "left temporalis",
        "right temporalis",
    }
    assert len({c["given_at"] for c in of["doses"] if "site" in c}) == 1
    regimens = {cells["amount_per_day"]: cells.get("to_on") for cells in of["regimens"]}
    assert regimens == {"240": "2026-11-14", "360": None}
    assert [cells["assay"] for cells in of["labs"]] == ["red cell"]
    assert [cells["symptom"] for cells in of["symptoms"]] == ["flushing"]


KINDS = ("attacks", "days", "doses", "regimens", "labs", "symptoms")
