"""From the tables of a data file to the formulary's records, refusing whatever breaks the form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache

from surcease.formulary.errors import FormularyError
from surcease.formulary.packaged import Table, packaged
from surcease.formulary.treatment import (
    ALWAYS,
    UNVERIFIED,
    Action,
    Code,
    Fact,
    Role,
    Scope,
    Source,
    Status,
    Treatment,
)
from surcease.formulary.ucum import is_unit

TAGS = frozenset({"V", "V2", "R", "C", "M"})
READ_TAGS = frozenset({"V", "V2", "R"})


@cache
def sources() -> Mapping[str, Source]:
    """Return every source by its key."""
    return {
        key: Source(key, tuple(row["at"]), row.get("year"), row.get("note", ""))
        for key, row in packaged("sources.toml").items()
    }


def parsed_treatment(key: str, table: Table) -> Treatment:
    file = f"{key}.toml"
    _check_keys(
        file,
        table,
        {"name", "aliases", "roles", "routes", "units", "action", "facts"},
        {"statuses", "codes", "cautions", "shorthand"},
    )
    _check_choices(file, Role, table["roles"])
    _check_choices(file, Action, [table["action"]])
    return Treatment(
        key=key,
        name=table["name"],
        aliases=tuple(table["aliases"]),
        roles=tuple(Role(role) for role in table["roles"]),
        routes=tuple(table["routes"]),
        units=tuple(_checked_unit(file, unit) for unit in table["units"]),
        action=Action(table["action"]),
        facts={name: parsed_facts(f"{file}, {name}", row) for name, row in table["facts"].items()},
        statuses=tuple(_status(f"{file}, statuses", row) for row in table.get("statuses", [])),
        codes=tuple(_code(f"{file}, codes", row) for row in table.get("codes", [])),
        cautions=tuple(parsed_fact(f"{file}, cautions", row) for row in table.get("cautions", [])),
        shorthand=table.get("shorthand", {}),
    )


def parsed_facts(where: str, rows: Table | list[Table]) -> tuple[Fact, ...]:
    """Read one fact, or its values over time, which must stand oldest first."""
    facts = tuple(parsed_fact(where, row) for row in (rows if isinstance(rows, list) else [rows]))
    dates = [fact.from_on for fact in facts]
    if dates != sorted(set(dates)):
        raise FormularyError(f"{where}: values must stand oldest first, each from its own date")
    return facts


def parsed_fact(where: str, row: Table) -> Fact:
    _check_keys(where, row, {"value", "source", "tag", "from"}, {"unit", "high", "also", "note"})
    value, unit, high = row["value"], row.get("unit", ""), row.get("high")
    if isinstance(value, str) == bool(unit):
        raise FormularyError(f"{where}: a number needs a unit, words have none")
    if high is not None and not value < high:
        raise FormularyError(f"{where}: high must be above value")
    also = tuple(row.get("also", ()))
    _check_origin(where, row["tag"], (row["source"], *also))
    return Fact(
        value=value,
        unit=unit and _checked_unit(where, unit),
        source=row["source"],
        tag=row["tag"],
        from_on=_from_on(where, row["from"]),
        note=row.get("note", ""),
        high=high,
        also=also,
    )


def _status(where: str, row: Table) -> Status:
    _check_keys(where, row, {"place", "status", "source", "tag"}, {"from", "note"})
    _check_origin(where, row["tag"], (row["source"],))
    from_on = _from_on(where, row["from"]) if "from" in row else None
    note = row.get("note", "")
    return Status(row["place"], row["status"], row["source"], row["tag"], from_on, note)


def _code(where: str, row: Table) -> Code:
    _check_keys(where, row, {"system", "code", "verified"}, {"note", "scope"})
    scope = row.get("scope", Scope.SAME)
    _check_choices(where, Scope, [scope])
    return Code(row["system"], row["code"], row["verified"], row.get("note", ""), Scope(scope))


def _check_keys(where: str, row: Table, required: set[str], optional: set[str]) -> None:
    if missing := required - row.keys():
        raise FormularyError(f"{where}: lacks {', '.join(sorted(missing))}")
    if unknown := row.keys() - required - optional:
        raise FormularyError(f"{where}: does not know {', '.join(sorted(unknown))}")


def _check_origin(where: str, tag: str, keys: tuple[str, ...]) -> None:
    if tag not in TAGS:
        raise FormularyError(f"{where}: tag {tag!r} is none of {', '.join(sorted(TAGS))}")
    if unknown := [key for key in keys if key not in sources()]:
        raise FormularyError(f"{where}: source {unknown[0]!r} is not in sources.toml")
    if (tag in READ_TAGS and UNVERIFIED in keys) or (tag == "M" and keys != (UNVERIFIED,)):
        raise FormularyError(f"{where}: tag {tag} does not go with the source")


def _check_choices(where: str, kind: type[StrEnum], values: list[str]) -> None:
    known = [each.value for each in kind]
    if not values or any(value not in known for value in values):
        raise FormularyError(f"{where}: {kind.__name__.lower()} must be one of {', '.join(known)}")


def _checked_unit(where: str, unit: str) -> str:
    if not is_unit(unit):
        raise FormularyError(f"{where}: {unit!r} is not a unit that _units.toml knows")
    return unit


def _from_on(where: str, value: date | str) -> date:
    if value == "always":
        return ALWAYS
    if type(value) is not date:
        raise FormularyError(f'{where}: from must be a date or "always"')
    return value
