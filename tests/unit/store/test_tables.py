from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.document import DocumentRecord
from ikmctl.domain.ledger import ImportRecord
from ikmctl.domain.mark import Mark
from ikmctl.domain.outcome import Outcome
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.rule import Reason, Verdict
from ikmctl.domain.scorecard import Evaluation, Points, ScoreCard
from ikmctl.domain.selection import Because, Entry, Selection
from ikmctl.store.files import read_program
from ikmctl.store.ledgers import (
    read_documents,
    read_imports,
    read_outcomes,
    write_documents,
    write_imports,
    write_outcomes,
)
from ikmctl.store.tables import read_marks, read_participants, read_table, write_marks, write_participants, write_scores

PROGRAM = (Path(__file__).parent / "interface.yaml").read_text(encoding="utf-8")
FACTS = ("age", "district", "gender", "household", "occupation", "workshop_ready")
HEADER = "number,track,track_2,registered_at,group," + ",".join(FACTS)
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def program(text: str = PROGRAM) -> Program:
    value = read_program(text, "program.yaml").value
    assert value is not None
    return value


def people(*lines: str, header: str = HEADER, of: Program | None = None) -> tuple[Any, list[tuple[str, Any, Any]]]:
    text = "\n".join([header, *lines]) + "\n"
    found, problems = read_participants(text, "participants.csv", of or program())
    return found, [(one.code, one.where.line, one.where.column) for one in problems]


SITI = Participant(
    "P002", "ecoprint", "", "2025-09-01T08:15:03", "",
    {"age": "31", "district": "33.24.15", "gender": "female", "workshop_ready": "2"},
)  # fmt: skip
BUDI = Participant("P010", "furniture", "ecoprint", "", "", {"household": "H012", "occupation": "Wiraswasta, lain"})


def test_participants_survive_writing_and_reading() -> None:
    text = write_participants([BUDI, SITI], FACTS)
    assert text == (
        HEADER + "\nP002,ecoprint,,2025-09-01T08:15:03,,31,33.24.15,female,,,2\n"
        'P010,furniture,ecoprint,,,,,,H012,"Wiraswasta, lain",\n'
    )
    assert read_participants(text, "participants.csv", program()) == ((SITI, BUDI), [])


def test_nobody_yet() -> None:
    assert people() == ((), [])


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("p1,,,,,,,,,,", 1),
        ("3324015509879001,,,,,,,,,,", 1),
        (",,,,,,,,,,", 1),
        ("P1,mebel,,,,,,,,,", 4),
        ("P1,ecoprint,x,,,,,,,,", 13),
        ("P1,,,1-9-2025,,,,,,,", 6),
        ("P1,,,2025-09-31,,,,,,,", 6),
        ("P1,,,,sentra-1,,,,,,", 7),
        ("P1,,,,,31.5,,,,,", 8),
        ("P1,,,,,031,,,,,", 8),
        ("P1,,,,,,Weleri,,,,", 9),
        ("P1,,,,,,33.24,,,,", 9),
        ("P1,,,,,,,P,,,", 10),
        ("P1,,,,,,,,,,x", 13),
    ],
)
def test_a_cell_that_cannot_be_right_is_shown(line: str, column: int) -> None:
    assert people(line)[1] == [("IKM925", 2, column)]


def test_the_message_shows_what_such_a_cell_looks_like() -> None:
    text = HEADER + "\nP1,mebel,,,x,,,P,,,\n"
    _, problems = read_participants(text, "participants.csv", program())
    assert {one.params["column"]: one.params["example"] for one in problems} == {
        "track": "ecoprint", "group": "", "gender": "female",
    }  # fmt: skip
    assert {one.params["command"] for one in problems} == {"ikmctl import"}


FIELDS = """\
fields:
  - {id: shoe, type: choice, values: [a, b]}
  - {id: tools, type: multi, values: [bor, gergaji]}
  - {id: free, type: multi}
  - {id: owner, type: flag}
  - {id: since, type: day}
  - {id: area, type: decimal}
  - {id: rent, type: rupiah}
  - {id: note, type: text}
"""


