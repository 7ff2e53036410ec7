"""What the commands of the app share: where its diary lies, and that its extra is there."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from surcease.diary import DiaryError


def use_data(data: Path | None) -> None:
    if find_spec("django") is None:
        raise DiaryError("the app needs its extra: pip install 'surcease[web]'")
    from surcease.web.store.place import FOLDER

    if data is not None:
        os.environ[FOLDER] = str(data)
