"""Results in the store: found by what they were made from, kept part by part, the newest few."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from surcease.version import __version__
from surcease.web.record.models import Version
from surcease.web.results.models import Chart, Part, Result

SEED = 0
"""The same diary gives the same result, here as on the command line."""

KEPT = 3

STORED = "analysis.stored"
"""The part that holds the analysis itself, from which further pages and reports are made."""


def newest_revision() -> int | None:
    """Return the number of the last thing that was written down; None where nothing ever was."""
    newest: int | None = Version.objects.aggregate(newest=Max("id"))["newest"]
    return newest


def entries_since(revision: int) -> int:
    return Version.objects.filter(id__gt=revision).values("entry").distinct().count()


def renew(digest: str, revision: int) -> Result | None:
    """Return the whole result of this very diary, if one is kept; it is then the newest again."""
    with transaction.atomic():
        known = Result.objects.filter(whole=True, **_made_from(digest)).first()
        if known is not None:
            known.revision = revision
            known.save(update_fields=["revision"])
        return known


def begin(digest: str, revision: int) -> Result:
    """Keep a result that has no part yet, in place of one of this diary that was never whole."""
    with transaction.atomic():
        Result.objects.filter(whole=False).delete()
        return Result.objects.create(
            revision=revision, made_at=timezone.now(), **_made_from(digest)
        )


def keep(result: Result, parts: Mapping[str, str], charts: Mapping[str, Mapping[str, Any]]) -> None:
    with transaction.atomic():
        Part.objects.bulk_create(
            Part(result=result, name=name, text=text) for name, text in parts.items()
        )
        Chart.objects.bulk_create(
            Chart(result=result, name=name, drawing=json.dumps(drawing, allow_nan=False))
            for name, drawing in charts.items()
        )


def finish(result: Result) -> None:
    with transaction.atomic():
        result.whole, result.made_at = True, timezone.now()
        result.save(update_fields=["whole", "made_at"])
        own = Result.objects.filter(program=__version__).order_by("-revision", "-id")
        kept = own.values_list("id", flat=True)[:KEPT]
        Result.objects.exclude(id__in=list(kept)).delete()


def newest_part(name: str) -> Part | None:
    """Return the newest part of a name, with its result."""
    found = Part.objects.filter(name=name).select_related("result")
    return found.order_by("-result__revision", "-result_id").first()


def part_of(result: Result, name: str) -> Part | None:
    """Return the part of a name of one result."""
    return Part.objects.filter(result=result, name=name).select_related("result").first()


def _made_from(digest: str) -> dict[str, Any]:
    return {"digest": digest, "program": __version__, "seed": SEED}
