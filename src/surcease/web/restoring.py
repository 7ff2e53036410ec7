"""A backup in the place of the diary, with the passphrases of both."""

from __future__ import annotations

from pathlib import Path

from surcease.diary import DiaryError
from surcease.web.start import alone, load_django
from surcease.web.store import passphrase, place
from surcease.web.store.key import is_encrypted, key_of
from surcease.web.store.passphrase import Ask
from surcease.web.store.restore import restore


def restore_from(backup: Path, ask: Ask, ask_for_backup: Ask) -> Path | None:
    """Restore a backup and return where the old diary is kept.

    The diary keeps its protection: a plain backup becomes encrypted where the diary is, with its
    passphrase. Where there is no diary yet, the backup's protection is taken over.
    """
    if not backup.is_file():
        raise DiaryError(f"{backup} is not a file")
    place.make()
    live = place.database()
    passphrase.unlock(live, ask)
    backup_key = None
    if is_encrypted(backup):
        found = passphrase.find(backup, ask_for_backup)
        backup_key = key_of(backup, found)
        if not live.exists():
            passphrase.remember(found)
    live_key = passphrase.key_for(live) if live.exists() else backup_key
    load_django()
    with alone(place.folder()):
        return restore(backup, backup_key, live_key)
