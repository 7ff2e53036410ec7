from web.made import attack, said


def test_the_same_action_sent_again_changes_nothing(live):
    client = live.client()
    first = attack(side="left")
    assert [each["status"] for each in client.act(first, first)] == ["done", "again"]
    assert client.act(first)[0] == {
        "id": first["id"],
        "status": "again",
        "reason": "",
        "version": 1,
    }


def test_what_the_diary_could_not_hold_is_refused_and_the_rest_is_kept(live):
    client = live.client()
    bad = attack(intensity="11")
    answers = client.act(attack(), bad, said(kind="nonsense"))
    assert [each["status"] for each in answers] == ["done", "refused", "refused"]
    assert all(each["reason"] for each in answers[1:])
