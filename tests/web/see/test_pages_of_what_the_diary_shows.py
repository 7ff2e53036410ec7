import pytest

from surcease.web.record.actions import record_said
from surcease.web.see.pages import PAGES
from web.made import attack

ADDRESSES = ["/see/", *(f"/see/{page.name}/" for page in PAGES[1:])]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_empty_diary_is_said_to_be_empty(admitted, address):
    page = admitted.get(address)
    assert "Nothing is written down yet" in page.content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_shows_what_was_made_for_it_with_its_age(admitted, kept_results, address):
    page = admitted.get(address).content.decode()
    assert "<section><h2>" in page
    assert "Worked out on" in page
    assert "from all of your entries." in page


@pytest.mark.parametrize(
    ("number", "said"), [(1, "before your last entry."), (3, "before your last 3 entries.")]
)
def test_a_page_says_what_it_does_not_know(admitted, kept_results, number, said):
    record_said([attack() for _ in range(number)])
    assert said in admitted.get("/see/").content.decode()


@pytest.mark.parametrize("address", [*ADDRESSES, "/see/state"])
def test_no_page_asks_the_store_much(
    admitted, kept_results, address, django_assert_max_num_queries
):
    record_said([attack()])
    with django_assert_max_num_queries(7):
        assert admitted.get(address).status_code == 200


def test_a_chart_is_asked_for_again_since_after_a_restore_its_address_may_be_anothers(
    admitted, kept_results
):
    response = admitted.get(f"/see/figures/{kept_results.id}/clock.json")
    assert response.json() == {"vega": {}, "reading": None}
    assert "no-cache" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert admitted.get(f"/see/figures/{kept_results.id}/nothing.json").status_code == 404


def test_the_analysis_can_be_saved(admitted, kept_results):
    response = admitted.get("/see/analysis.json")
    assert response.json() == {}
    assert "attachment" in response["Content-Disposition"]
    assert admitted.get("/see/report.html").status_code == 404


def test_trying_again_leads_back_to_the_page(admitted, kept_results):
    headers = {"Origin": "http://testserver"}
    response = admitted.post("/see/again", {"page": "bouts"}, headers=headers)
    assert response.url == "/see/bouts/"
    response = admitted.post("/see/again", {"page": "//elsewhere"}, headers=headers)
    assert response.url == "/see/"


@pytest.mark.parametrize("address", [*ADDRESSES, "/see/state", "/see/analysis.json"])
def test_nobody_sees_it_who_was_not_let_in(client, kept_results, address):
    assert client.get(address).status_code == 403
