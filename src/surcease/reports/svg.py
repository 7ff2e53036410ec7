from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from surcease.reports.charts.figure import Figure
from surcease.reports.charts.theme import VEGA_LITE
from surcease.reports.extra import report_extra

with report_extra():
    import vl_convert

NAMESPACE = "http://www.w3.org/2000/svg"

UNUSED = ("class", "role", "pointer-events")
"""The drawing is one image with a text of its own; what Vega says of its parts is noise."""

CLIP = re.compile(r"url\(#(\w+)\)")

ET.register_namespace("", NAMESPACE)


def svg(figure: Figure) -> str:
    """Draw a figure as SVG that stands alone or inside a page, without fetching anything.

    It is one image (role "img") named by its title and description. The same figure gives the
    same bytes: the converter numbers its clip paths on and on, so they are numbered anew.
    """
    drawn = vl_convert.vegalite_to_svg(figure.spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    root = ET.fromstring(drawn)  # noqa: S314 - the converter's own output
    for element in root.iter():
        _strip(element)
    _rename_clips(root, figure.name)
    _name(root, figure)
    return ET.tostring(root, encoding="unicode")


def _strip(element: ET.Element) -> None:
    for attribute in list(element.attrib):
        if attribute in UNUSED or attribute.startswith("aria-"):
            del element.attrib[attribute]


def _rename_clips(root: ET.Element, prefix: str) -> None:
    clips = [element for element in root.iter() if element.tag == f"{{{NAMESPACE}}}clipPath"]
    names = {clip.attrib["id"]: f"{prefix}-clip-{n}" for n, clip in enumerate(clips)}
    for clip in clips:
        clip.attrib["id"] = names[clip.attrib["id"]]
    for element in root.iter():
        if used := CLIP.fullmatch(element.get("clip-path", "")):
            element.attrib["clip-path"] = f"url(#{names[used[1]]})"


def _name(root: ET.Element, figure: Figure) -> None:
    texts = {"title": figure.title, "desc": figure.description}
    for place, (tag, text) in enumerate(texts.items()):
        element = ET.Element(f"{{{NAMESPACE}}}{tag}", {"id": f"{figure.name}-{tag}"})
        element.text = text
        root.insert(place, element)
    root.attrib["role"] = "img"
    root.attrib["aria-labelledby"] = f"{figure.name}-title {figure.name}-desc"
