from datetime import timedelta

import pytest
from django.utils import timezone

from surcease.web.record.actions import record_said
from surcease.web.store import nudge
from web.made import attack

pytestmark = pytest.mark.django_db


def test_a_backup_is_due_once_there_is_something_to_lose():
    assert not nudge.backup_is_due()
    record_said(attack() for _ in range(20))
    assert nudge.backup_is_due()


def test_a_backup_is_due_again_after_a_month_in_which_the_diary_grew(monkeypatch):
    record_said(attack() for _ in range(20))
    nudge.note_backup()
    record_said(attack() for _ in range(20))
    assert not nudge.backup_is_due()
    later = timezone.now() + timedelta(days=31)
    monkeypatch.setattr(nudge.timezone, "now", lambda: later)
    assert nudge.backup_is_due()
    nudge.note_backup()
    assert not nudge.backup_is_due()
