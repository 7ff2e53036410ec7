"""In a made-up language no English is left in what a printed report says, whoever it is for."""

import re
from dataclasses import asdict, replace
from datetime import date
from gettext import NullTranslations

import pytest
from tests.reports.printed_pages import read_pdf

import surcease
from strategies.analyses import published_case, without_days
from strategies.doctor_diary import for_a_doctor
from strategies.entries import HOME, attack, moment
from strategies.made_up_language import CODE, not_collected, spoken, words_in
from strategies.printed import case_of, case_with
from surcease.analysis.result import (
    Answers,
    Estimate,
    Forecast,
    OutcomeEffect,
    SeverityEffect,
    Verdict,
)
from surcease.diary import Diary, Dose, Ecg, Lab, Note, Symptom
from surcease.evidence.results import results
from surcease.formulary import Role, sources, treatments
from surcease.language import speak
from surcease.reports.choices import Part, Private, Reader, ReportChoices
from surcease.reports.evidence_report import study_in_words
from surcease.reports.names import known_names
from surcease.reports.pdf.content import content
from surcease.reports.pdf.doctor import COMMAND, MOST_ACUTE, doctor_report
from surcease.reports.pdf.insurer import insurer_report
from surcease.reports.pdf.typeset import typeset

REPORTS = {Reader.DOCTOR: doctor_report, Reader.INSURER: insurer_report}
TAGS = re.compile(r"<[^>]*>")
DIGEST = re.compile(r"\b(?:[0-9a-f]{12}|[0-9a-f]{64})\b")
AFTER = date(2030, 1, 1)
ACUTE = [each.key for each in treatments().values() if each.role is Role.ACUTE][: MOST_ACUTE + 2]
DOSES_OF_ANY_KIND = (
    {"amount": 1, "unit": "g{MgSO4}"},
    {"amount": 2, "unit": "g{MgSO4}"},
    {"amount": 3, "unit": "g{MgSO4}"},
    {"amount": 4, "unit": "g{MgSO4}"},
    {},
)


def everything(case):
    """Add an entry of every other kind, and doses that are written down in every way."""
    diary, analysis = case
    on = moment("2022-03-03T08:00")
    given = [
        Dose(moment(f"2022-03-{nth + 1:02}T08:00"), "magnesium_sulfate_iv", **each)
        for nth, each in enumerate(DOSES_OF_ANY_KIND)
    ]
    more = replace(
        diary,
        attacks=(
            *diary.attacks,
            attack("2022-03-03T20:00", notes="zzz"),
            attack("2022-03-04T20:00"),
        ),
        doses=(*diary.doses, *given, Dose(on, "zzz"), Dose(on, "zzz"), Dose(on, "Rescue drops")),
        labs=(*diary.labs, Lab(on, "zzz", 1, "mmol/L")),
        ecgs=(Ecg(on.on, notes="zzz"),),
        symptoms=(Symptom(on, "suicidal thoughts"),),
        notes=(Note(on, "zzz"),),
    )
    return more, with_more_to_say(analysis)


def with_more_to_say(analysis):
    """Add attacks that remain, and a treatment that cannot be told from another."""
    first, *others = analysis.treatments
    on, number = analysis.days.to_on, Estimate(20, 8, 40)
    change = Estimate(-1.2, -1.9, -0.7)
    milder = OutcomeEffect(Verdict.STRONG, (), 572, 300, change, change, 0.93)
    unknown = OutcomeEffect(Verdict.CANNOT_TELL, (), 0)
    severity = {"magnesium_sulfate_iv": SeverityEffect(milder, unknown)}
    told = replace(others[0], verdict=Verdict.CANNOT_TELL, because=("moves_with:Verapamil",))
    return replace(
        analysis,
        treatments=(first, told, *others[1:]),
        answers=Answers(Forecast(on, on, number, {}), severity=severity),
    )


def many_acute_treatments():
    """Return a diary that has more of them than a table for the doctor holds."""
    attacks = tuple(attack(f"2022-01-{nth + 1:02}T08:00") for nth in range(len(ACUTE)))
    doses = tuple(Dose(each.started_at, key) for each, key in zip(attacks, ACUTE, strict=True))
    return Diary(HOME, attacks=attacks, doses=doses), published_case(200)


