from strategies.entries import diary, dose
from surcease.diary import sessions


def botox(site="", amount=50.0, unit="U", at="2024-03-01T08:00"):
    return dose(at, "onabotulinumtoxin_a", site=site, amount=amount, unit=unit)


def test_sites_at_one_instant_are_one_session_with_their_total():
    (session,) = sessions(diary(doses=(botox("left", 25), botox("right", 75))))
    assert session.treatment == "onabotulinumtoxin_a"
    assert session.given_at.text == "2024-03-01T08:00"
    assert (session.amount, session.unit) == (100, "U")
    assert session.sites == (("left", 25), ("right", 75))


def test_the_same_site_written_twice_is_one():
    (session,) = sessions(diary(doses=(botox("left"), botox("left"))))
    assert session.amount == 50
    assert session.sites == (("left", 50),)


def test_the_same_dose_without_a_site_written_twice_is_one():
    (session,) = sessions(diary(doses=(botox(), botox())))
    assert session.amount == 50
    assert session.sites == ()


def test_different_amounts_without_sites_are_one_session_and_add_up():
    (session,) = sessions(diary(doses=(botox(amount=50), botox(amount=25))))
    assert session.amount == 75


def test_amounts_in_different_units_are_not_added():
    (session,) = sessions(diary(doses=(botox("left", 25), botox("right", 1, "mL"))))
    assert (session.amount, session.unit) == (None, "")


def test_a_missing_amount_leaves_the_total_unknown():
    (session,) = sessions(diary(doses=(botox("left", 25), botox("right", None))))
    assert (session.amount, session.unit) == (None, "U")
    assert session.sites == (("left", 25), ("right", None))


def test_two_treatments_at_one_instant_are_two_sessions():
    found = sessions(diary(doses=(botox("left"), dose("2024-03-01T08:00", "lidocaine"))))
    assert [each.treatment for each in found] == ["onabotulinumtoxin_a", "lidocaine"]


def test_sessions_are_in_order_of_time():
    found = sessions(diary(doses=(botox(at="2024-06-01T08:00"), botox(at="2024-03-01T08:00"))))
    assert [each.given_at.on.month for each in found] == [3, 6]


def test_sites_written_in_different_offsets_are_one_session():
    doses = (botox("left"), botox("right", at="2024-03-01T07:00+00:00"))
    assert len(sessions(diary(doses=doses))) == 1


def test_no_doses_are_no_sessions():
    assert sessions(diary()) == ()
