"""Foreign text on its way to a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikmctl.render.safe import columns, cut, markdown, pad, safe

HOSTILE = {
    "\x1b[2J": "\\x1b[2J",
    "a\tb\nc\rd": "a\\tb\\nc\\rd",
    "\x9b31m": "\\x9b31m",
    "P017\u202e710P": "P017\\u202e710P",
    "\u2066x\u2069": "\\u2066x\\u2069",
    "a\u200bb": "a\\u200bb",
    "\x00\x7f": "\\x00\\x7f",
    "\U000e0041": "\\U000e0041",
    "\ud800": "\\ud800",
    "[/] [bold]Siti[/bold]": "[/] [bold]Siti[/bold]",
    "Nur'aini Ñandú 王": "Nur'aini Ñandú 王",
}


@pytest.mark.parametrize(("text", "shown"), HOSTILE.items())
def test_hostile_text_becomes_visible(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text())
def test_nothing_unseen_survives_and_good_text_is_untouched(text: str) -> None:
    shown = safe(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for char in shown)
    assert safe(shown) == shown
    assert len(shown) >= len(text)


def test_width_counts_wide_letters_twice_and_marks_not_at_all() -> None:
    assert columns("abc") == 3
    assert columns("王子") == 4
    assert columns("e\u0301") == 1


def test_cutting_never_passes_the_width() -> None:
    assert cut("Furnitur", 8) == "Furnitur"
    assert cut("Perbengkelan Sepeda Motor", 12) == "Perbengke..."
    assert cut("王子王子王子", 7) == "王子..."
    assert cut("Perbengkelan", 4, end="") == "Perb"


def test_padding_fills_to_columns() -> None:
    assert pad("王", 4) == "王  "
    assert pad("7", 3, right=True) == "  7"
    assert pad("long", 2) == "long"


def test_markdown_and_html_in_a_cell_lose_their_power() -> None:
    assert markdown("a|b <b>x</b> *y* `z` [l](u)") == "a\\|b &lt;b>x&lt;/b> \\*y\\* \\`z\\` \\[l\\](u)"