def field_program() -> Program:
    text = PROGRAM[: PROGRAM.index("fields:")] + FIELDS + PROGRAM[PROGRAM.index("marks:") :]
    orders = ", ".join(
        f"{{by: fields.{name}}}" for name in ("shoe", "tools", "free", "owner", "since", "area", "note", "kbli")
    )
    text = text.replace("source: fields.workshop_ready", "source: fields.rent")
    return program(text.replace("    method: weighted_sum", f"    order: [{orders}]\n    method: weighted_sum"))


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("shoe", ["a", "b", ""], ["c", "a|b", " a"]),
        ("tools", ["bor", "bor|gergaji", ""], ["palu", "bor|palu", "bor, gergaji"]),
        ("free", ["x|y", "apa saja"], []),
        ("owner", ["true", "false", ""], ["ya", "True", "1"]),
        ("since", ["2020-02-29", ""], ["2019-02-29", "29/02/2020", "2020"]),
        ("area", ["0.5", "-3", "12", ""], ["0,5", "1e3", ".5", "05"]),
        ("rent", ["1500000", "0", ""], ["1.500.000", "Rp 5", "1.5"]),
        ("kbli", ["31001", ""], ["3100", "31.001"]),
        ("note", ["=1+1", "x"], []),
    ],
)
def test_each_kind_of_field_has_its_form(field: str, good: list[str], bad: list[str]) -> None:
    one = field_program()
    names = ["age", "area", "district", "free", "gender", "household", "kbli", "note", "occupation", "owner", "rent"]
    names += ["shoe", "since", "tools"]
    header = "number,track,track_2,registered_at,group," + ",".join(names)
    for cells, expected in ((good, []), (bad, ["IKM925"] * len(bad))):
        lines = [
            f"P{row},,,,," + ",".join(f'"{cell}"' if name == field else "" for name in names)
            for row, cell in enumerate(cells)
        ]
        assert [code for code, _, _ in people(*lines, header=header, of=one)[1]] == expected


def test_a_column_that_the_program_needs_is_missing() -> None:
    found, problems = people("P1,,,,,,,,,", header=HEADER.replace(",district", ""))
    assert found == ()
    assert problems == [("IKM921", 1, 1)]


def test_a_column_that_no_rule_names_is_a_warning_a_private_one_an_error() -> None:
    text = HEADER + ",shoe,phone\nP1,,,,,,,,,,,42,x\n"
    found, problems = read_participants(text, "participants.csv", program())
    assert [(one.code, one.severity, one.params["column"]) for one in problems] == [
        ("IKM922", Severity.WARNING, "shoe"), ("IKM922", Severity.ERROR, "phone"),
    ]  # fmt: skip
    assert found == (Participant("P1"),)


def test_columns_may_stand_in_another_order() -> None:
    text = "track,number,registered_at,track_2,group,workshop_ready,age,district,gender,household,occupation\n"
    found, problems = read_participants(text + "ecoprint,P1,,,,3,,,,,\n", "participants.csv", program())
    assert problems == []
    assert found == (Participant("P1", "ecoprint", facts={"workshop_ready": "3"}),)


def test_the_same_column_twice() -> None:
    assert ("IKM926", 1, len(HEADER) + 2) in people("P1" + "," * 11, header=HEADER + ",age")[1]


def test_the_same_number_twice() -> None:
    text = HEADER + "\nP1,,,,,,,,,,\nP2,,,,,,,,,,\nP1,,,,,,,,,,\n"
    _, problems = read_participants(text, "participants.csv", program())
    assert [(one.code, one.where.line, dict(one.params)) for one in problems] == [
        ("IKM926", 4, {"found": "P1", "line": 2})
    ]


def test_a_flood_of_bad_cells_is_cut() -> None:
    assert len(people(*(f"P{row},x,,,,,,,,," for row in range(300)))[1]) == 50


MARKS = (
    Mark("P001", "attendance", "", "2025-09-29/1", "H"),
    Mark("P001", "practice", "hasil", "J1", "4.5"),
    Mark("P001", "practice", "waktu", "J1", "recused"),
    Mark("P002", "post_test", "", "", "87"),
)


