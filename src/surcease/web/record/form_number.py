from __future__ import annotations

import json
from uuid import UUID, uuid5

from surcease.web.record.uuid7 import uuid7


def number_of(form: str, *said: object) -> UUID:
    """Return the number of an action from that which the page gave its form and what the form says.

    A second press counts once; whoever goes back and says something else has said something else.
    """
    try:
        return uuid5(UUID(form), json.dumps(said))
    except ValueError:
        return uuid7()
