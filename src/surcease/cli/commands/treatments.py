from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, RenderableType
    from rich.table import Table

    from surcease.formulary import Fact, Treatment

type Row = tuple[str, ...]

CLOSING = "A record of published facts with their sources, not advice."
ASSUMED = "How long each acts is where an analysis starts; the diary then corrects it."
TAGS = (
    "V: read in an abstract or label; V2: in a secondary source; C: computed or assumed from "
    "others; M: unverified."
)
PIPE_WIDTH = 1000


def command(
    name: Annotated[
        list[str] | None,
        typer.Argument(help="Key, brand or any other name of one treatment."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print surcease.treatments/1, all facts included.")
    ] = False,
) -> None:
    """List the treatments that Surcease knows, or show one with its facts and their sources."""
    from surcease.cli.one_treatment import one_treatment
    from surcease.formulary import treatments

    chosen = (
        [one_treatment(" ".join(name))] if name else sorted(treatments().values(), key=_by_role)
    )
    if as_json:
        print(_json(chosen))
    elif name:
        _show(_one(chosen[0]))
    else:
        _show(_all(chosen))


def _by_role(treatment: Treatment) -> tuple[int, str]:
    from surcease.formulary import Role

    return list(Role).index(treatment.role), treatment.key


def _json(chosen: Iterable[Treatment]) -> str:
    import json
    from dataclasses import asdict

    from surcease.formulary import ALWAYS, sources

    def written(value: date) -> str | None:
        return None if value == ALWAYS else value.isoformat()

    used = sorted({key for each in chosen for key in _source_keys(each)})
    content = {
        "schema": "surcease.treatments/1",
        "treatments": [asdict(each) for each in chosen],
        "sources": {key: asdict(sources()[key]) for key in used},
    }
    return json.dumps(content, default=written)


def _show(parts: Iterable[str | Grid]) -> None:
    """Print for the terminal's width; in a pipe one line a row, however long."""
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    with console.capture() as capture:
        for part in parts:
            console.print(part if isinstance(part, str) else part.fitting(console))
    print("\n".join(line.rstrip() for line in capture.get().splitlines()))


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under columns, or one below the other where the terminal is too narrow."""

    columns: Row
    rows: Sequence[Row]

    def fitting(self, console: Console) -> RenderableType:
        from rich.measure import Measurement

        table = self._table()
        unlimited = console.options.update(max_width=PIPE_WIDTH)
        needed = Measurement.get(console, unlimited, table).maximum
        return table if needed <= console.width else self._stacked()

    def _table(self) -> Table:
        from rich.table import Table

        table = Table(*self.columns, box=None, pad_edge=False, padding=(0, 3, 0, 0))
        for row in self.rows:
            table.add_row(*row)
        return table

    def _stacked(self) -> RenderableType:
        from rich.console import Group
        from rich.padding import Padding
        from rich.text import Text

        entries: list[RenderableType] = []
        for first, *rest in self.rows:
            beneath = " \N{MIDDLE DOT} ".join(filter(None, rest))
            entries += [
                Text(first, style="bold"),
                Padding(Text(beneath, overflow="fold"), (0, 0, 0, 2)),
            ]
        return Group(*entries)


def _all(chosen: Iterable[Treatment]) -> Iterator[str | Grid]:
    columns = ("key", "name", "role", "route", "usual amount", "acts")
    yield Grid(columns, [_row(each) for each in chosen])
    yield f"\n{ASSUMED}\n{CLOSING}"


def _row(treatment: Treatment) -> Row:
    from surcease.formulary.wording import acts_in_words, usual_in_words

    return (
        treatment.key,
        treatment.name,
        ", ".join(treatment.roles),
        ", ".join(treatment.routes),
        usual_in_words(treatment, date.max),
        acts_in_words(treatment, date.max),
    )


def _one(treatment: Treatment) -> Iterator[str | Grid]:
    yield from _about(treatment)
    for title, grid in {
        "Facts": Grid(("fact", "value", "source", "from", "note"), list(_facts(treatment))),
        "Cautions": Grid(("caution", "source"), list(_cautions(treatment))),
        "Status for cluster headache": Grid(
            ("place", "status", "source", "from", "note"), list(_statuses(treatment))
        ),
        "Codes": Grid(("code", "system", "checked", "note"), list(_codes(treatment))),
        "Sources": Grid(("source", "year", "where"), list(_sources(treatment))),
    }.items():
        if grid.rows:
            yield f"\n{title}"
            yield grid
    yield f"\n{TAGS}\n{CLOSING}"


def _about(treatment: Treatment) -> Iterator[str]:
    from surcease.formulary.names import forms_of

    key, name, roles, routes, usual, acts = _row(treatment)
    yield f"{name} ({key})"
    yield f"Also called: {', '.join(treatment.aliases)}"
    for label, value in {
        "Role": roles,
        "Route": routes,
        "Forms": ", ".join(forms_of(treatment)),
        "Usual amount": usual,
        "Acts": acts,
    }.items():
        if value:
            yield f"{label}: {value}"


def _facts(treatment: Treatment) -> Iterator[Row]:
    from surcease.formulary.wording import fact_in_words

    for name, dated in treatment.facts.items():
        for fact in dated:
            words = fact_in_words(fact)
            yield name.replace("_", " "), words, _origin(fact), _day(fact.from_on), fact.note


def _cautions(treatment: Treatment) -> Iterator[Row]:
    for caution in treatment.cautions:
        yield str(caution.value), _origin(caution)


def _statuses(treatment: Treatment) -> Iterator[Row]:
    for each in treatment.statuses:
        yield each.place, each.status, f"{each.source} ({each.tag})", _day(each.from_on), each.note


def _codes(treatment: Treatment) -> Iterator[Row]:
    for each in treatment.codes:
        yield each.code, each.system, "yes" if each.verified else "no", each.note


def _sources(treatment: Treatment) -> Iterator[Row]:
    from surcease.formulary import sources

    for key in _source_keys(treatment):
        source = sources()[key]
        where = "\n".join(filter(None, (*source.addresses, source.note)))
        yield key, str(source.year or ""), where


def _source_keys(treatment: Treatment) -> list[str]:
    facts = [fact for dated in treatment.facts.values() for fact in dated]
    keys = [key for fact in (*facts, *treatment.cautions) for key in (fact.source, *fact.also)]
    return sorted({*keys, *(each.source for each in treatment.statuses)})


def _origin(fact: Fact) -> str:
    return f"{', '.join((fact.source, *fact.also))} ({fact.tag})"


def _day(day: date | None) -> str:
    from surcease.formulary import ALWAYS

    return "" if day in (None, ALWAYS) else str(day)
