from __future__ import annotations


def counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
