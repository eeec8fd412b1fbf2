"""Tables for people, spreadsheets and code hosts."""

import csv
import io
import time

from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from ikmctl.render.safe import columns
from ikmctl.render.style import Style
from ikmctl.render.tables import Column, Table, as_csv, as_markdown, as_text, render

TABLE = Table(
    (Column("id", "nomor"), Column("name", "nama"), Column("score", "nilai", right=True)),
    (("P017", "Siti Aminah", "87.00"), ("P142", "[/] Budi", "6.25")),
)
NARROW = Style(width=40)


def test_text_is_aligned_and_numbers_stand_right() -> None:
    assert as_text(TABLE, Style()) == snapshot("""\
nomor  nama         nilai
-----  -----------  -----
P017   Siti Aminah  87.00
P142   [/] Budi      6.25
""")


def test_long_cells_are_folded_and_lose_nothing() -> None:
    long = Table(TABLE.columns, (("P017", "Raden Ajeng Kartini Djojo Adhiningrat dari Jepara", "87.00"),))
    assert as_text(long, NARROW) == snapshot("""\
nomor  nama                        nilai
-----  --------------------------  -----
P017   Raden Ajeng Kartini Djojo   87.00
       Adhiningrat dari Jepara
""")


def test_a_word_longer_than_its_column_is_broken() -> None:
    long = Table(TABLE.columns, (("P017", "x" * 70, "1"),))
    shown = as_text(long, NARROW)
    assert shown.count("x") == 70
    assert max(columns(line) for line in shown.splitlines()) <= 40


def test_too_many_columns_become_blocks() -> None:
    wide = Table(tuple(Column(f"c{n}", f"kolom {n}", right=True) for n in range(12)), (("1234567",) * 12,))
    shown = as_text(wide, NARROW)
    assert "kolom 0: 1234567" in shown
    assert "kolom 11: 1234567" in shown


def test_plain_says_one_fact_a_line() -> None:
    assert as_text(TABLE, Style(plain=True)) == snapshot("""\

nomor: P017
nama: Siti Aminah
nilai: 87.00

nomor: P142
nama: [/] Budi
nilai: 6.25
""")


def test_an_empty_table_says_so() -> None:
    assert as_text(Table(TABLE.columns, (), empty="tidak ada baris"), Style()) == "tidak ada baris\n"
    assert as_markdown(Table(TABLE.columns, (), empty="tidak ada baris")) == "tidak ada baris\n"


def test_csv_has_untranslated_keys_and_no_formulas() -> None:
    hostile = Table(TABLE.columns, (("P1", "=HYPERLINK(1)", "-6.25"), ("P2", "+62", "@x"), ("P3", "-", "7")))
    rows = list(csv.reader(io.StringIO(as_csv(hostile))))
    assert rows[0] == ["id", "name", "score"]
    assert rows[1] == ["P1", "'=HYPERLINK(1)", "-6.25"]
    assert rows[2] == ["P2", "+62", "'@x"]
    assert rows[3][2] == "7"


def test_markdown_escapes_what_would_be_markup() -> None:
    hostile = Table(TABLE.columns, (("P1", "<script>|x", "1"),))
    assert as_markdown(hostile) == snapshot("""\
| nomor | nama | nilai |
| --- | --- | ---: |
| P1 | &lt;script>\\|x | 1 |
""")


def test_the_format_decides() -> None:
    assert render(TABLE, "csv", Style()) == as_csv(TABLE)
    assert render(TABLE, "markdown", Style()) == as_markdown(TABLE)
    assert render(TABLE, "text", Style()) == as_text(TABLE, Style())


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60)), min_size=1, max_size=5))
def test_no_line_passes_the_width_and_no_control_survives(rows: list[tuple[str, str]]) -> None:
    table = Table((Column("a", "A"), Column("b", "B")), tuple(rows))
    shown = as_text(table, NARROW)
    assert all(columns(line) <= 40 for line in shown.splitlines())
    assert not any(ord(char) < 32 and char != "\n" for char in shown)


def test_the_longest_cell_of_excel_is_folded_at_once() -> None:
    begun = time.process_time()
    shown = as_text(Table((Column("a", "a"), Column("b", "b")), (("\u738b" * 32_767, "x" * 32_767),)), Style())
    assert (shown.count("\u738b"), shown.count("x")) == (32_767, 32_767)
    assert max(map(columns, shown.splitlines())) <= 80
    assert time.process_time() - begun < 4  # the letters took ten seconds where each line measured all that follow
