from __future__ import annotations

from django.urls import path

from surcease.web.store import views

urlpatterns = [path("backup/", views.backup, name="backup")]
