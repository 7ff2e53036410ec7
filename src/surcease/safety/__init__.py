from surcease.safety.check import SafetyCheck, check, rules_by_key
from surcease.safety.finding import Finding, Need, Severity

__all__ = ["Finding", "Need", "SafetyCheck", "Severity", "check", "rules_by_key"]
