import re

import pytest
from django.templatetags.static import static

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/nowhere/", "/enter/x", "/backup/", "offline/icon.svg"])
def test_every_answer_says_what_a_page_may_do(admitted, path):
    answer = admitted.get(path if path.startswith("/") else static(path))
    answer.close()
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers.get("Access-Control-Allow-Origin") is None


def test_pages_stay_out_of_the_cache_on_the_disk_and_static_files_stay_in(admitted):
    assert admitted.get("/").headers["Cache-Control"] == "no-store"
    icon = admitted.get(static("offline/icon.svg"))
    icon.close()
    assert "max-age" in icon.headers["Cache-Control"]


def test_no_form_puts_what_was_entered_into_an_address(root):
    """Addresses are kept in histories and logs; a form without a method would be a GET."""
    for template in (root / "src/surcease/web").rglob("*.html"):
        for form in re.findall(r"<form\b[^>]*>", template.read_text()):
            assert re.search(r'method="(post|dialog)"', form), (template.name, form)


def test_no_template_has_a_script_a_style_or_an_address_of_its_own(root):
    for template in (root / "src/surcease/web").rglob("*.html"):
        text = template.read_text()
        for forbidden in (" style=", "<style", " onclick=", "javascript:"):
            assert forbidden not in text, (template.name, forbidden)
        assert not re.search(r"<(?!a\b)[^>]*https?://", text), template.name
