from __future__ import annotations

import json
from dataclasses import asdict

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from surcease.web.access.origin import refuse_unless_own_page
from surcease.web.record.actions import record_said

_MOST_ACTIONS = 1_000


@csrf_exempt  # a queue that waited offline holds no fresh token; the page's origin stands for it
@require_POST
@refuse_unless_own_page
def actions(request: HttpRequest) -> JsonResponse:
    answers = record_said(_read(request))
    return JsonResponse({"answers": [asdict(each) for each in answers]})


def _read(request: HttpRequest) -> list[object]:
    if request.content_type != "application/json":
        raise BadRequest(_("Actions come as JSON."))
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise BadRequest(_("This is no JSON.")) from error
    actions = said.get("actions") if isinstance(said, dict) else None
    if not isinstance(actions, list) or len(actions) > _MOST_ACTIONS:
        raise BadRequest(_("Actions come as a list of at most a thousand."))
    return actions
