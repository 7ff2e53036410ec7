from __future__ import annotations

from django.apps import AppConfig


class Record(AppConfig):
    name = "surcease.web.record"
    label = "record"
