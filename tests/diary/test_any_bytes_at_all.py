from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.diaries import diaries, texts
from strategies.entries import settings_toml
from surcease.diary import DiaryError
from surcease.diary.folder.codec import decode_diary, encode_diary
from surcease.diary.folder.tables import TABLES

_cells = texts | st.sampled_from(["2024-03-01T08:00", "2024-03-01", "0200-01-01T00:00", "6", "nan"])
_headers = st.sampled_from(sorted({name for table in TABLES for name in table.known})) | texts


def _csv(rows):
    return "\n".join(",".join(row) for row in rows).encode()


tables = st.builds(
    lambda header, rows: _csv([header, *rows]),
    st.lists(_headers, max_size=6),
    st.lists(st.lists(_cells, max_size=6), max_size=4),
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.fixed_dictionaries({}, optional={table.file: st.binary() | tables for table in TABLES}))
def test_any_tables_are_read_or_refused_but_never_break(files):
    with suppress(DiaryError):
        decode_diary({"diary.toml": settings_toml().encode(), **files})


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.binary() | st.text().map(str.encode) | texts.map(lambda text: settings_toml(text).encode())
)
def test_any_settings_are_read_or_refused_but_never_break(settings_file):
    with suppress(DiaryError):
        decode_diary({"diary.toml": settings_file})


@settings(derandomize=True, deadline=None, max_examples=150)
@given(diaries(), st.data())
def test_a_diary_with_a_slip_of_the_keyboard_is_read_or_refused_but_never_breaks(written, data):
    files = encode_diary(written)
    name = data.draw(st.sampled_from(sorted(files)))
    place = data.draw(st.integers(0, len(files[name])))
    slip = data.draw(st.binary(min_size=1, max_size=2))
    with suppress(DiaryError):
        decode_diary(files | {name: files[name][:place] + slip + files[name][place + 1 :]})
