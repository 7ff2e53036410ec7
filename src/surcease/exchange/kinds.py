from __future__ import annotations

from collections.abc import Collection

from surcease.diary.errors import DiaryError
from surcease.diary.events import Kind
from surcease.exchange.words import means, mentions


class OtherHeadache(DiaryError):
    """An entry that its writer called by the name of another headache."""

    def __init__(self) -> None:
        super().__init__("its type is not cluster headache")


def kind_of(text: str, count_types: Collection[str] = ()) -> Kind:
    """Return what an entry of that type is.

    Cluster headache, and what names no headache at all ("attack", "unknown headache"), is an
    attack. Another headache is no attack unless the patient says so (`count_types`): raises
    OtherHeadache.
    """
    if text.casefold() in {each.casefold() for each in count_types}:
        return Kind.ATTACK
    if mentions("shadow", text):
        return Kind.SHADOW
    said = means("attack", text) or means("cluster_abbreviation", text) or is_unknown(text)
    if said or mentions("cluster", text):
        return Kind.ATTACK
    raise OtherHeadache


def is_unknown(text: str) -> bool:
    return means("unknown_kind", text)
