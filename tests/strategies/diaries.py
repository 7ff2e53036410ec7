"""Any diary that can be: hostile text, every zone trouble, rows repeated and out of order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from surcease.diary import (
    Attack,
    Condition,
    DayCount,
    Diary,
    DiaryError,
    Dose,
    Ecg,
    Extra,
    Journey,
    Kind,
    Lab,
    Medicine,
    Moment,
    Person,
    Regimen,
    Sex,
    Side,
    Span,
    Symptom,
)
from surcease.diary.folder.tables import TABLES
from surcease.diary.folder.toml import write_value

ZONES = (
    "America/New_York",
    "America/Sao_Paulo",
    "Africa/Monrovia",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Etc/GMT+12",
    "Europe/Amsterdam",
    "Europe/Copenhagen",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "UTC",
)
HOSTILE_TEXTS = (
    "",
    " ",
    " both sides padded ",
    '"',
    '"quoted", and a comma',
    "two\nlines",
    "carriage\rreturn",
    "both\r\n",
    ";;",
    "a;b",
    "\\",
    "\\;",
    "back\\slash;\\",
    "=HYPERLINK(A1)",
    "@SUM(1+1)*cmd",
    "+1",
    "-1",
    "'",
    "\ufeffmark",
    "\u2028",
    "\x85",
    "\x1c",
    "\x7f",
    "NULL",
    "nan",
    "1,5",
    "Kopfweh, föhnig, 頭痛, 🤕👩🏽‍⚕️",
    "\u202eright to left",
)
_KNOWN = frozenset().union(*(table.known for table in TABLES))

zones = st.sampled_from(ZONES)
texts = st.sampled_from(HOSTILE_TEXTS) | st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), max_size=12
)
names = texts.filter(str.strip)
days = st.dates(date(1900, 1, 2), date(2199, 12, 30))
intensities = st.none() | st.integers(0, 10) | st.floats(0, 10)
amounts = st.integers(0, 1000) | st.floats(0, 1e300)
numbers = st.integers(-1000, 1000) | st.floats(allow_nan=False, allow_infinity=False)
extras = st.dictionaries(names.filter(lambda name: name.strip() not in _KNOWN), texts, max_size=2)
toml_values = st.recursive(
    st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec="utf-8"), max_size=6)
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.datetimes(timezones=st.just(UTC)),
    lambda values: st.lists(values, max_size=2) | st.dictionaries(texts, values, max_size=2),
    max_leaves=4,
)
_TROUBLED_TIMES = (
    "1930-01-01T00:00:10",  # Amsterdam: 19 minutes and 32 seconds east
    "1971-06-01T23:59:59",  # Monrovia: 44 minutes and 30 seconds west
    "2011-12-30T12:00",  # Apia: a date that never was
    "2018-11-04T00:30",  # Sao Paulo: skipped
    "2024-02-29T23:30",
    "2024-03-31T02:30",  # Copenhagen: skipped
    "2024-10-27T02:30",  # Copenhagen: twice
    "2024-11-03T01:30",  # New York: twice
)
wall_times = st.sampled_from(_TROUBLED_TIMES).map(datetime.fromisoformat) | st.datetimes(
    datetime.fromisoformat("1900-01-03"), datetime.fromisoformat("2199-12-29")
)
_offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@st.composite
def moments(draw: st.DrawFn, home: str) -> Moment:
    """Make a time at home or elsewhere, with an offset or not, as ISO 8601 or in other words."""
    zone = draw(st.just(home) | zones)
    wall = draw(wall_times)
    offset = draw(st.none() | _offsets)
    blank = draw(st.sampled_from(["", " ", "\n"]))
    moment = Moment.parse(wall.replace(tzinfo=offset).isoformat() + blank, zone)
    words = draw(st.just("") | texts)
    return Moment(moment.at, moment.zone, moment.offset_min, words or moment.text)


@st.composite
def ends(draw: st.DrawFn, start: Moment) -> Moment | None:
    """Make the end of an attack: elapsed time later, as a wall clock or an offset shows it."""
    if draw(st.booleans()):
        return None
    end = Moment.of(start.at + timedelta(minutes=draw(st.integers(0, 400))), start.zone)
    wall = end.at.astimezone(start.local.tzinfo).replace(tzinfo=None).isoformat()
    try:
        written = Moment.parse(wall, start.zone, start.at)
    except DiaryError:
        return end
    return draw(st.sampled_from([end, written])) if written.at >= start.at else end


def spans(extra: st.SearchStrategy[Extra]) -> st.SearchStrategy[Span]:
    return st.builds(lambda two, more: Span(min(two), max(two), more), st.tuples(days, days), extra)


@st.composite
def attacks(draw: st.DrawFn, home: str) -> Attack:
    start = draw(moments(home))
    return Attack(
        start,
        draw(ends(start)),
        draw(intensities),
        draw(st.sampled_from(Kind)),
        draw(st.none() | st.sampled_from(Side)),
        tuple(draw(st.lists(texts, max_size=3))),
        draw(texts),
        tuple(draw(extras).items()),
    )


@st.composite
def doses(draw: st.DrawFn, home: str) -> Dose:
    return Dose(
        draw(moments(home)),
        draw(names),
        draw(st.none() | amounts),
        *draw(st.tuples(texts, texts, texts)),
        *draw(st.tuples(intensities, intensities, intensities)),
        draw(texts),
        tuple(draw(extras).items()),
        *draw(st.tuples(st.none() | amounts, st.none() | amounts)),
    )


@st.composite
def regimens(draw: st.DrawFn) -> Regimen:
    first, last = sorted(draw(st.tuples(days, days)))
    to_on = draw(st.sampled_from([None, last]))
    extra = tuple(draw(extras).items())
    return Regimen(draw(names), draw(amounts), draw(texts), first, to_on, draw(texts), extra)


day_counts = st.builds(
    DayCount, days, st.none() | st.integers(0, 60), extras.map(lambda each: tuple(each.items()))
)


@st.composite
def labs(draw: st.DrawFn, home: str) -> Lab:
    extra = tuple(draw(extras).items())
    return Lab(draw(moments(home)), draw(names), draw(numbers), draw(texts), draw(texts), extra)


periods = st.tuples(st.none() | days, st.none() | days).map(
    lambda ends: ends if None in ends else tuple(sorted(ends))
)


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    extra = tuple(draw(extras).items())
    return Condition(draw(names), draw(st.booleans()), *draw(periods), draw(texts), extra)


@st.composite
def medicines(draw: st.DrawFn) -> Medicine:
    return Medicine(draw(names), *draw(periods), draw(texts), tuple(draw(extras).items()))


@st.composite
def ecgs(draw: st.DrawFn) -> Ecg:
    measured = draw(st.tuples(st.none() | amounts, st.none() | amounts))
    findings = tuple(draw(st.lists(texts, max_size=2)))
    return Ecg(draw(days), *measured, findings, draw(texts), tuple(draw(extras).items()))


@st.composite
def symptoms(draw: st.DrawFn, home: str) -> Symptom:
    return Symptom(draw(moments(home)), draw(names), draw(texts), tuple(draw(extras).items()))


@st.composite
def persons(draw: st.DrawFn) -> Person:
    return Person(
        draw(st.none() | st.integers(1900, 2199)),
        draw(st.none() | st.sampled_from(Sex)),
        draw(st.sampled_from(["", "US", "dk"])),
        draw(toml_extras(("birth_year", "sex", "country"))),
    )


def toml_extras(known: tuple[str, ...]) -> st.SearchStrategy[Extra]:
    keys = st.text(st.characters(codec="utf-8"), max_size=6).filter(lambda key: key not in known)
    return st.dictionaries(keys, toml_values.map(write_value), max_size=2).map(
        lambda each: tuple(each.items())
    )


@st.composite
def diaries(draw: st.DrawFn) -> Diary:
    home = draw(zones)
    some = {"max_size": 3}
    spans_between = spans(toml_extras(("from", "to", "zone")))
    return Diary(
        zone=home,
        coverage=tuple(draw(st.lists(spans_between, **some))),
        journeys=tuple(draw(st.lists(st.builds(Journey, spans_between, zones), **some))),
        attacks=tuple(draw(st.lists(attacks(home), **some))),
        doses=tuple(draw(st.lists(doses(home), **some))),
        regimens=tuple(draw(st.lists(regimens(), **some))),
        days=tuple(draw(st.lists(day_counts, **some))),
        labs=tuple(draw(st.lists(labs(home), **some))),
        extra=draw(toml_extras(("format", "zone", "coverage", "journeys", "person"))),
        conditions=tuple(draw(st.lists(conditions(), **some))),
        medicines=tuple(draw(st.lists(medicines(), **some))),
        ecgs=tuple(draw(st.lists(ecgs(), **some))),
        symptoms=tuple(draw(st.lists(symptoms(home), **some))),
        person=draw(st.none() | persons()),
    )
