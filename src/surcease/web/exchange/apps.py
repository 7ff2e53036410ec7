from __future__ import annotations

from django.apps import AppConfig


class Exchange(AppConfig):
    name = "surcease.web.exchange"
    label = "exchange"
