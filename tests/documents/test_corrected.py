"""What a decision corrected holds in every document: attendance, money, judges, facts; not in the page to enter."""

from pathlib import Path

from docx import Document
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.office import made, words_of
from tools.papers import office

DOCUMENTS = """  certificates: {people: all}
  payments: {rate: 100000}
  exports: {umur: {people: all, columns: [{head: No, field: number}, {head: Umur, field: age}]}}
"""
CORRECT = (
    "P002 --mark attendance --judge 2025-10-01/1 --old A --new H",
    "P004 --field age --old 60 --new 50",
    "P001 --mark work --judge J1 --old 5 --new 1",
)


def corrected(folder: Path) -> Path:
    root = office(folder, DOCUMENTS)
    for words in CORRECT:
        answer = ikmctl(f"decide correct {words} --by Ketua --reason salah --on 2025-10-02", root)
        assert answer.code == 0, answer.both
    return root


def test_a_corrected_session_is_certified_and_paid(tmp_path: Path) -> None:
    root = corrected(tmp_path)  # P002 came to HHAA, and now to HHHA
    ikmctl("report certificates --on 2025-10-03", root)
    ikmctl("report payments --on 2025-10-03", root)
    lines = [one.text for one in Document(str(root / "reports/curation-certificates.docx")).paragraphs if one.text]
    assert "dengan kehadiran 3 dari 4 sesi" in lines[lines.index("No. peserta P002") : lines.index("No. peserta P003")]
    sheet = load_workbook(root / "reports/curation-payments.xlsx", data_only=True).active
    paid = {row[1]: row[3:6] for row in sheet.iter_rows(values_only=True) if str(row[1]).startswith("P0")}
    assert paid["P002"] == (3, 100_000, 300_000)


def test_the_page_to_enter_keeps_what_marks_csv_says(tmp_path: Path) -> None:
    root = corrected(tmp_path)  # imported back, a corrected code would no longer be the one that the decision names
    ikmctl("report attendance --on 2025-10-03", root)
    sheet = load_workbook(root / "reports/curation-attendance.xlsx").worksheets[-1]
    coded = {row[0]: row[2:] for row in sheet.iter_rows(values_only=True)}
    assert coded["P002"] == ("H", "H", "A", "A")


def test_judges_agree_about_the_corrected_marks(tmp_path: Path) -> None:
    root = corrected(tmp_path)
    # J1 1 4 3 2 4 3, mean 17/6; ranks 1 5.5 3.5 2 5.5 3.5 and 4 4 1.5 1.5 6 4, sums 5 9.5 5 3.5 11.5 7.5 around 7:
    # S = 47, W = 12 x 47 / (4 x 210 - 2 x (12 + 30)) = 0.746
    ikmctl("report recap --on 2025-10-03", root)
    rows = list(load_workbook(root / "reports/curation-recap.xlsx")["Juri"].iter_rows(values_only=True))
    assert next(row[5] for row in rows if row[2] == "J1") == 2.833
    assert next(row[4] for row in rows if row[0] == "work" and isinstance(row[2], int)) == 0.746
    words = words_of(made(root, "minutes", "pdf")[1])
    assert "work 0,75 dari 2 juri" in words
    assert "work, juri J1 milik P001 (Siti Aminah) dibetulkan dari 5 menjadi 1" in words
    assert "attendance, sesi 1 Oktober 2025 (sesi ke-1) milik P002" in words  # a session, and no judge
    assert "2.833" in ikmctl("show panel", root).out


def test_an_export_has_the_corrected_fact(tmp_path: Path) -> None:
    root = corrected(tmp_path)
    register = root / "private" / "people.csv"
    first, *rest = register.read_text().splitlines()
    register.write_text("\n".join([first.replace(",birth_date", ",age,birth_date"), *(
        ",".join([*row.split(",")[:4], "60" if row.startswith("P004") else "", *row.split(",")[4:]]) for row in rest
    )]) + "\n")  # fmt: skip
    assert ikmctl("report export umur --on 2025-10-03", root).code == 0
    sheet = load_workbook(root / "reports/curation-export-umur.xlsx").active
    assert dict(sheet.iter_rows(min_row=2, values_only=True))["P004"] == "50"
