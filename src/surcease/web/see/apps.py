from __future__ import annotations

from django.apps import AppConfig


class SeeConfig(AppConfig):
    name = "surcease.web.see"
