"""The key of an encrypted file, made of a passphrase as SQLCipher makes it.

It is made here and not by SQLCipher, once for each file instead of once for each connection.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import pbkdf2_hmac
from pathlib import Path
from secrets import token_bytes

_PLAIN = b"SQLite format 3\0"
_SALT_BYTES = 16
_SECTOR_BYTES = 512  # every database is some of them; a file that is not is something else
_KEY_BYTES = 32
_ROUNDS = 256_000  # SQLCipher 4's own, so that its other programs open the file as well

_held: dict[Path, bytes] = {}


@dataclass(frozen=True, slots=True)
class Key:
    """A key with the salt that stands in the first bytes of the file."""

    secret: bytes
    salt: bytes

    def __repr__(self) -> str:
        return "Key(...)"

    @property
    def literal(self) -> str:
        """Write the key as SQLCipher's statements take it."""
        return f"\"x'{self.secret.hex()}{self.salt.hex()}'\""


def hold(file: Path) -> None:
    """Take the first bytes of a file for what they are now, until this process ends.

    Once SQLite has a file open, nothing else in the process may open it: when that is closed, POSIX
    takes away all locks of the process, and another that ends then deletes the log in use.
    """
    _held[file] = _start(file)


def is_encrypted(file: Path) -> bool:
    """Tell by its size and first bytes whether a file is encrypted; one not there is not."""
    start = _start(file)
    return bool(start) and start != _PLAIN and file.stat().st_size % _SECTOR_BYTES == 0


def key_of(file: Path, passphrase: str) -> Key:
    """Return the key that a passphrase is for a file, right or wrong."""
    return _key(_composed(passphrase), _start(file))


def new_key(passphrase: str) -> Key:
    return _key(_composed(passphrase), token_bytes(_SALT_BYTES))


def _composed(passphrase: str) -> str:
    """Keyboards differ in whether an accented letter is one character or two."""
    return unicodedata.normalize("NFC", passphrase)


@lru_cache(maxsize=8)
def _key(passphrase: str, salt: bytes) -> Key:
    secret = pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, _KEY_BYTES)
    return Key(secret, salt)


def _start(file: Path) -> bytes:
    if file in _held:
        return _held[file]
    try:
        with file.open("rb") as opened:
            return opened.read(_SALT_BYTES)
    except FileNotFoundError:
        return b""
