import pytest

from surcease.web.record.actions import record_said
from surcease.web.record.uuid7 import uuid7
from surcease.web.see.history.search import PAGE
from web.made import attack, said

pytestmark = pytest.mark.django_db

HISTORY = "/see/history/"


@pytest.fixture
def look(admitted):
    """Search the history and return the page."""

    def looking(**form):
        if not form:
            return admitted.get(HISTORY).content.decode()
        headers = {"Origin": "http://testserver"}
        return admitted.post(HISTORY, form, headers=headers).content.decode()

    return looking


def write_down(*actions):
    assert [each.status for each in record_said(actions)] == ["done"] * len(actions)


def a_diary():
    shadow = attack(at="2026-03-05T03:00:00+01:00")
    shadow["cells"]["kind"] = "shadow"
    write_down(
        shadow,
        attack(at="2026-03-01T02:10:00+01:00", intensity="8", side="left", notes="Größer, 100% so"),
        said(kind="doses", given_at="2026-03-01T02:20:00+01:00", treatment="sumatriptan_sc"),
        said(kind="days", on="2026-03-03", attacks="0"),
    )


def test_entries_are_listed_the_latest_first_on_the_clock_they_were_lived_by(look):
    a_diary()
    page = look()
    shown = ["5 Mar 2026, 03:00", "No attack", "1 Mar 2026, 02:20", "1 Mar 2026, 02:10"]
    places = [page.index(each) for each in shown]
    assert places == sorted(places)
    assert "4 entries" in page


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ({"text": "größer"}, 1),
        ({"text": "100%"}, 1),
        ({"text": "10_"}, 0),
        ({"text": "side"}, 0),  # the name of a cell
        ({"text": "Imitrex injection"}, 1),
        ({"text": "' OR 1=1 --"}, 0),
        ({"kind": "attacks"}, 2),
        ({"kind": "nonsense"}, 4),
        ({"from": "2026-03-03", "to": "2026-03-04"}, 1),
        ({"from": "nonsense"}, 4),
        ({"deleted": "yes"}, 0),
    ],
)
def test_entries_are_found_by_text_kind_and_date(look, form, number):
    a_diary()
    assert f"{number} entr" in look(**form)


def test_what_was_deleted_is_found_again(look):
    one = uuid7()
    write_down(attack(one, notes="a slip"), said(one, "delete", minutes=1))
    assert "0 entries" in look()
    assert "a slip" in look(deleted="yes")


def test_a_long_history_is_shown_by_pages(look, django_assert_max_num_queries):
    write_down(*(attack(intensity="7") for _ in range(2 * PAGE + 1)))
    with django_assert_max_num_queries(6):
        assert "page 1 of 3" in look()
    assert "page 3 of 3" in look(page="3")
    assert "page 3 of 3" in look(page="999999999999")
    assert "page 1 of 3" in look(page="²")


def test_no_address_on_the_page_holds_what_was_searched_for(look):
    a_diary()
    page = look(text="größer")
    assert "größer" in page
    assert "?" not in "".join(part.split('"')[0] for part in page.split('href="')[1:])


@pytest.mark.parametrize(
    ("kind", "cells", "says"),
    [
        ("regimens", {"treatment": "verapamil", "amount_per_day": "240", "unit": "mg",
                      "from_on": "2026-01-01", "to_on": "2026-02-01"},
         "Verapamil · 240 mg a day · until 1 Feb 2026"),
        ("labs", {"taken_at": "2026-01-01T08:00:00+01:00", "test": "magnesium",
                  "value": "0.8", "unit": "mmol/L", "assay": "serum total"},
         "magnesium · serum total · 0.8 mmol/L"),
        ("ecgs", {"on": "2026-01-01", "findings": "sinus rhythm"}, "ECG · sinus rhythm"),
        ("conditions", {"condition": "asthma", "from_on": "2020-01-01"}, "asthma"),
        ("medicines", {"medicine": "aspirin", "to_on": "2026-01-01"}, "aspirin · until 1 Jan 2026"),
        ("symptoms", {"noticed_at": "2026-01-01T08:00:00+01:00", "symptom": "dizzy"},
         "Noticed: dizzy"),
        ("notes", {"noted_at": "2026-01-01T08:00:00+01:00", "note": "a" * 81},
         f"Note: {'a' * 80}…"),
        ("coverage", {"from": "2026-01-01", "to": "2026-01-31"}, "until 31 Jan 2026"),
        ("journeys", {"from": "2026-01-01", "to": "2026-01-31", "zone": "Asia/Tokyo"},
         "Asia/Tokyo"),
        ("days", {"on": "2026-01-01", "attacks": ""}, "Day not known"),
    ],
)  # fmt: skip
def test_every_kind_of_entry_has_words(look, kind, cells, says):
    write_down(said(kind=kind, **cells))
    assert says in look()


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("ecgs", {"on": "2026-01-01", "findings": "sinus rhythm"}),
        ("conditions", {"condition": "asthma"}),
        ("medicines", {"medicine": "aspirin"}),
        ("coverage", {"from": "2026-01-01", "to": "2026-01-31"}),
    ],
)
def test_what_has_no_form_on_the_log_page_opens_where_it_is_corrected(admitted, kind, cells):
    action = said(kind=kind, **cells)
    write_down(action, said(action["entry"], "change", kind, minutes=1, **cells))
    response = admitted.get(f"/log/entry/{action['entry']}/")
    assert (response.status_code, response["Location"]) == (302, f"/settings/#{kind}")