CHOSEN = (
    ReportChoices(),
    ReportChoices(put_in=frozenset(Private), leave_out=frozenset(Part)),
    ReportChoices(from_on=date(2022, 2, 1), without_treatments=frozenset({"verapamil"})),
    ReportChoices(from_on=AFTER),
)
MADE = {
    "doctor's diary": lambda: ((for_a_doctor(), published_case()), CHOSEN[:1]),
    "everything": lambda: (everything(case_of(200)), CHOSEN),
    "many treatments": lambda: (case_with([f"zzz {n}" for n in range(14)]), CHOSEN[:1]),
    "many acute treatments": lambda: (many_acute_treatments(), CHOSEN[:1]),
    "no entries": lambda: ((Diary(HOME), without_days()), CHOSEN[:1]),
}


@pytest.fixture(scope="module")
def example(root):
    diary = surcease.read(root / "examples" / "published-case")
    return diary, surcease.analyze(diary)


def report(reader, case, chosen=CHOSEN[0]):
    return REPORTS[reader](content(*case, chosen), None)


def texts_in(value):
    """Return what is read in a report; of a drawing what stands in it too."""
    match value:
        case dict():
            return [
                text
                for name, each in value.items()
                for text in texts_in(each)
                if name not in {"kind", "paper", "key"}
            ]
        case list() | tuple():
            return [text for each in value for text in texts_in(each)]
        case str():
            return [DIGEST.sub(" ", TAGS.sub(" ", value))]
        case _:
            return []


def of_no_language(case):
    """Return what a report quotes: words of the patient, names of studies, keys and addresses."""
    diary, analysis = case
    lanes = analysis.details.lanes if analysis.details else ()
    quoted = {each.name for each in (*analysis.treatments, *lanes)} - known_names()
    quoted |= {text for each in diary.labs for text in (each.test, each.assay, each.unit)}
    quoted |= {each.reason_stopped for each in diary.regimens} | {each.site for each in diary.doses}
    for key, source in sources().items():
        quoted |= {key, source.note, *(each.partition("://")[2] for each in source.addresses)}
    for each in results().values():
        quoted |= {study_in_words(each), study_in_words(replace(each, study=each.trial))}
    return quoted | {"suicidal thoughts", "Rescue drops", "zzz", COMMAND, "SHA-256"}


def english_in(printed, case):
    quoted = sorted(filter(None, of_no_language(case)), key=len, reverse=True)
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, quoted))})(?!\w)")
    return {word for text in texts_in(asdict(printed)) for word in words_in(known.sub(" ", text))}


@pytest.mark.parametrize("reader", Reader)
def test_no_english_is_left_in_a_report_of_the_published_case(example, reader):
    with spoken():
        assert english_in(report(reader, example), example) == set()


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("name", MADE)
def test_no_english_is_left_in_whatever_else_there_is_to_say(name, reader):
    case, chosen = MADE[name]()
    with spoken():
        for each in chosen:
            assert english_in(report(reader, case, each), case) == set()


def test_english_would_be_found():
    case = case_of(200)
    found = english_in(report(Reader.INSURER, case), case)
    assert {"Treatment", "Magnesium", "Apr", "attacks", "preventive"} <= found


def test_all_of_it_is_collected_for_a_translation(example):
    with spoken() as catalogue:
        for reader in Reader:
            typeset(report(reader, example))
            for make in MADE.values():
                case, chosen = make()
                for each in chosen:
                    report(reader, case, each)
    assert not_collected(catalogue.asked) == set()


def test_the_printed_pages_are_numbered_in_the_readers_language():
    with spoken():
        pages = read_pdf(typeset(report(Reader.DOCTOR, case_of(200))))
    assert "жжжж 1 жж 2" in pages.text


@pytest.mark.parametrize(
    ("spoken_as", "language"),
    [("en", "en"), ("pt-br", "pt-BR"), ("zh-Hant-TW", "zh-TW"), ("es-419", "es"), (CODE, "und")],
)
def test_a_pdf_says_its_language(spoken_as, language):
    before = speak(NullTranslations(), spoken_as)
    try:
        pdf = typeset(report(Reader.DOCTOR, (Diary(HOME), without_days())))
    finally:
        speak(*before)
    assert read_pdf(pdf).root["/Lang"] == language
