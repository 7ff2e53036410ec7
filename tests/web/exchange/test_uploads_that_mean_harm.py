"""Over HTTP, as a hostile page or file would: refused, told, and nothing is left of it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from web.uploading import upload

TOML = 'format = "surcease-diary/1"\nzone = "UTC"\n'


def packed(**members):
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


HARMFUL = {
    "a name that leads out": packed(**{"diary.toml": TOML, "../../evil.csv": "x"}),
    "a file far too large": packed(**{"diary.toml": TOML, "attacks.csv": b" " * (65 * 2**20)}),
    "a zip in a zip": packed(**{"inner.zip": packed(**{"diary.toml": TOML})}),
    "no text at all": b"\x81\x8d" * 1000,
    "a row without end": b"Date,Pain\n" + b"," * 6_000_000,
}


@pytest.fixture(scope="module")
def client(live):
    return live.client()


def test_a_harmful_file_is_refused_and_told(client, live):
    for what, data in HARMFUL.items():
        status, headers, _ = upload(client, data)
        assert status == 302, what
        said = client.get(headers["Location"])[1]
        assert 'role="alert"' in said, what
        assert "Add to my diary" not in said, what
    assert client.get("/see/")[0] == 200
    kept = [each for each in (live.data / "uploads").rglob("*") if each.is_file()]
    assert all(each.name.isdecimal() and live.data in each.parents for each in kept)
    assert not list(live.data.parent.rglob("evil*"))
    assert "Traceback" not in live.stderr


def test_an_upload_that_is_too_large_is_refused_at_the_door(client):
    status, _, said = upload(client, b" " * (65 * 2**20))
    assert status == 200
    assert "larger than 64 MiB" in said


def test_another_page_cannot_upload(client):
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Origin": "http://example.org"}
    assert client.request("POST", "/import/", b"--x--", headers)[0] == 403


def test_the_name_of_a_file_is_shown_as_text(client):
    name = "<img src=x onerror=alert(1)>.csv"
    _, headers, _ = upload(client, b"Date,Pain\n2024-03-04 08:00,7\nnonsense,7\n", name)
    said = client.get(headers["Location"])[1]
    assert "<img" not in said
    assert "&lt;img" in said or "Where was this diary kept" in said
