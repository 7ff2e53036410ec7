from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256

from surcease.diary.events import Diary


def digest(diary: Diary) -> str:
    """Return the SHA-256, in hex, of everything the diary holds: equal for equal diaries.

    It does not depend on the files a diary came from, nor on how they wrote a number.
    """
    canonical = json.dumps(_plain(diary), separators=(",", ":"), ensure_ascii=True)
    return sha256(canonical.encode("ascii")).hexdigest()


def _plain(value: object) -> object:
    match value:
        case tuple():
            return [_plain(each) for each in value]
        case int() | float():
            return float(value) + 0.0  # 6 equals 6.0, and -0.0 equals 0.0
        case date():
            return value.isoformat()
        case _ if is_dataclass(value):
            old = [each for each in fields(value) if not each.metadata.get("added_later")]
            later = [each for each in fields(value) if each.metadata.get("added_later")]
            said = [each for each in later if getattr(value, each.name) != each.default]
            return [
                *(_plain(getattr(value, each.name)) for each in old),
                *([each.name, _plain(getattr(value, each.name))] for each in said),
            ]
    return value
