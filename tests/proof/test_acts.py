"""The record of acts: people can object to the list as it stands, and who rewrites the record is seen."""

import contextlib
import hashlib
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl

from tests.differential.kit_cases import independent

BASE = Path(__file__).parents[1] / "errors" / "_base" / "tiny"
WINDOW = "as_of: 2025-09-29\nschedule: {objection: {start: 2025-10-07, end: 2025-10-09}}\n"
TIE = ("P03,test,,,60", "P03,test,,,70"), ("P03,practice,hasil,J1,3", "P03,practice,hasil,J1,4")
TIE = (*TIE, ("P03,practice,rapi,J1,3", "P03,practice,rapi,J1,4"))
LEAVE = "ikmctl decide withdraw P01 --by Tim --reason surat --on 2025-10-08"
END = "ikmctl finalize --decree SK/1 --by Kepala --on 2025-10-13"


def _edit(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    shutil.copytree(BASE, folder)
    _edit(folder / "program.yaml", ("as_of: 2025-09-29\n", WINDOW))
    return folder


def _do(root: Path, *commands: str) -> str:
    answer = None
    for command in commands:
        answer = ikmctl(command, root)
        assert answer.code == 0, (command, answer.both)
    return answer.both if answer else ""


def test_a_list_that_changed_is_announced_again_or_decided_with_a_reason(root: Path) -> None:
    _do(root, "ikmctl curate --on 2025-10-02", "ikmctl announce --on 2025-10-06", LEAVE)
    assert "ikmctl announce" in _do(root, "ikmctl status").splitlines()[-1]
    assert "[IKM539]" in ikmctl(END, root).err
    _do(root, "ikmctl announce --on 2025-10-09")
    assert "[IKM527]" in ikmctl("ikmctl announce --on 2025-10-09", root).err
    assert "IKM" not in _do(root, END)
    assert "MATCH" in _do(root, "ikmctl verify")


def test_an_announcement_after_the_window_gives_nobody_a_chance(root: Path) -> None:
    _do(root, "ikmctl curate --on 2025-10-02")
    assert "warning[IKM539]" in _do(root, "ikmctl announce --on 2025-10-10")
    late = ikmctl(END, root)
    assert (late.code, "before the objection window ended on 2025-10-09" in late.err) == (1, True)
    _do(root, f"{END} --reason 'diumumkan ulang lewat surat'")


def test_a_list_with_an_open_tie_is_not_announced(root: Path) -> None:
    _edit(root / "marks.csv", *TIE)
    assert "next: ikmctl lock rules" in _do(root, "ikmctl curate --on 2025-10-02")
    before = (root / "curation" / "shortlist.yaml").read_bytes()
    refused = ikmctl("ikmctl announce --on 2025-10-06", root)
    assert (refused.code, "error[IKM529]: 1 tie is not settled yet, the first: P02, P03" in refused.err) == (1, True)
    assert (root / "curation" / "shortlist.yaml").read_bytes() == before


def test_a_seat_that_the_floor_protects_is_said_to_stay_empty(root: Path) -> None:
    """P01 is the only woman: were she to leave, no reserve could follow her."""
    _edit(root / "participants.csv", (",25,female", ",25,male"))
    alone = "track ecoprint: no reserve could take the place of P01 without breaking a rule of balance"
    assert alone in _do(root, "ikmctl curate --on 2025-10-02")
    assert alone in _do(root, "ikmctl status")
    _do(root, f"{END} --reason mendesak")
    left = _do(root, LEAVE.replace("10-08", "10-14"))
    assert "P03 was passed over for the seat of P01: it would break gender" in left
    assert "the seat of P01 in track ecoprint stays empty: no reserve may take it" in left
    said = _do(root, "ikmctl curate --on 2025-10-14")
    assert (
        "warning[IKM565]: 1 seat stays empty in track `ecoprint`: of those who qualify and are not on the list (1)"
        in said
    )
    assert "too few" not in said


def test_whoever_rewrites_the_record_is_seen_when_the_list_is_written_anew(root: Path) -> None:
    _do(root, "ikmctl curate --on 2025-10-02", "ikmctl announce --on 2025-10-06", END)
    assert "IKM543" not in _do(root, "ikmctl curate --on 2025-10-13")
    events = root / "events.yaml"
    _edit(events, ("decree: SK/1", "decree: SK/9") if "decree: SK/1" in events.read_text() else ('"SK/1"', '"SK/9"'))
    first = re.findall(r"^events: (\w+)$", (root / "curation" / "shortlist.yaml").read_text(), re.MULTILINE)[0]
    acted = ikmctl(LEAVE.replace("10-08", "10-14") + " -n", root)
    assert "warning[IKM543]" in acted.err, "an act writes the list anew as well"
    signed = ikmctl("ikmctl curate --on 2025-10-14", root)
    assert "warning[IKM543]" in signed.err
    assert first in signed.err
    assert "IKM543" not in _do(root, "ikmctl curate --on 2025-10-14")
    _edit(root / "curation" / "shortlist.yaml", ("events: ", "evens: "))
    assert "IKM543" in _do(root, "ikmctl curate --on 2025-10-14"), "a head without its digest, too"


def _kit(root: Path) -> Path:
    _do(root, "ikmctl audit-kit -o kit.zip")
    zipfile.ZipFile(root / "kit.zip").extractall(root.parent / "kit")
    return next((root.parent / "kit").iterdir())


def _answer(folder: Path) -> str:
    module = independent()
    module.FOLDER = str(folder)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        module.main()
    return out.getvalue()


def test_paper_and_kit_print_the_same_digest_of_the_acts(root: Path) -> None:
    """After each act, since a paper is printed before the acts that follow it."""
    _do(root, "ikmctl lock rules --on 2025-10-01", "ikmctl curate --on 2025-10-02", "ikmctl announce --on 2025-10-06")
    _do(root, "ikmctl report recap --anon --on 2025-10-06 -o recap.xlsx")
    cells = [str(one.value) for row in load_workbook(root / "recap.xlsx").worksheets[0].iter_rows() for one in row]
    paper = next(one for one in cells if one.endswith("(2 peristiwa)"))
    _do(root, END)
    told = dict(re.findall(r"^curation: record (\d) (\w{64})$", _answer(_kit(root)), re.MULTILINE))
    assert (sorted(told), paper) == (["1", "2", "3"], f"{told['2']} (2 peristiwa)")
    assert f"events: {told['3']}\n" in (root / "curation" / "shortlist.yaml").read_text()


def test_a_kit_with_a_second_decree_differs(root: Path) -> None:
    _do(root, "ikmctl curate --on 2025-10-02", "ikmctl announce --on 2025-10-06", END)
    folder = _kit(root)
    events = json.loads((folder / "events.json").read_text(encoding="utf-8"))
    body = json.dumps([*events, {**events[-1], "decree": "SK/9"}]).encode()
    old = hashlib.sha256((folder / "events.json").read_bytes()).hexdigest()
    (folder / "events.json").write_bytes(body)
    _edit(folder / "SHA256SUMS", (old, hashlib.sha256(body).hexdigest()))
    assert "DIFFERS: list decided before finalize: found True, expected False" in _answer(folder)


@pytest.mark.parametrize("word", ["NUMBER", "NOMOR", "...", " TEXT "])
def test_the_words_of_our_texts_are_no_decree(root: Path, word: str) -> None:
    _do(root, "ikmctl curate --on 2025-10-02")
    refused = ikmctl(f"ikmctl finalize --decree '{word}' --on 2025-10-13", root)
    assert (refused.code, "[IKM542]" in refused.err) == (2, True)
    assert not (root / "events.yaml").exists()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("ditelepon 0812-3456-7890", "a phone number"),
        ("sesuai KTP 3324101505909001", "a number that looks like a NIK"),
        ("surat dari budi@dinas.go.id", "an e-mail address"),
    ],
)
def test_private_numbers_do_not_come_into_the_record(root: Path, words: str, what: str) -> None:
    _do(root, "ikmctl curate --on 2025-10-02")
    refused = ikmctl(f"ikmctl decide withdraw P01 --by Tim --reason '{words}' --on 2025-10-03", root)
    assert (refused.code, f"[IKM942]: the words of `--reason` hold {what}\n" in refused.err) == (2, True)
    assert words not in refused.both
    assert not (root / "decisions.yaml").exists()
    _do(root, "ikmctl decide withdraw P01 --by Tim --reason 'surat 3 Oktober 2025' --on 2025-10-03")


