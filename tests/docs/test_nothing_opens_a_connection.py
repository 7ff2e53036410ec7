"""The README says that no code opens a connection."""

import ast

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


def imported(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_no_module_imports_anything_that_connects(root):
    found = {
        str(path.relative_to(root)): names
        for path in sorted((root / "src").rglob("*.py"))
        if (names := NETWORK.intersection(imported(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_an_import_that_connects_is_found():
    assert NETWORK.intersection(imported("def f():\n    from urllib.request import urlopen\n"))
