"""Time every page of the app over a large diary, and count its questions to the store.

5,000 attacks and 2,000 doses are recorded, everything there is to see is worked out, and then each
page is asked for several times inside this process, so that the server's own time is told and
nothing of a browser's. It fails where the middle of them is more than 150 ms of work.

Run it as `make pages`; it takes some minutes.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory


def main() -> int:
    with TemporaryDirectory() as folder:
        os.environ["SURCEASE_DATA"] = str(Path(folder) / "data")
        import_module("surcease.web.start").start()
        return import_module("app.page_times").report()  # models need Django ready


if __name__ == "__main__":
    sys.exit(main())
