"""Foreign text on its way to a terminal."""

import subprocess
import unicodedata
from html import escape as of_html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ikmctl.render.safe import columns, csv_cell, cut, markdown, pad, quoted, safe

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


@pytest.mark.parametrize(
    "text",
    ["# x", "######", "#x", "> x", ">x", "- x", "-", "-2", "---", "- - -", "+ x", "+62", "1. x", "12) x", "1.5", "12.",
     "~~a~~", "~~~", "===", "a|b", "\\", "<b>", "&amp;", "*a*", "![a](b)", "http://x.id www.x.id", "a: b. c"],
)  # fmt: skip
@pytest.mark.parametrize("place", ["{}", "- {}", "## {}"])
def test_markdown_of_any_text_reads_as_the_text(text: str, place: str) -> None:
    host = MarkdownIt("commonmark").enable("strikethrough")
    assert host.render(place.format(markdown(text))) == host.render(place.format("abc")).replace(
        "abc", of_html(text, quote=False)
    )


def test_markdown_leaves_no_address_that_a_code_host_would_make_a_link_of() -> None:
    assert markdown("http://x.id WWW.x.id a: b") == "http\\://x.id WWW\\.x.id a: b"


@pytest.mark.parametrize(
    ("text", "cell"),
    [("Ani", "Ani"), ("=1+1", "'=1+1"), (" =1", " '=1"), ("a;=1", "a;'=1"), ("a; -1", "a; '-1"), ("a=1;b", "a=1;b"),
     ("\uff1d1", "'\uff1d1"), ("-", "'-"), ("a\tb\x1b", "a\\tb\\x1b"), ("", "")],
)  # fmt: skip
def test_no_cell_of_csv_begins_a_formula(text: str, cell: str) -> None:
    assert csv_cell(text) == cell


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a-b/c=d.xlsx", "a-b/c=d.xlsx"),
        ("", '""'),
        ("nik=No KTP", '"nik=No KTP"'),
        ('No "KTP"', '"No \\"KTP\\""'),
        ("a & b", '"a & b"'),
        ("C:\\My Docs\\a b", '"C:\\My Docs\\a b"'),
        ("C:\\My Docs\\", "'C:\\My Docs\\'"),
        ("$(touch pwned) `id`!", "'$(touch pwned) `id`!'"),
        ('"&calc&"', '"..."'),
        ("'$(calc)", '"..."'),
        ("$(a) & b", '"..."'),
    ],
)
def test_a_word_that_is_copied_runs_nothing(text: str, word: str) -> None:
    assert quoted(text) == word
    if word != '"..."':
        said = subprocess.run(["bash", "-c", f"printf %s {word}"], check=True, capture_output=True, text=True)
        assert said.stdout == text
