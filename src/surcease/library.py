from __future__ import annotations

from os import PathLike
from pathlib import Path

from surcease.diary import Diary
from surcease.exchange.opening import read_any


def read(*paths: str | PathLike[str], zone: str | None = None) -> Diary:
    """Read one diary: a Surcease folder or .zip, or another app's export, told apart by content.

    Parameters
    ----------
    paths
        One path; several where an export comes as several files.
    zone
        IANA zone of an export whose times carry none, such as "Europe/Copenhagen".

    Raises
    ------
    DiaryError
        Nothing known is recognised, a row of a Surcease diary is bad, or the zone is missing. Rows
        of another app's export that cannot be read are left out: `surcease import` lists them.
    """
    return read_any([Path(path) for path in paths], zone).diary