def test_marks_survive_writing_and_reading_in_order() -> None:
    text = write_marks(MARKS[::-1])
    assert text == (
        "number,mark,item,by,value\nP001,attendance,,2025-09-29/1,H\nP001,practice,hasil,J1,4.5\n"
        "P001,practice,waktu,J1,recused\nP002,post_test,,,87\n"
    )
    assert read_marks(text, "marks.csv") == (MARKS, [])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_saved_again_by_a_spreadsheet_say_the_same(separator: str, mark: str, end: str) -> None:
    text = mark + write_marks(MARKS).replace(",", separator).replace("\n", end)
    marks, problems = read_marks(text, "marks.csv")
    assert marks == MARKS
    assert [one.code for one in problems] == (["IKM923"] if mark or separator != "," else [])


def test_marks_in_other_columns() -> None:
    text = "value,by,item,mark,number,extra\n87,,,post_test,P002,x\n"
    marks, problems = read_marks(text, "marks.csv")
    assert marks == (MARKS[3],)
    assert [(one.code, one.severity) for one in problems] == [("IKM922", Severity.WARNING)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("p1,m,,,1", [("IKM925", 2, 1)]),
        ("P1,,,,1", [("IKM925", 2, 4)]),
        ("P1,m,,,", [("IKM925", 2, 8)]),
        ("P1,m,,", [("IKM924", 2, 1)]),
        ("P1,m,,,1\nP1,m,,J1,1\nP1,m,,,2", [("IKM926", 4, 1)]),
    ],
)
def test_a_mark_that_cannot_be_right_is_shown(line: str, expected: list[tuple[str, int, int]]) -> None:
    _, problems = read_marks(f"number,mark,item,by,value\n{line}\n", "marks.csv")
    assert [(one.code, one.where.line, one.where.column) for one in problems] == expected


def test_marks_without_their_columns() -> None:
    marks, problems = read_marks("number,mark,value\nP1,m,1\n", "marks.csv")
    assert marks == ()
    assert [(one.code, one.params["column"]) for one in problems] == [("IKM921", "item"), ("IKM921", "by")]
    assert read_marks("", "marks.csv")[1][0].code == "IKM920"


IMPORTS = (
    ImportRecord(DIGEST, "participants", 249, 240, 3, 6, 0, date(2025, 9, 26), "Operator", ""),
    ImportRecord(DIGEST[::-1], "marks", 10, 10, 0, 0, 0, date(2025, 10, 3), "Operator", "koreksi, lagi"),
)
DOCUMENTS = (DocumentRecord("minutes", "curation", "BA/3", date(2025, 10, 6), DIGEST, DIGEST[::-1]),)
OUTCOMES = (
    Outcome("P001", date(2026, 3, 1), "", "", "unreached"),
    Outcome("P002", date(2026, 3, 1), "contract", "meja", "document"),
    Outcome("P002", date(2026, 3, 1), "contract", "rak", "document"),
    Outcome("P002", date(2026, 3, 1), "workers", "4", "self"),
)


def test_ledgers_survive_writing_and_reading() -> None:
    assert read_imports(write_imports(IMPORTS), "imports.csv") == (IMPORTS, [])
    counted = (*IMPORTS, replace(IMPORTS[1], changed=3))
    assert read_imports(write_imports(counted), "imports.csv") == (counted, [])
    assert write_imports(counted).splitlines()[1].endswith(",Operator,,")
    assert "changed" not in write_imports(IMPORTS)
    wrong = write_imports(counted).replace(",3\n", ",x\n")
    assert [one.code for one in read_imports(wrong, "imports.csv")[1]] == ["IKM925"]
    assert read_documents(write_documents(DOCUMENTS), "documents.csv") == (DOCUMENTS, [])
    assert read_outcomes(write_outcomes(OUTCOMES[::-1]), "outcomes.csv") == (OUTCOMES, [])


