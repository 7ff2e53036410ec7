"""How a second `surcease serve` finds that the first answers on its port, for the same diary."""

from __future__ import annotations

from secrets import token_urlsafe
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.http import require_GET

from surcease.web.access.gate import open_to_all

_WAIT_SECONDS = 5


@open_to_all
@require_GET
def alive(request: HttpRequest, question: str) -> HttpResponse:
    """Answer what only a process with the same cookie key can."""
    del request
    return HttpResponse(_answer(question), content_type="text/plain")


def answers_at(origin: str) -> bool:
    """Tell whether an app of the same diary answers there; another program learns nothing."""
    question = token_urlsafe()
    try:
        opener = build_opener(ProxyHandler({}))  # a proxy is no part of this machine
        with opener.open(f"{origin}/alive/{question}", timeout=_WAIT_SECONDS) as response:
            said = response.read(200).decode(errors="replace")
    except (URLError, OSError):
        return False
    return constant_time_compare(said, _answer(question))


def _answer(question: str) -> str:
    return salted_hmac("surcease.alive", question, algorithm="sha256").hexdigest()
