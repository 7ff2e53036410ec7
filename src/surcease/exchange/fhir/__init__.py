from surcease.exchange.fhir.export import Exported, FhirOptions, LeftOut, export_fhir
from surcease.exchange.fhir.parts import Part

__all__ = ["Exported", "FhirOptions", "LeftOut", "Part", "export_fhir"]
