"""From what happened to what the patient wrote down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

import numpy as np

from surcease.diary.events import Attack, DayCount, Diary, Dose, Lab, Regimen, Side, Span
from surcease.simulation.acute import Cabinet, Taken
from surcease.simulation.clock import Hours
from surcease.simulation.habits import Attacks
from surcease.simulation.lanes import PulseLane, RegimenLane
from surcease.simulation.life import Life
from surcease.simulation.scenario import Scenario


def write_down(
    scenario: Scenario, life: Life, attacks: Attacks, hours: Hours, rng: np.random.Generator
) -> Diary:
    entries: list[Attack] = []
    doses = [dose for lane in life.pulses for dose in _sessions(lane, hours)]
    if not scenario.recording.counts_only:
        for attack, dose in _attack_entries(scenario, life.written, attacks, hours, rng):
            entries.append(attack)
            doses += dose
    return Diary(
        zone=scenario.zone,
        coverage=_coverage(scenario),
        attacks=tuple(entries),
        doses=tuple(sorted(doses, key=lambda dose: dose.given_at.at)),
        regimens=tuple(run for lane in life.regimens for run in _runs(lane, scenario.start_on)),
        days=tuple(_day_counts(scenario, life.written)),
        extra=(("simulated", "true"),),
        labs=_labs(scenario, hours, rng),
    )


def _coverage(scenario: Scenario) -> tuple[Span, ...]:
    last_on = scenario.start_on + timedelta(days=scenario.days - 1)
    return (Span(scenario.start_on, last_on),) if scenario.recording.claims_coverage else ()


def _day_counts(scenario: Scenario, written: list[int | None]) -> Iterable[DayCount]:
    for day, attacks in enumerate(written):
        if scenario.recording.says_of_day(attacks):
            yield DayCount(scenario.start_on + timedelta(days=day), attacks)


def _sessions(lane: PulseLane, hours: Hours) -> Iterable[Dose]:
    pulse = lane.pulse
    amount = pulse.amount / len(pulse.sites)
    for hour in lane.hours:
        given_at = hours.moment_of(hour)
        for site in pulse.sites:
            yield Dose(given_at, pulse.treatment, amount, pulse.unit, pulse.route, site)


def _labs(scenario: Scenario, hours: Hours, rng: np.random.Generator) -> tuple[Lab, ...]:
    drawn = (lab for series in scenario.labs for lab in series.draw(hours, rng))
    return tuple(sorted(drawn, key=lambda lab: lab.taken_at.at))


def _runs(lane: RegimenLane, start_on: date) -> Iterable[Regimen]:
    """Join days of the same amount; the last of them is still going on."""
    day, last_day = lane.first_day, lane.first_day + len(lane.amounts) - 1
    for amount, same in groupby(lane.amounts):
        until = day + len(list(same)) - 1
        to_on = None if until == last_day else start_on + timedelta(days=until)
        if amount > 0:
            from_on = start_on + timedelta(days=day)
            yield Regimen(lane.regimen.treatment, amount, lane.regimen.unit, from_on, to_on)
        day = until + 1


def _attack_entries(
    scenario: Scenario,
    written: list[int | None],
    attacks: Attacks,
    hours: Hours,
    rng: np.random.Generator,
) -> Iterable[tuple[Attack, list[Dose]]]:
    cabinet = Cabinet(scenario.acute, rng)
    usual = scenario.habits.side
    other = Side.RIGHT if usual is Side.LEFT else Side.LEFT
    rows = zip(*(column.tolist() for column in attacks), strict=True)
    for day, started, minutes, intensity, switched in rows:
        if written[day] is None:
            continue
        taken = cabinet.reach(day, minutes, intensity)
        lasted = taken.shorten(minutes) if taken else minutes
        attack = Attack(
            started_at=hours.moment(started),
            ended_at=hours.moment(started + 60 * lasted),
            intensity=intensity,
            side=other if switched else usual,
        )
        yield attack, [_dose(started, taken, hours)] if taken else []


def _dose(started: int, taken: Taken, hours: Hours) -> Dose:
    return Dose(
        given_at=hours.moment(started + 60 * taken.after_min),
        treatment=taken.acute.treatment,
        amount=taken.acute.amount,
        unit=taken.acute.unit,
        route=taken.acute.route,
        intensity_before=taken.before,
        intensity_15_min=taken.at_15,
        intensity_30_min=taken.at_30,
    )
