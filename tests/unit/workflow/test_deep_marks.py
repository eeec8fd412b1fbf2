"""`verify --deep` reads the kept spreadsheets of marks again and compares them with marks.csv."""

from datetime import date
from pathlib import Path

import pytest
from tools.judge_sheet import returned

from ikmctl.domain.diagnostic import has_errors
from ikmctl.store.atomic import commit
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow import decide, purge, sheet_collect, verify
from ikmctl.workflow.result import Result
from tests.unit.workflow.importing import BUDI, DEWI, HEADER, SITI, Office, codes

POST = ("No Peserta", "Post test")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office.open(tmp_path)
    office.take(office.csv(HEADER, SITI, BUDI, DEWI))
    return office


_KEYS = {"IKM619": ("count", "marks"), "IKM547": ("count", "people")}


def deep(office: Office) -> Result[verify.Verified]:
    return verify.run(office.paths, deep=True)


def told(office: Office) -> list[tuple[str, ...]]:
    """Code and place, what marks.csv says and what the sheet says; for sheets not here, how many and for how many."""
    found = []
    for item in deep(office).diagnostics:
        keys = _KEYS.get(item.code, ("place", "found", "expected"))
        found.append((item.code, *(str(item.params[key]) for key in keys)))
    return found


def post(office: Office, *rows: tuple[object, ...], name: str = "post.xlsx") -> Path:
    return office.book([POST, *rows], name=name, sheet="Nilai")


def rewrite(office: Office, old: str, new: str) -> None:
    path = office.paths.marks
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def kept(office: Office) -> list[str]:
    return sorted(path.name for path in office.paths.sheets.rglob("*") if path.is_file())


def test_marks_follow_from_the_sheets_that_were_kept(office: Office) -> None:
    file = post(office, ("P001", 70), ("P002", 80))
    office.take(file, as_="marks")
    file.unlink()  # the office keeps its own copy
    office.take(office.csv("Nama,Pre test", "Dewi Lestari,55", name="pre.csv"), as_="marks")
    assert kept(office) == ["index.jsonl", "post.xlsx", "pre.csv"]
    assert told(office) == []
    answer = deep(office)
    assert answer.data is not None
    assert answer.data.match


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("P001,post_test,,,70", "P001,post_test,,,90", ("P001 post_test", "90", "70")),
        ("P001,post_test,,,70\n", "", ("P001 post_test", "-", "70")),
        ("P002,post_test,,,80", "P002,post_test,,,80\nP003,post_test,,,99", ("P003 post_test", "99", "-")),
    ],
)
def test_a_mark_that_no_sheet_gives_is_named(
    old: str, new: str, expected: tuple[str, str, str], office: Office
) -> None:
    office.take(post(office, ("P001", 70), ("P002", 80)), as_="marks")
    rewrite(office, old, new)
    assert told(office) == [("IKM618", *expected)]
    answer = deep(office)
    assert answer.data is not None
    assert (answer.exit_code(), answer.data.changed) == (1, ("marks",))


def test_a_later_sheet_wins(office: Office) -> None:
    office.take(post(office, ("P001", 70)), as_="marks")
    office.take(post(office, ("P001", 75), name="ulang.xlsx"), as_="marks")
    assert told(office) == []
    rewrite(office, ",75", ",70")
    assert told(office) == [("IKM618", "P001 post_test", "70", "75")]


def test_the_item_the_sheet_and_the_judge_are_remembered(office: Office) -> None:
    bare = office.book([("No Peserta", "Skor"), ("P001", 61)], name="kuis.xlsx", sheet="A")
    office.take(bare, item="pre_test")
    office.take(bare, item="post_test")
    hand = office.book([("No Peserta", "hasil", "waktu"), ("P001", 4, 5)], name="praktik.xlsx", sheet="A")
    office.take(hand, item="practice", judge="J1")
    assert len(office.table("marks.csv")) == 4
    assert told(office) == []
    rewrite(office, "P001,practice,waktu,J1,5", "P001,practice,waktu,J1,3")
    assert told(office) == [("IKM618", "P001 practice.waktu J1", "3", "5")]


