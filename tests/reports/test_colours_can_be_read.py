import re
from importlib.resources import files

import pytest

CSS = files("surcease.reports.html").joinpath("style.css").read_text(encoding="utf-8")
THEMES = [
    dict(re.findall(r"--(\w+): (#\w{6});", root))
    for root in re.findall(r":root {(.*?)}", CSS, re.S)
]


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_there_is_a_light_a_dark_and_a_print_theme():
    assert len(THEMES) == 3


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark", "print"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "accent"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_text_meets_wcag_aa(theme, ink, ground):
    assert contrast(theme[ink], theme[ground]) >= 4.5


def test_black_on_white_has_the_known_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
