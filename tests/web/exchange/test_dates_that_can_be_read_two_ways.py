"""Over HTTP, with every answer that the page's form holds, as a browser sends it."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from surcease.exchange import Choices, DateOrder, RowsAre, TableMapping
from surcease.web.exchange.answers import choices_from
from surcease.web.record.kinds import SETTINGS
from web.made import said
from web.people.posting import Forms
from web.uploading import upload

TABLES = {
    "My Headache Log": """Headache Id,Type,Start Time,End Time,Severity
1,Cluster Headache,{}/4/2024 08:00,,7
2,Cluster Headache,{}/4/2024 08:00,,7
""",
    "Cluster Headache Tracker": """start_time,end_time,intensity,medication
{}/4/2024 08:00,,7,
{}/4/2024 08:00,,7,
""",
    "a table of one's own": """Date,Time,Pain
{}/4/2024,08:00,7
{}/4/2024,08:00,7
""",
}


@pytest.fixture(scope="module")
def client(live):
    client = live.client()
    client.act(said(SETTINGS, kind="settings", zone="Europe/Copenhagen"))
    return client


def looked_into(client, table, days):
    return upload(client, table.format(*days).encode(), "log.csv")[1]["Location"]


def press(client, path, button, **answers):
    body = urlencode({**form_at(client, path), **answers, button: "1"})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": client.live.origin,
    }
    assert client.request("POST", path, body, headers)[0] == 302
    return path


def form_at(client, path):
    (fields,) = [fields for where, fields in Forms(client.get(path)[1]).found if not where]
    return fields


@pytest.mark.parametrize(
    ("name", "days"), [(name, (3 * nth, 3 * nth + 2)) for nth, name in enumerate(TABLES, 1)]
)
def test_an_import_goes_in_at_the_first_press_once_its_dates_are_told(client, name, days):
    path = looked_into(client, TABLES[name], days)
    assert "How are the dates written?" in client.get(path)[1]
    press(client, path, "again", date_order="dmy")
    shown = form_at(client, path)
    assert (shown["from"], shown["to"]) == tuple(f"2024-04-{day:02}" for day in days)
    press(client, path, "add", wrote_all="no")
    assert "It is in your diary" in client.get(path)[1]


def test_the_dates_of_one_table_can_still_be_told_another_way(client):
    path = looked_into(client, TABLES["a table of one's own"], (2, 7))
    press(client, path, "again", date_order="dmy")
    press(client, path, "again", **{"table-1-date_order": "mdy"})
    assert form_at(client, path)["table-1-date_order"] == "mdy"
    press(client, path, "stop")


def test_the_question_about_dates_forgets_no_other_answer():
    mapping = TableMapping("log.csv", RowsAre.ATTACKS)
    before = Choices(treatments={"Elixir": "oxygen"}, count_types=("Migraine",), tables=(mapping,))
    told = choices_from(QueryDict("zone=UTC&date_order=dmy"), before)
    assert told == Choices(
        zone="UTC",
        date_order=DateOrder.DMY,
        treatments={"Elixir": "oxygen"},
        count_types=("Migraine",),
        tables=(mapping,),
    )
