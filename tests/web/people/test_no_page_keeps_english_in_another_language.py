"""In a made-up language no English is left on a page of the app, whoever wrote the text."""

import re
from zoneinfo import available_timezones

import pytest
from django.utils import timezone
from django.utils.translation import _trans

from strategies.made_up_language import WORD, spoken, words_in
from strategies.schedules import told
from surcease.formulary.packaged import packaged
from surcease.reports.html.schedule import schedule_part
from surcease.web.record.action import Action, Do
from surcease.web.record.actions import record
from surcease.web.record.uuid7 import uuid7
from surcease.web.results import keeping
from surcease.web.results.treatments import KEPT_AS, as_text
from surcease.web.see.pages import WORKS
from web.see.treatments import MAGNESIUM

pytestmark = pytest.mark.django_db

PAGES = (
    *("/", "/settings/", "/welcome/", "/more/", "/help-now/", "/backup/"),
    *("/import/", "/export/", "/report/pdf/"),
    *("/see/", "/see/works/", "/see/history/", "/see/safety/", "/see/acute/"),
)
LETTER_OUTSIDE_PLACES = re.compile(r"(%\(\w+\)s|%s|\{\w+\}|<[^>]*>)|[^\W\d_]")
FOR_THE_PROGRAM = (
    r"<i data-(?:units-of=|text=.ideation.)[^>]*>.*?</i>|<(?:script|style)\b.*?</(?:script|style)>"
)
NOT_TEXT = re.compile(rf"{FOR_THE_PROGRAM}|<[^>]*>|&#?\w+;|\{{\w+\}}", re.DOTALL)
PRODUCTS = {name for names in packaged("_toxins.toml").values() for name in names}
SPOKEN = re.compile(r'(?:aria-label|aria-description|title|alt|placeholder)="([^"]*)"')
ZONES = {word for zone in available_timezones() for word in WORD.findall(zone)}


@pytest.fixture
def made_up(monkeypatch):
    """Both catalogues of the app: Django's for the pages, and that of what is below them."""
    monkeypatch.setattr(_trans, "gettext", translated)
    monkeypatch.setattr(_trans, "pgettext", lambda _context, text: translated(text))
    monkeypatch.setattr(_trans, "ngettext", counted)
    monkeypatch.setattr(_trans, "npgettext", lambda _context, *forms: counted(*forms))
    with spoken():
        yield


def translated(text):
    return LETTER_OUTSIDE_PLACES.sub(lambda each: each[1] or "ж", str(text))


def counted(one, many, number):
    return translated(one if number == 1 else many)


def put(kind, **cells):
    now = timezone.now()
    record([Action(uuid7(), uuid7(), kind, Do.PUT, now, cells)])


def write_a_diary():
    """Write entries of which rules have something to say."""
    now = timezone.now().isoformat()
    put("attacks", started_at=now, intensity="7", side="left")
    put("doses", given_at=now, treatment="magnesium_sulfate_iv", amount="2", unit="g")
    put("doses", given_at=now, treatment="sumatriptan_sc", amount="12", unit="mg")
    put("regimens", treatment="verapamil", amount_per_day="240", unit="mg", from_on="2026-01-01")
    put("usuals", treatment="sumatriptan_sc", amount="6", unit="mg", role="acute")


def english_on(page):
    return words_in(" ".join((NOT_TEXT.sub(" ", page), *SPOKEN.findall(page)))) - ZONES - PRODUCTS


def keep_how_often():
    """Keep what is said of how often a treatment is given, as its page shows it."""
    result = keeping.begin("", keeping.newest_revision())
    parts = {
        WORKS.part: "",
        MAGNESIUM.how_often_part: schedule_part(told(), MAGNESIUM.how_often_part).html,
        KEPT_AS: as_text([MAGNESIUM]),
    }
    keeping.keep(result, parts, {})
    keeping.finish(result)


def test_no_english_is_left_on_the_page_of_how_often(user, made_up):
    write_a_diary()
    keep_how_often()
    answer = user.get(f"/see/works/{MAGNESIUM.ref}/how-often/")
    assert answer.status_code == 200
    assert 'class="report' in answer.text
    assert english_on(answer.text) == set()


@pytest.mark.parametrize("address", PAGES)
def test_no_english_is_left_on_a_page(user, made_up, address):
    write_a_diary()
    answer = user.get(address)
    assert answer.status_code == 200
    assert english_on(answer.text) == set()


def test_the_log_page_notes_what_a_rule_says_of_a_dose(user):
    write_a_diary()
    said = {"limit", "units", "Which", "amount", "mine"}
    assert said & english_on(user.get("/").text)


def test_english_would_be_found(user):
    assert {"Settings", "Treatment"} <= english_on(user.get("/settings/").text)
