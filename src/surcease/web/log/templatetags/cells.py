from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from surcease.diary.moment import read_iso
from surcease.safety.crisis import crisis_lines
from surcease.web.log import choices, ideation
from surcease.web.record import in_words as words
from surcease.web.record.models import Entry
from surcease.web.record.uuid7 import uuid7

register = template.Library()

_NOBODY = "00000000-0000-0000-0000-000000000000"


@register.simple_tag(takes_context=True)
def form_for(context: Context, do: str, kind: str, entry: Any = "", css: str = "") -> SafeString:
    """Open a form that becomes one action; the page's own code reads its data attributes."""
    parts = ["log-write", do, kind, *([entry] if entry else [])]
    opened = format_html(
        '<form method="post" action="{}" data-do="{}" data-kind="{}" data-entry="{}" class="{}">',
        reverse(parts[0], args=parts[1:]),
        do,
        kind,
        entry or "",
        css,
    )
    return opened + token(context)


@register.simple_tag(takes_context=True)
def token(context: Context) -> SafeString:
    """Write what a form needs without the page's own code; nothing in a page that is kept."""
    secret = context.get("csrf_token")
    if context.get("kept") or not secret or secret == "NOTPROVIDED":  # noqa: S105  Django's word
        return SafeString("")
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="action" value="{}">',
        secret,
        uuid7(),
    )


@register.inclusion_tag("log/parts/cell.html", takes_context=True)
def cell(context: Context, name: str, label: str, type: str, **options: Any) -> dict[str, Any]:  # noqa: A002
    """Show one cell of an entry as a field of a form."""
    text = (context.get("cells") or {}).get(name, "")
    shown = _in_field(name, text, type)
    return {
        "name": name,
        "label": label,
        "type": type,
        "cell": text,
        "value": shown,
        "was": ideation.with_tick(shown) if name == "symptoms" and shown != text else shown,
        "changing": bool(context.get("cells")),
        **options,
    }


def _in_field(name: str, text: str, type: str) -> str:  # noqa: A002
    if name == "symptoms":
        return ideation.without_tick(text)
    return text[:16] if type == "datetime-local" and text else text


@register.inclusion_tag("log/parts/ideation.html", takes_context=True)
def ideation_tick(context: Context) -> dict[str, Any]:
    """Show the tick that stands for one of the symptoms, with whom to call."""
    symptoms = (context.get("cells") or {}).get("symptoms", "")
    return {
        "word": ideation.WORD,
        "ticked": ideation.is_ticked(symptoms),
        "lines": crisis_lines(),
    }


@register.inclusion_tag("log/parts/treatment.html", takes_context=True)
def treatment_cell(
    context: Context, label: str, routes: str = "", chosen: str = "", name: str = ""
) -> dict[str, Any]:
    text = (context.get("cells") or {}).get("treatment", "")
    offered = [
        each for each in choices.treatment_choices() if not routes or each.route in routes.split()
    ]
    listed = any(each.value == text for each in offered)
    return {
        "label": label,
        "name": name,
        "offered": offered,
        "chosen": text or chosen,
        "own": "" if listed else text,
        "changing": bool(context.get("cells")),
        "was": text,
    }


@register.simple_tag
def entry_link(entry: Any = "") -> str:
    return reverse("log-entry", args=[entry or _NOBODY])


@register.filter
def when(text: str | None) -> str:
    return text[:16].replace("T", " ") if text else ""


@register.filter
def begins(entry: Entry) -> str:
    cells = entry.cells
    names = ("started_at", "given_at", "taken_at", "noticed_at", "noted_at", "on", "from_on")
    return when(next((cells[name] for name in names if name in cells), ""))


@register.filter
def in_words(entry: Entry | None) -> str:
    return words.in_words(entry.kind, entry.cells) if entry else ""


@register.filter
def elapsed(text: str | None) -> str:
    if not text:
        return ""
    minutes = int((timezone.now() - read_iso(text)).total_seconds() // 60)
    if minutes >= 60:
        return f"{minutes // 60}:{minutes % 60:02d}"
    return _("%(minutes)s min") % {"minutes": minutes}


@register.filter
def joined(texts: Sequence[str]) -> str:
    return "|".join(texts)
