"""How often a treatment is given, and what is asked of its estimate: pages behind What works."""

import pytest

from surcease.web.record.actions import record_said
from surcease.web.results import keeping
from surcease.web.results.analyst import ANALYST, State
from surcease.web.results.stages import Failure, Stage
from web.made import attack
from web.see.treatments import MAGNESIUM, VERAPAMIL

HOW_OFTEN = f"/see/works/{MAGNESIUM.ref}/how-often/"
CHECKS = f"/see/works/{MAGNESIUM.ref}/checks/"
SAME_SITE = {"Origin": "http://testserver"}


def shown(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.fixture
def asked(monkeypatch):
    """What the analyst was asked for, who does nothing."""
    found = []

    def ask(revision, treatment="", *, again=False):
        found.append((revision, treatment, again))
        return State()

    monkeypatch.setattr(ANALYST, "ask", ask)
    return found


@pytest.fixture
def checked(kept_results):
    keeping.keep(
        kept_results, {MAGNESIUM.checks_part: "<section><h2>The estimate</h2></section>"}, {}
    )


def test_how_often_is_shown_under_the_name_of_the_treatment(admitted, kept_results):
    page = shown(admitted, HOW_OFTEN)
    assert "<h1>Magnesium sulfate infusion: how often?</h1>" in page
    assert "<section><h2>How often</h2></section>" in page
    assert "from all of your entries." in page


def test_how_often_says_what_it_does_not_know(admitted, kept_results):
    record_said([attack()])
    assert "before your last entry." in shown(admitted, HOW_OFTEN)


def test_looking_asks_nothing_and_a_button_does(admitted, kept_results, asked):
    page = shown(admitted, CHECKS)
    assert "Magnesium sulfate infusion: is it really the treatment?" in page
    assert "Ask now" in page
    assert asked == []
    response = admitted.post(CHECKS, headers=SAME_SITE)
    assert response.url == CHECKS
    assert asked == [(kept_results.revision, MAGNESIUM.ref, True)]


def test_a_treatment_of_which_the_diary_tells_nothing_is_asked_what_would_tell(
    admitted, kept_results
):
    page = shown(admitted, f"/see/works/{VERAPAMIL.ref}/checks/")
    assert "Verapamil: what would tell?" in page
    assert "The diary does not tell what it does" in page


def test_an_answer_is_shown_and_nothing_is_left_to_ask(admitted, checked):
    page = shown(admitted, CHECKS)
    assert "<section><h2>The estimate</h2></section>" in page
    assert "Asked of what was worked out on" in page
    assert "from all of your entries." in page
    assert "Ask" not in page.replace("Asked of", "")


def test_an_answer_that_does_not_know_the_last_entries_says_so_and_can_be_asked_again(
    admitted, checked
):
    record_said([attack(), attack()])
    page = shown(admitted, CHECKS)
    assert "before your last 2 entries." in page
    assert "Ask again, with all entries" in page


def test_a_question_under_way_shows_how_far_it_is(admitted, kept_results, monkeypatch):
    monkeypatch.setattr(ANALYST, "state", lambda _treatment="": State(True, Stage.CHECKS, 0.5))
    page = shown(admitted, CHECKS)
    assert "Putting questions to the estimate" in page
    assert '<progress id="share" max="1" value="0.5">' in page
    assert "Ask now" not in page
    state = admitted.get(f"/see/state/{MAGNESIUM.ref}").json()
    assert (state["under_way"], state["share"]) == (True, 0.5)
    assert f'data-state="/see/state/{MAGNESIUM.ref}"' in page


def test_a_question_that_failed_says_why_and_can_be_asked_again(
    admitted, kept_results, monkeypatch
):
    failed = State(failure=Failure.MEMORY)
    monkeypatch.setattr(ANALYST, "state", lambda _treatment="": failed)
    page = shown(admitted, CHECKS)
    assert "too little free memory" in page
    assert f'action="{CHECKS}"' in page


@pytest.mark.parametrize(
    "address",
    [
        "/see/works/nothing/how-often/",
        "/see/works/nothing/checks/",
        f"/see/works/{VERAPAMIL.ref}/how-often/",
    ],
)
def test_what_there_is_not_is_not_found(admitted, kept_results, address):
    assert admitted.get(address).status_code == 404


@pytest.mark.parametrize("address", [HOW_OFTEN, CHECKS])
def test_in_an_empty_diary_there_is_no_treatment(admitted, address):
    assert admitted.get(address).status_code == 404


@pytest.mark.parametrize("address", [HOW_OFTEN, CHECKS])
def test_nobody_sees_it_who_was_not_let_in(client, kept_results, address):
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", [HOW_OFTEN, CHECKS])
def test_no_page_asks_the_store_much(admitted, checked, address, django_assert_max_num_queries):
    record_said([attack()])
    with django_assert_max_num_queries(9):
        assert admitted.get(address).status_code == 200
