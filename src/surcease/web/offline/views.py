from __future__ import annotations

import json
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from surcease.web.access.gate import open_to_all
from surcease.web.offline.shell import kept, shell_html, worker_code


@open_to_all
@require_GET
def shell(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(shell_html())


@open_to_all
@require_GET
def service_worker(_request: HttpRequest) -> HttpResponse:
    said = json.dumps(asdict(kept()))
    code = f"const KEPT = {said};\n\n{worker_code()}"
    return HttpResponse(code, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


@open_to_all
@require_GET
def manifest(_request: HttpRequest) -> JsonResponse:
    start = reverse("log")
    sizes = (("icon-192.png", "192x192"), ("icon-512.png", "512x512"))
    icons = [_icon(name, size, "any") for name, size in sizes]
    return JsonResponse(
        {
            "name": "Surcease",
            "short_name": "Surcease",
            "description": _("A headache diary that works offline"),
            "id": start,
            "start_url": start,
            "scope": start,
            "display": "standalone",
            "background_color": "#0d0b0a",
            "theme_color": "#0d0b0a",
            "icons": [*icons, _icon("icon-maskable-512.png", "512x512", "maskable")],
        },
        content_type="application/manifest+json",
    )


def _icon(name: str, size: str, purpose: str) -> dict[str, str]:
    url = static(f"offline/{name}")
    return {"src": url, "sizes": size, "type": "image/png", "purpose": purpose}
