from __future__ import annotations

from django import template
from django.urls import reverse

from surcease.web.record.kinds import SETTINGS
from surcease.web.record.models import Entry

register = template.Library()


@register.simple_tag
def first_questions() -> str:
    """Return where a new user is asked some things; nothing once there are settings."""
    return "" if Entry.objects.filter(id=SETTINGS).exists() else reverse("people:first-run")
