import pytest
from tests.reports.printed_pages import read_pdf

from surcease.reports.choices import Paper, Part, Private, Reader, ReportChoices
from surcease.web.record.actions import record_said
from surcease.web.reports import views
from surcease.web.reports.form import as_text, from_text
from surcease.web.reports.laying_out import report_of_record
from surcease.web.reports.worker import Refusal
from web.made import attack

PAGE = "/report/pdf/"
ORIGIN = {"Origin": "http://testserver"}


@pytest.fixture
def printed_here(monkeypatch):
    """Lay reports out in this process: the test's store is not that of another one."""

    def printed(choices):
        said = report_of_record(as_text(choices))
        return said if said.startswith(b"%PDF") else Refusal(said.decode())

    monkeypatch.setattr(views, "printed", printed)


def send(client, **chosen):
    return client.post(PAGE, chosen, headers=ORIGIN)


def test_an_empty_diary_has_no_form(admitted):
    page = admitted.get(PAGE).content.decode()
    assert "Nothing is written down yet" in page
    assert "Save the PDF" not in page


def test_the_form_offers_every_part_and_every_treatment(admitted, analysed):
    page = admitted.get(PAGE).content.decode()
    assert all(f'value="{part}"' in page for part in (*Part, *Private, *Paper, *Reader))
    assert "Sumatriptan injection" in page
    assert "Omas Tee" in page


@pytest.mark.parametrize("reader", Reader)
def test_the_report_holds_what_was_chosen(admitted, analysed, printed_here, reader):
    response = send(admitted, reader=reader, paper="letter", leave_out="acute", without="Omas Tee")
    assert response["Content-Type"] == "application/pdf"
    assert f"surcease-{reader}.pdf" in response["Content-Disposition"]
    found = read_pdf(response.content)
    assert found.size_mm == (216, 279)
    assert "Left out at the patient's wish: acute treatments, 1 treatment." in found.text
    assert "Omas" not in found.text
    assert "Rain" not in found.text


def test_notes_are_in_it_where_they_are_put_in(admitted, analysed, printed_here):
    assert "Rain all day" in read_pdf(send(admitted, put_in="notes").content).text


def test_an_analysis_of_less_than_is_written_down_makes_no_report(admitted, analysed, printed_here):
    record_said([attack()])
    response = send(admitted, reader="doctor")
    assert response.status_code == 409
    assert "Something was written down since" in response.content.decode()


@pytest.mark.parametrize(
    "chosen",
    [
        {"from_on": "2026-03-02", "to_on": "2026-03-01"},
        {"from_on": "yesterday"},
        {"reader": "neighbour"},
    ],
)
def test_what_cannot_be_chosen_is_said(admitted, analysed, chosen):
    response = send(admitted, **chosen)
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()


def test_nobody_gets_one_who_was_not_let_in(client, analysed):
    assert client.get(PAGE).status_code == 403
    assert send(client, reader="doctor").status_code == 403


def test_choices_reach_the_other_process_as_they_were():
    choices = ReportChoices(
        reader=Reader.INSURER,
        leave_out=frozenset({Part.LABS, Part.SAFETY}),
        without_treatments=frozenset({"Omas Tee"}),
        put_in=frozenset({Private.NOTES}),
    )
    assert from_text(as_text(choices)) == choices


def test_the_process_of_a_running_app_answers(live):
    client = live.client()
    client.act(attack())
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": live.origin}
    _, page = client.get("/export/")
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    body = f"csrfmiddlewaretoken={token}&reader=doctor"
    status, _, said = client.request("POST", PAGE, body, headers)
    assert status == 409, said
    assert "Something was written down since" in said