def test_files_of_one_command_are_read_together(office: Office) -> None:
    first, second = post(office, ("P001", 70), ("P002", 80)), post(office, ("P001", 71), name="lain.xlsx")
    office.take(first, second, as_="marks")  # P001 is said twice, so neither counts
    assert [line["number"] for line in office.table("marks.csv")] == ["P002"]
    assert told(office) == []


def test_what_a_lost_sheet_said_nobody_can_say(office: Office) -> None:
    office.take(post(office, ("P001", 70)), as_="marks")
    office.take(post(office, ("P002", 80), name="hilang.xlsx"), as_="marks")
    next(office.paths.sheets.rglob("hilang.xlsx")).unlink()
    rewrite(office, "P001,post_test,,,70", "P001,post_test,,,90")  # the lost sheet came later: it may say so
    assert told(office) == [("IKM619", "1", "2")]
    assert deep(office).exit_code() == 0


def test_marks_after_a_lost_sheet_are_still_compared(office: Office) -> None:
    office.take(post(office, ("P002", 80), name="hilang.xlsx"), as_="marks")
    office.take(post(office, ("P001", 70)), as_="marks")
    next(office.paths.sheets.rglob("hilang.xlsx")).unlink()
    rewrite(office, "P001,post_test,,,70", "P001,post_test,,,90")
    assert told(office) == [("IKM618", "P001 post_test", "90", "70"), ("IKM619", "1", "1")]


def test_an_altered_copy_is_as_good_as_lost(office: Office) -> None:
    office.take(post(office, ("P001", 70)), as_="marks")
    copy = next(office.paths.sheets.rglob("post.xlsx"))
    copy.write_bytes(post(office, ("P001", 90), name="palsu.xlsx").read_bytes())
    rewrite(office, ",70", ",90")
    assert told(office) == [("IKM619", "1", "1")]


