"""What the diary's own code objects to, in the words of a person rather than of its files."""

from __future__ import annotations

from django.utils.translation import gettext as _

from surcease.diary import DiaryError


def in_plain_words(error: DiaryError) -> str:
    return _("This cannot be recorded: %(reason)s.") % {"reason": str(error)}
