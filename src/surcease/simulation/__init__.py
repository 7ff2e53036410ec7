"""Diaries whose truth is known. Nothing here is shared with the engine that they are to judge."""

from surcease.simulation.scenario import Scenario
from surcease.simulation.scenarios import SCENARIOS
from surcease.simulation.simulate import Simulated, simulate
from surcease.simulation.truth import TreatmentTruth, Truth
from surcease.simulation.truth_file import truth_path, write_truth

__all__ = [
    "SCENARIOS",
    "Scenario",
    "Simulated",
    "TreatmentTruth",
    "Truth",
    "simulate",
    "truth_path",
    "write_truth",
]
