"""People who are selected in their second choice: certificates and attendance lists name the track of the seat."""

from pathlib import Path

from docx import Document
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.papers import office

CHANGE = ("selection: {ties: [ticket]}", "selection: {ties: [ticket], compare: score, second_choice: true}")


def test_the_second_choice_is_certified_and_trained_in(tmp_path: Path) -> None:
    root = office(tmp_path, "  certificates: {people: selected}\n  attendance: {people: selected}\n", CHANGE)
    text = (root / "participants.csv").read_text()
    (root / "participants.csv").write_text(text.replace("P003,batik,,", "P003,batik,kosong,"))  # third of two in batik
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    for kind in ("certificates", "attendance"):
        assert ikmctl(f"report {kind} --on 2025-10-03", root).code == 0
    lines = [one.text for one in Document(str(root / "reports/curation-certificates.docx")).paragraphs if one.text]
    certified = lines[lines.index("No. peserta P003") : lines.index("No. peserta P005")]
    assert "dan terpilih pada bidang Kosong" in certified
    sheet = load_workbook(root / "reports/curation-attendance.xlsx").worksheets[0]
    tracks = {row[1]: row[3] for row in sheet.iter_rows(values_only=True) if str(row[1]).startswith("P0")}
    assert tracks == {"P001": "Batik", "P002": "Batik", "P003": "Kosong", "P005": "Las"}
