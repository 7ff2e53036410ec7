"""A file as a browser sends it from the page of imports."""

from __future__ import annotations

from web.live import Client

BOUNDARY = "----boundary"


def upload(client: Client, data: bytes, name: str = "diary.zip") -> tuple[int, dict, str]:
    token = client.get("/import/")[1].split('csrfmiddlewaretoken" value="')[1].split('"')[0]
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
        f"{token}\r\n",
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n",
    ]
    body = b"".join([*map(str.encode, parts), data, f"\r\n--{BOUNDARY}--\r\n".encode()])
    headers = {
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Origin": client.live.origin,
    }
    return client.request("POST", "/import/", body, headers)
