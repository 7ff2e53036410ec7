"""Whatever JSON holds: a diary, or an error that names file, entry and reason."""

import json
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.whole_diary import WHOLE
from surcease.diary import DiaryError
from surcease.exchange import Choices, open_source
from surcease.exchange.fhir import FhirOptions, Part, export_fhir

AT = datetime(2024, 3, 20, tzinfo=UTC)
ENTRIES = export_fhir(WHOLE, FhirOptions(asked=frozenset(Part)), AT).bundle["entry"]
SETTINGS = 1
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "2024", "2024-03-09", "9999-12-31T23:59:59-14:00", "urn:uuid:1", "#a"])
    | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=2)
        | st.dictionaries(st.sampled_from(["value", "code", "text", "start"]), inside, max_size=2)
    ),
    max_leaves=4,
)


def places(value, path=()):
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in inside:
        yield (*path, key)
        if isinstance(each, dict | list):
            yield from places(each, (*path, key))


PLACES = [place for place in places(ENTRIES) if len(place) > 2]


def with_changes(entries, changes):
    """Put other values at some places, as far as the places are still there."""
    changed = deepcopy(entries)
    for (*path, last), value in changes:
        try:
            inside = changed
            for key in path:
                inside = inside[key]
            inside[last] = value
        except (KeyError, IndexError, TypeError):
            continue
    return changed


@pytest.fixture
def read(tmp_path):
    def from_text(text, name="bundle.json"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return open_source([file], Choices(zone="America/New_York"))

    return from_text


def bundled(*resources):
    entries = [{"resource": each} for each in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries})


def read_or_refused(file):
    try:
        imported = open_source([file], Choices(zone="America/New_York"))
    except DiaryError as error:
        return None, str(error)
    return sum(table.rows for table in imported.preview.tables), ""


WRONG = st.lists(st.tuples(st.sampled_from(PLACES), ANYTHING), min_size=1, max_size=8)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(WRONG, st.booleans())
def test_wrong_types_anywhere_are_refused_with_a_reason(tmp_path_factory, changes, own):
    entries = with_changes(ENTRIES, changes)
    if not own:
        del entries[SETTINGS]
    file = tmp_path_factory.mktemp("fhir") / "bundle.json"
    file.write_text(json.dumps({"resourceType": "Bundle", "entry": entries}), encoding="utf-8")
    rows, refusal = read_or_refused(file)
    assert rows == len(entries) or "bundle.json" in refusal


@settings(derandomize=True, deadline=None, max_examples=60)
@given(ANYTHING)
def test_any_json_at_all_is_read_or_refused(tmp_path_factory, document):
    file = tmp_path_factory.mktemp("fhir") / "bundle.json"
    resource = document if isinstance(document, dict) else {"entry": document}
    file.write_text(json.dumps({"resourceType": "Bundle", **resource}), encoding="utf-8")
    rows, refusal = read_or_refused(file)
    assert rows or "bundle.json" in refusal


def test_xml_is_refused_by_its_name(read):
    xml = '<?xml version="1.0"?>\n<Bundle xmlns="http://hl7.org/fhir"></Bundle>'
    with pytest.raises(DiaryError, match=r"^bundle\.xml: FHIR in XML; ask for it in JSON$"):
        read(xml, "bundle.xml")


def test_broken_json_is_refused_with_line_and_column(read):
    with pytest.raises(DiaryError, match=r"^bundle\.json: line 2, column 18: not valid JSON$"):
        read('{"resourceType": "Bundle",\n"entry": [{"id": ]}')


def test_a_line_of_ndjson_that_is_broken_is_named(read):
    with pytest.raises(DiaryError, match=r"^a\.ndjson: line 3, column 2: not valid JSON$"):
        read('{"resourceType": "Patient"}\n{"resourceType": "Basic"}\n{]\n', "a.ndjson")


def test_json_nested_too_deep_is_refused(read):
    with pytest.raises(DiaryError, match=r"^bundle\.json: line 1: nested too deep to be read$"):
        read("[" * 200_000)


def test_a_resource_nested_too_deep_is_refused_alone(read):
    deep = {}
    for _ in range(200):
        deep = {"extension": [deep]}
    imported = read(bundled({"resourceType": "Observation", **deep}, {"resourceType": "Patient"}))
    assert [each.reason for each in imported.preview.refused] == ["it is nested too deep"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1" * 5000])
def test_numbers_that_are_none_are_refused(read, number):
    with pytest.raises(DiaryError, match=r"^bundle\.json: line 1: a number that cannot be read$"):
        read(f'{{"resourceType": "Bundle", "total": {number}}}')


def test_references_in_a_circle_end(read):
    around = {
        "resourceType": "MedicationAdministration",
        "id": "a",
        "status": "completed",
        "effectiveDateTime": "2024-03-09T15:00:00Z",
        "medicationReference": {"reference": "MedicationAdministration/a"},
        "partOf": [{"reference": "MedicationAdministration/a"}],
    }
    imported = read(bundled(around))
    assert [each.reason for each in imported.preview.refused] == [
        "it does not say which medication"
    ]


def test_an_empty_bundle_says_so(read):
    with pytest.raises(DiaryError, match=r"^bundle\.json: there is no resource in it$"):
        read('{"resourceType": "Bundle", "type": "searchset"}')


def test_other_json_is_not_taken_for_fhir(read):
    with pytest.raises(DiaryError, match=r"FHIR R4: JSON with a resourceType"):
        read('{"attacks": []}')


def test_a_bundle_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "huge.json"
    with file.open("wb") as sparse:
        sparse.write(b"{")
        sparse.seek(65 * 2**20)
        sparse.write(b"}")
    with pytest.raises(DiaryError, match=r"^huge\.json is larger than 64 MiB"):
        open_source([file], Choices(zone="UTC"))
