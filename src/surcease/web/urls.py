from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("surcease.web.access.urls")),
    path("", include("surcease.web.record.urls")),
    path("", include("surcease.web.store.urls")),
    path("", include("surcease.web.log.urls")),
    path("see/", include("surcease.web.see.urls")),
    path("", include("surcease.web.exchange.urls")),
    path("", include("surcease.web.reports.urls")),
    path("", include("surcease.web.people.urls")),
    path("", include("surcease.web.offline.urls")),
]

handler400 = "surcease.web.problem.bad_request"
handler403 = "surcease.web.problem.forbidden"
handler404 = "surcease.web.problem.not_found"
handler500 = "surcease.web.problem.failed"
