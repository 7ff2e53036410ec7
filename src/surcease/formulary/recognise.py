from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from surcease.formulary.amounts import PIECES, repeated, stated
from surcease.formulary.load import treatments
from surcease.formulary.names import Meaning, meanings
from surcease.formulary.reading import Reading, asides, read
from surcease.formulary.spelling import blanked, normal, tidy
from surcease.formulary.treatment import Mention, Treatment
from surcease.formulary.words import words


@lru_cache(maxsize=4096)
def recognise(text: str) -> tuple[Mention, ...]:
    """Return the treatments that a free text names, with the dose it states for each.

    A name counts only when it is certain: spelled as the formulary spells it or with one slip in
    a long word, with a route that the treatment has, and without words beside it that could make
    it something else. Whatever is not certain is kept under its own words, without a key. The
    amount is that of the whole entry: "6 mg x2" is 12 mg.
    """
    tidied = tidy(text)
    if normal(tidied) in {"", *words().nothing}:
        return ()
    return tuple(each for part in _parts(tidied) for each in _mentions(part))


def treatment_named(text: str) -> Treatment | None:
    """Return the treatment that a text names, if it names exactly one and certainly."""
    meaning = meanings().get(normal(text))
    if meaning is not None and meaning.otherwise is not None:
        return treatments()[meaning.otherwise]
    keys = {mention.key for mention in recognise(text)}
    key = keys.pop() if len(keys) == 1 else None
    return treatments()[key] if key else None


def _parts(text: str) -> Iterator[str]:
    """Cut a text where another treatment begins; a "+" within an amount does not cut."""
    start = 0
    if normal(text) in meanings():
        yield text
        return
    whole = blanked(text, asides(text))
    cuts = list(_separator().finditer(whole))
    ends = [*(cut.start() for cut in cuts[1:]), len(text)]
    for cut, end in zip(cuts, ends, strict=False):
        if _begins_another(text[start : cut.start()], text[cut.end() : end], cut["weak"]):
            yield text[start : cut.start()]
            start = cut.end()
    yield text[start:]


@cache
def _separator() -> re.Pattern[str]:
    joining = "|".join(sorted(words().joining))
    return re.compile(
        rf"[+&;|\n]|,(?!\d)|(?<!\w)(?:{joining})(?!\w)|(?P<weak>\s-\s|/(?!\d))", re.IGNORECASE
    )


def _begins_another(before: str, after: str, weak: str | None) -> bool:
    following = read(after)
    if not weak:
        return bool(following.named or following.left)
    return bool(following.named) and not any(
        one.covers(other) or other.covers(one)
        for one in read(before).meanings
        for other in following.meanings
    )


def _mentions(text: str) -> Iterator[Mention]:
    reading = read(text)
    if not reading.tokens or _is_denied(reading):
        return
    if len(reading.meanings) > 1 and not reading.left:
        for segment in _segments(reading):
            yield from _mentions(segment)
    else:
        yield _mention(reading)


def _is_denied(reading: Reading) -> bool:
    return bool(reading.named) and reading.tokens[0].word in words().negations


def _segments(reading: Reading) -> Iterator[str]:
    """Cut between names: before each, or after each where amounts come first ("6 mg Imitrex")."""
    first, *rest = reading.named
    amounts_first = any(each.end <= first.tokens[0].start for each in reading.amounts)
    if amounts_first:
        cuts = [each.tokens[-1].end for each in reading.named[:-1]]
    else:
        cuts = [each.tokens[0].start for each in rest]
    for start, end in zip([0, *cuts], [*cuts, len(reading.text)], strict=True):
        yield reading.text[start:end]


def _mention(reading: Reading) -> Mention:
    treatment = _treatment(reading)
    amount, unit = _amount(reading, treatment)
    routes = reading.routes or frozenset()
    if treatment is not None:
        routes = routes & set(treatment.routes)
    route = "".join(routes) if len(routes) == 1 else ""
    name = treatment.name if treatment else reading.own_words
    return Mention(name, treatment.key if treatment else None, amount, unit, route)


def _amount(reading: Reading, treatment: Treatment | None) -> tuple[float | None, str]:
    if reading.times > 1 and not reading.amounts:
        return reading.times, PIECES
    return repeated(reading.times, *stated(reading.amounts, treatment))


def _treatment(reading: Reading) -> Treatment | None:
    if len(reading.meanings) != 1 or reading.left:
        return None
    (meaning,) = reading.meanings
    key = _form(meaning, reading)
    return treatments()[key] if key else None


def _form(meaning: Meaning, reading: Reading) -> str | None:
    said = reading.routes
    fitting = [key for key in meaning.forms if said is None or said & {*treatments()[key].routes}]
    if not fitting or (said is not None and len(fitting) == 1):
        return fitting[0] if fitting else None
    amount = stated(reading.amounts, treatments()[meaning.otherwise or fitting[0]])
    for strength in meaning.strengths:
        if strength.form in fitting and amount == (strength.amount, strength.unit):
            return strength.form
    return meaning.otherwise
