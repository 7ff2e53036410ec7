import pytest

from strategies.entries import read
from surcease.diary import BadRow, BadRows, DiaryError
from surcease.diary.folder.codec import decode_diary

ATTACKS = "started_at,ended_at,intensity,kind,side\n"
DOSES = "given_at,treatment,amount\n"
REGIMENS = "treatment,amount_per_day,unit,from_on,to_on\n"
DAYS = "on,attacks\n"
LABS = "taken_at,test,value,unit\n"


@pytest.mark.parametrize(
    ("table", "row", "reason"),
    [
        ("attacks", ",,,,", None),
        ("attacks", ",,5,,", "started_at: empty"),
        ("attacks", "2024-03-01,,,,", "started_at: the time of day is missing"),
        ("attacks", "1.3.2024 08:00,,,,", "started_at: not an ISO 8601 time"),
        ("attacks", "0200-03-01T08:00,,,,", "started_at: the year is not between 1900 and 2199"),
        ("attacks", "2024-03-01T08:00,soon,,,", "ended_at: not an ISO 8601 time"),
        ("attacks", "2024-03-01T08:00,2024-03-01T07:59,,,", "ends before it starts"),
        ("attacks", '2024-03-01T08:00,,"7,5",,', "intensity: not a number such as 1.5"),
        ("attacks", "2024-03-01T08:00,,nan,,", "intensity: not a number"),
        ("attacks", "2024-03-01T08:00,,inf,,", "intensity: not a number"),
        ("attacks", "2024-03-01T08:00,,1e999,,", "intensity: too large a number"),
        ("attacks", "2024-03-01T08:00,,1_0,,", "intensity: not a number"),
        ("attacks", "2024-03-01T08:00,,\u0667,,", "intensity: not a number"),
        ("attacks", "2024-03-01T08:00,,11,,", "intensity is outside 0 to 10"),
        ("attacks", "2024-03-01T08:00,,-1,,", "intensity is outside 0 to 10"),
        ("attacks", "2024-03-01T08:00,,,aura,", "kind: none of attack, shadow"),
        ("attacks", "2024-03-01T08:00,,,,top", "side: none of left, right, both"),
        ("attacks", "2024-03-01T08:00,,,", "4 cells under 5 column names"),
        ("attacks", "2024-03-01T08:00,,,,,", "6 cells under 5 column names"),
        ("attacks", '2024-03-01T08:00,,"5"5,,', "not CSV"),
        ("attacks", '2024-03-01T08:00,,"5,,', "not CSV: unexpected end of data"),
        ("attacks", f"2024-03-01T08:00,,{'5' * 200_000},,", "not CSV: field larger than"),
        ("attacks", "2024-03-01T08:00,,5\0,,", "a NUL character"),
        ("days", "2024-03-01,99999", "attacks must not be above 10000 in a day"),
        ("days", f"2024-03-01,{'9' * 100}", "attacks must not be above 10000 in a day"),
        ("doses", "2024-03-01T08:00,,6", "a dose needs a treatment"),
        ("doses", "2024-03-01T08:00,  ,6", "a dose needs a treatment"),
        ("doses", "2024-03-01T08:00,oxygen,-6", "amount must be a number"),
        ("regimens", "verapamil,,mg,2024-03-01,", "amount_per_day: empty"),
        ("regimens", "verapamil,240,mg,,", "from_on: empty"),
        ("regimens", "verapamil,240,mg,March,", "from_on: not an ISO 8601 date"),
        ("regimens", "verapamil,240,mg,2024-03-01T08:00,", "from_on: not an ISO 8601 date"),
        ("regimens", "verapamil,240,mg,2024-03-01,2024-02-01", "ends before it starts"),
        ("regimens", "verapamil,240,mg,0200-03-01,", "the year is not between"),
        ("days", ",3", "on: empty"),
        ("days", "2023-02-29,3", "on: not an ISO 8601 date"),
        ("days", "2024-03-01,-1", "attacks: not a whole number"),
        ("days", "2024-03-01,1.5", "attacks: not a whole number"),
        ("labs", "2024-03-01T08:00,,0.8,mmol/L", "a laboratory value needs a test"),
        ("labs", "2024-03-01T08:00,magnesium,,mmol/L", "value: empty"),
        ("labs", "2024-03-01T08:00,magnesium,low,mmol/L", "value: not a number"),
    ],
)
def test_a_bad_row_is_named_by_file_line_and_reason(table, row, reason):
    header = {"attacks": ATTACKS, "doses": DOSES, "regimens": REGIMENS, "days": DAYS, "labs": LABS}
    if reason is None:
        assert read(**{table: header[table] + row}) == read()
        return
    with pytest.raises(BadRow) as caught:
        read(**{table: header[table] + row})
    assert (caught.value.file, caught.value.line) == (f"{table}.csv", 2)
    assert caught.value.reason.startswith(reason)


