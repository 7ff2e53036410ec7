from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from surcease.diary import DayState, Diary, DiaryError, Span, civil_days, read_diary_with_notices
from surcease.diary.errors import Translate
from surcease.diary.folder.archive import DAMAGE
from surcease.diary.folder.tables import TABLES
from surcease.exchange.choices import Choices
from surcease.exchange.draft import Draft
from surcease.exchange.formats import Format, best_format, formats
from surcease.exchange.notices import beside_attacks, notices_of
from surcease.exchange.source import DayCounts, Finding, Imported, Preview, TableCount
from surcease.exchange.tables import Table, read_tables
from surcease.exchange.treatments import treatment_counts
from surcease.language import gettext as _
from surcease.language import gettext_noop

OURS = gettext_noop("Surcease diary")
_OURS_IS = gettext_noop("a folder or zip file with diary.toml")
_AS_ON_DISK: Mapping[Path, str] = {}
_TABLE_SUFFIXES = (
    *(".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"),
    *(".json", ".ndjson"),
)


class ZoneMissing(DiaryError):
    """Another app's times cannot be placed without the zone they were written in."""

    def __init__(self) -> None:
        super().__init__(
            "another app's times say no time zone; pass the one the diary was kept in, "
            "such as --zone Europe/Copenhagen"
        )


class NotRecognised(DiaryError):
    """Nothing that is known by its content; the message says what would be."""

    def __init__(self) -> None:
        super().__init__("not recognised as a diary, by what these are known by:")

    def said(self, translate: Translate) -> str:
        known = [(OURS, _OURS_IS), *((each.name, each.looks_for) for each in formats())]
        looked_for = (f"  {translate(name)}: {translate(what)}" for name, what in known)
        return "\n".join([super().said(translate), *looked_for])


def read_any(paths: Sequence[Path], zone: str | None = None) -> Imported:
    """Read a Surcease diary or another app's export, told apart by content.

    Parameters
    ----------
    paths
        One Surcease folder or zip, or the files or folder of one export.
    zone
        IANA zone of an export's times; a Surcease diary has its own.

    Raises
    ------
    DiaryError
        Where nothing known is recognised, a file cannot be read, or an export needs a zone.
    """
    if len(paths) == 1 and is_ours(paths[0]):
        return _ours(paths[0])
    return open_source(paths, Choices(zone=zone))


def open_source(
    paths: Sequence[Path], choices: Choices, names: Mapping[Path, str] = _AS_ON_DISK
) -> Imported:
    """Read the files of one export of another app, with what the user says of them.

    `names` are what files are called to the user, where that is not their name on the disk.

    Raises ZoneMissing before anything else where neither `choices.zone` nor the files say a zone,
    and DiaryError where the content is not recognised or cannot be read as a whole. Rows that
    cannot be read are no error: the preview lists them.
    """
    tables = [table for path in paths for table in _tables_at(path, names)]
    source = _recognised(tables, choices)
    zone = source.zone_told(tables) or choices.zone
    if zone is None:
        raise ZoneMissing
    draft = Draft(replace(choices, zone=zone), zone)
    source.map_rows(source.read(tables, draft), draft)
    diary = draft.diary()
    return Imported(diary, source.name, _preview(draft, diary, tables), draft.choices)


def is_ours(path: Path) -> bool:
    """Tell whether a path is a diary in Surcease's own form."""
    try:
        if path.is_dir():
            return (path / "diary.toml").is_file()
        with zipfile.ZipFile(path) as archive:
            return any(PurePosixPath(name).name == "diary.toml" for name in archive.namelist())
    except (*DAMAGE, OSError):
        return False


def _ours(path: Path) -> Imported:
    diary, notices = read_diary_with_notices(path)
    tables = {table.field: len(getattr(diary, table.field)) for table in TABLES}
    counts = tuple(TableCount(name, rows, rows) for name, rows in tables.items() if rows)
    preview = Preview(
        counts, (), (), (), day_counts(diary), tuple(each.said(_) for each in notices)
    )
    return Imported(diary, OURS, preview, Choices(zone=diary.zone, coverage=diary.coverage))


def _tables_at(path: Path, names: Mapping[Path, str]) -> Iterator[Table]:
    if not path.exists():
        raise DiaryError("{path} does not exist", path=path)
    files = _table_files(path) if path.is_dir() else [path]
    for file in files:
        yield from read_tables(file, names.get(file, ""))


def _table_files(folder: Path) -> list[Path]:
    try:
        files = sorted(each for each in folder.iterdir() if each.suffix.lower() in _TABLE_SUFFIXES)
    except OSError as error:
        raise DiaryError(
            "{folder} cannot be read: {reason}", folder=folder, reason=error.strerror
        ) from error
    if not files:
        raise DiaryError(
            "{folder} holds neither diary.toml nor a table (CSV, TSV, xlsx, JSON)", folder=folder
        )
    return files


def _recognised(tables: Sequence[Table], choices: Choices) -> Format:
    if all(line.is_blank for table in tables for line in table.lines):
        raise DiaryError("empty; there is nothing to read")
    source = best_format(tables, choices)
    if source is None:
        raise NotRecognised
    return source


def _preview(draft: Draft, diary: Diary, tables: Sequence[Table]) -> Preview:
    return Preview(
        tables=draft.table_counts,
        refused=_by_line(draft.refused),
        doubts=_by_line(draft.doubts),
        treatments=treatment_counts(draft.doses),
        days=day_counts(diary),
        notices=notices_of(draft, diary, tables),
        beside_attacks=beside_attacks(draft, diary),
        other_types=dict(draft.other_types),
        columns=draft.columns,
    )


def _by_line(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.table, finding.line)))


def day_counts(diary: Diary) -> DayCounts | None:
    days = civil_days(diary)
    if not days:
        return None
    states = Counter(day.state for day in days)
    span = Span(days[0].on, days[-1].on)
    return DayCounts(
        span, states[DayState.ATTACKS], states[DayState.NONE], states[DayState.UNKNOWN]
    )
