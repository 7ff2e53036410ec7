from __future__ import annotations

from django.apps import AppConfig


class Offline(AppConfig):
    name = "surcease.web.offline"
    label = "offline"
