import pytest

from surcease.web.log import archive
from surcease.web.record.actions import record_said
from web.made import attack, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def part(user):
    return lambda after="": user.get(f"/log/archive?after={after}").json()


@pytest.fixture
def latest(user):
    return lambda: user.get("/log/state").json()["latest"]


def written(*actions):
    assert {each.status for each in record_said(actions)} == {"done"}
    return actions


def attacks(number):
    return written(*(attack(at=f"2026-03-{1 + n:02}T02:10:00+01:00") for n in range(number)))


def test_everything_comes_in_parts_that_end_with_the_latest_action(part, latest, monkeypatch):
    monkeypatch.setattr(archive, "AT_ONCE", 2)
    made = attacks(5)
    parts = [part()]
    while parts[-1]["more"]:
        parts.append(part(parts[-1]["upto"]))
    assert [len(each["entries"]) for each in parts] == [2, 2, 1]
    assert [each["whole"] for each in parts] == [True, False, False]
    assert {entry["id"] for each in parts for entry in each["entries"]} == {
        each["entry"] for each in made
    }
    assert parts[-1]["upto"] == latest() == made[-1]["id"]


def test_then_only_what_was_changed_comes_as_it_is_now(part, latest):
    one, two = attacks(2)
    before = latest()
    written(
        said(one["entry"], "change", minutes=1, intensity="5"),
        said(one["entry"], "change", minutes=2, intensity="6"),
        said(two["entry"], "delete", minutes=1),
    )
    told = part(before)
    assert (told["whole"], told["more"], told["upto"]) == (False, False, latest())
    of = {each["id"]: each for each in told["entries"]}
    assert of[one["entry"]]["cells"]["intensity"] == "6"
    assert of[two["entry"]]["deleted"]
    assert part(latest()) == {"entries": [], "upto": latest(), "whole": False, "more": False}


@pytest.mark.parametrize("unknown", ["01a21e2d-25ad-7c51-a24e-68db68096f0b", "nonsense", ""])
def test_a_device_that_knows_what_the_file_does_not_starts_again(part, unknown):
    attacks(1)
    told = part(unknown)
    assert told["whole"]
    assert len(told["entries"]) == 1


def test_what_is_not_corrected_on_the_log_page_stays_where_it_is(part):
    written(said(kind="conditions", condition="asthma"), attack())
    assert [each["kind"] for each in part()["entries"]] == ["attacks"]


def test_an_empty_diary_and_an_encrypted_one_leave_nothing_on_a_device(
    part, latest, user, monkeypatch
):
    assert part() == {"entries": [], "upto": None, "whole": True, "more": False}
    assert latest() == ""
    attacks(1)
    monkeypatch.setattr(archive, "is_encrypted", lambda _file: True)
    assert latest() is None
    assert user.get("/log/archive").status_code == 404


def test_it_is_closed_to_whoever_was_not_let_in(client):
    assert client.get("/log/archive").status_code == 403
