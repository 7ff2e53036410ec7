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
from surcease.inference.problem import NUM_STATES, Floats, Ints
from surcease.inference.registers import dot
from surcease.inference.vector_math import exp_in_place


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


class Scores(NamedTuple):
    """What the score of a count with mean r, over phi, is made of: functions of r alone.

    Attributes
    ----------
    share : float
        r / (1 + r).
    softened : float
        log(1 + r).
    quiet : float
        (1 + r)^-phi, the likelihood of no attack.
    """

    share: float
    softened: float
    quiet: float


@kernel
def emission_slopes(
    counts: Ints, length: Floats, grid: MeanGrid, recording: Recording, posterior: Floats
) -> Slopes:
    """Return the gradient given the posterior of every slot's state, (num_slots, num_states)."""
    phi = recording.phi
    shares, quiets = tabulate_scores(grid, phi)
    scores = aligned((3, NUM_STATES))
    by_x = np.empty(counts.size)
    by_log_phi, by_logit_m0, by_logit_m1 = 0.0, 0.0, 0.0
    whole_day = remission_scores(1.0, phi)
    for slot in range(counts.size):
        look_up(shares, 0, grid.places, slot, scores, 0)
        look_up(grid.softened, 0, grid.places, slot, scores, 1)
        calm = whole_day if length[slot] == 1.0 else remission_scores(length[slot], phi)
        if counts[slot] >= 0:
            by_x[slot], by_phi = known_slopes(counts[slot], posterior, slot, scores, calm, phi)
        else:
            look_up(quiets, 0, grid.places, slot, scores, 2)
            by_x[slot], by_phi, by_m0, by_m1 = unknown_slopes(
                posterior, slot, scores, calm, recording
            )
            by_logit_m0 += by_m0
            by_logit_m1 += by_m1
        by_log_phi += by_phi
    return Slopes(by_x, by_log_phi, by_logit_m0, by_logit_m1)


@kernel
def tabulate_scores(grid: MeanGrid, phi: float) -> tuple[Floats, Floats]:
    """Return r / (1 + r) and (1 + r)^-phi at the grid's points, each a mean r over phi."""
    share, quiet = grid.points - grid.softened, -phi * grid.softened
    exp_in_place(share.ravel())
    exp_in_place(quiet.ravel())
    return share, quiet


@kernel
def remission_scores(length: float, phi: float) -> Scores:
    ratio = BACKGROUND * length / phi
    softened = np.log1p(ratio)
    return Scores(ratio / (1.0 + ratio), softened, np.exp(-phi * softened))


@kernel
def known_slopes(
    count: int, posterior: Floats, slot: int, scores: Floats, calm: Scores, phi: float
) -> tuple[float, float]:
    """Return a known slot's gradient with respect to (x, log phi), summed over its states.

    `scores` are those of the levels. What stands there for remission is taken out again: to write
    `calm` in its place would keep the vector that it is part of waiting.
    """
    size, in_remission = count + phi, posterior[slot, 0]
    share = dot(posterior, slot, scores, 0) - in_remission * scores[0, 0]
    softened = dot(posterior, slot, scores, 1) - in_remission * (scores[1, 0] - calm.softened)
    by_x = count * (1.0 - in_remission) - size * share
    return by_x, size * (share + in_remission * calm.share) - phi * softened


@summing_kernel
def unknown_slopes(
    posterior: Floats, slot: int, scores: Floats, calm: Scores, recording: Recording
) -> tuple[float, float, float, float]:
    """Return an unknown day's gradient with respect to (x, log phi, logit m0, logit m1).

    `scores` are those of the levels; `calm` are written in front of them.
    """
    phi, m0, m1 = recording
    share, softened, quiet = scores[0], scores[1], scores[2]
    share[0], softened[0], quiet[0] = calm
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
