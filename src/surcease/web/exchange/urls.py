from __future__ import annotations

from django.urls import path

from surcease.web.exchange import exports, imports

app_name = "exchange"
urlpatterns = [
    path("import/", imports.start, name="import"),
    path("import/<uuid:job>/", imports.look, name="preview"),
    path("import/<uuid:batch>/undo/", imports.undo, name="undo"),
    path("export/", exports.show, name="export"),
    path("export/fhir/", exports.fhir, name="fhir"),
    path("report/", exports.report, name="report"),
]
