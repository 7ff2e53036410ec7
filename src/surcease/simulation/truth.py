"""What was really so: the answer that an analysis of the simulated diary should find."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from surcease.simulation.arrays import Bools, Floats, Ints
from surcease.simulation.clock import Hours
from surcease.simulation.course import Nature
from surcease.simulation.lanes import PulseLane, RegimenLane
from surcease.simulation.life import Life
from surcease.simulation.scenario import Scenario
from surcease.simulation.true_effect import days_to_half, reduction_at, reduction_over


@dataclass(frozen=True, slots=True, eq=False)
class TreatmentTruth:
    """The truth about one preventive treatment.

    Attributes
    ----------
    rate_ratio
        Of one dose at full effect, or of a regimen at its reference amount.
    reduction_over
        Days -> mean fraction of attacks prevented over the first days after one dose; doses only.
    days_to_half
        Days after one dose when the reduction has fallen to half of its maximum; doses only.
    reduction_by_amount
        Daily amount -> steady fraction of attacks prevented; regimens only.
    rate_without : (num_days,)
        Expected attacks of each day, had this treatment done nothing and all else been as it was.
    attacks_prevented
        Over the whole diary, expected; negative where it did harm.
    """

    treatment: str
    rate_ratio: float
    rate_without: Floats
    attacks_prevented: float
    doses: int = 0
    reduction_over: dict[int, float] = field(default_factory=dict)
    days_to_half: float | None = None
    reduction_by_amount: dict[float, float] = field(default_factory=dict)

    @property
    def reduction(self) -> float:
        return 1 - self.rate_ratio


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """The truth about a simulated diary; arrays have one entry per civil day.

    Attributes
    ----------
    attacks
        What happened, written down or not.
    natural_rate
        Attacks a day of 24 hours without any treatment: the latent state.
    rate, rate_untreated
        Expected attacks of the day, as treated and had nothing been given.
    """

    scenario: Scenario
    attacks: Ints
    in_bout: Bools
    natural_rate: Floats
    rate: Floats
    rate_untreated: Floats
    treatments: tuple[TreatmentTruth, ...]

    def of(self, treatment: str) -> TreatmentTruth:
        return next(each for each in self.treatments if each.treatment == treatment)


def tell_truth(scenario: Scenario, nature: Nature, life: Life, hours: Hours) -> Truth:
    weights = scenario.habits.onset_weights(hours)
    regimens = np.exp(_regimen_log_effect(life, hours.num_days))

    def expected(log_effect: Floats) -> Floats:
        return nature.rate * hours.by_day(weights * np.exp(log_effect))

    log_effect = life.log_effect()
    rate = expected(log_effect) * regimens
    pulses = (
        _pulse_truth(lane, rate, expected(log_effect - lane.log_effect()) * regimens)
        for lane in life.pulses
    )
    return Truth(
        scenario=scenario,
        attacks=np.array(life.attacks),
        in_bout=nature.in_bout,
        natural_rate=nature.rate,
        rate=rate,
        rate_untreated=expected(np.zeros(hours.num_hours)),
        treatments=(*pulses, *(_regimen_truth(lane, rate) for lane in life.regimens)),
    )


def _regimen_log_effect(life: Life, num_days: int) -> Floats:
    effects = [np.array(lane.log_effects) for lane in life.regimens]
    return np.sum([np.zeros(num_days), *effects], axis=0)


def _pulse_truth(lane: PulseLane, rate: Floats, rate_without: Floats) -> TreatmentTruth:
    pulse = lane.pulse
    return TreatmentTruth(
        treatment=pulse.treatment,
        rate_ratio=pulse.rate_ratio,
        rate_without=rate_without,
        attacks_prevented=float((rate_without - rate).sum()),
        doses=len(lane.days),
        reduction_over=reduction_over(pulse.wear_off, pulse.rate_ratio),
        days_to_half=days_to_half(pulse.wear_off, pulse.rate_ratio),
    )


def _regimen_truth(lane: RegimenLane, rate: Floats) -> TreatmentTruth:
    regimen = lane.regimen
    rate_without = rate * np.exp(-np.array(lane.log_effects))
    amounts = sorted({amount for amount in lane.amounts if amount > 0})
    return TreatmentTruth(
        treatment=regimen.treatment,
        rate_ratio=regimen.rate_ratio,
        rate_without=rate_without,
        attacks_prevented=float((rate_without - rate).sum()),
        reduction_by_amount={
            amount: reduction_at(amount, regimen.reference_amount, regimen.rate_ratio)
            for amount in amounts
        },
    )
