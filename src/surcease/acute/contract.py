"""The JSON of acute treatments, schema surcease.acute/1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from surcease.acute.analyze import AcuteAnalysis, AcuteTreatment, Outcomes
from surcease.acute.choices import choices
from surcease.acute.comparison import Comparison
from surcease.acute.share import Share
from surcease.acute.time_to_end import TimeToEnd
from surcease.acute.use import Use
from surcease.diary.response import Response
from surcease.version import __version__

SCHEMA = "surcease.acute/1"

type Json = dict[str, Any]


def to_json(analysis: AcuteAnalysis) -> str:
    return json.dumps(to_dict(analysis), ensure_ascii=False, allow_nan=False)


def to_dict(analysis: AcuteAnalysis) -> Json:
    return {
        "schema": SCHEMA,
        "days": {
            "from": analysis.first_on and analysis.first_on.isoformat(),
            "to": analysis.last_on and analysis.last_on.isoformat(),
        },
        "attacks": analysis.attacks,
        "treated": analysis.treated,
        "doses_outside_attacks": analysis.doses_outside,
        "doses_without_a_time": analysis.doses_untimed,
        "treatments": [_treatment(each) for each in analysis.treatments],
        "combinations": [
            {"treatments": list(each.names), "outcomes": _outcomes(each.outcomes)}
            for each in analysis.combinations
        ],
        "triptan_days": analysis.triptan_days and _use(analysis.triptan_days),
        "comparison": analysis.comparison and _comparison(analysis.comparison),
        "level": choices().level,
        "version": __version__,
    }


def _treatment(treatment: AcuteTreatment) -> Json:
    return {
        "name": treatment.name,
        "treatment": treatment.key,
        "use": _use(treatment.use),
        "alone": _outcomes(treatment.alone),
        "after_others": _outcomes(treatment.after_others),
        "by_intensity": _by_band(treatment.by_intensity),
        "by_delay": _by_band(treatment.by_delay),
        "ratings": {
            asked: {each.value: said.get(each, 0) for each in Response}
            for asked, said in treatment.ratings.items()
        },
    }


def _use(use: Use) -> Json:
    return {
        name: value.isoformat() if name.endswith("_on") else _rounded(value)
        for name, value in asdict(use).items()
    }


def _outcomes(outcomes: Outcomes) -> Json:
    return {
        "attacks": outcomes.attacks,
        "further_dose": outcomes.further_dose,
        "pain_free_15_min": _share(outcomes.pain_free_15),
        "relief_15_min": _share(outcomes.relief_15),
        "pain_free_30_min": _share(outcomes.pain_free_30),
        "relief_30_min": _share(outcomes.relief_30),
        "to_end": _times(outcomes.to_end),
        "to_end_without_more": _times(outcomes.to_end_without_more),
    }


def _share(share: Share | None) -> Json | None:
    if share is None:
        return None
    published = share.published
    return {
        "yes": share.yes,
        "of": share.of,
        "median": _rounded(share.median),
        "low": _rounded(share.low),
        "high": _rounded(share.high),
        "published": published
        and {"percent": published.value, "source": published.source, "note": published.note},
        "from_prior": _rounded(share.from_prior),
    }


def _times(times: TimeToEnd | None) -> Json | None:
    if times is None:
        return None
    return {
        "attacks": times.intervals,
        "ended": times.ended,
        "minutes": {name: _rounded(value) for name, value in asdict(times.minutes).items()},
        "ended_in_min": {
            str(after): dict(zip(("share", "low", "high"), map(_rounded, share), strict=True))
            for after, share in times.ended_in.items()
        },
    }


def _by_band(bands: Mapping[str, Outcomes]) -> Json:
    return {name: _outcomes(each) for name, each in bands.items()}


def _comparison(comparison: Comparison) -> Json:
    return {
        "reference": comparison.reference,
        "reference_attacks": comparison.reference_attacks,
        "others": [
            {
                "name": each.name,
                "attacks": each.attacks,
                "ratio": _rounded(each.ratio),
                "low": _rounded(each.low),
                "high": _rounded(each.high),
            }
            for each in comparison.others
        ],
    }


def _rounded(value: float | None) -> float | None:
    return value if value is None or isinstance(value, int) else round(value, 4)
