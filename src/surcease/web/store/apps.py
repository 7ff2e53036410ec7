from __future__ import annotations

from django.apps import AppConfig


class Store(AppConfig):
    name = "surcease.web.store"
    label = "store"
