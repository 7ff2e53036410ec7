"""Patients by name, for the example, the tests and the calibration.

Effects and courses are assumptions, made so that the truth is known. What describes the disease,
the acute treatments or the published case cites the key of its source.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from surcease.simulation.amounts import RaisedInBouts, Steps
from surcease.simulation.bouts import Alternating, Lognormal, Season, Yearly
from surcease.simulation.course import Course, LognormalPoisson, NegativeBinomial, Walk
from surcease.simulation.labs import LabSeries
from surcease.simulation.recording import Recording
from surcease.simulation.scenario import Scenario
from surcease.simulation.timing import (
    AlongWith,
    ByIndication,
    BySchedule,
    Either,
    InBouts,
    OnDays,
    WhenBack,
)
from surcease.simulation.treatments import Acute, Pulse, Regimen
from surcease.simulation.wear_off import Exponential, Hill, Linear, Plateau

BOUT = Lognormal(median_days=37, log_sd=0.63)  # 6.5 +- 4.5 weeks [V:moon]
REMISSION = Lognormal(median_days=270, log_sd=0.5)  # about ten months
BOUT_WALK = Walk(mu=math.log(2.5))  # 17.8 a week [V:goad19]

WHEN_BAD = ByIndication(over_days=7, threshold=14, minimum_gap_days=21)

INFUSION = Pulse(
    treatment="magnesium_sulfate_iv",
    rate_ratio=0.35,
    wear_off=Hill(onset_days=0.02, half_days=16, sharpness=3),
    timing=WHEN_BAD,
    amount=1,
    unit="g{MgSO4}",
    route="intravenous",
)
BOTULINUM = Pulse(
    treatment="onabotulinumtoxin_a",
    rate_ratio=0.45,
    wear_off=Hill(onset_days=7, half_days=65, sharpness=4),  # wears off at 65 days [V:wear2]
    timing=BySchedule(every_days=84, jitter_days=14, first_day=30),
    amount=100,
    unit="U",
    route="intramuscular",
    sites=(
        "bilateral forehead",
        "bilateral temporalis",
        "bilateral occipitalis",
        "bilateral suboccipital",
    ),
)
NERVE_BLOCK = Pulse(
    treatment="gon_block",
    rate_ratio=0.6,
    wear_off=Exponential(onset_days=1, half_days=21),  # 21 days [V:lamb]
    timing=BySchedule(every_days=90, jitter_days=10, first_day=60),
    amount=3.75,  # cortivazol [V:lero]
    unit="mg",
    route="perineural",
)
VERAPAMIL = Regimen(
    treatment="verapamil",
    rate_ratio=0.8,
    reference_amount=360,
    unit="mg",
    lag_days=6,
    amounts=Steps(((-45, 240), (130, 360), (420, 480), (760, 360))),
)

SUMATRIPTAN = Acute(
    treatment="sumatriptan_sc",
    amount=6,
    unit="mg",
    route="subcutaneous",
    intensities=(7, 10),
    relief_15=0.75,  # [V:coch]
    relief_30=0.75,
    share=0.8,
)
RIZATRIPTAN = Acute(
    treatment="rizatriptan_po",
    amount=10,
    unit="mg",
    route="oral",
    intensities=(1, 6),
    relief_15=0.0,
    relief_30=0.25,  # no trial in cluster headache: assumed
    share=0.45,
)
ZOLMITRIPTAN = Acute(
    treatment="zolmitriptan_nasal",
    amount=5,
    unit="mg",
    route="nasal",
    intensities=(1, 6),
    relief_15=0.08,  # [V:ebm2]
    relief_30=0.28,  # chronic [V:citt]
    share=0.6,
)
OXYGEN = Acute(
    treatment="oxygen",
    amount=12,
    unit="L/min",
    route="inhaled",
    intensities=(1, 10),
    relief_15=0.78,  # [V:coh09]
    relief_30=0.78,
    most_per_day=8,
)

TWO_INFUSIONS = replace(
    INFUSION, timing=ByIndication(over_days=7, threshold=14, minimum_gap_days=90), at_most=2
)
SAME_DAY_INFUSION = replace(
    INFUSION, timing=ByIndication(over_days=2, threshold=7, minimum_gap_days=21)
)
STEPPED_VERAPAMIL = replace(
    VERAPAMIL,
    rate_ratio=0.6,
    amounts=Steps(((90, 240), (180, 480), (330, 240), (480, 0), (620, 360), (760, 480), (940, 0))),
)

# Treatments, intervals, sites and the number of sessions as in the published case [V:post].
PUBLISHED_CASE = Scenario(
    name="published_case",
    summary="Chronic; verapamil, infusions about monthly, Botox, three triptans.",
    pulses=(
        replace(
            INFUSION,
            timing=Either(
                (
                    ByIndication(over_days=7, threshold=9, minimum_gap_days=20),
                    BySchedule(every_days=30, jitter_days=3, first_day=12),
                )
            ),
        ),
        replace(
            BOTULINUM,
            timing=Either(
                (
                    WhenBack(over_days=14, share=0.9, fewest=18, minimum_gap_days=60),
                    BySchedule(every_days=80, jitter_days=20, first_day=20),
                )
            ),
            at_most=15,
        ),
    ),
    regimens=(VERAPAMIL,),
    acute=(SUMATRIPTAN, RIZATRIPTAN, ZOLMITRIPTAN),
    recording=Recording(quiet_days_unwritten=0.05, attack_days_lost=0.02),
    labs=(
        LabSeries("magnesium", "serum total", "mg/dL", mean=2.1, sd=0.1, days=(11, 404, 790)),
        LabSeries("magnesium", "red cell", "mg/dL", mean=4.6, sd=0.2, days=(11, 404, 790)),
    ),
)
CHRONIC_BY_INDICATION = Scenario(
    name="chronic_by_indication",
    summary="Chronic; an infusion whenever attacks are many.",
    pulses=(INFUSION,),
)
EPISODIC = Scenario(
    name="episodic",
    summary="Bouts of weeks, remissions of months; infusions by indication within bouts.",
    course=Course(
        bouts=Alternating(BOUT, REMISSION, Season(peak_day_of_year=100, strength=0.5)),
        walk=BOUT_WALK,
    ),
    pulses=(replace(INFUSION, timing=InBouts(WHEN_BAD, quiet_days=14)),),
)


def _infusion_variant(name: str, summary: str, **changes: Any) -> Scenario:
    """Return `chronic_by_indication` with another infusion."""
    changed = replace(INFUSION, **changes)
    return replace(CHRONIC_BY_INDICATION, name=name, summary=summary, pulses=(changed,))


def _chronic_variant(name: str, summary: str, **changes: Any) -> Scenario:
    """Return `chronic_by_indication` with another course or recording."""
    return replace(CHRONIC_BY_INDICATION, name=name, summary=summary, **changes)


_ALL = (
    PUBLISHED_CASE,
    CHRONIC_BY_INDICATION,
    _infusion_variant("null_infusion", "The same infusion, without any effect.", rate_ratio=1.0),
    _infusion_variant("worse", "An infusion that makes attacks more frequent.", rate_ratio=1.6),
    _infusion_variant(
        "by_schedule",
        "An infusion every four weeks or so, however things are.",
        timing=BySchedule(every_days=28, jitter_days=5, first_day=20),
    ),
    _infusion_variant(
        "when_back",
        "An infusion whenever it feels due: attacks are back.",
        timing=WhenBack(over_days=7, share=0.7, fewest=7, minimum_gap_days=14),
    ),
    _infusion_variant(
        "one_dose", "A single infusion in three years.", timing=OnDays((400,)), waits_days=3
    ),
    _chronic_variant(
        "same_day",
        "An infusion on a day that began with many attacks, decided on at the visit.",
        pulses=(SAME_DAY_INFUSION,),
        decides_at_visit=True,
    ),
    _chronic_variant(
        "null_same_day",
        "The same, without any effect.",
        pulses=(replace(SAME_DAY_INFUSION, rate_ratio=1.0),),
        decides_at_visit=True,
    ),
    _infusion_variant(
        "longer",
        "The effect lasts three times as long as is usual.",
        wear_off=Hill(onset_days=0.02, half_days=36, sharpness=3),
    ),
    _infusion_variant(
        "shorter",
        "The effect lasts a third of the usual time.",
        wear_off=Hill(onset_days=0.02, half_days=4, sharpness=3),
    ),
    _infusion_variant(
        "exponential", "The effect halves every ten days.", wear_off=Exponential(0.25, 10)
    ),
    _infusion_variant("linear", "The effect fades in a straight line.", wear_off=Linear(0, 28)),
    _infusion_variant(
        "cliff", "Full effect for three weeks, then none.", wear_off=Plateau(0.5, 20, 22)
    ),
    _chronic_variant(
        "wild_course",
        "The natural course is twice as volatile.",
        course=Course(walk=replace(Walk(), sigma=2 * Walk().sigma)),
    ),
    _chronic_variant(
        "steady_course",
        "The natural rate hardly moves.",
        course=Course(walk=replace(Walk(), sigma=0.02)),
    ),
    _chronic_variant("one_year", "One year with two infusions.", days=365, pulses=(TWO_INFUSIONS,)),
    _chronic_variant(
        "one_year_null",
        "One year with two infusions without effect.",
        days=365,
        pulses=(replace(TWO_INFUSIONS, rate_ratio=1.0),),
    ),
    _chronic_variant(
        "stepped_verapamil",
        "Verapamil stepped up and down by schedule.",
        pulses=(),
        regimens=(STEPPED_VERAPAMIL,),
    ),
    _chronic_variant(
        "null_verapamil",
        "The same steps, without effect.",
        pulses=(),
        regimens=(replace(STEPPED_VERAPAMIL, rate_ratio=1.0),),
    ),
    _chronic_variant(
        "clumped",
        "Attacks come in clumps: negative binomial counts.",
        course=Course(scatter=NegativeBinomial(phi=3)),
    ),
    _chronic_variant(
        "clumped_otherwise",
        "Attacks come in clumps: lognormal scatter, which the engine does not have.",
        course=Course(scatter=LognormalPoisson(log_sd=0.5)),
    ),
    _chronic_variant(
        "half_quiet_days_missing",
        "Half of the days without an attack were never written down.",
        recording=Recording(quiet_days_unwritten=0.5),
    ),
    _chronic_variant(
        "attacks_only",
        "Only attacks were ever written down.",
        recording=Recording(attacks_only=True),
    ),
    _chronic_variant(
        "bad_days_lost",
        "One day with attacks in four was never written down.",
        recording=Recording(attack_days_lost=0.25),
    ),
    _chronic_variant(
        "counts_only", "A number for each day, no times.", recording=Recording(counts_only=True)
    ),
    _chronic_variant(
        "together",
        "A nerve block at every infusion: no diary can tell them apart.",
        pulses=(INFUSION, replace(NERVE_BLOCK, timing=AlongWith(INFUSION.treatment))),
    ),
    _chronic_variant(
        "three_preventives",
        "Infusions by indication, Botox and nerve blocks by schedule, verapamil.",
        pulses=(INFUSION, BOTULINUM, NERVE_BLOCK),
        regimens=(VERAPAMIL,),
    ),
    _chronic_variant(
        "acute_only",
        "Nothing prevents: triptans by intensity, oxygen for the rest.",
        pulses=(),
        acute=(SUMATRIPTAN, RIZATRIPTAN, ZOLMITRIPTAN, OXYGEN),
    ),
    EPISODIC,
    replace(
        EPISODIC,
        name="yearly_bouts",
        summary="One bout every spring; infusions by indication.",
        course=Course(bouts=Yearly(75, 15, Lognormal(37, 0.4)), walk=BOUT_WALK),
    ),
    replace(
        EPISODIC,
        name="verapamil_in_bouts",
        summary="Verapamil raised in every bout and lowered after it.",
        pulses=(),
        regimens=(
            replace(
                VERAPAMIL,
                rate_ratio=0.6,
                amounts=RaisedInBouts(
                    step=120, top=480, over_days=7, threshold=4, quiet_days=14, step_days=7
                ),
            ),
        ),
    ),
    replace(
        EPISODIC,
        name="sixteen_years",
        summary="Sixteen years of bouts; infusions by indication within them.",
        days=5844,
        start_on=date(2008, 1, 1),
    ),
    replace(
        EPISODIC,
        name="stopped_after_bout",
        summary="Verapamil begun in every bout, and stopped because the bout ended.",
        pulses=(),
        regimens=(
            replace(
                VERAPAMIL,
                rate_ratio=0.6,
                amounts=RaisedInBouts(
                    step=360, top=360, over_days=3, threshold=3, quiet_days=7, step_days=3
                ),
            ),
        ),
    ),
)

SCENARIOS = MappingProxyType({scenario.name: scenario for scenario in _ALL})
