from __future__ import annotations

from django.urls import path

from surcease.web.record import views

urlpatterns = [path("actions", views.actions, name="actions")]
