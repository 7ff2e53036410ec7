"""Analyses made by hand: one that looks like the published case, and the extremes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from math import nan
from random import Random

from surcease.analysis.result import (
    AmountEffect,
    Analysis,
    AttackSummary,
    Bout,
    Clock,
    Course,
    Days,
    Details,
    Diagnostics,
    DoseLane,
    DueDate,
    Estimate,
    Season,
    SubtypeStretch,
    Timeline,
    TreatmentEffect,
    Verdict,
    WearOffPoint,
)

FIRST = date(2022, 1, 1)

HOSTILE = (
    "<script>alert(1)</script>",
    "]]> --> <![CDATA[",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %}",
    "[red]loud[/red] \x1b[31m\x07",
    "\u202eright to left\x00\ud800",
    "${datum.value} '\\' `",
    "&amp; ½ Ωμέγα 硫酸镁 \U0001f9e0",
)


def published_case(days: int = 1096) -> Analysis:
    """Three chronic years: verapamil, an infusion about monthly, Botox, three triptans."""
    return _analysis(
        timeline(days),
        treatments=(_verapamil(), _botox(), _magnesium(), *_triptans()),
        lanes=_lanes(days),
    )


def extremes() -> dict[str, Analysis]:
    return {
        "no days": without_days(),
        "forty treatments": with_names([f"Treatment number {n}" for n in range(40)]),
        "long names": with_names(["Magnesium " * 30, "M" * 300, "Magnesium sulfate " * 20]),
        "twenty days": _analysis(timeline(20), (_magnesium(),), _lanes(20)),
        "one day": _analysis(timeline(1), (), ()),
        "sixteen years": _analysis(timeline(5844), (_verapamil(), _magnesium()), _lanes(5844)),
        "all unknown": all_unknown(),
        "hostile": with_names(HOSTILE),
        "not a number": not_a_number(),
        "no treatments": _analysis(timeline(400), (), ()),
    }


def without_days() -> Analysis:
    return Analysis(
        days=None,
        course=None,
        treatments=(),
        diagnostics=Diagnostics("none", None, 0.0, None, ("sampling_uncertain",)),
        details=None,
        version="0.1.0",
        seed=1,
    )


def with_names(names: Iterable[str]) -> Analysis:
    """Put the same text wherever an analysis holds text that a person typed."""
    names = tuple(names)
    base = _analysis(timeline(200), _named(names), _named_lanes(names))
    assert base.details is not None
    summary = replace(
        base.details.attacks,
        by_type=dict.fromkeys(names, 3),
        by_intensity=dict.fromkeys(names, 2),
        by_side=dict.fromkeys(names, 1),
    )
    return replace(
        base,
        details=replace(base.details, attacks=summary, unrecognised=names),
    )


def all_unknown() -> Analysis:
    known = timeline(300)
    unknown = replace(known, attacks=(None,) * 300)
    return _analysis(unknown, (replace(_magnesium(), verdict=Verdict.CANNOT_TELL),), _lanes(300))


def not_a_number() -> Analysis:
    nothing = Estimate(nan, nan, nan)
    broken = replace(
        _magnesium(),
        reduction=nothing,
        by_day=(WearOffPoint(1.0, nothing), WearOffPoint(2.0, nothing)),
        days_to_half=nothing,
        reduction_over={14: nothing},
        probability_fewer_attacks=nan,
        probability_half=nan,
    )
    steady = replace(_verapamil(), by_amount=(AmountEffect(nan, "mg", nothing),))
    base = _analysis(timeline(200), (broken, steady), _lanes(200))
    assert base.course is not None
    assert base.details is not None
    rate = (nan,) * 200
    lost = replace(base.details.timeline, rate=rate, rate_low=rate, rate_high=rate)
    return replace(
        base,
        course=replace(base.course, in_bout_now=nan, attacks_per_day_now=nothing),
        details=replace(base.details, timeline=lost),
        diagnostics=Diagnostics("laplace", nan, nan, nan, ()),
    )


def timeline(days: int) -> Timeline:
    """A year-long swell, halved for some weeks after each 29th day; some days unknown."""
    dice = Random(7)
    rates = [_rate(day) for day in range(days)]
    attacks = tuple(
        None if 500 <= day < 530 or dice.random() < 0.06 else _draw(dice, rate)
        for day, rate in enumerate(rates)
    )
    return Timeline(
        from_on=FIRST,
        attacks=attacks,
        rate=tuple(rates),
        rate_low=tuple(rate * 0.7 for rate in rates),
        rate_high=tuple(rate * 1.4 for rate in rates),
        in_bout=(0.98,) * days,
    )


def _rate(day: int) -> float:
    swell = 1.6 + 0.9 * (((day % 365) - 182) / 182) ** 2
    return swell * (0.45 + 0.55 * min((day % 29) / 22, 1.0))


def _draw(dice: Random, rate: float) -> int:
    return sum(dice.random() < rate / 8 for _ in range(8))


def _analysis(
    line: Timeline, treatments: tuple[TreatmentEffect, ...], lanes: tuple[DoseLane, ...]
) -> Analysis:
    known = [attacks for attacks in line.attacks if attacks is not None]
    last = line.from_on + timedelta(days=len(line.attacks) - 1)
    return Analysis(
        days=Days(line.from_on, last, len(known), len(line.attacks) - len(known), sum(known)),
        course=_course(line.from_on, last, sum(known)),
        treatments=treatments,
        diagnostics=Diagnostics("psis", 0.43, 812.4, -1803.2, ()),
        details=_details(line, lanes, last),
        version="0.1.0",
        seed=1,
    )


def _course(first: date, last: date, attacks: int) -> Course:
    return Course(
        subtype="chronic",
        criteria="ICHD-3",
        bouts=(Bout(first, last, attacks),) if attacks else (),
        in_bout_now=0.993,
        attacks_per_day_now=Estimate(1.42, 0.93, 2.14),
    )


def _details(line: Timeline, lanes: tuple[DoseLane, ...], last: date) -> Details:
    changes = ((line.from_on, "undetermined"), (line.from_on + timedelta(days=365), "chronic"))
    return Details(
        attacks=_summary(sum(attacks or 0 for attacks in line.attacks)),
        clock=_clock(),
        season=_season(line),
        timeline=line,
        lanes=lanes,
        subtypes=tuple(SubtypeStretch(on, name) for on, name in changes if on <= last),
        unrecognised=("Rescue drops",),
    )


def _summary(attacks: int) -> AttackSummary:
    mild, severe = attacks // 7, attacks // 5
    return AttackSummary(
        by_type={"cluster": attacks, "shadow": attacks // 9},
        duration_mean_min=39.3,
        duration_sd_min=18.5,
        duration_known=attacks,
        by_intensity={"mild": mild, "moderate": attacks - mild - severe, "severe": severe},
        by_side={"left": attacks - attacks // 20, "right": attacks // 20},
    )


def _clock() -> Clock:
    by_hour = (61, 118, 140, 96, 44, 30, 22, 18, 20, 26, 31, 38, 52, 66, 49, 33, 27, 24, 22, 30)
    return Clock((*by_hour, 41, 48, 50, 55), peak_hour=2.3, concentration=0.31, p_uniform=1e-6)


def _season(line: Timeline) -> Season:
    days = [line.from_on + timedelta(days=n) for n in range(len(line.attacks))]
    known = [(on.month, n) for on, n in zip(days, line.attacks, strict=True) if n is not None]
    observed = Counter(month for month, _ in known)
    attacks: Counter[int] = Counter()
    for month, number in known:
        attacks[month] += number
    return Season(
        attacks_by_month=tuple(attacks[month] for month in range(1, 13)),
        observed_by_month=tuple(observed[month] for month in range(1, 13)),
        peak_month=1 if known else None,
        p_uniform=0.21 if known else None,
        rate_by_month=tuple(
            attacks[month] / observed[month] if observed[month] else None for month in range(1, 13)
        ),
    )


def _magnesium() -> TreatmentEffect:
    return TreatmentEffect(
        treatment="magnesium_sulfate_iv",
        name="Magnesium sulfate infusion",
        role="preventive",
        doses=38,
        first_on=date(2022, 1, 6),
        last_on=date(2024, 12, 18),
        verdict=Verdict.STRONG,
        because=("interval_excludes_no_effect",),
        reduction=Estimate(0.61, 0.38, 0.77),
        reduction_over={
            14: Estimate(0.52, 0.33, 0.67),
            28: Estimate(0.38, 0.22, 0.53),
            56: Estimate(0.22, 0.11, 0.35),
            84: Estimate(0.15, 0.07, 0.26),
        },
        by_day=_fading(0.61, 16.0),
        days_to_half=Estimate(16.2, 10.4, 24.8),
        next_due=DueDate(date(2025, 1, 3), date(2024, 12, 29), date(2025, 1, 10), 0.8),
        probability_fewer_attacks=0.999,
        probability_half=0.83,
    )


def _botox() -> TreatmentEffect:
    return TreatmentEffect(
        treatment="onabotulinumtoxin_a",
        name="OnabotulinumtoxinA (Botox)",
        role="preventive",
        doses=15,
        first_on=date(2022, 2, 10),
        last_on=date(2024, 11, 5),
        verdict=Verdict.SUGGESTIVE,
        because=("interval_includes_no_effect", "few_doses"),
        reduction=Estimate(0.28, -0.09, 0.54),
        reduction_over={84: Estimate(0.19, -0.06, 0.4)},
        by_day=_fading(0.28, 61.0),
        days_to_half=Estimate(61.0, 34.0, 96.0),
        next_due=DueDate(date(2025, 1, 5), date(2024, 12, 12), date(2025, 2, 2), 0.8),
        probability_fewer_attacks=0.93,
        probability_half=0.09,
    )


def _verapamil() -> TreatmentEffect:
    return TreatmentEffect(
        treatment="verapamil",
        name="Verapamil",
        role="preventive",
        doses=0,
        first_on=FIRST,
        last_on=date(2024, 12, 31),
        verdict=Verdict.UNCLEAR,
        because=("on_every_day", "posterior_like_prior"),
        reduction=Estimate(0.12, -0.41, 0.45),
        by_amount=(
            AmountEffect(240.0, "mg", Estimate(0.08, -0.26, 0.33)),
            AmountEffect(360.0, "mg", Estimate(0.12, -0.41, 0.45)),
        ),
        probability_fewer_attacks=0.68,
        probability_half=0.02,
    )


def _triptans() -> tuple[TreatmentEffect, ...]:
    used = (
        ("sumatriptan_sc", "Sumatriptan injection", 412),
        ("zolmitriptan_nasal", "Zolmitriptan nasal spray", 133),
        ("rizatriptan_po", "Rizatriptan tablet", 88),
    )
    return tuple(
        TreatmentEffect(
            treatment=key,
            name=name,
            role="acute",
            doses=doses,
            first_on=date(2022, 1, 2),
            last_on=date(2024, 12, 30),
            verdict=Verdict.CANNOT_TELL,
            because=("acute_treatment",),
        )
        for key, name, doses in used
    )


def _fading(peak: float, half: float) -> tuple[WearOffPoint, ...]:
    days = [0.5 * step for step in range(1, 169)]
    return tuple(WearOffPoint(day, _around(_faded(peak, half, day))) for day in days)


def _faded(peak: float, half: float, day: float) -> float:
    return peak * (1 - 2 ** (-2 * day)) / (1 + (day / half) ** 2.4)


def _around(reduction: float) -> Estimate:
    spread = 0.04 + 0.3 * abs(reduction)
    return Estimate(reduction, reduction - spread, min(reduction + spread, 0.97))


def _lanes(days: int) -> tuple[DoseLane, ...]:
    dice = Random(11)
    last = FIRST + timedelta(days=days - 1)
    return (
        _regimen_lane(days, last),
        _lane("magnesium_sulfate_iv", "Magnesium sulfate infusion", range(5, days, 29)),
        _lane("onabotulinumtoxin_a", "OnabotulinumtoxinA (Botox)", range(40, days, 71)),
        _acute("sumatriptan_sc", "Sumatriptan injection", days, dice, 0.35),
        _acute("zolmitriptan_nasal", "Zolmitriptan nasal spray", days, dice, 0.12),
        _acute("rizatriptan_po", "Rizatriptan tablet", days, dice, 0.08),
    )


def _regimen_lane(days: int, last: date) -> DoseLane:
    changes = [FIRST + timedelta(days=days * part // 4) for part in (1, 2)]
    day = timedelta(days=1)
    stretches = (
        (FIRST, changes[0] - day, 240.0, "mg"),
        (changes[0], changes[1] - day, 480.0, "mg"),
        (changes[1], last, 360.0, "mg"),
    )
    kept = tuple(each for each in stretches if each[0] <= each[1])
    return DoseLane("verapamil", "Verapamil", "preventive", stretches=kept)


def _lane(key: str, name: str, days: Iterable[int], role: str = "preventive") -> DoseLane:
    return DoseLane(key, name, role, tuple(FIRST + timedelta(days=day) for day in days))


def _acute(key: str, name: str, days: int, dice: Random, share: float) -> DoseLane:
    return _lane(key, name, [day for day in range(days) if dice.random() < share], "acute")


def _named(names: Iterable[str]) -> tuple[TreatmentEffect, ...]:
    kinds = (_magnesium(), _botox(), _verapamil(), _triptans()[0])
    return tuple(
        replace(kinds[index % 4], name=name, because=(f"moves_with:{name}",))
        for index, name in enumerate(names)
    )


def _named_lanes(names: Iterable[str]) -> tuple[DoseLane, ...]:
    return tuple(_lane(name, name, range(index, 200, 17)) for index, name in enumerate(names))
