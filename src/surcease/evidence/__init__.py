from surcease.evidence.results import Result, results

__all__ = ["Result", "results"]
