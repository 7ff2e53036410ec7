"""No letter of a page stands outside the tags from which translations are made."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

from strategies.made_up_language import collected

ROOT = Path(__file__).resolve().parents[3]
WEB = ROOT / "src" / "surcease" / "web"
TEMPLATES = sorted(path for path in WEB.rglob("templates/**/*") if path.is_file())
SCRIPTS = sorted(path for path in WEB.rglob("static/**/*.js") if "vendor" not in path.parts)
SPOKEN = {"aria-label", "aria-description", "title", "alt", "placeholder"}
NAMES = {"Surcease", "kg"}
WORD = re.compile(r"[^\W\d_]{2,}")
SHOWN_BY_SCRIPT = re.compile(
    r"""(?:textContent|innerText|placeholder|title|ariaLabel)\s*=\s*["'`][^"'`$]*[A-Za-z]{2}"""
)


def markup(source):
    """Return a template with its tags taken out and what is translated with them."""
    kept, inside = [], False
    for token in Lexer(source).tokenize():
        tag = token.contents.split()[0] if token.token_type is TokenType.BLOCK else ""
        if tag in ("blocktranslate", "comment"):
            inside = True
        elif tag in ("endblocktranslate", "endcomment"):
            inside = False
        elif token.token_type is TokenType.TEXT and not inside:
            kept.append(token.contents)
    return "".join(kept)


class Texts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.code = 0

    def handle_starttag(self, tag, attributes):
        self.code += tag in ("code", "style", "script")
        self.found += [text for name, text in attributes if name in SPOKEN and text]

    def handle_endtag(self, tag):
        self.code -= tag in ("code", "style", "script")

    def handle_data(self, data):
        if not self.code:
            self.found.append(data)


def untranslated(source):
    reader = Texts()
    reader.feed(markup(source))
    return {word for text in reader.found for word in WORD.findall(text)} - NAMES


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_text_of_its_own(path):
    assert untranslated(path.read_text("utf-8")) == set()


def test_a_text_of_its_own_would_be_found():
    assert untranslated('<p>Help {% translate "now" %}</p>') == {"Help"}
    assert untranslated('<b aria-label="Help">{{ now }}</b>') == {"Help"}
    assert (
        untranslated("{% blocktranslate %}Help{% endblocktranslate %}<code>serve</code>") == set()
    )


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_takes_its_texts_from_the_page(path):
    assert SHOWN_BY_SCRIPT.findall(path.read_text("utf-8")) == []


def test_all_texts_are_collected_for_a_translation():
    pot = collected()
    for text in ("Help now", "Bring in a diary", "%(n)s dose", "Skip, I want to log"):
        assert f'"{text}"' in pot
