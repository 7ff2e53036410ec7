from __future__ import annotations

from django.apps import AppConfig


class Log(AppConfig):
    name = "surcease.web.log"
    label = "log"
