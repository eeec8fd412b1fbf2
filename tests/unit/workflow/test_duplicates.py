import json
from pathlib import Path

import openpyxl
import pytest

from ikmctl.domain.diagnostic import Severity, has_errors
from ikmctl.store.atomic import commit
from ikmctl.store.register import Answer, read_answers, write_answers
from ikmctl.workflow.duplicates import DuplicatesData, DuplicatesOptions, run
from ikmctl.workflow.result import Result
from tests.unit.workflow.importing import BUDI, DAY, DEWI, HEADER, SITI, Office, codes

TYPO = (
    SITI.replace("3324015509879001", "3324015509879010").replace("Siti Aminah", "St. Aminah").replace("08:00", "12:00")
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office.open(tmp_path)
    office.take(office.csv(HEADER, SITI, BUDI, DEWI, TYPO))
    return office


def ask(office: Office, answer: Path | None = None, language: str = "id") -> Result[DuplicatesData]:
    options = DuplicatesOptions(DAY, by="Sekretariat", answer=answer, language=language)  # type: ignore[arg-type]  # texts that are answers
    result = run(office.paths, options)
    if result.changes is not None:
        assert not has_errors(commit(result.changes, office.root))
    return result


def found(result: Result[DuplicatesData]) -> DuplicatesData:
    assert result.data is not None, result.diagnostics
    return result.data


def book(office: Office) -> Path:
    return office.root / "private" / "duplicates.xlsx"


def fill(office: Office, answer: str, header: str = "Jawaban") -> Path:
    path = book(office)
    whole = openpyxl.load_workbook(path)
    sheet = whole.active
    column = {cell.value: cell.column for cell in sheet[1]}[header]
    sheet.cell(2, column, answer)
    whole.save(path)
    return path


def test_likely_doubles_are_asked_about_by_number_alone(office: Office) -> None:
    result = ask(office)
    (pair,) = found(result).open
    assert (pair.left, pair.right, pair.zone) == ("P001", "P002", "ask")
    assert {item.field for item in pair.evidence} >= {"nik", "name", "phone", "birth_date"}
    assert "Aminah" not in repr(result.data)
    assert result.next_step.endswith("duplicates.xlsx")


def test_a_couple_with_one_family_card_is_not_a_double(office: Office) -> None:
    assert not any({"P001", "P004"} == {pair.left, pair.right} for pair in found(ask(office)).open)


def test_the_workbook_shows_both_and_offers_the_answers(office: Office) -> None:
    ask(office)
    sheet = openpyxl.load_workbook(book(office)).active
    heads = {cell.value: cell.column for cell in sheet[1]}
    line = {head: sheet.cell(2, column).value for head, column in heads.items()}
    assert (line["Peserta 1"], line["Peserta 2"]) == ("P001", "P002")
    assert (line["Nama 1"], line["Nama 2"]) == ("Siti Aminah", "St. Aminah")
    assert line["Identitas 2"] == "3324015509879010"
    assert sheet.cell(2, heads["Identitas 2"]).number_format == "@"
    assert "nomor telepon sama" in line["Yang sama dan yang berbeda"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"SAMA,BERBEDA"'
    assert book(office).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("answer", "same"), [("SAMA", True), ("berbeda", False), ("beda", False)])
def test_an_answer_is_kept_and_never_asked_again(office: Office, answer: str, same: bool) -> None:
    ask(office)
    taken = ask(office, fill(office, answer))
    assert (found(taken).taken, found(taken).open) == (1, ())
    assert not book(office).exists()
    (line,) = office.table("private/duplicates.csv")
    assert (line["left"], line["right"], line["answer"], line["by"]) == (
        "P001", "P002", "same" if same else "different", "Sekretariat",
    )  # fmt: skip
    again = ask(office)
    assert found(again).open == ()
    assert found(again).same == ((("P001", "P002"),) if same else ())


def test_a_double_leads_to_a_decision_about_the_later_number(office: Office) -> None:
    ask(office)
    result = ask(office, fill(office, "SAMA"))
    assert result.next_step == 'ikmctl decide disqualify P002 --by "Ketua Tim" --reason "sama dengan P001"'


def test_once_one_of_a_double_is_out_nothing_more_is_asked(office: Office) -> None:
    ask(office)
    ask(office, fill(office, "SAMA"))
    out = {
        "do": "disqualify",
        "id": "P002",
        "stage": "curation",
        "by": "Ketua Tim",
        "on": "2025-10-03",
        "reason": "ganda",
    }
    office.paths.decisions.write_text(json.dumps([out]), encoding="utf-8")
    result = ask(office)
    assert (found(result).out, result.next_step) == ({"P002"}, "ikmctl validate")
    back = {**out, "do": "reinstate"}
    office.paths.decisions.write_text(json.dumps([out, back]), encoding="utf-8")
    result = ask(office)
    assert found(result).out == frozenset()
    assert result.next_step.startswith("ikmctl decide disqualify P002")


def test_different_people_need_nothing_more(office: Office) -> None:
    ask(office)
    assert ask(office, fill(office, "BERBEDA")).next_step == "ikmctl validate"


def test_rows_without_an_answer_wait(office: Office) -> None:
    ask(office)
    result = ask(office, book(office))
    assert (found(result).taken, len(found(result).open)) == (0, 1)


def test_the_workbook_speaks_english_too(office: Office) -> None:
    ask(office, language="en")
    assert found(ask(office, fill(office, "DIFFERENT", "Answer"), language="en")).different == 1


def test_an_unknown_answer_is_said_with_its_cell(office: Office) -> None:
    ask(office)
    result = ask(office, fill(office, "mungkin"))
    assert codes(result) == ["IKM341"]
    assert result.diagnostics[0].where.sheet == "Jawab"
    assert result.exit_code() == 2


def test_an_answer_about_nobody_is_said(office: Office) -> None:
    ask(office)
    path = fill(office, "SAMA")
    whole = openpyxl.load_workbook(path)
    whole.active.cell(2, 1, "P099")
    whole.save(path)
    assert codes(ask(office, path)) == ["IKM342"]


def test_another_workbook_is_not_taken(office: Office) -> None:
    assert codes(ask(office, office.book([["Nama", "NIK"], ["a", "b"]], name="x.xlsx"))) == ["IKM343"]
    assert codes(ask(office, office.root / "none.xlsx")) == ["IKM200"]


def test_a_changed_answer_takes_the_place_of_the_old_one(office: Office) -> None:
    ask(office)
    path = fill(office, "SAMA")
    copy = path.with_name("mine.xlsx")
    copy.write_bytes(path.read_bytes())
    ask(office, path)
    whole = openpyxl.load_workbook(copy)
    column = {cell.value: cell.column for cell in whole.active[1]}["Jawaban"]
    whole.active.cell(2, column, "BERBEDA")
    whole.save(copy)
    assert found(ask(office, copy)).same == ()


def test_without_a_register_nobody_can_be_compared(office: Office) -> None:
    office.paths.people.unlink()
    result = ask(office)
    assert codes(result) == ["IKM961"]
    assert result.exit_code() == 2


def test_answers_survive_writing_and_reading() -> None:
    answers = (Answer("P001", "P002", same=True, on="2025-09-26", by="x", note='a,"b"'),)
    assert read_answers(write_answers(answers), "d.csv") == (answers, [])


@pytest.mark.parametrize("text", ["a,b\n", "left,right,answer,on,by,note\nP1,P2,maybe,2025-01-01,,\n"])
def test_damaged_answers_are_said(text: str) -> None:
    assert [item.code for item in read_answers(text, "d.csv")[1]] == ["IKM340"]


def test_answers_that_have_not_come_in_are_not_written_over(office: Office) -> None:
    ask(office)
    path = fill(office, "SAMA")
    was = path.read_bytes()
    again = ask(office)
    assert [(one.code, one.params["count"], one.severity) for one in again.diagnostics] == [
        ("IKM295", 1, Severity.WARNING)
    ]
    assert path.read_bytes() == was
    assert (codes(ask(office, path)), path.exists()) == ([], False)


def test_a_workbook_of_doubles_that_cannot_be_read_is_left_alone(office: Office) -> None:
    book(office).write_bytes(b"PK\x03\x04 broken")
    assert codes(ask(office)) == ["IKM207"]
    assert book(office).read_bytes() == b"PK\x03\x04 broken"


def answered(office: Office, *rows: tuple[str, str, str]) -> Path:
    return office.book(
        [("Peserta 1", "Peserta 2", "Jawaban", "Keterangan"), *((*row, "") for row in rows)], "jawab.xlsx"
    )


@pytest.mark.parametrize("order", [1, -1])
def test_a_pair_that_is_answered_both_ways_is_answered_by_neither(office: Office, order: int) -> None:
    rows = [("P001", "P002", "SAMA"), ("P002", "P001", "BERBEDA"), ("P003", "P001", "beda")][::order]
    result = ask(office, answered(office, *rows))
    cells = {str(one.where.cell): one.params["cells"] for one in result.diagnostics}
    assert codes(result) == ["IKM293", "IKM293"]
    assert cells == ({"C2": "`C3`", "C3": "`C2`"} if order == 1 else {"C3": "`C4`", "C4": "`C3`"})
    assert (found(result).taken, found(result).same) == (1, ())


def test_the_same_answer_to_a_pair_in_two_rows_counts_once(office: Office) -> None:
    result = ask(office, answered(office, ("P001", "P002", "SAMA"), ("P002", "P001", "sama")))
    assert (codes(result), found(result).taken, found(result).same) == ([], 1, (("P001", "P002"),))


def test_nobody_is_the_double_of_themselves(office: Office) -> None:
    result = ask(office, answered(office, ("P001", "P001", "SAMA"), ("P001", "", "SAMA")))
    assert [(one.code, dict(one.params)) for one in result.diagnostics] == [
        ("IKM294", {"id": "P001"}), ("IKM342", {"found": "-"}),
    ]  # fmt: skip
    assert result.changes is None
