from surcease.diary.days import Day, DayState, civil_days, recorded_span
from surcease.diary.digest import digest
from surcease.diary.duplicates import Distinct, distinct_attacks, distinct_doses
from surcease.diary.errors import BadRow, BadRows, DiaryError
from surcease.diary.events import (
    Attack,
    DayCount,
    Diary,
    Dose,
    Extra,
    Journey,
    Kind,
    Lab,
    Regimen,
    Side,
    Span,
)
from surcease.diary.folder import Notice, read_diary, read_diary_with_notices, write_diary
from surcease.diary.moment import Moment, zone_named
from surcease.diary.sessions import Session, sessions

__all__ = [
    "Attack",
    "BadRow",
    "BadRows",
    "Day",
    "DayCount",
    "DayState",
    "Diary",
    "DiaryError",
    "Distinct",
    "Dose",
    "Extra",
    "Journey",
    "Kind",
    "Lab",
    "Moment",
    "Notice",
    "Regimen",
    "Session",
    "Side",
    "Span",
    "civil_days",
    "digest",
    "distinct_attacks",
    "distinct_doses",
    "read_diary",
    "read_diary_with_notices",
    "recorded_span",
    "sessions",
    "write_diary",
    "zone_named",
]
