from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from surcease.simulation.course import Course
from surcease.simulation.habits import Habits
from surcease.simulation.labs import LabSeries
from surcease.simulation.recording import Recording
from surcease.simulation.treatments import Acute, Pulse, Regimen


@dataclass(frozen=True, slots=True)
class Scenario:
    """A patient whose truth is known: the natural course, the treatments, and what gets recorded.

    The defaults are a patient with chronic cluster headache who takes nothing and writes down
    everything. With `decides_at_visit` doses are decided on when they can be given, the attacks of
    the same morning included; otherwise in the morning, on the days before.
    """

    name: str
    summary: str
    days: int = 1096
    start_on: date = date(2021, 1, 1)
    zone: str = "America/New_York"
    course: Course = field(default_factory=Course)
    habits: Habits = field(default_factory=Habits)
    pulses: tuple[Pulse, ...] = ()
    regimens: tuple[Regimen, ...] = ()
    acute: tuple[Acute, ...] = ()
    recording: Recording = field(default_factory=Recording)
    labs: tuple[LabSeries, ...] = ()
    decides_at_visit: bool = False

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError("a scenario has at least one day")
        listed: tuple[Pulse | Regimen | Acute, ...] = (*self.pulses, *self.regimens, *self.acute)
        names = [each.treatment for each in listed]
        if len(set(names)) < len(names):
            raise ValueError("a treatment stands in a scenario once")
