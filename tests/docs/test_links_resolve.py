"""Every relative link of every page leads to a file, and to a heading of it."""

import re
from urllib.parse import urlsplit

import pytest

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def pages(root):
    own = [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("examples/*.md")]
    return {path: CODE.sub("", path.read_text(encoding="utf-8")) for path in sorted(own)}


def anchors(text):
    """Name headings as GitHub does: lower case, spaces as hyphens, other signs left out."""
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(text))
    return {heading.replace(" ", "-") for heading in plain}


def broken_links(path, text):
    for link in LINK.findall(text):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = path.parent / parts.path if parts.path else path
        if not target.exists() or not has_heading(target, parts.fragment):
            yield link


def has_heading(target, name):
    return not name or name in anchors(target.read_text(encoding="utf-8"))


def test_every_relative_link_resolves(root):
    broken = {
        str(path.relative_to(root)): found
        for path, text in pages(root).items()
        if (found := list(broken_links(path, text)))
    }
    assert broken == {}


@pytest.mark.parametrize("link", ["nowhere.md", "README.md#no-such-heading", "#no-such-heading"])
def test_a_broken_link_is_found(link, root):
    assert list(broken_links(root / "README.md", f"[text]({link})")) == [link]


def test_every_page_can_be_reached_from_the_readme(root):
    texts = pages(root)
    reached, waiting = set(), [root / "README.md"]
    while waiting:
        page = waiting.pop()
        if page.is_dir():
            page = page / "README.md"
        if page in reached or page not in texts:
            continue
        reached.add(page)
        links = [urlsplit(link) for link in LINK.findall(texts[page])]
        waiting += [(page.parent / each.path).resolve() for each in links if not each.scheme]
    assert [str(page.relative_to(root)) for page in texts if page not in reached] == []
