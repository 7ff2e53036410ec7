"""What the benchmark ran on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("surcease", "numba", "numpy", "scipy", "nutpie", "jax", "jaxlib", "numpyro")


def machine() -> str:
    """Return versions, machine, and how busy it is with other things."""
    versions = ", ".join(f"{name} {version_of(name)}" for name in PACKAGES)
    return (
        f"Python {platform.python_version()}, {versions}.\n"
        f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; "
        f"load average {os.getloadavg()[0]:.1f} when it began."
    )


def version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def processor() -> str:
    """Return the model of the processor, where Linux tells it; elsewhere what the platform says."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unnamed processor"
