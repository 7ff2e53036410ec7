from __future__ import annotations

from django.apps import AppConfig


class See(AppConfig):
    name = "surcease.web.see"
    label = "see"
