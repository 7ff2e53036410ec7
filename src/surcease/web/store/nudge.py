"""When it is time to say that the diary should be backed up."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone

from surcease.web.record.models import Version
from surcease.web.store.models import Backup

_OLD = timedelta(days=30)
_ENOUGH_TO_LOSE = 20


def note_backup() -> None:
    Backup.objects.create(taken_at=timezone.now(), versions=_versions())


def backup_is_due() -> bool:
    """Tell whether the last backup is old and the record has grown since."""
    last = Backup.objects.order_by("-taken_at").first()
    grown = _versions() - (last.versions if last else 0)
    if last is not None and timezone.now() - last.taken_at < _OLD:
        return False
    return grown >= _ENOUGH_TO_LOSE


def backup(request: HttpRequest) -> dict[str, object]:
    """Let every page that shows it ask, without a query on those that do not."""
    del request
    return {"backup_is_due": backup_is_due}


def _versions() -> int:
    return Version.objects.aggregate(Max("id"))["id__max"] or 0
