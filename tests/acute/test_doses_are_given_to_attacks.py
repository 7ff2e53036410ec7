from dataclasses import replace

from strategies.entries import attack, diary, dose, moment, shadow
from surcease.acute.intervals import intervals
from surcease.acute.taken import taken_doses

ONE = attack("2024-03-01T08:00", ended_at=moment("2024-03-01T09:00"), intensity=7)


def cut(*attacks, doses):
    return intervals(taken_doses(diary(*attacks, doses=tuple(doses))).attacks)


def test_a_dose_is_followed_to_the_end_of_its_attack():
    (one,) = cut(ONE, doses=[dose("2024-03-01T08:10")])
    assert (one.delay_min, one.minutes, one.ended, one.alone) == (10, 50, True, True)
    assert (one.whole_min, one.whole_ended, one.intensity) == (50, True, 7)


def test_a_further_dose_starts_a_further_interval():
    first, second = cut(ONE, doses=[dose("2024-03-01T08:10"), dose("2024-03-01T08:30", "O2")])
    assert (first.minutes, first.ended, first.rescued) == (20, False, True)
    assert (first.whole_min, first.whole_ended) == (50, True)
    assert (second.nth, second.delay_min, second.minutes, second.ended) == (2, 30, 30, True)
    assert not second.alone


def test_an_attack_without_an_end_is_censored_at_the_last_pain_recorded():
    open_end = replace(ONE, ended_at=None)
    (one,) = cut(open_end, doses=[dose("2024-03-01T08:10", intensity_15_min=4)])
    assert (one.minutes, one.ended, one.whole_ended) == (15, False, False)
    (none,) = cut(open_end, doses=[dose("2024-03-01T08:10")])
    assert (none.minutes, none.ended) == (0, False)


def test_what_is_taken_at_one_instant_is_one_combination():
    (one,) = cut(ONE, doses=[dose("2024-03-01T08:10"), dose("2024-03-01T08:10", "O2")])
    assert one.names == ("Oxygen", "Sumatriptan injection")
    assert not one.alone


def test_doses_before_onset_and_after_the_end_lie_outside():
    given = [dose(f"2024-03-01T{at}") for at in ("07:59", "08:00", "08:59", "09:00")]
    taken = taken_doses(diary(ONE, doses=tuple(given)))
    assert [each.given_at.local.minute for _, each in taken.attacks[0].doses] == [0, 59]
    assert taken.outside == 2


def test_without_an_end_an_attack_is_under_way_as_long_as_the_classification_lets_it():
    open_end = replace(ONE, ended_at=None)
    inside, outside = dose("2024-03-01T11:00"), dose("2024-03-01T11:01")
    taken = taken_doses(diary(open_end, doses=(inside, outside)))
    assert [each for _, each in taken.attacks[0].doses] == [inside]


def test_an_app_that_links_a_dose_to_an_attack_is_believed():
    earlier = replace(ONE, ended_at=moment("2024-03-01T10:00"), extra=(("headache_id", "a"),))
    later = attack("2024-03-01T08:30", ended_at=moment("2024-03-01T09:30"))
    given = dose("2024-03-01T08:40", extra=(("taken_for_headache", "a"),))
    taken = taken_doses(diary(earlier, later, doses=(given,)))
    assert [len(each.doses) for each in taken.attacks] == [1, 0]


def test_shadows_preventives_and_doses_of_nothing_are_left_out():
    tablets = dose("2024-03-01T08:20", "verapamil", amount=240, unit="mg")
    nothing = dose("2024-03-01T08:25", "O2", amount=0)
    assert cut(ONE, shadow("2024-03-01T08:05"), doses=[tablets, nothing]) == ()


def test_a_demand_valve_is_judged_apart_from_other_oxygen():
    valve = dose("2024-03-01T08:10", "oxygen", extra=(("treatment_as_written", "ODV - 130L"),))
    (one,) = cut(ONE, doses=[valve])
    assert one.names == ("Oxygen, demand valve",)


def test_a_name_of_ones_own_counts_as_it_was_written():
    (one,) = cut(ONE, doses=[dose("2024-03-01T08:10", "Cold shower")])
    assert one.names == ("Cold shower",)
