"""More doses never hide a warning, order of entry and clocks do not matter."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.clinic import FIRST
from surcease.diary import Condition, Diary, Dose, Medicine, Moment, Regimen
from surcease.safety import Severity, check
from surcease.safety.record import Record

TREATMENTS = (
    ("sumatriptan_sc", "mg", (3, 6, 8)),
    ("sumatriptan_nasal", "mg", (20,)),
    ("zolmitriptan_nasal", "mg", (2.5, 5)),
    ("rizatriptan_po", "mg", (5, 10)),
    ("dihydroergotamine", "mg", (0.5, 1)),
    ("magnesium_sulfate_iv", "g{MgSO4}", (1, 2)),
    ("magnesium_sulfate_iv", "g", (1,)),
    ("onabotulinumtoxin_a", "U", (100, 195)),
    ("onabotulinumtoxin_a_spg", "U", (25,)),
    ("oxygen", "L/min", (7, 12)),
    ("nvns", "{stimulation}", (3, 12)),
    ("galcanezumab", "mg", (100, 300)),
    ("Dysport", "U", (300,)),
)
SETTINGS = settings(derandomize=True, deadline=None, max_examples=150)
REGIMENS = (
    Regimen("verapamil", 240, "mg", FIRST.date()),
    Regimen("lithium", 600, "mg", FIRST.date()),
)
CONDITIONS = (Condition("angina"), Condition("pregnancy"), Condition("smoker"))
MEDICINES = (Medicine("propranolol"), Medicine("moclobemide"), Medicine("cimetidine"))


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    treatment, unit, amounts = draw(st.sampled_from(TREATMENTS))
    minutes = draw(st.integers(0, 5 * 24 * 4)) * 15
    amount = draw(st.none() | st.sampled_from(amounts))
    pain = draw(st.sampled_from([None, 0, 4, 8]))
    at = Moment.of(FIRST + timedelta(minutes=minutes), "UTC")
    return Dose(at, treatment, amount, unit, intensity_before=8, intensity_30_min=pain)


diaries = st.builds(
    lambda given, regimens, conditions, medicines: Diary(
        "UTC",
        doses=tuple(given),
        regimens=tuple(regimens),
        conditions=tuple(conditions),
        medicines=tuple(medicines),
    ),
    st.lists(doses(), max_size=12),
    st.lists(st.sampled_from(REGIMENS), max_size=2, unique=True),
    st.lists(st.sampled_from(CONDITIONS), max_size=2, unique=True),
    st.lists(st.sampled_from(MEDICINES), max_size=2, unique=True),
)


def warnings_about(diary: Diary) -> dict[tuple[str, datetime, str], int]:
    """Return the gravest rank of what each rule says of each dose, leaving out INFO."""
    worst: dict[tuple[str, datetime, str], int] = {}
    for finding in check(diary, (FIRST + timedelta(days=400)).date()).findings:
        for dose in finding.doses:
            if finding.severity is not Severity.INFO:
                about = (finding.rule, dose.given_at.at, dose.treatment)
                worst[about] = min(worst.get(about, 9), finding.severity.rank)
    return worst


@SETTINGS
@given(diaries, doses())
def test_one_more_dose_never_removes_a_warning_about_another(diary, more):
    before = warnings_about(diary)
    after = warnings_about(replace(diary, doses=(*diary.doses, more)))
    assert {about for about, rank in before.items() if after.get(about, 9) > rank} == set()


@SETTINGS
@given(diaries, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(diary, dice):
    shuffled = [list(getattr(diary, table)) for table in ("doses", "regimens", "conditions")]
    for rows in shuffled:
        dice.shuffle(rows)
    given, regimens, conditions = map(tuple, shuffled)
    other = replace(diary, doses=given, regimens=regimens, conditions=conditions)
    said = check(diary)
    assert (check(other).findings, check(other).needs) == (said.findings, said.needs)


def elapsed(texts: list[str]) -> Diary:
    """Two injections, as they were written on a clock in New York."""
    return Diary(
        "America/New_York",
        doses=tuple(
            Dose(Moment.parse(text, "America/New_York"), "sumatriptan_sc", 6, "mg")
            for text in texts
        ),
    )


@pytest.mark.parametrize(
    ("texts", "too_close"),
    [
        (["2024-03-10T01:30", "2024-03-10T03:10"], True),  # 40 minutes: the clock went forward
        (["2024-11-03T01:30-04:00", "2024-11-03T01:35-05:00"], False),  # 65 minutes: it went back
        (["2024-11-03T00:40", "2024-11-03T01:30"], True),
    ],
)
def test_a_changing_clock_does_not_change_elapsed_hours(texts, too_close):
    assert any(each.rule == "S02" for each in check(elapsed(texts)).findings) == too_close


@SETTINGS
@given(diaries, st.sampled_from(["Asia/Kathmandu", "America/New_York", "Pacific/Apia"]))
def test_rules_of_hours_do_not_depend_on_the_zone(diary, zone):
    moved = tuple(
        replace(each, given_at=Moment.of(each.given_at.at.astimezone(ZoneInfo(zone)), zone))
        for each in diary.doses
    )
    by_hours = {"S01", "S02", "S03", "S07", "S08", "X02"}
    other = replace(diary, zone=zone, doses=moved)
    said, again = (
        [
            (each.rule, each.severity, each.text)
            for each in check(one, (FIRST + timedelta(days=400)).date()).findings
            if each.rule in by_hours
        ]
        for one in (diary, other)
    )
    assert sorted(said) == sorted(again)


def test_what_is_dated_later_is_not_looked_at():
    at = Moment.of(datetime(2024, 1, 5, 12, tzinfo=UTC), "UTC")
    diary = Diary("UTC", doses=(Dose(at, "sumatriptan_sc", 8, "mg"),))
    assert check(diary, at.on).findings
    assert check(diary, at.on - timedelta(days=1)).findings == ()
    assert Record(diary, at.on - timedelta(days=1)).taken == ()


def test_a_dose_of_nothing_was_not_given():
    at = Moment.of(FIRST, "UTC")
    given = (Dose(at, "sumatriptan_sc", 0, "mg"), Dose(at, "rizatriptan_po", 5, "mg"))
    assert check(Diary("UTC", doses=given)).findings == ()
