"""Two treatments as a kept result knows them: doses that act for days, and a daily amount."""

from __future__ import annotations

from surcease.web.results.treatments import Treatment

MAGNESIUM = Treatment(
    "0a1b2c3d4e5f", "magnesium_sulfate_iv", "Magnesium sulfate infusion", True, True, True
)
VERAPAMIL = Treatment("5f4e3d2c1b0a", "verapamil", "Verapamil", False, True, False)
