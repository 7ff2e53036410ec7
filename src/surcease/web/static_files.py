from __future__ import annotations

from hashlib import sha256
from pathlib import Path

_HERE = Path(__file__).parent
_LENGTH = 12


def fingerprint() -> str:
    """Return a name for the content of all static files, so that browsers may keep them."""
    content = sha256()
    for path in sorted(each for each in _HERE.rglob("static/**/*") if each.is_file()):
        content.update(path.relative_to(_HERE).as_posix().encode())
        content.update(sha256(path.read_bytes()).digest())
    return content.hexdigest()[:_LENGTH]
