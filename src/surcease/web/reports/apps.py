from __future__ import annotations

from django.apps import AppConfig


class Reports(AppConfig):
    name = "surcease.web.reports"
    label = "reports"
