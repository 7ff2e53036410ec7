from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final

from surcease.language import code
from surcease.language import gettext as _
from surcease.reports.extra import report_extra
from surcease.reports.pdf.blocks import Block, Picture, Printed
from surcease.reports.pdf.printable import printable, printable_text

with report_extra():
    import typst

STANDARD: Final = "ua-1"
"""PDF/UA-1: tagged, so that it can be read aloud."""

LANGUAGE_AND_REGION = re.compile(
    r"([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?![^-])", re.IGNORECASE
)
UNDETERMINED = "und"


def typeset(report: Printed) -> bytes:
    """Lay out a report as a tagged PDF; the same report gives the same bytes on every machine.

    Texts reach the template as data and are never read as markup. Only the package's own fonts are
    used, and nothing is fetched. A letter that they lack is shown as a box.
    """
    pdf = _compiler(report).compile(
        format="pdf",
        pdf_standards=STANDARD,
        timestamp=datetime.combine(report.as_of, time(), UTC),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one document, not a list of pages")
    return pdf


def page_pictures(report: Printed, ppi: float) -> list[bytes]:
    """Draw the pages of a report as PNG."""
    pages = _compiler(report).compile(format="png", ppi=ppi)
    return [pages] if isinstance(pages, bytes) else list(pages or ())


def _compiler(report: Printed) -> typst.Compiler:
    return typst.Compiler(
        _template(),
        sys_inputs={"report": json.dumps(_plain(report))},
        font_paths=_fonts(),
        ignore_system_fonts=True,
    )


def _plain(report: Printed) -> dict[str, Any]:
    language, region = _language(code())
    return asdict(_printable(report)) | {
        "as_of": [report.as_of.year, report.as_of.month, report.as_of.day],
        "page": printable_text(_("Page {page} of {pages}")),
        "language": language,
        "region": region,
    }


def _language(tag: str) -> tuple[str, str | None]:
    """Return the language and the region of a tag (BCP 47) as Typst takes them.

    It takes codes of two or three letters, and of two; any other language is "und".
    """
    found = LANGUAGE_AND_REGION.match(tag)
    return (found[1].lower(), found[2] and found[2].upper()) if found else (UNDETERMINED, None)


def _printable(report: Printed) -> Printed:
    """Reduce every text to letters that the fonts have; drawings were made of such."""
    return replace(
        report,
        lead=tuple(map(_block, report.lead)),
        sections=tuple(
            replace(
                each, heading=printable_text(each.heading), blocks=tuple(map(_block, each.blocks))
            )
            for each in report.sections
        ),
        title=printable_text(report.title),
        foot=printable_text(report.foot),
    )


def _block(block: Block) -> Block:
    return block if isinstance(block, Picture) else printable(block)


def _template() -> bytes:
    return files("surcease.reports.pdf").joinpath("templates/report.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    with as_file(files("surcease.reports.pdf") / "fonts") as folder:
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
        )
