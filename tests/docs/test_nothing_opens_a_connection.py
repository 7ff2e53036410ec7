"""The README says that no code opens a connection to another machine."""

import ast

import pytest

from surcease.web.serve import Address, local_origin

NETWORK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}

HARMLESS = {"urllib.parse"}  # takes addresses apart and follows none

ON_THIS_MACHINE = {
    "src/surcease/web/access/alive.py": {"urllib"},  # asks its own port whether it answers
    "src/surcease/web/serve.py": {"webbrowser"},  # opens the app where it listens
}


def imported(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        else:
            continue
        yield from (name.partition(".")[0] for name in names if name not in HARMLESS)


def test_no_module_imports_anything_that_connects(root):
    found = {
        str(path.relative_to(root)): names
        for path in sorted((root / "src").rglob("*.py"))
        if (names := NETWORK.intersection(imported(path.read_text(encoding="utf-8"))))
    }
    assert found == ON_THIS_MACHINE


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "192.168.1.5", "diary.example.org"])  # noqa: S104
def test_the_app_asks_only_its_own_machine_whether_it_answers(host):
    assert local_origin(Address(host, 8377)) == "http://127.0.0.1:8377"


def test_an_import_that_connects_is_found():
    assert NETWORK.intersection(imported("def f():\n    from urllib.request import urlopen\n"))
