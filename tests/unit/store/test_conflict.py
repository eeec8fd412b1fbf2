"""Texts in which two versions met: told as what they are, in YAML and in tables."""

from ikmctl.domain.diagnostic import Where
from ikmctl.store.conflict import conflicts
from ikmctl.store.csvtext import read_csv
from ikmctl.store.yamlnodes import read_nodes

LEFT, RIGHT = "- {do: withdraw, id: P01}", "- {do: withdraw, id: P02}"
MET = f"<<<<<<< HEAD\n{LEFT}\n=======\n{RIGHT}\n>>>>>>> desa\n"


def test_every_meeting_is_placed_at_its_first_mark() -> None:
    (first, second) = conflicts(f"# awal\n{MET}{LEFT}\n{MET}", "decisions.yaml")
    assert (first.code, first.where) == ("IKM186", Where("decisions.yaml", 2, 1, 7))
    assert dict(first.params) == {"line": 2, "last": 6}
    assert dict(second.params) == {"line": 8, "last": 12}


def test_yaml_and_tables_name_the_meeting_alone() -> None:
    for text in (MET, MET.replace("\n", "\r\n"), MET.replace("=======", "||||||| tua\n=======")):
        root, problems = read_nodes(text, "decisions.yaml")
        assert root is None
        assert [one.code for one in problems] == ["IKM186"]
    table = "number,mark,item,by,value\n<<<<<<< HEAD\nP1,test,,,70\n=======\nP1,test,,,80\n>>>>>>> desa\n"
    sheet, problems = read_csv(table, "marks.csv", "ikmctl import")
    assert sheet is None
    assert [(one.code, one.where.line) for one in problems] == [("IKM186", 2)]


def test_marks_within_a_text_are_no_meeting() -> None:
    assert conflicts("reason: a <<<<<<< b\n=======\n>>>>>>> c\n", "x") == []
    assert conflicts("<<<<<<< HEAD\nno end\n", "x") == []
    assert read_nodes('- "<<<<<<< HEAD"\n', "x")[1] == []


def test_any_number_of_marks_without_their_end_is_looked_through_once() -> None:
    many = 30_000  # looked for anew from each of them, this would not end within a day
    assert conflicts("<<<<<<< a\n" * many + "=======\n" * many, "x") == []
    (one,) = conflicts("<<<<<<< a\n" * many + "=======\n" * many + ">>>>>>> b\n", "x")
    assert dict(one.params) == {"line": 1, "last": 2 * many + 1}