def test_sheets_of_a_time_before_copies_are_found_by_digest(office: Office) -> None:
    file = post(office, ("P001", 70))
    office.take(file, as_="marks")
    for path in sorted(office.paths.sheets.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert told(office) == [("IKM619", "1", "1")]
    file.rename(office.paths.private / "nilai lama.xlsx")
    assert told(office) == []
    rewrite(office, ",70", ",71")
    assert told(office) == [("IKM618", "P001 post_test", "71", "70")]


def test_marks_without_any_sheet_in_the_ledger(office: Office) -> None:
    office.paths.marks.write_text("number,mark,item,by,value\nP001,post_test,,,70\n", encoding="utf-8")
    assert told(office) == [("IKM619", "0", "1")]


def test_an_erased_person_is_left_alone(office: Office) -> None:
    named = office.book([("Nama", "Post test"), ("Siti Aminah", 70), ("Budi Santoso", 80)], name="post.xlsx")
    office.take(named, as_="marks")
    answer = purge.run(office.paths, purge.PurgeOptions(date(2026, 1, 1), "P001"))
    assert answer.changes is not None
    assert not has_errors(commit(answer.changes, office.root))
    assert answer.data is not None
    assert any(path.endswith("post.xlsx") for path in answer.data.sheets)
    assert told(office) == [("IKM547", "1", "P001"), ("IKM619", "1", "1")]
    rewrite(office, "P002,post_test,,,80", "P002,post_test,,,81")
    assert told(office)[1] == ("IKM618", "P002 post_test", "81", "80")


def test_an_erased_person_hides_no_mark_of_others_in_earlier_sheets(office: Office) -> None:
    office.take(post(office, ("P001", 70), ("P002", 80), name="first.xlsx"), as_="marks")
    named = office.book([("Nama", "Pre test"), ("Siti Aminah", 40), ("Budi Santoso", 50)], name="pre.xlsx")
    office.take(named, as_="marks")
    answer = purge.run(office.paths, purge.PurgeOptions(date(2026, 1, 1), "P001"))
    assert answer.changes is not None
    assert not has_errors(commit(answer.changes, office.root))
    assert told(office) == [("IKM547", "1", "P001"), ("IKM619", "1", "2")]
    rewrite(office, "P002,post_test,,,80", "P002,post_test,,,81")
    assert told(office)[1] == ("IKM618", "P002 post_test", "81", "80")


def test_a_participant_written_in_by_hand_is_counted(office: Office) -> None:
    people = office.paths.participants
    text = people.read_text(encoding="utf-8")
    first = text.splitlines()[1]
    people.write_text(text + first.replace("P001", "P099") + "\n", encoding="utf-8")
    found = [item.params for item in deep(office).diagnostics if item.code == "IKM547"]
    assert found == [{"count": 1, "people": "P099"}]


def test_a_participant_taken_out_does_not_come_back_by_hand(office: Office) -> None:
    people = office.paths.participants
    before = people.read_text(encoding="utf-8")
    office.take(office.csv(HEADER, SITI, BUDI, name="tanpa-dewi.csv"), allow_removals=True)
    assert told(office) == []
    people.write_text(before, encoding="utf-8")
    assert told(office) == [("IKM606", "P003", "P003", "-")]


def test_rows_rejected_and_people_removed_leave_no_trace(office: Office) -> None:
    office.take(post(office, ("P001", 70), ("P009", 80), ("P002", 300)), as_="marks")
    office.take(office.csv(HEADER, SITI, BUDI, name="tanpa-dewi.csv"), allow_removals=True)
    assert [line["number"] for line in office.table("participants.csv")] == ["P001", "P002"]
    assert told(office) == []


def test_a_correction_is_a_decision_and_no_mark(office: Office) -> None:
    office.take(post(office, ("P001", 70)), as_="marks")
    options = decide.DecideOptions(
        act="correct", subjects=("P001",), on=date(2025, 10, 9), by="Ketua Tim", reason="salah baca", document="BA/7",
        mark="post_test", old="70", new="75",
    )  # fmt: skip
    answer = decide.run(office.paths, options)
    assert answer.changes is not None, answer.diagnostics
    assert not has_errors(commit(answer.changes, office.root))
    assert told(office) == []


def test_sheets_of_judges_are_read_again_even_after_somebody_joined(office: Office) -> None:
    paths = CohortPaths(office.root)
    file = returned(office.root, {("P001", "hasil"): 5})
    answer = sheet_collect.run(paths, [file], sheet_collect.CollectOptions(date(2025, 10, 2)))
    assert answer.changes is not None, answer.diagnostics
    assert not has_errors(commit(answer.changes, office.root))
    assert told(office) == []
    joined = DEWI.replace("Dewi Lestari", "Rina Wati").replace("959003", "959013").replace("019001", "019005")
    office.take(office.csv(HEADER, joined, name="susulan.csv"))
    assert told(office) == []
    rewrite(office, "P001,practice,hasil,J1,5", "P001,practice,hasil,J1,4")
    assert told(office) == [("IKM618", "P001 practice.hasil J1", "4", "5")]


def test_copies_are_private_and_a_dry_run_makes_none(office: Office) -> None:
    result = office.plan(post(office, ("P001", 70)), as_="marks")
    assert result.changes is not None
    copies = {path for path in result.changes.files if "sheets" in path.parts}
    assert len(copies) == 2
    assert copies <= result.changes.private
    assert not office.paths.sheets.exists()


def test_who_is_erased_by_a_nik_in_place_of_a_number_is_not_repeated(office: Office) -> None:
    answer = purge.run(office.paths, purge.PurgeOptions(date(2026, 1, 1), "3324086005909001"))
    assert [(item.code, item.params["number"]) for item in answer.diagnostics] == [("IKM625", "*" * 16)]


def test_a_sheet_that_gave_nothing_the_first_time_is_not_doubted_for_ever(office: Office) -> None:
    """The same workbook came in twice, once with nothing that fits and once after somebody else had joined."""
    file = office.csv("No Peserta,Nilai", "P004,70", name="n.csv")
    office.take(file, item="post_test")
    office.take(office.csv(HEADER, DEWI.replace("9003", "9009").replace("081200002222", "081200009999")))
    office.take(file, item="post_test")
    assert [line["kept"] for line in office.table("imports.csv") if line["kind"] == "marks"] == ["0", "1"]
    assert "IKM619" not in codes(deep(office))
    for copy in office.paths.sheets.rglob("n.csv"):
        copy.unlink()
    assert "IKM619" in codes(deep(office))


def test_a_kept_sheet_that_nobody_may_read_counts_as_lost(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    file = post(office, ("P001", 70), ("P002", 80))
    office.take(file, as_="marks")
    file.unlink()
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.suffix == ".xlsx":
            raise PermissionError(13, "denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert told(office) == [("IKM619", "1", "2")]
