"""A made-up diary that has something in every place: each kind of entry, every field filled."""

from datetime import date

from surcease.diary import (
    Attack,
    Condition,
    DayCount,
    Diary,
    Dose,
    Ecg,
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

ZONE = "America/New_York"


def at(text, zone=ZONE):
    return Moment.parse(text, zone)


ATTACK = Attack(
    started_at=at("2024-03-09T02:10"),
    ended_at=at("2024-03-09T02:55"),
    intensity=8,
    side=Side.LEFT,
    symptoms=("tearing", "stuffy nose"),
    notes="woke me up",
    extra=(("weather", "storm"),),
)
SHADOW = Attack(at("2024-03-10T15:00"), None, 2.5, Kind.SHADOW)
INJECTION = Dose(
    at("2024-03-09T02:15"), "sumatriptan_sc", 6, "mg", "subcutaneous", "thigh", 8, 3, 0, "fast"
)
OXYGEN = Dose(at("2024-03-10T15:05"), "O2", 12, "L/min", "inhaled", duration_min=15)
INFUSION = Dose(
    at("2024-03-11T10:00"),
    "magnesium_sulfate_iv",
    1,
    "g{MgSO4}",
    "intravenous",
    duration_min=10,
    volume_ml=10,
)
SESSION = tuple(
    Dose(at("2024-03-12T14:00"), "Botox", 25, "U", "intramuscular", site)
    for site in ("left forehead", "right forehead", "left temple", "right temple")
)
STIMULATION = Dose(at("2024-03-13T03:00"), "gammaCore", 3, "{stimulation}", site="neck")
OWN_REMEDY = Dose(at("2024-03-13T04:00"), "cold shower", route="on the head")

WHOLE = Diary(
    zone=ZONE,
    coverage=(Span(date(2024, 3, 8), date(2024, 3, 14), (("by", '"phone"'),)),),
    journeys=(Journey(Span(date(2024, 3, 14), date(2024, 3, 14)), "Europe/Copenhagen"),),
    attacks=(ATTACK, SHADOW, ATTACK),
    doses=(INJECTION, OXYGEN, INFUSION, *SESSION, STIMULATION, OWN_REMEDY),
    regimens=(
        Regimen("verapamil", 240, "mg", date(2024, 1, 1), date(2024, 2, 1), "slow pulse"),
        Regimen("verapamil", 120, "mg", date(2024, 2, 2)),
    ),
    days=(
        DayCount(date(2024, 3, 5), 3),
        DayCount(date(2024, 3, 6), 0),
        DayCount(date(2024, 3, 9), 0),
        DayCount(date(2024, 3, 13), None),
    ),
    labs=(Lab(at("2024-03-01T08:00"), "magnesium", 2.1, "mg/dL", "serum total"),),
    conditions=(
        Condition("asthma", from_on=date(2010, 1, 1), notes="mild"),
        Condition("heart disease", present=False),
        Condition("pneumonia", from_on=date(2023, 1, 1), to_on=date(2023, 2, 1)),
    ),
    medicines=(
        Medicine("salbutamol", date(2010, 1, 1), None, "as needed"),
        Medicine("propranolol", date(2020, 1, 1), date(2021, 1, 1)),
    ),
    ecgs=(Ecg(date(2024, 2, 1), 62, 188, ("sinus rhythm",), "before the increase"),),
    symptoms=(Symptom(at("2024-03-11T10:05"), "flushing", "during the infusion"),),
    person=Person(1970, Sex.MALE, "US"),
    extra=(("simulated", "true"),),
)
