from __future__ import annotations

from django.apps import AppConfig


class Access(AppConfig):
    name = "surcease.web.access"
    label = "access"
