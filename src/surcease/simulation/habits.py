"""When attacks begin, how long and how bad they are, and on which side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from surcease.diary.events import Side
from surcease.simulation.arrays import Bools, Floats, Ints
from surcease.simulation.clock import Hours
from surcease.simulation.severity import Hardship, Severity

APART_MIN = 20.0
SHORTEST_MIN = 5


class Attacks(NamedTuple):
    """Attacks in order, each (num_attacks,).

    Attributes
    ----------
    day
    started
        UTC seconds since 1970, whole minutes.
    minutes
        How long it lasts when nothing is taken.
    intensity
        1 to 10.
    switched
        Whether it is on the other side than usual.
    """

    day: Ints
    started: Ints
    minutes: Ints
    intensity: Ints
    switched: Bools


@dataclass(frozen=True, slots=True)
class Habits:
    """A patient's attacks, as the literature describes them.

    Attributes
    ----------
    peak_hour, concentration
        Von Mises law of the hour at which attacks begin.
    median_min, log_sd_min
        Lognormal duration without treatment.
    side_change
        Chance that an attack is on the other side.
    severity
        A course of intensity and duration; without one they are the same in good times and bad.
    """

    peak_hour: float = 2.0  # peak 21:00 to 03:00 [V:benk], onset mostly 00:00 to 03:00 [V:roz]
    concentration: float = 0.8
    median_min: float = 60.0  # mean 60, range 15 to 180 [V:kuw]
    log_sd_min: float = 0.5
    intensity_mean: float = 7.3  # prospective median, IQR 5.9 to 8.7 [V:paintab]
    intensity_sd: float = 2.1
    side: Side = Side.LEFT
    side_change: float = 0.01
    severity: Severity | None = None

    def onset_weights(self, hours: Hours) -> Floats:
        """Return the share of a day's rate that falls in each hour; a 24-hour day sums to 1."""
        angle = 2 * np.pi * (np.arange(24) + 0.5 - self.peak_hour) / 24
        density = np.exp(self.concentration * np.cos(angle))
        by_hour: Floats = density / density.sum()
        return by_hour[hours.local] * hours.lengths

    def draw(
        self,
        stretches: Sequence[tuple[int, int]],
        hourly: Floats,
        hours: Hours,
        rng: np.random.Generator,
        hardship: Hardship | None = None,
    ) -> Attacks:
        """Draw the attacks of each stretch of hours, given as (last hour, excluded; attacks).

        `hourly` (num_hours,) is proportional to the attack rate. No stretch crosses midnight.
        """
        day, started = _place(stretches, hourly, hours, rng)
        spread = self.log_sd_min * rng.standard_normal(day.size)
        intensity = rng.normal(self.intensity_mean, self.intensity_sd, day.size)
        if hardship is not None:
            hour = np.searchsorted(hours.starts, started, side="right") - 1
            spread += hardship.log_minutes[hour]
            intensity += hardship.points[hour]
        lasts = (self.median_min * np.exp(spread)).round().astype(np.int64)
        gaps = np.diff(started, append=started[-1:] + 86_400) // 60
        return Attacks(
            day=day,
            started=started,
            minutes=np.minimum(np.maximum(lasts, SHORTEST_MIN), np.maximum(gaps - 1, 0)),
            intensity=recorded_intensity(intensity),
            switched=rng.random(day.size) < self.side_change,
        )


def recorded_intensity(intensity: Floats) -> Ints:
    """Return intensities as a patient writes them down: whole numbers from 1 to 10."""
    return intensity.round().clip(1, 10).astype(np.int64)


def _place(
    stretches: Sequence[tuple[int, int]], hourly: Floats, hours: Hours, rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Return the day and the starting second of every attack.

    Times within a stretch follow the hourly rate; it is then squeezed a little so that attacks
    begin at least 20 minutes apart (less where it is full), because they do not overlap.
    """
    last, counts = np.array(stretches, dtype=np.int64).T
    first = np.concatenate(([0], last[:-1]))
    running = np.concatenate(([0.0], np.cumsum(hourly)))
    which = np.repeat(np.arange(counts.size), counts)
    low, high = running[first[which]], running[last[which]]
    spot = np.sort(low + rng.random(which.size) * (high - low))
    hour = np.searchsorted(running, spot, side="right") - 1
    hour = hour.clip(first[which], last[which] - 1)
    within = (spot - running[hour]) / hourly[hour] * hours.lengths[hour] * 60
    opening = hours.starts[first[which]]
    minute = (hours.starts[hour] - opening) / 60 + within
    rank = np.arange(which.size) - np.repeat(np.cumsum(counts) - counts, counts)
    elapsed = np.concatenate(([0.0], np.cumsum(hours.lengths))) * 60
    length = (elapsed[last] - elapsed[first])[which]
    apart = np.minimum(APART_MIN, length / (2 * counts[which]))
    squeezed = minute * (1 - counts[which] * apart / length) + (rank + 0.5) * apart
    day = np.searchsorted(hours.first, first[which], side="right") - 1
    return day, opening + 60 * squeezed.astype(np.int64)
