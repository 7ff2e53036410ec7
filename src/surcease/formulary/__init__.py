from surcease.formulary.errors import FormularyError
from surcease.formulary.load import default_fact, treatments
from surcease.formulary.parse import sources
from surcease.formulary.recognise import recognise, treatment_named
from surcease.formulary.treatment import (
    ALWAYS,
    Action,
    Code,
    Fact,
    Mention,
    Role,
    Source,
    Status,
    Treatment,
)
from surcease.formulary.ucum import ucum
from surcease.formulary.units import convert

__all__ = [
    "ALWAYS",
    "Action",
    "Code",
    "Fact",
    "FormularyError",
    "Mention",
    "Role",
    "Source",
    "Status",
    "Treatment",
    "convert",
    "default_fact",
    "recognise",
    "sources",
    "treatment_named",
    "treatments",
    "ucum",
]
