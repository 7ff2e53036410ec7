from dataclasses import replace
from datetime import date, datetime

import pytest

from surcease.formulary import FormularyError, treatments
from surcease.formulary.load import check_names
from surcease.formulary.parse import parsed_fact, parsed_facts, parsed_treatment

FACT = {"value": 6, "unit": "mg", "source": "imi", "tag": "V", "from": "always"}
TREATMENT = {
    "name": "Test",
    "aliases": [],
    "roles": ["acute"],
    "routes": ["oral"],
    "units": ["mg"],
    "action": "none",
    "facts": {},
}


@pytest.mark.parametrize("missing", ["value", "source", "tag", "from"])
def test_a_fact_says_where_it_was_read_how_and_from_when(missing):
    row = {name: value for name, value in FACT.items() if name != missing}
    with pytest.raises(FormularyError, match=f"x.toml, max: lacks {missing}"):
        parsed_fact("x.toml, max", row)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"source": "nowhere"}, "source 'nowhere' is not in sources.toml"),
        ({"also": ["nowhere"]}, "source 'nowhere' is not in sources.toml"),
        ({"tag": "X"}, "tag 'X' is none of"),
        ({"source": "memory"}, "tag V does not go with the source"),
        ({"tag": "M"}, "tag M does not go with the source"),
        ({"unit": "spoons"}, "'spoons' is not a unit"),
        ({"unit": ""}, "a number needs a unit"),
        ({"value": "six"}, "a number needs a unit, words have none"),
        ({"high": 6}, "high must be above value"),
        ({"from": "2019"}, "from must be a date"),
        ({"from": datetime(2019, 6, 1)}, "from must be a date"),  # noqa: DTZ001
        ({"dose": 1}, "does not know dose"),
    ],
)
def test_a_fact_that_breaks_the_form_is_refused_by_place_and_reason(change, reason):
    with pytest.raises(FormularyError, match=f"^x.toml, max: .*{reason}"):
        parsed_fact("x.toml, max", FACT | change)


def test_values_over_time_stand_oldest_first():
    newer = FACT | {"from": date(2020, 1, 1)}
    with pytest.raises(FormularyError, match="oldest first"):
        parsed_facts("x.toml, max", [newer, FACT])
    with pytest.raises(FormularyError, match="oldest first"):
        parsed_facts("x.toml, max", [newer, newer])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"roles": []}, "role must be one of acute"),
        ({"roles": ["abortive"]}, "role must be one of acute"),
        ({"action": "sometimes"}, "action must be one of pulse"),
        ({"units": ["spoons"]}, "'spoons' is not a unit"),
        ({"colour": "red"}, "does not know colour"),
        ({"statuses": [{"place": "US", "status": "approved"}]}, "statuses: lacks source, tag"),
        ({"codes": [{"system": "ATC", "code": "A"}]}, "codes: lacks verified"),
    ],
)
def test_a_treatment_that_breaks_the_form_is_refused_by_file_and_reason(change, reason):
    with pytest.raises(FormularyError, match=f"^test.toml.*{reason}"):
        parsed_treatment("test", TREATMENT | change)


def test_two_treatments_cannot_share_a_name_however_it_is_spelled():
    known = treatments()
    thief = replace(known["lithium"], aliases=("ISOPTIN-retard",))
    with pytest.raises(FormularyError, match="'isoptin retard' already names verapamil"):
        check_names([known["verapamil"], thief])
