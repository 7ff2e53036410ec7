"""What axe-core finds wrong on a page for people who cannot see it well, or cannot use a mouse."""

from __future__ import annotations

from functools import cache

from needs import npm_package

_RUN = """async () => {
  const rules = {"target-size": {enabled: true}};
  const found = await axe.run(document, {resultTypes: ["violations"], rules});
  return found.violations.map(
    (rule) => `${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 3).map((node) => node.html)}`
  );
}"""


def violations(page) -> list[str]:
    """Return what axe-core finds, a line for each rule that is broken."""
    page.evaluate(_source())
    return page.evaluate(_RUN)


@cache
def _source() -> str:
    return (npm_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
