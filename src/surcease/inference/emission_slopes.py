"""How the likelihood of what was written down changes with its parameters.

Fisher's identity: the gradient of the log likelihood is the posterior expectation of the
complete-data score. The score of a count is made of two functions of its mean, which are looked up
as the likelihoods are.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel, summing_kernel
from surcease.inference.course_chain import aligned
from surcease.inference.emission import BACKGROUND, MeanGrid, Recording
from surcease.inference.lookup import look_up
from surcease.inference.problem import Floats, Ints
from surcease.inference.registers import NUM_STATES, dot
from surcease.inference.vector_math import exp_in_place, log1p_in_place


class Slopes(NamedTuple):
    """Gradient of the log likelihood, but for what is the same in every state.

    Attributes
    ----------
    by_x : (num_slots,)
        With respect to each slot's log rate.
    by_log_phi, by_logit_m0, by_logit_m1 : float
    """

    by_x: Floats
    by_log_phi: float
    by_logit_m0: float
    by_logit_m1: float


@kernel
def emission_slopes(
    counts: Ints, length: Floats, grid: MeanGrid, recording: Recording, posterior: Floats
) -> Slopes:
    """Return the gradient given the posterior of every slot's state, (num_slots, num_states)."""
    phi = recording.phi
    shares, softened, quiets = tabulate_scores(grid.points, phi)
    rows = aligned((3, NUM_STATES))
    share, soft, quiet = rows[0], rows[1], rows[2]
    by_x = np.empty(counts.size)
    by_log_phi, by_logit_m0, by_logit_m1 = 0.0, 0.0, 0.0
    background = remission_scores(1.0, phi)
    for slot in range(counts.size):
        look_up(shares, 0, grid.places, slot, rows, 0)
        look_up(softened, 0, grid.places, slot, rows, 1)
        if length[slot] == 1.0:
            share[0], soft[0], quiet_in_remission = background
        else:
            share[0], soft[0], quiet_in_remission = remission_scores(length[slot], phi)
        if counts[slot] >= 0:
            by_x[slot], by_phi = known_slopes(counts[slot], posterior, slot, rows, phi)
        else:
            look_up(quiets, 0, grid.places, slot, rows, 2)
            quiet[0] = quiet_in_remission
            by_x[slot], by_phi, by_m0, by_m1 = unknown_slopes(
                posterior, slot, share, soft, quiet, recording
            )
            by_logit_m0 += by_m0
            by_logit_m1 += by_m1
        by_log_phi += by_phi
    return Slopes(by_x, by_log_phi, by_logit_m0, by_logit_m1)


@kernel
def tabulate_scores(log_ratio: Floats, phi: float) -> tuple[Floats, Floats, Floats]:
    """Return r / (1 + r), log(1 + r) and (1 + r)^-phi for each mean r, over phi."""
    share, softened = log_ratio.copy(), log_ratio.copy()
    exp_in_place(softened.ravel())
    log1p_in_place(softened.ravel())
    share -= softened
    exp_in_place(share.ravel())
    quiet = -phi * softened
    exp_in_place(quiet.ravel())
    return share, softened, quiet


@kernel
def remission_scores(length: float, phi: float) -> tuple[float, float, float]:
    """Return the three functions of `tabulate_scores` at the background rate."""
    ratio = BACKGROUND * length / phi
    softened = np.log1p(ratio)
    return ratio / (1.0 + ratio), softened, np.exp(-phi * softened)


@kernel
def known_slopes(
    count: int, posterior: Floats, slot: int, scores: Floats, phi: float
) -> tuple[float, float]:
    """Return a known slot's gradient with respect to (x, log phi), summed over its states.

    `scores` has those of `tabulate_scores` in its rows.
    """
    size, in_remission = count + phi, posterior[slot, 0]
    pulled = size * dot(posterior, slot, scores, 0)
    by_x = count * (1.0 - in_remission) - (pulled - size * in_remission * scores[0, 0])
    return by_x, pulled - phi * dot(posterior, slot, scores, 1)


@summing_kernel
def unknown_slopes(
    posterior: Floats,
    slot: int,
    share: Floats,
    softened: Floats,
    quiet: Floats,
    recording: Recording,
) -> tuple[float, float, float, float]:
    """Return an unknown day's gradient with respect to (x, log phi, logit m0, logit m1)."""
    phi, m0, m1 = recording
    by_x, by_log_phi, quiet_share, busy_share = 0.0, 0.0, 0.0, 0.0
    for state in range(NUM_STATES):
        likely = posterior[slot, state] / (m1 + (m0 - m1) * quiet[state])
        quiet_share += likely * quiet[state]
        busy_share += likely * (1.0 - quiet[state])
        by_quiet = phi * likely * (m0 - m1) * quiet[state]
        by_log_phi += by_quiet * (share[state] - softened[state])
        if state > 0:
            by_x -= by_quiet * share[state]
    return by_x, by_log_phi, quiet_share * m0 * (1.0 - m0), busy_share * m1 * (1.0 - m1)
