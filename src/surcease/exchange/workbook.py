"""Make sure of a workbook before the reader believes what it says of its own size.

A cell at the far end of a sheet makes a reader allocate everything before it, and a small zip file
can unpack to anything. So each part is unpacked here with a limit, looked through for how far its
cells reach, and packed again: the reader sees nothing that was not checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from surcease.diary import DiaryError
from surcease.diary.folder.archive import DAMAGE

ZIP_START = b"PK\x03\x04"
MOST_UNPACKED = 256 * 2**20
MOST_PARTS = 2_000
MOST_CELLS = 5_000_000

_XML = (".xml", ".rels")
_KIND = "mimetype"
_ENCRYPTED = 0x1
_LONGEST_NUMBER = 9
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class UnreadableWorkbook(Exception):
    """The bytes are no workbook, or a damaged one."""


def checked(data: bytes) -> bytes:
    """Return a zipped workbook with nothing in it but parts that are safe to read.

    Raises DiaryError where it is too large, UnreadableWorkbook where it is damaged.
    """
    packed = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w") as target:
            cells = 0
            for name, part in _parts(source):
                cells += 0 if name == _KIND else _Extent.of(part).cells
                check_cells(cells)
                target.writestr(name, part)
    except (*DAMAGE, ExpatError) as error:
        raise UnreadableWorkbook from error
    return packed.getvalue()


def check_cells(number: int) -> None:
    if number > MOST_CELLS:
        raise DiaryError("a table of more than {most} cells", most=f"{MOST_CELLS:,}")


def _parts(source: ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the parts that hold tables: pictures, macros and the like are left behind."""
    members = [each for each in source.infolist() if each.filename.endswith((*_XML, _KIND))]
    names = {member.filename for member in members}
    if len(members) > MOST_PARTS or len(names) < len(members):
        raise UnreadableWorkbook
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise DiaryError(
            "a workbook that unpacks to more than {most} MiB", most=MOST_UNPACKED // 2**20
        )
    for member in members:
        yield member.filename, _unpacked(source, member)


def _unpacked(source: ZipFile, member: ZipInfo) -> bytes:
    if member.flag_bits & _ENCRYPTED or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnreadableWorkbook
    return source.read(member)


class _Extent:
    """How far the filled cells of a sheet reach, in the XML of Excel and of OpenDocument alike."""

    def __init__(self) -> None:
        self._rows = self._columns = 0
        self._row = self._column = 0
        self._rows_here = self._columns_here = 1
        self._on = {
            "row": self._begin_row,
            "c": self._begin_cell,
            "v": self._fill,
            "is": self._fill,
            "table-row": self._begin_repeated_row,
            "table-cell": self._begin_repeated_cell,
            "covered-table-cell": self._begin_repeated_cell,
            "p": self._fill,
            "table": self._begin_table,
        }

    @classmethod
    def of(cls, part: bytes) -> _Extent:
        """Look through one part, as UTF-8 whatever it says of itself: so the reader takes it."""
        extent = cls()
        parser = ParserCreate(encoding="utf-8")
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = extent._begin
        parser.Parse(part, True)
        return extent

    @property
    def cells(self) -> int:
        return self._rows * self._columns

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        act = self._on.get(name) or self._on.get(_local(name))
        if act:
            act(attributes)

    def _begin_table(self, _: Mapping[str, str]) -> None:
        self._row, self._rows_here = 0, 1

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row = _number(attributes.get("r", str(self._row + 1)))
        self._column = 0

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        place = _PLACE.fullmatch(attributes.get("r", ""))
        if place:
            self._row, self._column = int(place[2]), _column_number(place[1])

    def _begin_repeated_row(self, attributes: Mapping[str, str]) -> None:
        self._row += self._rows_here
        self._rows_here = _repeated(attributes, "number-rows-repeated")
        self._column, self._columns_here = 0, 1

    def _begin_repeated_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += self._columns_here
        self._columns_here = _repeated(attributes, "number-columns-repeated")
        if "value-type" in map(_local, attributes):
            self._fill(attributes)

    def _fill(self, _: Mapping[str, str]) -> None:
        self._rows = max(self._rows, self._row + self._rows_here)
        self._columns = max(self._columns, self._column + self._columns_here)


def _refuse(*_: object) -> None:
    raise UnreadableWorkbook


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _repeated(attributes: Mapping[str, str], name: str) -> int:
    return _number(next((text for key, text in attributes.items() if _local(key) == name), "1"))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER):
        raise UnreadableWorkbook
    return int(text)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
