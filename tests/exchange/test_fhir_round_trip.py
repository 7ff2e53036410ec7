"""A diary that leaves as FHIR with everything in it comes back as the same diary."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.diaries import diaries
from strategies.whole_diary import WHOLE
from surcease.diary import read_diary
from surcease.exchange import Choices, open_source
from surcease.exchange.draft import Draft
from surcease.exchange.fhir.detect import zone_told
from surcease.exchange.fhir.export import FhirOptions, export_fhir
from surcease.exchange.fhir.map import map_rows
from surcease.exchange.fhir.parts import Part
from surcease.exchange.fhir.read import read
from surcease.exchange.tables import read_tables

AT = datetime(2024, 3, 1, 12, tzinfo=UTC)
EVERYTHING = frozenset(Part)
A_MONTH = timedelta(days=30)


def written(diary, folder, **options):
    exported = export_fhir(diary, FhirOptions(asked=EVERYTHING, **options), AT)
    assert exported.left_out == ()
    file = folder / "bundle.json"
    file.write_text(json.dumps(exported.bundle), encoding="utf-8")
    return file


def read_again(file):
    """Read a Bundle without its preview, which looks at every day between 1900 and 2199."""
    tables = read_tables(file)
    zone = zone_told(tables)
    draft = Draft(Choices(zone=zone), zone)
    map_rows(read(tables, draft), draft)
    return draft


def covering_a_month(diary):
    """Cut coverage short: each of its days is a resource, and a century has 36,525."""
    spans = (
        replace(each, to_on=min(each.to_on, each.from_on + A_MONTH)) for each in diary.coverage
    )
    return replace(diary, coverage=tuple(spans))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    diaries().map(covering_a_month),
    st.booleans(),
    st.none() | st.just(("https://clinic.example/mrn", "1234")),
)
def test_any_diary_comes_back(tmp_path_factory, diary, transaction, patient):
    folder = tmp_path_factory.mktemp("fhir")
    draft = read_again(written(diary, folder, transaction=transaction, patient=patient))
    assert draft.refused == []
    assert draft.diary() == diary


def test_the_published_case_comes_back(tmp_path, root):
    diary = read_diary(root / "examples/published-case")
    imported = open_source([written(diary, tmp_path)], Choices(zone="Asia/Tokyo"))
    assert imported.diary == diary
    assert imported.preview.refused == ()


def test_an_alias_of_a_treatment_is_known_in_the_preview(tmp_path):
    imported = open_source([written(WHOLE, tmp_path)], Choices())
    keys = {each.written: each.key for each in imported.preview.treatments}
    assert keys["Botox"] == "onabotulinumtoxin_a"
    assert keys["cold shower"] is None
