from dataclasses import replace

import pytest

from surcease.course.summary import AttackSummary, attack_summary
from surcease.diary.events import Attack, Diary, Kind, Side
from surcease.diary.moment import Moment


def attack(nth=0, minutes=None, **fields):
    def at(minute):
        return Moment.parse(f"2024-03-{nth + 1:02}T08:{minute:02}", "UTC")

    return Attack(at(0), None if minutes is None else at(minutes), **fields)


def summary(*attacks):
    return attack_summary(Diary("UTC", attacks=attacks))


def test_no_attacks_have_an_empty_summary():
    assert summary() == AttackSummary({}, None, None, 0, {}, {})


def test_one_attack_has_a_mean_but_no_spread():
    found = summary(attack(minutes=40))
    assert (found.duration_mean_min, found.duration_sd_min, found.duration_known) == (40, None, 1)


def test_only_known_ends_have_a_duration():
    found = summary(attack(0, 30), attack(1, 50), attack(2))
    assert found.duration_mean_min == 40
    assert found.duration_sd_min == pytest.approx(200**0.5)
    assert found.duration_known == 2


def test_intensities_are_counted_by_whole_numbers_in_order_with_unknown_last():
    scores = [None, 10, 7.5, 8, 0, 2.4]
    found = summary(*(attack(nth, intensity=score) for nth, score in enumerate(scores)))
    assert list(found.by_intensity.items()) == [
        ("0", 1),
        ("2", 1),
        ("8", 2),
        ("10", 1),
        ("unknown", 1),
    ]


def test_sides_are_counted_in_order_with_unknown_last():
    sides = [None, Side.RIGHT, Side.LEFT, Side.RIGHT]
    found = summary(*(attack(nth, side=side) for nth, side in enumerate(sides)))
    assert list(found.by_side.items()) == [("left", 1), ("right", 2), ("unknown", 1)]
    assert all(type(key) is str for key in found.by_side)


def test_types_are_those_the_diary_wrote_most_frequent_first():
    cluster, migraine = (("Type", "Cluster Headache"),), (("Type", "Migraine"),)
    found = summary(attack(0, extra=migraine), attack(1, extra=cluster), attack(2, extra=cluster))
    assert list(found.by_type.items()) == [("Cluster Headache", 2), ("Migraine", 1)]


def test_without_a_type_the_kind_is_counted():
    found = summary(attack(0), attack(1, kind=Kind.SHADOW), attack(2, extra=(("type", " "),)))
    assert found.by_type == {"attack": 2, "shadow": 1}


def test_shadows_are_no_part_of_duration_intensity_or_side():
    found = summary(attack(minutes=9, kind=Kind.SHADOW, intensity=1, side=Side.LEFT))
    assert found == AttackSummary({"shadow": 1}, None, None, 0, {}, {})


def test_an_attack_written_twice_counts_once():
    once = attack(minutes=30, intensity=5)
    found = summary(once, replace(once, notes="again"))
    assert found.by_type == {"attack": 1}
    assert found.duration_known == 1
