"""Where each parameter stands in the unconstrained vector that every density takes.

The eight of the course and the recording come first, then three for each pulse treatment, then
one for each regimen.
"""

from __future__ import annotations

from surcease.inference.compile import index_kernel

MU, LOG_SIGMA, LOG_KAPPA, LOG_LEAVE, LOG_RETURN, LOG_PHI, LOGIT_M0, LOGIT_M1 = range(8)
NUM_COURSE = 8
NUM_PER_PULSE = 3

COURSE_NAMES = (
    "mu",
    "log_sigma",
    "log_kappa",
    "log_leave",
    "log_return",
    "log_phi",
    "logit_m0",
    "logit_m1",
)


def num_parameters(num_pulses: int, num_regimens: int) -> int:
    return NUM_COURSE + NUM_PER_PULSE * num_pulses + num_regimens


@index_kernel
def pulse_beta(pulse: int) -> int:
    """Index of the log rate ratio of a pulse treatment at full exposure."""
    return NUM_COURSE + NUM_PER_PULSE * pulse


@index_kernel
def pulse_log_half(pulse: int) -> int:
    """Index of log D, D being the days until half of the effect is gone."""
    return pulse_beta(pulse) + 1


@index_kernel
def pulse_log_sharpness(pulse: int) -> int:
    """Index of log k, k being how sharp the fade is."""
    return pulse_beta(pulse) + 2


@index_kernel
def regimen_beta(num_pulses: int, regimen: int) -> int:
    """Index of the log rate ratio of a regimen at its reference amount."""
    return NUM_COURSE + NUM_PER_PULSE * num_pulses + regimen


def beta_columns(num_pulses: int, num_regimens: int) -> list[int]:
    """Return the indices of all treatments' log rate ratios, pulses first, then regimens."""
    pulses = [pulse_beta(each) for each in range(num_pulses)]
    return pulses + [regimen_beta(num_pulses, each) for each in range(num_regimens)]


def parameter_names(pulses: tuple[str, ...], regimens: tuple[str, ...]) -> tuple[str, ...]:
    """Return names in vector order, e.g. `beta[verapamil]`."""
    per_pulse = [
        f"{each}[{name}]" for name in pulses for each in ("beta", "log_half", "log_sharpness")
    ]
    return (*COURSE_NAMES, *per_pulse, *(f"beta[{name}]" for name in regimens))
