"""Whether the diary itself could hold an entry."""

from __future__ import annotations

from collections.abc import Mapping

from surcease.diary import Diary, DiaryError
from surcease.diary.folder.codec import encode_diary
from surcease.web.record.action import Refused
from surcease.web.record.kinds import Read, alone, read_entry
from surcease.web.record.plain_words import in_plain_words


def judge(kind: str, cells: Mapping[str, str], head: Diary) -> Read:
    """Read an entry, or raise Refused where no diary folder could be written that holds it."""
    try:
        read = read_entry(kind, cells, head)
        encode_diary(alone(kind, read, head))
    except DiaryError as error:
        raise Refused(in_plain_words(error)) from error
    return read
