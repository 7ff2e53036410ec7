"""A file made to do harm is refused with a reason, or read for what it says, and costs little."""

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from openpyxl import Workbook

from surcease.diary import DiaryError, read_diary
from surcease.exchange import Choices, is_ours, open_source, workbook

SHEET = "xl/worksheets/sheet1.xml"
BILLION_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _workbook(*rows):
    book, packed = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(packed)
    return packed.getvalue()


def _with_part(data, name, change):
    changed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(changed, "w", ZIP_DEFLATED) as target:
        for member in source.namelist():
            part = source.read(member)
            target.writestr(member, change(part) if member == name else part)
    return changed.getvalue()


def _opendocument(table):
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr("META-INF/manifest.xml", "<manifest/>")
        target.writestr(
            "content.xml",
            '<?xml version="1.0"?><office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="log">{table}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return packed.getvalue()


def _cell(text, repeated=1):
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


ROWS = (("Date", "Pain"), ("2019-03-04 08:00", 7))


@pytest.fixture
def import_bytes(tmp_path):
    def imported(data):
        path = tmp_path / "log"
        path.write_bytes(data)
        started = time.process_time()
        try:
            return open_source([path], Choices(zone="UTC")).diary
        finally:
            assert time.process_time() - started < 5

    return imported


def test_a_cell_at_the_far_end_of_a_sheet_does_not_fill_the_memory(import_bytes):
    def stretch(part):
        far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        return part.replace(b"</sheetData>", far)

    with pytest.raises(DiaryError, match=r"log: a table of more than 5,000,000 cells"):
        import_bytes(_with_part(_workbook(*ROWS), SHEET, stretch))


def test_a_far_cell_without_content_is_no_reason_to_refuse(import_bytes):
    def style(part):
        far = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
        return part.replace(b"</sheetData>", far)

    assert len(import_bytes(_with_part(_workbook(*ROWS), SHEET, style)).attacks) == 1


def test_rows_and_columns_repeated_without_end_are_refused(import_bytes):
    row = f"<table:table-row>{_cell('Date')}{_cell('Pain')}</table:table-row>"
    many = '<table:table-row table:number-rows-repeated="1000000">'
    with pytest.raises(DiaryError, match="more than 5,000,000 cells"):
        import_bytes(_opendocument(f"{row}{many}{_cell('7', 16_000)}</table:table-row>"))


def test_an_opendocument_table_that_ends_in_a_million_blank_rows_is_read(import_bytes):
    rows = "".join(
        f"<table:table-row>{''.join(_cell(text) for text in row)}</table:table-row>" for row in ROWS
    )
    end = (
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert len(import_bytes(_opendocument(rows + end)).attacks) == 1


def test_a_workbook_that_unpacks_to_far_too_much_is_refused(import_bytes, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 2**20)
    bomb = _with_part(_workbook(*ROWS), SHEET, lambda part: part + b" " * 2**20)
    assert len(bomb) < 2**14
    with pytest.raises(DiaryError, match="unpacks to more than 1 MiB"):
        import_bytes(bomb)


@pytest.mark.parametrize("doctype", [BILLION_LAUGHS, OUTSIDE])
def test_xml_that_declares_entities_is_refused(import_bytes, doctype):
    def declare(part):
        return doctype.encode() + part.removeprefix(b'<?xml version="1.0"?>')

    with pytest.raises(DiaryError, match="not a workbook that can be opened"):
        import_bytes(_with_part(_workbook(*ROWS), SHEET, declare))


def test_a_formula_is_read_as_its_text_and_never_run(import_bytes):
    formula = '=HYPERLINK("http://example.org/"&A1,"look")'
    text = f'Date,Pain,Notes\n2019-03-04 08:00,7,"{formula.replace(chr(34), chr(34) * 2)}"\n'
    (attack,) = import_bytes(text.encode()).attacks
    assert attack.notes == formula


@pytest.mark.parametrize("text", [b"," * 6_000_000, b"a,b\n" * 3_000_000, b"x" * 10_000_000])
def test_a_row_or_a_table_without_end_is_refused(import_bytes, text):
    with pytest.raises(DiaryError, match=r"log: "):
        import_bytes(b"Date,Pain\n2019-03-04 08:00,7\n" + text)


def test_a_zip_in_a_zip_is_not_opened(import_bytes, tmp_path):
    inner = _workbook(*ROWS)
    outer = BytesIO()
    with ZipFile(outer, "w") as target:
        target.writestr("attacks.xlsx", inner)
    with pytest.raises(DiaryError, match="unpack any other zip file"):
        import_bytes(outer.getvalue())


def test_a_link_in_a_zipped_diary_leads_nowhere(tmp_path):
    link = ZipInfo("attacks.csv")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with ZipFile(tmp_path / "diary.zip", "w") as target:
        target.writestr("diary.toml", 'format = "surcease-diary/1"\nzone = "UTC"\n')
        target.writestr(link, "/etc/passwd")
    with pytest.raises(DiaryError, match="the column started_at is missing"):
        read_diary(tmp_path / "diary.zip")


def test_a_file_that_is_too_large_is_refused_unread(tmp_path):
    with (tmp_path / "log.csv").open("wb") as sparse:
        sparse.truncate(65 * 2**20)
    with pytest.raises(DiaryError, match=r"log\.csv is larger than 64 MiB"):
        open_source([tmp_path / "log.csv"], Choices(zone="UTC"))


def test_a_zip_file_with_a_damaged_name_is_refused(import_bytes, tmp_path):
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("é.csv", "Date,Pain\n")
    data = packed.getvalue()
    start = data.rindex("é".encode())
    damaged = data[:start] + b"\xff" + data[start + 1 :]
    with pytest.raises(DiaryError):
        import_bytes(damaged)
    assert not is_ours(tmp_path / "log")
