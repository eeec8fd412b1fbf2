import pytest

from ikmctl.domain.diagnostic import Severity, Where
from ikmctl.store.csvtext import Sheet, cell_place, read_csv, write_csv

TEXT = 'number,name,note\nP1,"Budi, S.E.",ya\nP2,Siti,"satu\ndua"\n\nP3,"kata ""ya""",\n'


def sheet(text: str = TEXT) -> Sheet:
    found, problems = read_csv(text, "x.csv", "ikmctl import")
    assert problems == []
    assert found is not None
    return found


def span(where: Where) -> tuple[int | None, int | None, int]:
    return where.line, where.column, where.length


def test_rows_and_their_lines() -> None:
    found = sheet()
    assert found.header == ("number", "name", "note")
    assert found.rows == [["P1", "Budi, S.E.", "ya"], ["P2", "Siti", "satu\ndua"], ["P3", 'kata "ya"', ""]]
    assert [found.line(row) for row in range(3)] == [2, 3, 6]


def test_cells_have_a_place() -> None:
    found = sheet()
    assert span(found.where(0, "name")) == (2, 4, 12)
    assert span(found.where(0, "note")) == (2, 17, 2)
    assert span(found.where(2, "name")) == (6, 4, 13)
    assert span(found.where(2, "note")) == (6, 18, 1)
    assert span(found.where(0)) == (2, 1, 18)
    assert span(found.where(0, "unknown")) == (2, 1, 18)
    assert span(found.where(1, "number")) == (3, 1, 2)
    assert span(found.head("name")) == (1, 8, 4)
    assert span(found.head()) == (1, 1, 16)


def test_a_place_from_the_text_alone() -> None:
    assert cell_place(TEXT, "x.csv", 2, "name") == Where("x.csv", 6, 4, 13)
    assert cell_place(TEXT, "x.csv", 9, "name") == Where("x.csv")
    assert cell_place("", "x.csv", 0, "name") == Where("x.csv")


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.removesuffix("\n"),
    lambda text: text + "\n\n",
])  # fmt: skip
def test_line_ends_change_nothing(change: object) -> None:
    assert callable(change)
    text = "number,value\nP1,3\nP2,4\n"
    found = sheet(change(text))
    assert found.rows == [["P1", "3"], ["P2", "4"]]
    assert span(found.where(1, "value")) == (3, 4, 1)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffnumber,value\r\nP1,3\r\n",
        "number;value\nP1;3\n",
        "number\tvalue\nP1\t3\n",
        "\ufeffnumber;value\r\nP1;3\r\n",
    ],
)
def test_a_file_saved_by_excel_is_read_with_a_warning(text: str) -> None:
    found, problems = read_csv(text, "marks.csv", "ikmctl import")
    assert found is not None
    assert found.rows == [["P1", "3"]]
    assert span(found.where(0, "value")) == (2, 4, 1)
    assert [(one.code, one.severity, dict(one.params)) for one in problems] == [
        ("IKM923", Severity.WARNING, {"file": "marks.csv", "command": "ikmctl import"})
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "IKM920", 1),
        ("\n\n", "IKM920", 1),
        ('a,b\n1,"x\n2,y\n', "IKM920", 3),
        ('a,b\n1,"x"y\n', "IKM920", 2),
        ("a,b\n1,x\x00\n", "IKM112", 2),
        ("a,b\n1,x\x1b[31m\n", "IKM112", 2),
        ("a,b\n1,\u202ex\n", "IKM112", 2),
        ("a,b\n1,\ufffd\n", "IKM112", 2),
        ("a,b\n\ufeff1,2\n", "IKM112", 2),
        ("a,b\r1,2\r", "IKM112", 1),
        ("a,b\n\r,", "IKM112", 2),
        ("a,b\n1," + "x" * 200_000 + "\n", "IKM920", 2),
    ],
)
def test_what_is_no_table_is_refused(text: str, code: str, line: int) -> None:
    found, problems = read_csv(text, "x.csv", "ikmctl import")
    assert found is None
    assert [(one.code, one.where.line) for one in problems] == [(code, line)]


def test_rows_of_another_length_are_reported_and_left_out() -> None:
    found, problems = read_csv("a,b\n1,2\n3\n4,5,6\n\n7,8\n", "x.csv", "c")
    assert found is not None
    assert found.rows == [["1", "2"], ["7", "8"]]
    assert [(one.code, one.where.line, one.params["found"], one.params["expected"]) for one in problems] == [
        ("IKM924", 3, 1, 2), ("IKM924", 4, 3, 2),
    ]  # fmt: skip
    assert found.line(1) == 6


def test_a_flood_of_short_rows_is_cut() -> None:
    _, problems = read_csv("a,b\n" + "1\n" * 500, "x.csv", "c")
    assert len(problems) == 50


def test_quotes_stand_only_where_needed() -> None:
    assert write_csv(("a", "b"), [("x", "y, z"), ("", '"'), ("1\n2", " ")]) == 'a,b\nx,"y, z"\n,""""\n"1\n2", \n'


def test_a_large_table_is_read_like_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    small = sheet()
    monkeypatch.setattr("ikmctl.store.csvtext._LARGE", 1)
    monkeypatch.setattr("ikmctl.store.csvtext._FEW", 4)
    large = sheet()
    assert (large.header, large.rows) == (small.header, small.rows)
    assert [large.line(row) for row in range(3)] == [2, 3, 6]
    equal = sheet("a,b\nP1x,P1x\nP1x,P1x\n")
    assert equal.rows[0][1] is equal.rows[1][0]
    found, problems = read_csv('a\n"x\n', "x.csv", "c")
    assert (found, [one.code for one in problems]) == (None, ["IKM920"])


def test_an_accent_that_stands_apart_is_no_other_word() -> None:
    """Digests see one text here, so rules must see the same one."""
    sheet, problems = read_csv("number,kind\nP1,cafe\u0301\n", "t.csv", "import")
    assert (sheet is not None and sheet.rows, problems) == ([["P1", "caf\u00e9"]], [])
