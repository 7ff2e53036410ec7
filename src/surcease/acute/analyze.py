from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from surcease.acute.choices import Band, band_of, choices
from surcease.acute.comparison import Comparison, ExtraMissing, compare
from surcease.acute.intervals import Interval, intervals
from surcease.acute.share import Share, share
from surcease.acute.taken import Named, TakenDoses, taken_doses
from surcease.acute.time_to_end import TimeToEnd, after_one_dose, whatever_followed
from surcease.acute.use import Use, triptan_days, use
from surcease.diary import Diary
from surcease.diary.response import Rating, Response, is_timed, rating_of
from surcease.formulary import Fact, Treatment


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What followed one way of taking something.

    `attacks` counts instants at which it was taken, `further_dose` those that another followed.
    Each share is None where nothing is known. `to_end` follows the attack whatever else was taken,
    `to_end_without_more` only until a further dose.
    """

    attacks: int
    pain_free_15: Share | None
    relief_15: Share | None
    pain_free_30: Share | None
    relief_30: Share | None
    further_dose: int
    to_end: TimeToEnd | None
    to_end_without_more: TimeToEnd | None


@dataclass(frozen=True, slots=True)
class AcuteTreatment:
    """One treatment: alone and first in an attack, and after others; by intensity and by delay.

    `ratings` are counts of what was said, by what had been asked.
    """

    name: str
    key: str | None
    use: Use
    alone: Outcomes
    after_others: Outcomes
    by_intensity: Mapping[str, Outcomes]
    by_delay: Mapping[str, Outcomes]
    ratings: Mapping[str, Mapping[Response, int]]


@dataclass(frozen=True, slots=True)
class Combination:
    """Several treatments taken at one instant, first in an attack."""

    names: tuple[str, ...]
    outcomes: Outcomes


@dataclass(frozen=True, slots=True)
class AcuteAnalysis:
    """How well each acute treatment of a diary ends attacks.

    `doses_untimed` have no time of their own: they are rated and counted, and nothing is timed from
    them. `comparison` is None where nothing can be compared; `comparison_missing` says that the
    extra for it is not installed.
    """

    attacks: int
    treated: int
    doses_outside: int
    doses_untimed: int
    first_on: date | None
    last_on: date | None
    treatments: tuple[AcuteTreatment, ...]
    combinations: tuple[Combination, ...]
    triptan_days: Use | None
    comparison: Comparison | None
    comparison_missing: bool


def analyze_acute(diary: Diary) -> AcuteAnalysis:
    """Say how often and how fast attacks end after each acute treatment of a diary."""
    taken = taken_doses(diary)
    cut = intervals(taken.attacks)
    comparison, missing = _comparison(cut)
    days = [each.attack.started_at.on for each in taken.attacks]
    last_day = max([*days, *(dose.given_at.on for _, dose in taken.all_doses)], default=date.min)
    triptans = triptan_days(taken.all_doses)
    return AcuteAnalysis(
        attacks=len(taken.attacks),
        treated=sum(bool(each.doses) for each in taken.attacks),
        doses_outside=taken.outside,
        doses_untimed=sum(not is_timed(dose) for _, dose in taken.all_doses),
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        treatments=tuple(_treatments(taken, cut, last_day)),
        combinations=tuple(_combinations(cut)),
        triptan_days=use(triptans, last_day) if triptans else None,
        comparison=comparison,
        comparison_missing=missing,
    )


def _comparison(cut: Sequence[Interval]) -> tuple[Comparison | None, bool]:
    try:
        return compare(cut), False
    except ExtraMissing:
        return None, True


def _treatments(
    taken: TakenDoses, cut: Sequence[Interval], last_day: date
) -> Iterable[AcuteTreatment]:
    days: defaultdict[str, list[date]] = defaultdict(list)
    named: dict[str, Named] = {}
    untimed: defaultdict[str, list[Rating]] = defaultdict(list)
    for each, dose in taken.all_doses:
        days[each.name].append(dose.given_at.on)
        named[each.name] = each
        if not is_timed(dose) and (rating := rating_of(dose)):
            untimed[each.name].append(rating)
    by_use = sorted(days, key=lambda name: (-len(days[name]), name))
    return [
        _treatment(named[name], use(days[name], last_day), cut, untimed[name]) for name in by_use
    ]


def _treatment(
    named: Named, used: Use, cut: Sequence[Interval], untimed: Sequence[Rating]
) -> AcuteTreatment:
    own = [each for each in cut if each.names == (named.name,)]
    alone = [each for each in own if each.alone]
    return AcuteTreatment(
        name=named.name,
        key=named.known.key if named.known else None,
        use=used,
        alone=_outcomes(alone, named.known),
        after_others=_outcomes([each for each in own if not each.alone], None),
        by_intensity=_parts(alone, choices().bands, lambda each: each.intensity),
        by_delay=_parts(alone, choices().delays, lambda each: each.delay_min),
        ratings=_ratings([*(each.rating for each in own if each.rating), *untimed]),
    )


def _ratings(ratings: Sequence[Rating]) -> Mapping[str, Mapping[Response, int]]:
    asked = dict.fromkeys(each.asked for each in ratings)
    return {name: Counter(each.said for each in ratings if each.asked == name) for name in asked}


def _combinations(cut: Sequence[Interval]) -> Iterable[Combination]:
    first = [each for each in cut if each.nth == 1 and len(each.names) > 1]
    for names, _ in Counter(each.names for each in first).most_common():
        yield Combination(names, _outcomes([e for e in first if e.names == names], None))


def _outcomes(followed: Sequence[Interval], known: Treatment | None) -> Outcomes:
    return Outcomes(
        len(followed),
        _share([each.pain_free(15) for each in followed], _published(known, "pain_free_15_min")),
        _share([each.relief(15) for each in followed], _published(known, "relief_15_min")),
        _share([each.pain_free(30) for each in followed], _published(known, "pain_free_30_min")),
        _share([each.relief(30) for each in followed], _published(known, "relief_30_min")),
        sum(each.rescued for each in followed),
        whatever_followed(followed),
        after_one_dose(followed),
    )


def _share(said: Iterable[bool | None], published: Fact | None) -> Share | None:
    known = [each for each in said if each is not None]
    return share(sum(known), len(known), published) if known else None


def _published(known: Treatment | None, name: str) -> Fact | None:
    return known.fact(name, date.max) if known else None


def _parts(
    followed: Sequence[Interval],
    bands: tuple[Band, ...],
    value: Callable[[Interval], float | None],
) -> Mapping[str, Outcomes]:
    """Judge each band of a scale by itself; published rates are of no one band."""
    parts: defaultdict[str, list[Interval]] = defaultdict(list)
    for each in followed:
        at = value(each)
        if at is not None:
            parts[band_of(at, bands)].append(each)
    ordered = (band.name for band in bands if band.name in parts)
    return {name: _outcomes(parts[name], None) for name in ordered}
