from surcease.acute.analyze import AcuteAnalysis, analyze_acute

__all__ = ["AcuteAnalysis", "analyze_acute"]
