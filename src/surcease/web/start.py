"""Make Django ready in this process: everything that touches the app's diary begins here."""

from __future__ import annotations

import os

import django
from django.core.management import call_command

from surcease.web.store import place


def start() -> None:
    """Make the folder if there is none, load Django, and bring the tables up to date."""
    place.make()
    os.environ["DJANGO_SETTINGS_MODULE"] = "surcease.web.settings"
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
