from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """What leaves a diary only when its owner asks for it."""

    NOTES = "notes"
    IDEATION = "ideation"
    PERSON = "person"
    COLUMNS = "columns"