def test_the_line_is_the_physical_one_after_quoted_newlines_and_blank_lines():
    rows = 'started_at,notes\n2024-03-01T08:00,"one\ntwo\r\nthree"\n\na,b,c\n  ,\nsoon,x\n'
    with pytest.raises(BadRows) as caught:
        read(attacks=rows)
    assert [(row.line, row.reason.split(":")[0]) for row in caught.value.rows] == [
        (6, "3 cells under 2 column names"),
        (8, "started_at"),
    ]


def test_every_bad_row_of_every_file_is_reported_at_once():
    with pytest.raises(BadRows) as caught:
        read(
            attacks=f"{ATTACKS}soon,,,,\n2024-03-01T08:00,,,,\n2024-03-02T08:00,,99,,\n",
            doses="given_at\n",
            days=f"{DAYS}2024-03-01,many\n",
        )
    assert [(row.file, row.line) for row in caught.value.rows] == [
        ("attacks.csv", 2),
        ("attacks.csv", 4),
        ("doses.csv", 1),
        ("days.csv", 2),
    ]
    assert str(caught.value).startswith("4 rows cannot be read\nattacks.csv, line 2: started_at")


def test_very_many_bad_rows_are_shown_in_part():
    with pytest.raises(BadRows) as caught:
        read(attacks=ATTACKS + "soon,,,,\n" * 100)
    assert len(caught.value.rows) == 100
    assert str(caught.value).endswith(
        "attacks.csv, line 21: " + caught.value.rows[0].reason + "\nand 80 more"
    )


def test_no_message_quotes_the_diary():
    private = "something private"
    with pytest.raises(BadRows) as caught:
        read(
            attacks=f"{ATTACKS}{private},,,,\n2024-03-01T08:00,{private},,,\n"
            f"2024-03-01T08:00,,{private},,\n2024-03-01T08:00,,,{private},\n",
            days=f"{DAYS}{private},1\n",
            doses=f"given_at,treatment,given_at_zone\n2024-03-01T08:00,oxygen,{private}\n",
            labs=f"{private},{private}\n",
        )
    assert len(caught.value.rows) == 7
    assert private not in str(caught.value)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("ended_at,notes", "the column started_at is missing"),
        ("Started_At,notes", "the column started_at is missing"),
        ("started_at;ended_at", "the column started_at is missing; are the cells separated by"),
        ("started_at\tended_at", "the column started_at is missing; are the cells separated by"),
        ("started_at,mood,x,mood", "columns 2 and 4 have the same name"),
        ("started_at, started_at ", "columns 1 and 2 have the same name"),
    ],
)
def test_a_bad_header_is_named(header, reason):
    with pytest.raises(BadRow) as caught:
        read(attacks=f"{header}\n")
    assert (caught.value.line, caught.value.reason[: len(reason)]) == (1, reason)


def test_days_without_a_column_of_attacks_are_not_taken_for_unknown():
    with pytest.raises(BadRow, match="the column attacks is missing"):
        read(days="on\n2024-03-01\n")


def test_a_cell_under_a_column_without_a_name_is_refused():
    assert len(read(attacks="started_at,,\n2024-03-01T08:00,,\n").attacks) == 1
    with pytest.raises(BadRow, match="text in a column without a name"):
        read(attacks="started_at,,\n2024-03-01T08:00,,x\n")


def test_a_zone_without_its_time_is_refused():
    rows = "started_at,ended_at,ended_at_zone\n2024-03-01T08:00,,UTC\n"
    with pytest.raises(BadRow, match="ended_at: empty"):
        read(attacks=rows)


@pytest.mark.parametrize(
    ("encoding", "line"), [("utf-16", 1), ("utf-16-le", None), ("latin-1", 3), ("cp1252", 3)]
)
def test_another_encoding_is_refused_by_file_and_line(encoding, line):
    text = "started_at,notes\n2024-03-01T08:00,x\n2024-03-02T08:00,föhnig\n"
    files = {
        "diary.toml": b'format = "surcease-diary/1"\nzone = "UTC"\n',
        "attacks.csv": text.encode(encoding),
    }
    with pytest.raises(BadRow) as caught:
        decode_diary(files)
    assert caught.value.file == "attacks.csv"
    assert line is None or (caught.value.line, "UTF-8" in str(caught.value)) == (line, True)


def test_a_byte_order_mark_is_no_part_of_the_first_column():
    assert len(read(attacks="\ufeffstarted_at\n2024-03-01T08:00\n").attacks) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_end_of_line_will_do(newline):
    assert len(read(attacks=newline.join(["started_at", "2024-03-01T08:00", ""])).attacks) == 1


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "started_at\n", " started_at , notes\n"])
def test_a_table_without_rows_is_empty(text):
    assert read(attacks=text).attacks == ()


def test_blanks_around_names_and_values_do_no_harm():
    (attack,) = read(
        attacks=" started_at , intensity, kind\n 2024-03-01T08:00 , 7 , Shadow \n"
    ).attacks
    assert (attack.intensity, attack.kind) == (7, "shadow")


def test_errors_are_diary_errors():
    assert issubclass(BadRow, DiaryError)
    assert issubclass(BadRows, DiaryError)
