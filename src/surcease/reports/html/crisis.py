from surcease.safety.crisis import CrisisLine, crisis_lines

__all__ = ["CrisisLine", "crisis_lines"]
