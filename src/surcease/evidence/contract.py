"""The JSON of published results, schema surcease.evidence/1."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from surcease.evidence.cautions import cautions
from surcease.evidence.effects import proportion, two_arms
from surcease.evidence.pools import Pooled
from surcease.evidence.results import Result
from surcease.version import __version__

SCHEMA = "surcease.evidence/1"


def to_json(
    results: Sequence[Result], pooled: Sequence[Pooled], own: Mapping[str, Any] | None = None
) -> str:
    """Write results as JSON; `own` is what a diary says of the same treatment."""
    content = {
        "schema": SCHEMA,
        "results": [_result(each) for each in results],
        "pooled": [_pooled(each) for each in pooled],
        **({"own": own} if own is not None else {}),
        "version": __version__,
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False)


def _result(result: Result) -> dict[str, Any]:
    effect = result.control and asdict(two_arms(result.treated, result.control))
    return asdict(result) | {
        "proportion": asdict(proportion(result.treated)),
        "two_arms": effect,
        "cautions": list(cautions(result)),
    }


def _pooled(pooled: Pooled) -> dict[str, Any]:
    pool = pooled.pool
    numbers = {name: value for name, value in asdict(pooled).items() if name != "pool"}
    return {
        "key": pool.key,
        "name": pool.name,
        "treatment": pool.treatment,
        "measure": pool.measure,
        "rows": [each.key for each in pool.rows],
        **numbers,
        "warnings": list(pooled.warnings),
    }
