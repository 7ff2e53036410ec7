import pytest


@pytest.fixture
def clean_record(db):
    """Return what empties the record, for tests of many diaries after each other."""
    from surcease.web.record.models import Entry, Version

    def clean():
        Version.objects.all().delete()
        Entry.objects.all().delete()

    return clean