def test_a_missing_ledger_is_an_empty_one() -> None:
    assert read_imports("", "x") == read_documents("", "x") == read_outcomes("", "x") == ((), [])


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("participants", "peserta", "kind"),
        ("249", "-1", "rows"),
        ("240", "24O", "kept"),
        (",3,6", ",3.0,6", "merged"),
        (",6,0", ",06,0", "rejected"),
        ("2025-09-26", "26/09/2025", "on"),
        (DIGEST, DIGEST.upper(), "digest"),
    ],
)
def test_a_line_of_the_ledger_that_cannot_be_right(old: str, new: str, column: str) -> None:
    records, problems = read_imports(write_imports(IMPORTS).replace(old, new, 1), "imports.csv")
    assert records == IMPORTS[1:]
    assert [(one.code, one.where.line, one.params["column"]) for one in problems] == [("IKM925", 2, column)]


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("minutes", "", "kind"),
        ("2025-10-06", "2025-10-32", "on"),
        (DIGEST, "abc", "result"),
        (DIGEST[::-1], "", "file"),
    ],
)
def test_a_document_that_cannot_be_right(old: str, new: str, column: str) -> None:
    records, problems = read_documents(write_documents(DOCUMENTS).replace(old, new, 1), "documents.csv")
    assert records == ()
    assert [(one.code, one.params["column"], one.params["command"]) for one in problems] == [
        ("IKM925", column, "ikmctl report")
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("P1,2026-03-01,workers,4,hearsay", [("IKM925", "source")]),
        ("p1,2026-03-01,workers,4,self", [("IKM925", "number")]),
        ("P1,2026-3-1,workers,4,self", [("IKM925", "on")]),
        ("P1,2026-03-01,,4,self", [("IKM925", "field")]),
        ("P1,2026-03-01,workers,4,unreached", [("IKM925", "field")]),
        ("P1,2026-03-01,workers,4,self\nP1,2026-03-01,workers,4,visit", [("IKM926", None)]),
    ],
)
def test_an_outcome_that_cannot_be_right(line: str, expected: list[tuple[str, str | None]]) -> None:
    _, problems = read_outcomes(f"number,on,field,value,source\n{line}\n", "outcomes.csv")
    assert [(one.code, one.params.get("column")) for one in problems] == expected


def test_a_flood_of_bad_lines_is_cut() -> None:
    _, problems = read_outcomes("number,on,field,value,source\n" + "x,,,,\n" * 200, "outcomes.csv")
    assert len(problems) == 50


def test_a_ledger_without_its_columns() -> None:
    assert [one.code for one in read_imports("digest\n", "imports.csv")[1]] == ["IKM921"] * 9


def card(number: str, standing: Any = "eligible", **more: Any) -> ScoreCard:
    points = {
        "post_test": Points("post_test", Fraction(87), 870_000, 870_000),
        "gain": Points("gain", None, None, 1_000_000, missing=Reason("missing.mark")),
    }
    return ScoreCard(number, "ecoprint", standing, points=points, **more)


def test_scores_before_and_after_curation() -> None:
    failed = Verdict("age", "failed", Reason("age.young"))
    met = Verdict("domicile", "met", Reason("domicile.met"))
    below = Points("post_test", Fraction(50), 500_000, 500_000, failed=Reason("threshold"))
    evaluation = Evaluation(
        "curation",
        {
            "P010": card("P010", "pending", verdicts=(met,)),
            "P002": card("P002", key=8_700_000, unit=100_000),
            "P003": ScoreCard("P003", "", "ineligible", (failed, met), {"post_test": below}),
        },
        ("post_test", "gain"),
    )
    head = "number,track,eligible,reasons,post_test,gain,key,score,result,because\n"
    assert write_scores(evaluation, None) == (
        head + "P002,ecoprint,true,gain,87.0000,,8700000,87.000000,,\n"
        "P003,,false,age|post_test,50.0000,,,,,\n"
        "P010,ecoprint,pending,gain,87.0000,,,,,\n"
    )
    entries = {
        "P002": Entry("P002", "ecoprint", "selected", Because.FLOOR, "gender"),
        "P003": Entry("P003", "", "out", Because.INELIGIBLE),
    }
    selection = Selection("curation", (entries["P002"],), (), entries)
    rows = read_table(write_scores(evaluation, selection), "scores.csv")
    assert [(row["number"], row["result"], row["because"]) for row in rows] == [
        ("P002", "selected", "floor gender"), ("P003", "out", "ineligible"), ("P010", "", ""),
    ]  # fmt: skip


def test_a_table_that_cannot_be_read_has_no_rows() -> None:
    assert read_table('a\n"', "x") == []
    assert read_table("a,b\n1,2\n", "x") == [{"a": "1", "b": "2"}]
