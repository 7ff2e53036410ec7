import pytest

from surcease.web.record.actions import record_said
from surcease.web.record.kinds import SETTINGS
from web.made import attack, said

pytestmark = pytest.mark.django_db


def test_versions_are_told_of_an_entry_of_the_log_page_and_not_of_the_settings(user):
    one = attack()
    record_said([one, said(SETTINGS, kind="settings", zone="Europe/Oslo")])
    record_said([said(SETTINGS, "change", "settings", minutes=1, zone="Europe/Paris")])
    assert user.get(f"/log/entry/{one['entry']}/versions/").status_code == 200
    assert user.get(f"/log/entry/{SETTINGS}/versions/").status_code == 404
