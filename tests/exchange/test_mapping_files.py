from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.diary import DiaryError, Regimen, Span
from surcease.exchange import (
    Choices,
    DateOrder,
    Field,
    RowsAre,
    TableMapping,
    load_choices,
    save_choices,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
names = texts.filter(str.strip)
spans = st.builds(
    lambda days: Span(min(days), max(days)),
    st.lists(st.dates(date(1950, 1, 1), date(2100, 1, 1)), min_size=1, max_size=2),
)
regimens = st.builds(
    lambda treatment, amount, unit, span: Regimen(
        treatment, amount, unit, span.from_on, span.to_on
    ),
    names,
    st.floats(0, 1e6),
    texts,
    spans,
)
mappings = st.builds(
    TableMapping,
    table=texts,
    rows=st.sampled_from(RowsAre),
    header_line=st.integers(0, 99),
    columns=st.dictionaries(st.sampled_from(Field), texts, max_size=4),
    date_order=st.none() | st.sampled_from(DateOrder),
    intensity_scale=st.sampled_from(["0-10", "1-5", "words"]),
    duration_unit=st.sampled_from(["min", "h"]),
)
choices = st.builds(
    Choices,
    zone=st.none() | texts,
    coverage=st.lists(spans, max_size=2).map(tuple),
    taken_daily=st.lists(regimens, max_size=2).map(tuple),
    date_order=st.none() | st.sampled_from(DateOrder),
    count_types=st.lists(texts, max_size=2).map(tuple),
    treatments=st.dictionaries(texts, texts, max_size=2),
    tables=st.lists(mappings, max_size=2).map(tuple),
)


@pytest.fixture(scope="module")
def mapping_file(tmp_path_factory):
    return tmp_path_factory.mktemp("mapping") / "mapping.toml"


@settings(derandomize=True, deadline=None)
@given(chosen=choices)
def test_choices_read_back_as_they_were_written(mapping_file, chosen):
    save_choices(chosen, mapping_file)
    assert load_choices(mapping_file) == chosen


def test_a_guessed_mapping_gives_the_same_diary_when_it_is_read_again(import_table, mapping_file):
    text = "Dato;Kl;Smerte (1-5);Medicin\n04-03-2019;8.00;4;Ilt\n13-03-2019;9.00;5;\n"
    guessed = import_table(text)
    save_choices(guessed.choices, mapping_file)
    told = load_choices(mapping_file)
    again = import_table(text, tables=told.tables)
    assert again.diary == guessed.diary


def test_a_mapping_may_be_corrected(import_table):
    text = "when,how it felt,where\n2019-03-04 08:00,7,rain\n"
    columns = {Field.START: "when", Field.INTENSITY: "how it felt"}
    mapping = TableMapping("diary.csv", RowsAre.ATTACKS, columns=columns)
    (attack,) = import_table(text, tables=(mapping,)).diary.attacks
    assert (attack.intensity, attack.extra) == (7, (("where", "rain"),))


def test_a_table_without_column_names_can_be_described(import_table):
    columns = {Field.START: "column 1", Field.INTENSITY: "column 2"}
    mapping = TableMapping("diary.csv", RowsAre.ATTACKS, header_line=0, columns=columns)
    assert len(import_table("2019-03-04 08:00,7\n", tables=(mapping,)).diary.attacks) == 1


@pytest.mark.parametrize(
    ("name", "columns", "message"),
    [
        ("other.csv", {Field.START: "a"}, "names a column that is not there"),
        ("diary.csv", {Field.INTENSITY: "Pain"}, "or no start"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(import_table, name, columns, message):
    mapping = TableMapping(name, RowsAre.ATTACKS, columns=columns)
    with pytest.raises(DiaryError, match=message):
        import_table("Date,Pain\n2019-03-04 08:00,7\n", tables=(mapping,))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("zone = 1", "zone is of the wrong type"),
        ('date_order = "ydm"', "date_order must be one of dmy"),
        ("coverage = [1]", r"not written as \[\[coverage\]\]"),
        ("[[coverage]]\nfrom = 2019-01-01", "to is missing"),
        ("[[coverage]]\nfrom = 2019-01-01T08:00:00\nto = 2019-01-02", "from is of the wrong type"),
        ("[[tables]]\nrows = 'attacks'", "table is missing"),
        ("[[tables]]\ntable = 'a'\nduration_unit = 'd'", "min or h"),
        ("[[tables]]\ntable = 'a'\nintensity_scale = 'big'", "written like 0-10"),
        ("[[tables]]\ntable = 'a'\ncolumns = {x = 'b'}", "columns must be one of start"),
        (
            "[[tables]]\ntable = 'a'\ncolumns = {start = 1}",
            "columns holds something that is no text",
        ),
        ("count_types = [1]", "count_types holds something that is no text"),
        ("[treatments]\ntank = 5", r"mapping\.toml: treatments holds something that is no text"),
    ],
)
def test_a_mapping_file_that_cannot_be_used_is_refused(mapping_file, text, message):
    mapping_file.write_text(f'format = "surcease-import/1"\n{text}', encoding="utf-8")
    with pytest.raises(DiaryError, match=message):
        load_choices(mapping_file)


@pytest.mark.parametrize(
    ("text", "message"),
    [("", 'format is not "surcease-import/1"'), ("format = ", "not a TOML file")],
)
def test_what_is_no_mapping_file_is_refused(mapping_file, text, message):
    mapping_file.write_text(text, encoding="utf-8")
    with pytest.raises(DiaryError, match=message):
        load_choices(mapping_file)


def test_a_mapping_file_saved_by_an_editor_that_marks_its_encoding_is_read(mapping_file):
    mapping_file.write_text('format = "surcease-import/1"\nzone = "UTC"', "utf-8-sig")
    assert load_choices(mapping_file).zone == "UTC"


@pytest.mark.parametrize("mine", [b"Date,Pain\n", b'format = "mine"\n', b"\xff\x00", b""])
def test_a_mapping_is_never_written_over_a_file_that_is_none(tmp_path, mine):
    file = tmp_path / "log.csv"
    file.write_bytes(mine)
    with pytest.raises(DiaryError, match=r"log\.csv is there already and is no mapping file"):
        save_choices(Choices(), file)
    assert file.read_bytes() == mine


def test_a_mapping_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(DiaryError, match=r"none\.toml cannot be read"):
        load_choices(tmp_path / "none.toml")
