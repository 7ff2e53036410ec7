from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor
from statistics import fmean, stdev

from surcease.diary.duplicates import distinct_attacks
from surcease.diary.events import Attack, Diary, Kind, Side

TYPE_COLUMN = "type"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AttackSummary:
    """Counts by the kind or type written in the diary, duration in minutes, and intensity.

    Parameters
    ----------
    by_type
        Attacks and shadows by the diary's own column "type", else by kind; most frequent first.
    duration_mean_min, duration_sd_min, duration_known
        Over the attacks whose end is known; None where there are too few for a mean or an SD.
    by_intensity
        Attacks by intensity, "0" to "10", halves rounded up, and "unknown".
    by_side
        Attacks by side, and "unknown".
    """

    by_type: dict[str, int]
    duration_mean_min: float | None
    duration_sd_min: float | None
    duration_known: int
    by_intensity: dict[str, int]
    by_side: dict[str, int]


def attack_summary(diary: Diary) -> AttackSummary:
    """Count and average the attacks of a diary, each once however often its row was written."""
    written = distinct_attacks(diary).events
    attacks = [attack for attack in written if attack.kind is Kind.ATTACK]
    known = [minutes for attack in attacks if (minutes := attack.duration_min) is not None]
    return AttackSummary(
        by_type=dict(Counter(sorted(map(_type, written))).most_common()),
        duration_mean_min=fmean(known) if known else None,
        duration_sd_min=stdev(known) if len(known) > 1 else None,
        duration_known=len(known),
        by_intensity=_counts(map(_intensity, attacks), [str(level) for level in range(11)]),
        by_side=_counts((attack.side or UNKNOWN for attack in attacks), list(Side)),
    )


def _type(attack: Attack) -> str:
    named = (text.strip() for name, text in attack.extra if name.strip().lower() == TYPE_COLUMN)
    return next(filter(None, named), attack.kind.value)


def _intensity(attack: Attack) -> str:
    return UNKNOWN if attack.intensity is None else str(floor(attack.intensity + 0.5))


def _counts(values: Iterable[str], order: Sequence[str]) -> dict[str, int]:
    found = Counter(values)
    return {str(value): found[value] for value in [*order, UNKNOWN] if found[value]}
