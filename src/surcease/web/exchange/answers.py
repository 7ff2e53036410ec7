"""What the user answered on the page of an import, as the choices of the importers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from surcease.diary import DiaryError, Regimen, Span, zone_named
from surcease.diary.folder.cells import NUMBER
from surcease.exchange import Choices, DateOrder, Field, RowsAre, TableMapping
from surcease.web.people.writing import decimal_point

_MOST_ANSWERS = 500


def choices_from(answers: QueryDict, before: Choices) -> Choices:
    """Read the answers; what was not asked stays as it was. DiaryError says what cannot be read."""
    told = replace(
        before,
        zone=_zone(answers) or before.zone,
        date_order=_date_order(answers.get("date_order", "")) or before.date_order,
    )
    if "date_order" in answers:
        return told  # that question has a page of its own
    return replace(
        told,
        coverage=_coverage(answers),
        taken_daily=tuple(_taken_daily(answers)),
        count_types=tuple(answers.getlist("count_type")),
        treatments=_treatments(answers),
        tables=tuple(_tables(answers)),
    )


def _zone(answers: QueryDict) -> str:
    zone = answers.get("zone", "").strip()
    return zone_named(zone).key if zone else ""


def _date_order(text: str) -> DateOrder | None:
    return DateOrder(text) if text in list(DateOrder) else None


def _coverage(answers: QueryDict) -> tuple[Span, ...]:
    if answers.get("wrote_all") != "yes":
        return ()
    return (Span(_day(answers.get("from", "")), _day(answers.get("to", ""))),)


def _taken_daily(answers: QueryDict) -> Iterator[Regimen]:
    for group in _groups(answers, "daily"):
        if group.get("taken") == "yes":
            yield Regimen(
                treatment=group.get("treatment", ""),
                amount_per_day=NUMBER.read(decimal_point(group.get("amount", "").strip())),
                unit=group.get("unit", "").strip(),
                from_on=_day(group.get("from", "")),
                to_on=_day(group["to"]) if group.get("to") else None,
            )


def _treatments(answers: QueryDict) -> dict[str, str]:
    groups = _groups(answers, "name")
    return {group["written"]: group["means"] for group in groups if group.get("means")}


def _tables(answers: QueryDict) -> Iterator[TableMapping]:
    for group in _groups(answers, "table"):
        columns = {each: group.get(f"column-{each}", "") for each in Field}
        yield TableMapping(
            table=group.get("name", ""),
            rows=_one_of(RowsAre, group.get("rows", "")),
            header_line=_line(group.get("header_line", "1")),
            columns={each: name for each, name in columns.items() if name},
            date_order=_date_order(group.get("date_order", "")),
            intensity_scale=group.get("scale", "0-10").strip(),
            duration_unit=group.get("duration", "min"),
        )


def _groups(answers: QueryDict, name: str) -> Iterator[Mapping[str, str]]:
    """Yield the answers called `name-1-...`, `name-2-...` as long as there are any."""
    for number in range(1, _MOST_ANSWERS):
        start = f"{name}-{number}-"
        group = {
            key.removeprefix(start): str(answers[key]) for key in answers if key.startswith(start)
        }
        if not group:
            return
        yield group


def _one_of(choices: type[RowsAre], text: str) -> RowsAre:
    return choices(text) if text in list(choices) else choices.NOT_READ


def _line(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise DiaryError(_("A date is missing or is no date.")) from error
