"""Documents on a small cohort: what they show, what they never show, and the same bytes twice."""

import io
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.tiny import tiny

NAMES = {
    "P001": "Siti Aminah",
    "P002": '=HYPERLINK("x")',
    "P003": "[b] | *Budi*",
    "P004": "Ani",
    "P005": "Joko",
    "P006": "Tri",
}
NIK = "332401410287900"


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tiny(tmp_path)
    private = root / "private"
    private.mkdir()
    rows = [
        f'{number},{NIK}{number[-1]},,"{name.replace(chr(34), chr(34) * 2)}",0812-0000-123{number[-1]}'
        for number, name in NAMES.items()
    ]
    (private / "people.csv").write_text("number,identity,former,name,phone\n" + "\n".join(rows) + "\n")
    assert ikmctl("lock rules --by Ketua --on 2025-09-28", root).code == 0
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    return root


def test_an_announcement_names_the_listed_and_nobody_else(cohort: Path) -> None:
    assert ikmctl("report announcement --on 2025-10-06", cohort).code == 0
    text = (cohort / "reports" / "curation-announcement.md").read_text()
    # places: batik P001 in, P002 reserve; las P005 in, P006 reserve
    for number in ("P001", "P002", "P005", "P006"):
        assert number in text
    for number, name in (("P003", "Budi"), ("P004", "Ani")):
        assert number not in text
        assert name not in text
    assert NIK[:6] not in text
    assert "0000" not in text
    assert "75" not in text.replace("2025", "").split("Bukti")[0]  # no score of anybody
    assert "Senin, 6 Oktober 2025" in text


def test_foreign_names_stay_words_in_markdown(cohort: Path) -> None:
    ikmctl(["decide", "withdraw", "P001", "--by", "Ketua", "--reason", "x", "--on", "2025-10-03"], cohort)
    ikmctl("report announcement --on 2025-10-06", cohort)
    text = (cohort / "reports" / "curation-announcement.md").read_text()
    assert "\\[b\\] \\| \\*Budi\\*" in text


def test_a_whatsapp_text_stays_under_its_limit(cohort: Path) -> None:
    target = cohort / "pengumuman.txt"
    assert ikmctl(["report", "announcement", "-o", str(target), "--on", "2025-10-06"], cohort).code == 0
    text = target.read_text()
    assert len(text) < 4000
    assert "1. P001 Siti Aminah" in text


def test_an_official_document_is_entered_with_the_result_it_shows(cohort: Path) -> None:
    for _ in range(2):
        ikmctl("report announcement --on 2025-10-06", cohort)
    lines = (cohort / "documents.csv").read_text().splitlines()
    assert lines[0] == "kind,stage,number,on,result,file"
    assert len(lines) == 4  # one line a file (md, txt, pdf), and the same document twice is entered once
    digest = lines[1].split(",")[4]
    assert digest in (cohort / "reports" / "curation-announcement.md").read_text()


def test_a_recap_holds_text_as_text_and_its_formulas_agree(cohort: Path) -> None:
    assert ikmctl("report recap --on 2025-10-06", cohort).code == 0
    path = cohort / "reports" / "curation-recap.xlsx"
    once = path.read_bytes()
    book = load_workbook(io.BytesIO(once))
    assert book.sheetnames == ["Ringkasan", "Batik", "Las", "Alasan", "Keputusan dan sanggahan", "Cek hitung"]
    names = [cell.value for cell in book["Batik"]["C"][3:]]
    assert names == ["Siti Aminah", '=HYPERLINK("x")', "[b] | *Budi*"]
    assert all(cell.data_type == "s" for cell in book["Batik"]["C"][3:])
    check = book["Cek hitung"]
    weights = [Decimal(check.cell(1, column).value) for column in (2, 3)]
    for row in range(3, 9):
        points = [Decimal(str(check.cell(row, column).value)) for column in (2, 3)]
        exact = Decimal(str(check.cell(row, 5).value))
        assert sum(w * p for w, p in zip(weights, points, strict=True)) / sum(weights) == exact
        assert str(check.cell(row, 4).value).startswith("=SUMPRODUCT($B$1:$C$1,")
    path.unlink()
    ikmctl("report recap --on 2025-10-06", cohort)
    assert path.read_bytes() == once


