from __future__ import annotations

from django.apps import AppConfig


class Results(AppConfig):
    name = "surcease.web.results"
    label = "results"
