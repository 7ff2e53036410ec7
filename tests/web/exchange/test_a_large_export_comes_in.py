"""A real export of seven years; its rows are nobody's business here, only that they all come in."""

import os
import time
from pathlib import Path

import pytest

from web.uploading import BOUNDARY, upload

SHARED = Path(os.environ.get("SURCEASE_SHARED_DATA", Path(__file__).parents[4] / "shared" / "data"))
EXPORT = SHARED / "my-headache-log-pro-export.xlsx"
PATIENCE_SECONDS = 300


def test_thousands_of_entries_come_in_while_the_page_says_so(live):
    if not EXPORT.is_file():
        pytest.skip(f"the export is not shared with the repository; it was not at {EXPORT}")
    client = live.client()
    page = upload(client, EXPORT.read_bytes(), EXPORT.name)[1]["Location"]
    said = wait_for(client, page, "Where was this diary kept?")
    answer(client, page, said, zone="Europe/Copenhagen", again="1")
    said = wait_for(client, page, "New to your diary")
    assert "4978 attacks" in said.replace(",", "")
    assert "13 rows are left out" in said
    answer(client, page, said, zone="Europe/Copenhagen", add="1")
    said = wait_for(client, page, "It is in your diary")
    assert "8981 doses" in said.replace(",", "")


def wait_for(client, page, text):
    """Ask for the page as its refresh does, until it shows the text; meanwhile it is busy."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        status, said = client.get(page)
        assert status == 200
        if text in said:
            return said
        assert "This page goes on by itself." in said
    pytest.fail(f"{text} did not come")


def answer(client, page, said, **fields):
    fields["csrfmiddlewaretoken"] = said.split('csrfmiddlewaretoken" value="')[1].split('"')[0]
    body = "".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in fields.items()
    )
    headers = {
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Origin": client.live.origin,
    }
    assert client.request("POST", page, f"{body}--{BOUNDARY}--\r\n", headers)[0] == 302
