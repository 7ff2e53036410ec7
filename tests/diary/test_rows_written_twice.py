from strategies.entries import attack, diary, dose, moment, read_with_notices, shadow
from surcease.diary import Side, civil_days, distinct_attacks, distinct_doses


def test_a_row_written_twice_is_kept_twice_and_counted_once():
    rows = "started_at,intensity\n2024-03-01T08:00,7\n2024-03-01T08:00,7\n"
    read, notices = read_with_notices(attacks=rows)
    assert len(read.attacks) == 2
    assert distinct_attacks(read).duplicates == 1
    assert [day.attacks for day in civil_days(read)] == [1]
    assert [str(notice) for notice in notices] == [
        "attacks.csv: rows that repeat another, kept but counted once: 1"
    ]


def test_the_same_instant_in_another_offset_is_the_same_attack():
    record = diary(attack("2024-03-01T08:00"), attack("2024-03-01T02:00-05:00"))
    assert distinct_attacks(record).events == record.attacks[:1]


def test_attacks_that_differ_in_anything_measured_are_two():
    start = "2024-03-01T08:00"
    record = diary(
        attack(start),
        attack(start, ended_at=moment("2024-03-01T09:00")),
        attack(start, intensity=7),
        attack(start, side=Side.LEFT),
        shadow(start),
    )
    assert distinct_attacks(record).duplicates == 0


def test_notes_do_not_make_an_attack_another():
    record = diary(attack("2024-03-01T08:00", notes="first"), attack("2024-03-01T08:00"))
    assert [each.notes for each in distinct_attacks(record).events] == ["first"]


def test_two_treatments_at_one_instant_are_two_doses():
    at = "2024-03-01T08:00"
    record = diary(doses=(dose(at, "oxygen"), dose(at, "sumatriptan_sc"), dose(at, "oxygen")))
    found = distinct_doses(record)
    assert [each.treatment for each in found.events] == ["oxygen", "sumatriptan_sc"]
    assert found.duplicates == 1


def test_doses_that_differ_in_amount_unit_route_or_site_are_two():
    at = "2024-03-01T08:00"
    doses = (
        dose(at, amount=6, unit="mg"),
        dose(at, amount=3, unit="mg"),
        dose(at, amount=6, unit="g"),
        dose(at, amount=6, unit="mg", route="nasal"),
        dose(at, amount=6, unit="mg", site="thigh"),
    )
    assert distinct_doses(diary(doses=doses)).duplicates == 0
