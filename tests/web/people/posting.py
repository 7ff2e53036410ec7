"""The forms of the settings page, as a browser would send them back."""

from __future__ import annotations

from html.parser import HTMLParser

from django.test import Client


class Forms(HTMLParser):
    """The forms of a page: where each goes, and its fields as they stand."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._select = self._chosen = ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "form":
            self.found.append((said.get("action", ""), {}))
        elif tag == "input" and self.found and "name" in said:
            self.found[-1][1][said["name"]] = said.get("value") or ""
        elif tag == "select":
            self._select = said["name"]
        elif tag == "option" and self._select:
            self._offer(said)

    def _offer(self, said):
        """Choose the first option unless another is marked; without a value it is its text."""
        fields = self.found[-1][1]
        if "selected" in said or self._select not in fields:
            fields[self._select] = said.get("value", "")
            self._chosen = "" if "value" in said else self._select

    def handle_data(self, data):
        if self._chosen:
            self.found[-1][1][self._chosen] = data
        self._chosen = ""

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = ""


def form_at(client: Client, address: str, nth: int = 0) -> dict[str, str]:
    """Return the fields of a form of the settings that goes to an address, of several the nth."""
    page = client.get("/settings/").text
    return [fields for where, fields in Forms(page).found if where == address][nth]
