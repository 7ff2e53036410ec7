"""Text in FHIR elements.

A FHIR string cannot hold every text: no control characters, no blanks but the plain ones. Where a
text does not fit, the element shows it with U+FFFD in their place, and an extension keeps it whole.
"""

from __future__ import annotations

from base64 import b64encode

from surcease.exchange.fhir.codes import Json, extension_url

_PLAIN_BLANKS = " \t\r\n"
_MARK_OF_BYTES = "\ufeff"


def put_text(into: Json, key: str, text: str) -> None:
    """Set an element of a resource, unless the text is empty."""
    shown = "".join(map(_fitting, text)).strip(_PLAIN_BLANKS)
    if shown:
        into[key] = shown
    if shown != text:
        whole = b64encode(text.encode("utf-8")).decode("ascii")
        into[f"_{key}"] = {
            "extension": [{"url": extension_url("exact_text"), "valueBase64Binary": whole}]
        }


def _fitting(character: str) -> str:
    if character in _PLAIN_BLANKS:
        return character
    fits = character > " " and not character.isspace() and character != _MARK_OF_BYTES
    return character if fits else "\ufffd"


def text_concept(text: str) -> Json:
    into: Json = {}
    put_text(into, "text", text)
    return into
