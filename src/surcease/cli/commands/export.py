from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from surcease.diary import DiaryError

if TYPE_CHECKING:
    from surcease.exchange.fhir import Exported, LeftOut, Part

EVERYTHING = "everything"
BUNDLE_STARTS = b'{\n "resourceType": "Bundle"'
WORDS = {
    "notes": "notes",
    "ideation": "entries that speak of not wanting to live",
    "person": "facts about the person",
    "columns": "columns of its own, and times as they were entered",
}


def command(
    path: Annotated[Path, typer.Argument(help="A diary: our folder or .zip.", metavar="DIARY")],
    fhir: Annotated[
        Path, typer.Option("--fhir", help="The JSON file to write: a Bundle of FHIR R4.")
    ],
    *,
    transaction: Annotated[
        bool,
        typer.Option("--transaction", help="For a FHIR server: put each resource at its own id."),
    ] = False,
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            help="What leaves only on request: notes, ideation, person (birth year, sex, country), "
            "columns (your own, and times as you entered them), or everything.",
        ),
    ] = None,
    patient: Annotated[
        str | None,
        typer.Option(
            help="How the receiver knows the patient: SYSTEM|VALUE. Ids then stay the same when "
            "the diary grows."
        ),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="A PDF to go with it, such as the report.")
    ] = None,
) -> None:
    """Write a diary for a hospital's system. Nothing that names a person is in it unless asked for.

    What stayed is said, with how to ask for it. `surcease import` reads such a file again.
    """
    from datetime import UTC, datetime

    from surcease.cli.reading import read_diaries
    from surcease.exchange.fhir import FhirOptions, export_fhir

    _check_place(fhir)
    options = FhirOptions(
        transaction=transaction,
        asked=_parts(also or ()),
        patient=_identifier(patient),
        pdf=_pdf(report),
    )
    (imported,) = read_diaries([path], None)
    exported = export_fhir(imported.diary, options, datetime.now(UTC))
    _write(exported, fhir)
    for line in _summary(exported, fhir):
        print(line)


def _check_place(file: Path) -> None:
    """Refuse to replace anything but a Bundle: the wrong file name must not cost a diary."""
    from surcease.diary.folder.disk import using

    with using(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_dir():
        raise DiaryError(f"{file} is a folder; --fhir takes the name of a file")
    if file.is_file():
        with using(file), file.open("rb") as opened:
            start = opened.read(len(BUNDLE_STARTS))
        if start not in (b"", BUNDLE_STARTS):
            raise DiaryError(f"{file} is there already and is no Bundle; choose another name")


def _parts(names: Iterable[str]) -> frozenset[Part]:
    from surcease.exchange.fhir import Part

    known = [*Part, EVERYTHING]
    asked = [each.strip() for name in names for each in name.split(",")]
    for each in asked:
        if each not in known:
            raise DiaryError(f"--with: none of {', '.join(known)}")
    return frozenset(Part) if EVERYTHING in asked else frozenset(map(Part, asked))


def _identifier(text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    system, sign, value = text.partition("|")
    if not (sign and ":" in system and value.strip()):
        raise DiaryError("--patient: not of the form https://clinic.example/patients|12345")
    return system.strip(), value.strip()


def _pdf(path: Path | None) -> bytes | None:
    from surcease.diary.folder.contents import check_size
    from surcease.diary.folder.disk import using

    if path is None:
        return None
    with using(path):
        check_size(path.name, path.stat().st_size)
        data = path.read_bytes()
    if not data.startswith(b"%PDF-"):
        raise DiaryError(f"{path} is not a PDF")
    return data


def _write(exported: Exported, file: Path) -> None:
    import json

    from surcease.diary.folder.disk import using

    text = json.dumps(exported.bundle, ensure_ascii=False, indent=1)
    with using(file):
        file.write_text(f"{text}\n", encoding="utf-8")


def _summary(exported: Exported, file: Path) -> Iterator[str]:
    from collections import Counter

    kinds = Counter(each["resource"]["resourceType"] for each in exported.bundle["entry"])
    yield f"{sum(kinds.values()):,} resources are in {file}:"
    yield from (f"  {count:,} {kind}" for kind, count in kinds.items())
    if exported.left_out:
        yield "What stays in the diary:"
        yield from _stays(exported.left_out)


def _stays(left_out: Iterable[LeftOut]) -> Iterator[str]:
    from collections import Counter

    asked: Counter[str] = Counter()
    for each in left_out:
        if each.part is None:
            yield f"  {each.count:,} {each.path}, for which nothing that leaves has a place"
        else:
            asked[each.part] += each.count
    for part, count in asked.items():
        yield f"  {count:,} of {WORDS[part]}; --with {part} lets them leave"
