"""A file of a hospital comes in like any other, and one for a hospital goes out."""

import json
from datetime import UTC, datetime

from strategies.whole_diary import WHOLE
from surcease.exchange.fhir import FhirOptions, Part, export_fhir
from web.seen import PHONE, screenshot, window

BUNDLE = export_fhir(WHOLE, FhirOptions(asked=frozenset(Part)), datetime(2024, 3, 20, tzinfo=UTC))
NOTE = "woke me up"


def test_a_bundle_comes_in_and_another_goes_out(live, browser, tmp_path):
    file = tmp_path / "hospital.json"
    file.write_text(json.dumps(BUNDLE.bundle), encoding="utf-8")
    with window(browser, PHONE, timezone_id="America/New_York") as shown:
        phone = shown.open(live.new_link())
        add(phone, live, file)
        sparing = saved(phone, live, tmp_path)
        with_notes = saved(phone, live, tmp_path, "notes")
    assert NOTE not in sparing
    assert NOTE in with_notes
    kinds = {each["resource"]["resourceType"] for each in json.loads(sparing)["entry"]}
    assert {"Observation", "MedicationAdministration", "Procedure"} <= kinds


def add(phone, live, file):
    phone.goto(f"{live.origin}/welcome/")
    phone.get_by_role("button", name="Start, and bring in a diary").click()
    phone.set_input_files("#files", file)
    phone.get_by_role("button", name="Look inside").click()
    phone.wait_for_selector("h1:has-text('Look at it first')")
    screenshot(phone, "import-fhir")
    phone.get_by_role("button", name="Add to my diary").click()
    assert "It is in your diary" in phone.inner_text("main")


def saved(phone, live, tmp_path, *parts):
    phone.goto(f"{live.origin}/export/")
    screenshot(phone, "export-fhir")
    for part in parts:
        phone.check(f"input[name={part}]")
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Save for a hospital").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_text(encoding="utf-8")
