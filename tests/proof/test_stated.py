"""What a reader of a list must know stands in every output: marks before the rules, later locks, void draws, moves."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.office import words_of

TINY = Path(__file__).parents[1] / "errors" / "_base" / "tiny"
FIRST = "nilai sudah masuk sebelum"
AGAIN = "kuota salah ketik"
MENDED = "nilai P05 salah ketik"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list whose rules were locked twice, after marks had arrived, and which changed once it was announced."""
    root = tmp_path_factory.mktemp("stated") / "tiny"
    shutil.copytree(TINY, root)
    (root / "susulan.csv").write_text("No Peserta,Nilai\nP05,52\n", encoding="utf-8")
    for command in (
        "ikmctl curate --on 2025-10-01",
        "ikmctl lock rules --by Ketua --on 2025-10-01",
        f'ikmctl lock rules --by Ketua --on 2025-10-02 --reason "{AGAIN}"',
        f'ikmctl import susulan.csv --as marks --item test --by panitia --on 2025-10-03 --reason "{MENDED}"',
        "ikmctl announce --by Ketua --on 2025-10-06",
        'ikmctl decide withdraw P02 --kind mundur --by Ketua --reason "surat" --on 2025-10-07',
    ):
        answer = ikmctl(command, root)
        assert answer.code in (0, 1), (command, answer.both)
    return root


@pytest.mark.parametrize(
    "command",
    [
        "ikmctl curate --on 2025-10-08",
        "ikmctl show shortlist",
        "ikmctl show scores",
        "ikmctl status",
        "ikmctl verify",
        "ikmctl explain P03",
        "ikmctl lock pool --by Ketua --on 2025-10-08 --dry-run",
    ],
)
def test_commands_say_it(command: str, root: Path) -> None:
    said = ikmctl(command, root, "id").both
    assert FIRST in said, said
    assert AGAIN in said, said
    assert f"tahap curation: 1 nilai berubah lewat impor 2025-10-03; alasan: {MENDED}" in said, said


def test_json_says_it(root: Path) -> None:
    notes = json.loads(ikmctl("ikmctl verify --format json", root).out)["notes"]
    assert [one["key"] for one in notes] == [
        "record.marks_first", "record.marks_first", "record.relocked.rules", "record.changed.marks",
    ]  # fmt: skip
    assert notes[2]["params"]["reason"] == AGAIN
    assert notes[3]["params"] == {"stage": "curation", "on": "2025-10-03", "reason": MENDED, "values": 1}


def test_a_ledger_of_an_older_program_tells_its_rows(root: Path, tmp_path: Path) -> None:
    old = shutil.copytree(root, tmp_path / "tiny")
    lines = (old / "imports.csv").read_text(encoding="utf-8").splitlines()
    (old / "imports.csv").write_text("".join(f"{line.rpartition(',')[0]}\n" for line in lines), encoding="utf-8")
    said = ikmctl("ikmctl verify", old, "id").both
    assert f"tahap curation: nilai diimpor 2025-10-03 dengan alasan (1 baris): {MENDED}" in said


def test_the_kit_says_it(root: Path, tmp_path: Path) -> None:
    assert ikmctl(f"ikmctl audit-kit -o {tmp_path / 'kit.zip'}", root).code == 0
    with zipfile.ZipFile(tmp_path / "kit.zip") as kit:
        told = json.loads(kit.read("tiny-audit/curation/list.json"))["imports"]
    assert told == [{"by": "panitia", "kind": "marks", "on": "2025-10-03", "reason": MENDED, "rows": 1, "changed": 1}]


@pytest.mark.parametrize("file", ["m.docx", "m.pdf"])
def test_minutes_tell_of_imports_with_a_reason(file: str, root: Path, tmp_path: Path) -> None:
    assert ikmctl(f"ikmctl report minutes -o {tmp_path / file} --on 2025-10-08", root).code == 0
    words = " ".join(words_of((tmp_path / file).read_bytes()).split())
    assert "Perubahan data yang disertai alasan" in words
    assert (
        f"3 Oktober 2025, panitia: nilai mentah diimpor sesudah segel pertama (1 isian berubah); alasan: {MENDED}"
        in words
    )


