"""DNS rebinding, other ports of this machine, forged forms: nothing gets through, or reads."""

import pytest

from web.made import attack

pytestmark = pytest.mark.django_db

OWN = "http://127.0.0.1:8377"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::2]", ""])
def test_another_name_for_this_machine_is_refused(admitted, host):
    answer = admitted.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "not told to answer under the name" in answer.text


def test_what_a_device_sends_under_a_name_of_before_is_misdirected_and_not_judged(admitted):
    headers = {"host": "diary.before.example", "origin": "http://diary.before.example"}
    body = {"actions": [attack()]}
    assert admitted.post("/actions", body, "application/json", headers=headers).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8377", "127.0.0.1", "[::1]:8377"])
def test_the_names_of_this_machine_are_taken(admitted, host):
    assert admitted.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin",
    ["http://127.0.0.1:9999", "https://127.0.0.1:8377", "http://evil.example", "null", None],
)
def test_only_a_page_of_the_app_records_actions(admitted, origin):
    headers = {} if origin is None else {"origin": origin}
    body = {"actions": [attack()]}
    assert admitted.post("/actions", body, "application/json", headers=headers).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_neither_embeds_nor_fetches_anything(admitted, site):
    for mode in ("cors", "no-cors", "websocket"):
        headers = {"sec-fetch-site": site, "sec-fetch-mode": mode}
        assert admitted.get("/", headers=headers).status_code == 403
    posted = {"sec-fetch-site": site, "sec-fetch-mode": "navigate"}
    assert admitted.post("/", headers=posted).status_code == 403


def test_a_link_on_another_page_may_be_followed(admitted):
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert admitted.get("/", headers=headers).status_code == 200


def test_a_form_without_its_token_is_refused(admitted):
    answer = admitted.post("/backup/", headers={"origin": OWN})
    assert answer.status_code == 403
    assert "Load it again" in answer.text


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_actions_come_as_json_which_no_form_can_send(admitted, kind):
    answer = admitted.post("/actions", '{"actions": []}', kind, headers={"origin": OWN})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "body", ["{", "[]", '{"actions": 7}', "[" * 100_000, '{"actions": ' + str([0] * 1001) + "}"]
)
def test_a_body_that_is_no_list_of_actions_is_refused(admitted, body):
    answer = admitted.post("/actions", body, "application/json", headers={"origin": OWN})
    assert answer.status_code == 400
    assert answer.json()["reason"]


def test_a_body_that_is_too_large_is_refused(admitted):
    body = '{"actions": ["' + "x" * 6 * 2**20 + '"]}'
    answer = admitted.post("/actions", body, "application/json", headers={"origin": OWN})
    assert answer.status_code in {400, 413}
