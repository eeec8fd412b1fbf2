"""What a terminal can show."""

import io
from collections.abc import Mapping

import pytest

from ikmctl.render.style import Style, style_of, wants_color


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


COLOR = [
    (_Screen(), "auto", {}, True),
    (_Screen(), "auto", {"NO_COLOR": "1"}, False),
    (_Screen(), "auto", {"NO_COLOR": ""}, True),
    (_Screen(), "auto", {"TERM": "dumb"}, False),
    (_Screen(), "never", {"FORCE_COLOR": "1"}, False),
    (io.StringIO(), "auto", {}, False),
    (io.StringIO(), "auto", {"FORCE_COLOR": "1"}, True),
    (io.StringIO(), "auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    (io.StringIO(), "always", {"NO_COLOR": "1"}, True),
]


@pytest.mark.parametrize(("stream", "when", "environ", "expected"), COLOR)
def test_flag_then_no_color_then_force_then_the_terminal(
    stream: io.StringIO, when: str, environ: Mapping[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert wants_color(stream, when, environ) is expected  # type: ignore[arg-type]  # a word of the flag


def test_an_old_windows_console_gets_no_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert not wants_color(_Screen(), "auto", {})
    assert wants_color(_Screen(), "auto", {"WT_SESSION": "1"})


@pytest.mark.parametrize(
    ("columns", "width"), [("120", 120), ("10", 40), ("", 80), ("x", 80), ("-5", 80), ("٣٠", 80), ("9" * 5000, 80)]
)
def test_the_width_is_that_of_the_variable_or_80(columns: str, width: int) -> None:
    assert style_of(io.StringIO(), "auto", {"COLUMNS": columns}).width == width


def test_a_terminal_without_a_size_is_80_wide() -> None:
    assert style_of(_Screen(), "auto", {}).width == 80


def test_plain_has_no_colour_even_where_colour_is_asked_for() -> None:
    assert style_of(_Screen(), "always", {}, plain=True) == Style(color=False, plain=True)


def test_paint_puts_colour_around_and_nothing_else() -> None:
    assert Style(color=True).paint("error", "x") == "\x1b[31;1mx\x1b[0m"
    assert Style().paint("error", "x") == "x"
