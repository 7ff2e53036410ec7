from datetime import date

from tests.strategies.entries import HOME, dose

from surcease.analysis.result import Timeline
from surcease.diary import Diary, Regimen
from surcease.reports import tried_sentences as say
from surcease.reports.attack_rates import counted, then_and_now
from surcease.reports.tried import tried

FIRST = date(2024, 1, 1)
LAST = date(2024, 3, 30)


def timeline(attacks):
    days = len(attacks)
    return Timeline(
        FIRST, tuple(attacks), (1.0,) * days, (1.0,) * days, (1.0,) * days, (1.0,) * days
    )


LINE = timeline([2] * 30 + [None] * 10 + [1] * 50)


def test_sites_of_a_session_are_added_up():
    sites = tuple(
        dose("2024-02-01T10:00", "botox", amount=25, unit="U", site=site) for site in "abcd"
    )
    (found,) = tried(Diary(HOME, doses=sites), LINE, LAST)
    assert found.times == 1
    assert say.how_much(found) == "1 dose: 100 U each"


def test_amounts_that_differ_are_counted_the_most_frequent_first():
    given = [2, 2, 2.5, 2]
    doses = tuple(
        dose(f"2024-02-{nth + 1:02}T10:00", "magnesium_sulfate_iv", amount=amount, unit="g{MgSO4}")
        for nth, amount in enumerate(given)
    )
    (found,) = tried(Diary(HOME, doses=doses), LINE, LAST)
    assert say.how_much(found) == "4 doses: 2 g MgSO4 (3), 2.5 g MgSO4 (1)"


def test_a_small_amount_is_said_as_it_was_written_down():
    (found,) = tried(
        Diary(HOME, doses=(dose("2024-02-01T10:00", "dihydroergotamine", amount=0.75, unit="mg"),)),
        LINE,
        LAST,
    )
    assert say.how_much(found) == "1 dose: 0.75 mg each"


def test_a_small_change_of_a_daily_amount_is_said():
    first = Regimen("lithium", 0.25, "mg", date(2024, 1, 1), date(2024, 1, 31))
    second = Regimen("lithium", 0.2, "mg", date(2024, 2, 1))
    (found,) = tried(Diary(HOME, regimens=(first, second)), LINE, LAST)
    assert say.how_much(found) == "0.25 mg a day, then 0.2 mg a day"


def test_an_amount_that_was_not_written_down_is_said():
    (found,) = tried(Diary(HOME, doses=(dose("2024-02-01T10:00", "oxygen"),)), LINE, LAST)
    assert say.how_much(found) == "1 dose, amount not written down"


def test_why_a_regimen_stopped_is_told_in_the_patients_words():
    stopped = Regimen("lithium", 600, "mg", date(2024, 1, 31), date(2024, 2, 20), "tremor")
    (found,) = tried(Diary(HOME, regimens=(stopped,)), LINE, LAST)
    assert say.why_stopped(found) == "tremor"
    assert say.how_long(found) == "21 days"
    assert list(say.stretches(found)) == [
        "600 mg a day, 31 Jan to 20 Feb 2024; ended because: tremor"
    ]


def test_a_regimen_without_an_end_still_goes_on():
    going = Regimen("verapamil", 240, "mg", date(2024, 1, 31))
    (found,) = tried(Diary(HOME, regimens=(going,)), LINE, LAST)
    assert say.why_stopped(found) == "still going on"
    assert say.dates(found) == "since 31 Jan 2024"
    assert found.after is None


def test_attacks_before_are_counted_on_known_days_alone():
    given = (dose("2024-02-10T10:00", "magnesium_sulfate_iv", amount=2, unit="g"),)
    (found,) = tried(Diary(HOME, doses=given), LINE, LAST)
    assert (found.before.known_days, found.before.days) == (18, 28)
    assert found.before.per_week == 14
    assert found.after.per_week == 7


def test_nothing_is_counted_outside_the_diary():
    assert counted(LINE, date(2023, 1, 1), date(2023, 12, 31)) is None


def test_unknown_days_give_no_rate_instead_of_none():
    unknown = counted(timeline([None] * 20), FIRST, date(2024, 1, 20))
    assert unknown.per_week is None
    assert say.weekly(unknown) == "unknown (0 of 20 days known)"


def test_then_and_now_are_equally_long_and_never_overlap():
    short = then_and_now(timeline([1] * 20))
    assert (short.then.days, short.now.days) == (10, 10)
    assert short.then.to_on < short.now.from_on
    assert then_and_now(timeline([1] * 13)) is None
    assert then_and_now(LINE).now.days == 28