@pytest.mark.parametrize(
    "command",
    [
        "lock pool", "announce", "finalize --decree SK/1", "void draw --reason r", "reopen --decree SK/2 --reason r",
        "curate", "draw --value 83920174659201746382 --source dadu", "import x.xlsx", "sheets collect x.xlsx",
        "decide withdraw P01 --by Tim --reason r",
    ],
)  # fmt: skip
def test_no_act_is_recorded_before_its_day(root: Path, command: str) -> None:
    refused = ikmctl(f"ikmctl {command} --on 2062-11-03", root)
    assert (refused.code, "error[IKM541]: the day 2062-11-03 is yet to come" in refused.err) == (2, True)


def test_papers_may_bear_a_day_that_is_yet_to_come(root: Path) -> None:
    _do(root, "ikmctl curate --on 2025-10-02", "ikmctl report recap --anon --on 2062-11-03 -o recap.xlsx")
    assert (root / "recap.xlsx").is_file()


def test_an_admission_against_the_rules_is_said_loudly(root: Path) -> None:
    admit = "ikmctl decide admit {} --by Kepala --reason surat --on 2025-10-14"
    _do(root, "ikmctl curate --on 2025-10-02", "ikmctl announce --on 2025-10-06", END)
    said = _do(root, admit.format("P05 --seat extra"))
    assert (
        "P05 comes in by decision, though out by the rules: age; track `furniture` then has 2 people for 1 seat" in said
    )
    assert "P03 comes in by decision; track `ecoprint` then has 3 people for 2 seats" in _do(
        root, admit.format("P03 --seat extra")
    )
    _do(root, "ikmctl decide withdraw P02 --by Tim --reason surat --on 2025-10-14")
    assert "IKM552" not in _do(root, "ikmctl decide withdraw P03 --by Tim --reason surat --on 2025-10-15")
