"""docs/reference/command-line.md says what --help says."""

import pytest
from typer.main import get_command

from surcease.cli.app import app


@pytest.fixture(scope="module")
def command_line_docs(tool):
    return tool("command-line-docs")


def test_the_page_is_what_the_program_says_of_itself(command_line_docs):
    page = command_line_docs["PAGE"].read_text(encoding="utf-8")
    assert page == command_line_docs["with_help"](page)


def test_every_command_and_argument_has_help(command_line_docs):
    command_line_docs["help_of_all_commands"]()
    for name, command in get_command(app).commands.items():
        assert command.help, name
        assert [each.name for each in command.params if not each.help] == [], name
