"""Shares, minutes and ratios of acute treatments, as tables and sentences show them."""

from __future__ import annotations

from surcease.acute.comparison import Compared
from surcease.acute.share import Share
from surcease.acute.time_to_end import Minutes, TimeToEnd
from surcease.language import gettext as _
from surcease.reports import words
from surcease.reports.word_table import Cell

NOT_KNOWN = "-"


def ratio_in_words(compared: Compared) -> str:
    if compared.ratio is None or compared.low is None or compared.high is None:
        return _("cannot tell: no attacks alike")
    ratio, low, high = (words.ratio(each) for each in (compared.ratio, compared.low, compared.high))
    return f"{ratio} ({words.span(low, high)})"


def share_cell(share: Share | None) -> Cell:
    if share is None:
        return (NOT_KNOWN,)
    return (words.out_of(share.yes, share.of), likely_share(share))


def likely_share(share: Share) -> str:
    low, median, high = (round(100 * each) for each in (share.low, share.median, share.high))
    if low == high:
        return words.percent(share.median)
    span = words.span(str(low), f"{high}%")
    return f"{median}% ({span})"


def minutes_cell(times: TimeToEnd | None) -> Cell:
    if times is None or times.minutes.median is None:
        return (NOT_KNOWN,)
    return (f"{times.minutes.median:.0f}", _range(times.minutes))


def on_one_line(times: TimeToEnd | None) -> str:
    return " ".join(minutes_cell(times))


def _range(minutes: Minutes) -> str:
    low = "0" if minutes.low is None else f"{minutes.low:.0f}"
    if minutes.high is None:
        return _("({low} or more)").format(low=low)
    return f"({words.span(low, f'{minutes.high:.0f}')})"
