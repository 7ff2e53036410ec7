from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isfinite

from surcease.diary.errors import DiaryError
from surcease.diary.events import Kind, Side

WRITTEN_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_COUNT = re.compile(r"\d{1,100}", re.ASCII)
_SYMPTOM = re.compile(r"(?:\\[;\\]|[^;])+")
_ESCAPED = re.compile(r"\\([;\\])")
_TO_ESCAPE = re.compile(r"([;\\])")


@dataclass(frozen=True, slots=True)
class Cell[Value]:
    """How one kind of value is written in a cell and read from it, stripped of blanks."""

    read: Callable[[str], Value]
    write: Callable[[Value], str]


def _read_number(text: str) -> float:
    if not text:
        raise DiaryError("empty")
    if not WRITTEN_NUMBER.fullmatch(text):
        raise DiaryError("not a number such as 1.5, with a decimal point")
    number = float(text)
    if not isfinite(number):
        raise DiaryError("too large a number")
    return number


def _write_number(number: float) -> str:
    return repr(float(number) + 0.0).removesuffix(".0")


def _read_count(text: str) -> int | None:
    if not text:
        return None  # the patient says that the day is unknown
    if not _COUNT.fullmatch(text):
        raise DiaryError("not a whole number of attacks, such as 0 or 3")
    return int(text)


def _write_count(count: int | None) -> str:
    return "" if count is None else str(count)


def _read_date(text: str) -> date:
    if not text:
        raise DiaryError("empty")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DiaryError("not an ISO 8601 date such as 2024-03-01") from error


def _read_answer(text: str) -> bool:
    try:
        return {"yes": True, "no": False}[text.lower()]
    except KeyError as error:
        raise DiaryError("neither yes nor no") from error


def _write_answer(answer: bool) -> str:
    return "yes" if answer else "no"


def _read_symptoms(text: str) -> tuple[str, ...]:
    return tuple(_ESCAPED.sub(r"\1", each) for each in _SYMPTOM.findall(text))


def _write_symptoms(symptoms: tuple[str, ...]) -> str:
    return "; ".join(_TO_ESCAPE.sub(r"\\\1", each) for each in symptoms)


def _one_of[Choice: StrEnum](choices: type[Choice]) -> Cell[Choice]:
    def read(text: str) -> Choice:
        try:
            return choices(text.lower())
        except ValueError as error:
            raise DiaryError("none of {choices}", choices=", ".join(choices)) from error

    return Cell(read, str)


TEXT: Cell[str] = Cell(str, str)
NUMBER = Cell(_read_number, _write_number)
COUNT = Cell(_read_count, _write_count)
DATE = Cell(_read_date, date.isoformat)
ANSWER = Cell(_read_answer, _write_answer)
SYMPTOMS = Cell(_read_symptoms, _write_symptoms)
KIND = _one_of(Kind)
SIDE = _one_of(Side)
