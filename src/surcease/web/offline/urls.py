from __future__ import annotations

from django.urls import path

from surcease.web.offline import views

urlpatterns = [
    path("shell", views.shell, name="shell"),
    path("service-worker.js", views.service_worker, name="service-worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]
