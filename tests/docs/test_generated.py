"""What is generated from the commands is what they say today."""

from pathlib import Path

import pytest

from ikmctl.cli.help import FOLDER
from ikmctl.render.messages import LANGUAGES
from tests.docs.generate import PAGES, help_files, page


def test_the_ready_help_is_what_the_commands_take_today() -> None:
    expected = help_files()
    stale = [path.name for path, text in expected.items() if path.read_text(encoding="utf-8") != text]
    assert not stale, "run: python -m tests.docs.generate"
    assert sorted(Path(FOLDER).rglob("*.txt")) == sorted(expected)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_command_reference_is_what_help_says_today(lang: str) -> None:
    assert PAGES[lang].read_text(encoding="utf-8") == page(lang), "run: python -m tests.docs.generate"


def test_no_help_line_is_wider_than_a_terminal() -> None:
    for path, text in help_files().items():
        assert max(map(len, text.splitlines())) <= 80, path
