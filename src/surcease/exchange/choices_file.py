"""The choices of an import as a TOML file that a person can edit."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from surcease.diary.errors import DiaryError
from surcease.diary.events import Regimen, Span
from surcease.diary.folder.toml import write_pairs
from surcease.exchange.choices import Choices
from surcease.exchange.column_mapping import Field, RowsAre, TableMapping
from surcease.exchange.dates import DateOrder

FORMAT = "surcease-import/1"

type Section = Mapping[str, Any]


def load_choices(path: Path) -> Choices:
    """Read a mapping file, or raise DiaryError naming what in it cannot be used."""
    try:
        return _choices(_settings(path))
    except OSError as error:
        raise DiaryError(f"{path.name} cannot be read: {error.strerror}") from error
    except DiaryError as error:
        raise DiaryError(f"{path.name}: {error}") from error
    except ValueError as error:
        raise DiaryError(f"{path.name} is not a TOML file: {error}") from error


def save_choices(choices: Choices, path: Path) -> None:
    """Write a mapping file; of what is there already, only another mapping file is replaced."""
    try:
        if path.is_file() and not _is_mapping(path):
            raise DiaryError(
                f"{path.name} is there already and is no mapping file; choose another name"
            )
        path.write_text(choices_text(choices), "utf-8")
    except OSError as error:
        raise DiaryError(f"{path.name} cannot be written: {error.strerror}") from error


def _is_mapping(path: Path) -> bool:
    try:
        return _settings(path).get("format") == FORMAT
    except ValueError:
        return False


def _settings(path: Path) -> Section:
    return tomllib.loads(path.read_text("utf-8-sig"))  # some editors put a mark before the text


def choices_text(choices: Choices) -> str:
    """Write choices so that reading them again gives equal choices."""
    single = {
        "format": FORMAT,
        "zone": choices.zone,
        "date_order": choices.date_order,
        "count_types": list(choices.count_types),
    }
    blocks = [_lines(single)]
    blocks += [["[[coverage]]", *_lines(_span_section(span))] for span in choices.coverage]
    blocks += [["[[taken_daily]]", *_lines(_regimen_section(each))] for each in choices.taken_daily]
    blocks += [_table_lines(table) for table in choices.tables]
    if choices.treatments:
        blocks.append(["[treatments]", *write_pairs(choices.treatments)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _lines(section: Section) -> list[str]:
    return write_pairs({key: _plain(value) for key, value in section.items() if value is not None})


def _plain(value: object) -> object:
    return str(value) if isinstance(value, StrEnum) else value


def _span_section(span: Span) -> Section:
    return {"from": span.from_on, "to": span.to_on}


def _regimen_section(regimen: Regimen) -> Section:
    return {
        "treatment": regimen.treatment,
        "amount_per_day": regimen.amount_per_day,
        "unit": regimen.unit,
        "from": regimen.from_on,
        "to": regimen.to_on,
    }


def _table_lines(table: TableMapping) -> list[str]:
    settings = asdict(table)
    columns = {str(field): name for field, name in settings.pop("columns").items()}
    return ["[[tables]]", *_lines(settings), "", "[tables.columns]", *write_pairs(columns)]


def _choices(settings: Section) -> Choices:
    if settings.get("format") != FORMAT:
        raise DiaryError(f'format is not "{FORMAT}"')
    return Choices(
        zone=_get(settings, "zone", str, None),
        coverage=_each(settings, "coverage", _span),
        taken_daily=_each(settings, "taken_daily", _regimen),
        date_order=_choice(settings, "date_order", DateOrder, None),
        count_types=_texts(settings, "count_types"),
        treatments=_texts_by_name(settings, "treatments"),
        tables=_each(settings, "tables", _table),
    )


def _span(section: Section) -> Span:
    return Span(_get(section, "from", date), _get(section, "to", date))


def _regimen(section: Section) -> Regimen:
    return Regimen(
        treatment=_get(section, "treatment", str),
        amount_per_day=float(_get(section, "amount_per_day", (int, float))),
        unit=_get(section, "unit", str, ""),
        from_on=_get(section, "from", date),
        to_on=_get(section, "to", date, None),
    )


def _table(section: Section) -> TableMapping:
    columns = _texts_by_name(section, "columns")
    return TableMapping(
        table=_get(section, "table", str),
        rows=_choice(section, "rows", RowsAre, RowsAre.ATTACKS),
        header_line=_get(section, "header_line", int, 1),
        columns={_member(Field, name, "columns"): column for name, column in columns.items()},
        date_order=_choice(section, "date_order", DateOrder, None),
        intensity_scale=_get(section, "intensity_scale", str, "0-10"),
        duration_unit=_get(section, "duration_unit", str, "min"),
    )


def _each[Entry](
    settings: Section, key: str, read: Callable[[Section], Entry]
) -> tuple[Entry, ...]:
    sections = _get(settings, key, list, [])
    if not all(isinstance(section, dict) for section in sections):
        raise DiaryError(f"{key} is not written as [[{key}]]")
    return tuple(read(section) for section in sections)


def _texts(section: Section, key: str) -> tuple[str, ...]:
    texts = tuple(_get(section, key, list, []))
    _check_texts(texts, key)
    return texts


def _texts_by_name(section: Section, key: str) -> dict[str, str]:
    texts = dict(_get(section, key, dict, {}))
    _check_texts(texts.values(), key)
    return texts


def _check_texts(found: Iterable[object], key: str) -> None:
    if not all(isinstance(each, str) for each in found):
        raise DiaryError(f"{key} holds something that is no text; write it in quotes")


_REQUIRED: Any = object()


def _get(section: Section, key: str, kind: Any, default: Any = _REQUIRED) -> Any:
    value = section.get(key, default)
    if value is _REQUIRED:
        raise DiaryError(f"{key} is missing")
    if value is not default and (not isinstance(value, kind) or isinstance(value, datetime)):
        raise DiaryError(f"{key} is of the wrong type")
    return value


def _choice[Choice: StrEnum](
    section: Section, key: str, choices: type[Choice], default: Choice | None
) -> Any:
    value = section.get(key)
    return default if value is None else _member(choices, value, key)


def _member[Choice: StrEnum](choices: type[Choice], value: object, key: str) -> Choice:
    try:
        return choices(str(value))
    except ValueError as error:
        raise DiaryError(f"{key} must be one of {', '.join(choices)}") from error
