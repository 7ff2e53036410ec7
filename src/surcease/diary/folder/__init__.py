from surcease.diary.folder.notices import Notice
from surcease.diary.folder.read import read_diary, read_diary_with_notices
from surcease.diary.folder.write import write_diary

__all__ = ["Notice", "read_diary", "read_diary_with_notices", "write_diary"]
