from surcease.exchange.in_words import Grid, in_words

LOG = (
    "Date,Time,Pain,Type,Medication\n"
    "2019-03-04,08:00,7,,Oxygen\n"
    "2019-03-06,08:00,7,,Elixir\n"
    "2019-03-07,08:00,7,Migraine,\n"
    "a note,,,,\n"
)


def _said(imported):
    parts = list(in_words(imported))
    cells = [cell for part in parts if isinstance(part, Grid) for row in part.rows for cell in row]
    return "\n".join([*(part for part in parts if isinstance(part, str)), *cells])


def test_it_says_what_the_diary_will_hold_and_what_stays_unknown(import_table):
    said = _said(import_table(LOG))
    for sentence in (
        "2 attacks",
        "2 doses of 2 treatments",
        "3 days, 4 March 2019 to 6 March 2019:",
        "1 unknown: nothing was written, which is not the same as none",
        "--coverage 2019-03-04..2019-03-06",
    ):
        assert sentence in said


def test_it_lists_refused_rows_by_reason(import_table):
    said = _said(import_table(LOG))
    assert "Refused: 2 rows" in said
    assert "its type is not cluster headache\n    diary.csv, line 4" in said
    assert "not a date\n    diary.csv, line 5" in said


def test_many_lines_are_cut_short(import_table):
    said = _said(import_table(LOG + "another note,,,,\n" * 20))
    assert "lines 5, 6, 7, 8, 9, 10, 11, 12 and 13 more" in said


def test_it_says_how_columns_were_understood(import_table):
    said = _said(import_table("Date;Time;Pain (1-5)\n13/03/2019;08:00;4\n"))
    assert "Columns of diary.csv: each row is an attack" in said
    assert "day/month/year" in said
    assert "on a scale of 1-5" in said


def test_it_shows_what_words_for_intensity_count(import_table):
    said = _said(import_table("Date,Pain\n2019-03-04 08:00,severe\n"))
    assert "mild is 2, moderate is 5, severe is 8, very severe is 10" in said


def test_it_says_what_was_not_recognised(import_table):
    said = _said(import_table(LOG))
    assert "? not recognised" in said
    assert '--treatment "NAME=oxygen"' in said


def test_many_spellings_are_cut_short(import_table):
    words = ("ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine", "yew")
    rows = "".join(f"2019-03-04 08:00,{a} {b}\n" for a in words for b in words)
    said = _said(import_table(f"Date,Treatment\n{rows}"))
    assert "and 91 more spellings" in said


def test_with_coverage_silence_is_known_and_not_asked_about(import_table):
    from surcease.exchange import read_span

    said = _said(import_table(LOG, coverage=(read_span("2019-03-01..2019-03-31"),)))
    assert "29 known to be free of them" in said
    assert "--coverage" not in said


def test_a_day_said_to_be_unknown_is_not_a_day_with_a_number_of_attacks(import_table):
    said = _said(import_table("Date,Attacks\n2019-03-04,2\n2019-03-05,0\n2019-03-06,\n"))
    for sentence in (
        "1 day with a number of attacks",
        "1 day confirmed free of attacks",
        "1 day said to be unknown",
    ):
        assert sentence in said
