"""Whatever a file holds, an import gives a diary that can be written, or a DiaryError."""

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.diary import DiaryError
from surcease.diary.folder.codec import encode_diary
from surcease.exchange import Choices, open_source

HEADERS = (
    "Date", "Start", "start_time", "end_time", "intensity", "medication", "taken_at", "kind", "#",
    "Started", "Lasted", "Pain Level", "Start UTC Offset (min)", "Headache Id", "Type", "Severity",
    "Start Time", "End Time", "Taken For Headache", "Date/Time Taken", "Medication Description",
    "Duration", "Pain (1-5)", "Dose", "Unit", "Preventive", "Symptoms", "Notes", "Attacks", "",
)  # fmt: skip
CELLS = (
    "2019-03-04", "04/03/2019", "4. March 2019", "Mar 4, 2019 8pm", "43528.5", "0200-03-04",
    "31/31/31", "2019-03-31 02:30", "2019-10-27T02:30", "08:00", "8.15 pm", "24:00", "1d 02h",
    "1e999", "9" * 400, "7", "7/10", "14", "severe", "left", "both", "shadow", "Migraine",
    "Oxygen 12l", "Verapamil 240 mg", "Botox + Imigran inj", "x2", "none", "ongoing", "-500",
    "nan", "240", "\x7f", "'", '"', ";", "\\;", " a ",
)  # fmt: skip

OF_APPS = (
    ("start_time", "end_time", "intensity", "medication", "notes"),
    ("taken_at", "medication", "kind", "amount", "unit"),
    ("#", "Started", "Lasted", "Pain Level", "Start UTC Offset (min)", "Unsure Medication"),
    ("Headache Id", "Type", "Start Time", "End Time", "Severity", "Symptoms"),
    ("Taken For Headache", "Date/Time Taken", "Medication Description", "Number Of Doses"),
    ("Date", "Time", "End", "Pain", "Medication", "Preventive", "Type"),
)
headers = st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8) | st.sampled_from(OF_APPS)
cells = st.sampled_from(CELLS) | st.text(max_size=8)
rows = st.lists(
    st.builds(lambda *row: [*row[:2], *row[2]], st.sampled_from(CELLS), st.sampled_from(CELLS[:12]),
              st.lists(cells, max_size=7))
    | st.lists(cells, max_size=9),
    min_size=1,
    max_size=8,
)  # fmt: skip
delimiters = st.sampled_from(",;\t")


def _table(header, rows, delimiter):
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in (header, *rows)]
    return "\r\n".join(delimiter.join(row) for row in quoted)


tables = st.builds(_table, headers, rows, delimiters)
encoded = st.builds(
    lambda text, encoding: text.encode(encoding, errors="replace"),
    tables,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)


def _import(data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes(data)
        return open_source([path], Choices(zone="Europe/Copenhagen"))


@settings(derandomize=True, deadline=None, max_examples=300)
@given(encoded)
def test_any_table_becomes_a_diary_that_can_be_written_or_is_refused(data):
    try:
        diary = _import(data).diary
    except DiaryError:
        return
    encode_diary(diary)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.binary() | st.binary().map(b"PK\x03\x04".__add__))
def test_any_bytes_are_read_or_refused_but_never_break(data):
    with suppress(DiaryError):
        _import(data)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(encoded)
def test_every_row_is_read_or_refused_with_a_reason(data):
    with suppress(DiaryError):
        preview = _import(data).preview
        assert sum(table.rows - table.read for table in preview.tables) == len(preview.refused)
        assert all(finding.reason and finding.line >= 1 for finding in preview.refused)
