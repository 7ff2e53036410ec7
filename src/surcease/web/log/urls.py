from __future__ import annotations

from django.urls import path

from surcease.web.log import views

urlpatterns = [path("", views.log, name="log")]