def test_the_recap_tells_of_imports_with_a_reason(root: Path, tmp_path: Path) -> None:
    assert ikmctl(f"ikmctl report recap -o {tmp_path / 'r.xlsx'} --on 2025-10-08", root).code == 0
    sheet = load_workbook(tmp_path / "r.xlsx")["Keputusan dan sanggahan"]
    rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows()]
    at = rows.index(["Tanggal", "Data", "Baris", "Oleh", "Alasan"])
    assert rows[at - 1][0] == "Perubahan data yang disertai alasan"
    assert rows[at + 1] == ["3 Oktober 2025", "nilai mentah", "1 isian berubah", "panitia", MENDED]


def test_without_a_lock_a_reason_is_nothing_to_tell(tmp_path: Path) -> None:
    root = tmp_path / "tiny"
    shutil.copytree(TINY, root)
    (root / "n.csv").write_text("No Peserta,Nilai\nP05,52\n", encoding="utf-8")
    ikmctl(f'ikmctl import n.csv --as marks --item test --on 2025-10-01 --reason "{MENDED}"', root)
    assert MENDED in (root / "imports.csv").read_text(encoding="utf-8")
    assert MENDED not in ikmctl("ikmctl curate --on 2025-10-02", root).both


@pytest.mark.parametrize(("kind", "file"), [("minutes", "m.docx"), ("minutes", "m.pdf"), ("receipts", "r.pdf")])
def test_papers_say_it(kind: str, file: str, root: Path, tmp_path: Path) -> None:
    answer = ikmctl(f"ikmctl report {kind} -o {tmp_path / file} --on 2025-10-08", root)
    assert answer.code == 0, answer.both
    words = words_of((tmp_path / file).read_bytes())
    assert AGAIN in words
    assert "18 nilai" in words  # that stood before the rules were locked


@pytest.mark.parametrize(
    ("kind", "file"), [("announcement", "a.md"), ("announcement", "a.txt"), ("receipts", "r.md"), ("rules", "o.md")]
)
def test_documents_say_it(kind: str, file: str, root: Path, tmp_path: Path) -> None:
    answer = ikmctl(f"ikmctl report {kind} -o {tmp_path / file} --on 2025-10-08", root)
    assert answer.code == 0, answer.both
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert "segel aturan ke-2" in text
    assert FIRST.removesuffix(" sebelum") in text
    assert AGAIN in text


def test_the_revised_list_says_who_moved_after_the_window_opened(root: Path, tmp_path: Path) -> None:
    said = ikmctl("ikmctl status", root, "id").both
    assert "perubahan sejak daftar diumumkan pada 2025-10-06" in said
    assert "- P02 keluar" in said
    ikmctl(f"ikmctl report announcement -o {tmp_path / 'a.md'} --on 2025-10-08", root)
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    line = next(one for one in text.splitlines() if one.startswith("Perubahan sejak daftar diumumkan"))
    assert line.startswith("Perubahan sejak daftar diumumkan 6 Oktober 2025: ")
    assert "keluar: P02" in line


def test_a_void_draw_after_the_announcement_counts_as_a_change(tmp_path: Path) -> None:
    root = tmp_path / "kendal"
    shutil.copytree(Path(__file__).parents[2] / "cohorts" / "kendal-wub-2025", root)
    (root / "decisions.yaml").unlink()
    events = (root / "events.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    (root / "events.yaml").write_text("".join(events[:4]), encoding="utf-8")
    assert ikmctl('ikmctl void draw --by Ketua --reason "dadu jatuh" --on 2025-10-07', root).code == 0
    revised = json.loads(ikmctl("ikmctl status --format json", root).out)["data"]["revised"]
    assert {move["kind"] for move in revised[0]["moves"]} >= {"out"}
    assert "dadu jatuh" in ikmctl("ikmctl verify", root).both


def test_status_says_why_a_list_is_stale(tmp_path: Path) -> None:
    root = tmp_path / "tiny"
    shutil.copytree(TINY, root)
    ikmctl("ikmctl curate --on 2025-10-01", root)
    path = root / "marks.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("P02,test,,,70", "P02,test,,,71"), encoding="utf-8")
    answer = ikmctl("ikmctl status", root, "en")
    assert "no longer follow: what changed since is the marks" in answer.both
    title = root / "program.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("P02,test,,,71", "P02,test,,,70"), encoding="utf-8")
    title.write_text(title.read_text(encoding="utf-8").replace("A tiny program", "Another"), encoding="utf-8")
    assert "no longer follow" not in ikmctl("ikmctl status", root, "en").both  # a title bears on no list
    checked = ikmctl("ikmctl verify", root, "en")
    assert (checked.code, "MATCH: tiny" in checked.out) == (0, True)
    assert "what changed: words of program.yaml that are no rules" in checked.out