def test_anonymous_documents_carry_no_name(cohort: Path) -> None:
    for kind in ("recap", "announcement"):
        assert ikmctl(["report", kind, "--anon", "--on", "2025-10-06"], cohort).code == 0
    book = load_workbook(cohort / "reports" / "curation-recap.xlsx")
    words = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert not words & set(NAMES.values())
    assert "Siti" not in (cohort / "reports" / "curation-announcement.md").read_text()


def test_rules_say_what_applicants_must_know(cohort: Path) -> None:
    assert ikmctl("report rules --on 2025-09-28", cohort).code == 0
    text = (cohort / "reports" / "curation-rules.md").read_text()
    assert (
        "- test: bobot 50 dari 100; 0 mendapat 0 poin, 100 mendapat 100 poin, di antaranya lurus; "
        "selama nilai ini belum ada peserta ditunda"
    ) in text
    assert "- Batik: 1 kursi, 1 cadangan" in text
    assert "segel aturan ke-1" in text


def test_without_private_the_list_is_made_and_the_gap_is_said(cohort: Path) -> None:
    (cohort / "private" / "people.csv").unlink()
    answer = ikmctl("report announcement --on 2025-10-06", cohort)
    assert answer.code == 0
    assert "IKM573" in answer.err
    assert "or add `--anon`" in answer.err


def test_a_register_that_cannot_be_read_makes_no_paper_without_names(cohort: Path) -> None:
    register = cohort / "private" / "people.csv"
    register.unlink()
    register.mkdir()  # reading a folder fails for everybody, even for root
    answer = ikmctl("report announcement --on 2025-10-06", cohort)
    assert answer.code == 1, answer.both
    assert "people.csv" in answer.err
    assert not (cohort / "reports" / "curation-announcement.md").exists()
    assert ikmctl("report announcement --anon --on 2025-10-06", cohort).code == 0


def test_a_receipt_holds_a_person_s_own_line_and_nothing_of_others(cohort: Path) -> None:
    assert ikmctl("report receipts --on 2025-10-06", cohort).code == 0
    pages = (cohort / "reports" / "curation-receipts.md").read_text().split("\n---\n")[1:]
    assert len(pages) == 6
    first = pages[0]
    assert "## Peserta P001" in first
    assert "Siti Aminah" in first
    assert "| test | 90 | 90,00 | 50 | 45,00 |" in first
    for other in ("P002", "P003", "P005", "Joko", NIK[:6]):
        assert other not in first
    assert "segel aturan ke-1" in first


def test_an_announcement_bears_the_day_that_program_yaml_states_and_its_words_are_no_markup(cohort: Path) -> None:
    with (cohort / "program.yaml").open("a") as file:
        file.write('documents: {announcement: {date: 2025-10-07, number: "1/*A*/<b>"}}\n')
    assert ikmctl("lock rules --by Ketua --reason <i>rapat</i> --on 2025-10-03", cohort).code == 0
    assert ikmctl("report announcement --on 2025-10-06", cohort).code == 0
    text = (cohort / "reports" / "curation-announcement.md").read_text()
    assert "- Nomor: 1/\\*A\\*/&lt;b>\n- Tanggal: Selasa, 7 Oktober 2025\n" in text
    assert "&lt;i>rapat&lt;/i>" in text
    for kind in ("rules", "receipts"):
        assert ikmctl(f"report {kind} --on 2025-10-06", cohort).code == 0
        assert "&lt;i>rapat&lt;/i>" in (cohort / "reports" / f"curation-{kind}.md").read_text()
    assert "Selasa, 7 Oktober 2025" in (cohort / "reports" / "curation-announcement.txt").read_text()


def test_a_track_that_stays_empty_has_nobody_not_nobody_yet(cohort: Path) -> None:
    gone = [f"decide withdraw P00{n} --kind mundur --by K --reason x --on 2025-10-03" for n in (1, 2, 3)]
    for words in (*gone, "announce --by K --on 2025-10-06", "finalize --decree SK/1 --reason x --by K --on 2025-10-07"):
        answer = ikmctl(words, cohort)
        assert answer.code == 0, answer.both
    assert ikmctl("report announcement --on 2025-10-08", cohort).code == 0
    for form in ("md", "txt"):
        text = (cohort / "reports" / f"curation-announcement.{form}").read_text()
        assert "Tidak ada.\n" in text
        assert "Belum ada" not in text
