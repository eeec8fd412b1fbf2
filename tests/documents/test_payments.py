"""Payments: what each person gets, worked out by hand, in words, against the budget, and by LibreOffice too."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from num2words import num2words
from openpyxl import load_workbook
from tools.console import Answer, ikmctl
from tools.papers import NIK, office, register
from tools.programs import need, to_pdf
from tools.recalculated import recalculated

FILE = "reports/curation-payments.xlsx"
RATE = """  payments:
    number: 900/1/2025
    date: 2025-10-06
    purpose: uang transpor
    rate: 75000
    tax: 2.5
    tax_basis: SK 12/2025
    budget: {budget}
    signers: [{{role: Bendahara, name: Contoh Bendahara}}]
"""
PAID = {
    # sessions attended x 75,000; an `I` counts for half; 2.5 % is withheld, parts of a rupiah cut off
    "P001": (4, 300_000, 7_500, 292_500),
    "P002": (2, 150_000, 3_750, 146_250),
    "P003": (3.5, 262_500, 6_562, 255_938),
    "P005": (2.5, 187_500, 4_687, 182_813),
    "P006": (3, 225_000, 5_625, 219_375),
}
TOTAL = (1_125_000, 28_124, 1_096_876)


def report(root: Path) -> Answer:
    return ikmctl("report payments --on 2025-10-06", root)


def lines(sheet: Any) -> dict[str, list[Any]]:
    """Participant or label in the second or third cell -> the row."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return {str(row[1] or row[2]): row for row in rows if row[1] or row[2]}


def values(path: Path) -> dict[str, list[Any]]:
    return lines(load_workbook(path, data_only=True).worksheets[0])


def check(found: dict[str, list[Any]]) -> None:
    for number, (sessions, gross, tax, net) in PAID.items():
        assert found[number][3:8] == [sessions, 75_000, gross, tax, net]
    assert "P004" not in found  # attended nothing
    assert tuple(found["JUMLAH"][5:8]) == TOTAL


def test_everybody_is_paid_by_sessions_and_tax_is_as_declared(tmp_path: Path) -> None:
    root = office(tmp_path, RATE.format(budget=2_000_000))
    answer = report(root)
    assert answer.code == 0, answer.both
    found = values(root / FILE)
    check(found)
    assert found["Cukup, sisa"][5] == 2_000_000 - TOTAL[0]
    assert "IKM690" not in answer.err
    assert "IKM689" in answer.err  # P006 has a session without a record
    words = " ".join(str(cell.value) for row in load_workbook(root / FILE).worksheets[0].iter_rows() for cell in row)
    assert "Potongan: 2,5 % menurut SK 12/2025." in words
    assert "Contoh Bendahara" in words
    assert NIK not in words


def test_the_total_in_words_is_what_num2words_says(tmp_path: Path) -> None:
    root = office(tmp_path, RATE.format(budget=2_000_000))
    report(root)
    first = [str(row[0].value) for row in load_workbook(root / FILE, data_only=True).worksheets[0].iter_rows()]
    for what, total in (("jumlah", TOTAL[0]), ("diterima", TOTAL[2])):
        assert f"Terbilang, {what}: {num2words(total, lang='id')} rupiah" in first


def test_libreoffice_works_out_the_same(tmp_path: Path) -> None:
    root = office(tmp_path, RATE.format(budget=1_000_000))
    report(root)
    found = values(recalculated(root / FILE, tmp_path))
    check(found)
    assert found["MELEBIHI PAGU sebesar"][5] == 125_000


def test_more_than_the_budget_is_said_loudly(tmp_path: Path) -> None:
    root = office(tmp_path, RATE.format(budget=1_000_000))
    answer = report(root)
    assert answer.code == 0
    assert "IKM690" in answer.err
    assert "Rp125.000,00" in answer.err
    sheet = load_workbook(root / FILE, data_only=True).worksheets[0]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "MELEBIHI PAGU sebesar")
    assert cell.fill.fgColor.rgb == "FFF8CBAD"


def test_amounts_read_as_rupiah_in_any_locale(tmp_path: Path) -> None:
    root = office(tmp_path, RATE.format(budget=2_500_000_000))
    report(root)
    pdf = to_pdf(root / FILE, tmp_path)
    text = subprocess.run(
        [need("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    for amount in ("Rp75.000,00", "Rp1.125.000,00", "Rp28.124,00", "Rp2.500.000.000,00", "Rp2.498.875.000,00"):
        assert amount in text


def test_the_account_stands_there_only_where_the_register_has_one(tmp_path: Path) -> None:
    root = office(tmp_path, RATE.format(budget=2_000_000))
    report(root)
    heads = [str(cell.value) for row in load_workbook(root / FILE).worksheets[0].iter_rows() for cell in row]
    assert "No. rekening" not in heads
    register(root, account=True)
    report(root)
    found = lines(load_workbook(root / FILE).worksheets[0])
    assert found["P001"][8] == "0012-0000-0017"
    assert found["P002"][8] is None


def test_prizes_are_paid_from_the_highest_tier_down(tmp_path: Path) -> None:
    tiers = (
        "awards: {tiers: [{name: Juara I, places: 1, amount: 3000000}, {name: Juara II, places: 3, amount: 1800000}]}"
    )
    selection = "    selection: {ties: [ticket], compare: score}\n"
    root = office(tmp_path, change=("    selection: {ties: [ticket]}\n", f"{selection}    {tiers}\n"))
    answer = report(root)
    assert answer.code == 0, answer.both
    sheet = load_workbook(root / FILE, data_only=True).worksheets[0]
    rows = [[cell.value for cell in row][1:5] for row in sheet.iter_rows() if row[1].value and row[0].value != "No."]
    # scores: P001 89, P005 86, P002 78; within a tier the order of the list
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("P001", "Juara I", 3_000_000), ("P002", "Juara II", 1_800_000), ("P005", "Juara II", 1_800_000),
    ]  # fmt: skip
    words = {str(row[0].value) for row in sheet.iter_rows()}
    assert "Terbilang, jumlah: enam juta enam ratus ribu rupiah" in words


ALL = ["P001", "P002", "P003", "P005", "P006"]


@pytest.mark.parametrize(
    ("spec", "numbers"), [("per: person", ALL), ("per: person, people: selected", ["P001", "P002", "P005"])]
)
def test_a_rate_per_person_counts_no_sessions(tmp_path: Path, spec: str, numbers: list[str]) -> None:
    root = office(tmp_path, f"  payments: {{rate: 100000, {spec}}}\n")
    assert report(root).code == 0
    found = values(root / FILE)
    assert [key for key in found if key.startswith("P0")] == numbers
    assert all(found[number][3:5] == [100_000, 100_000] for number in numbers)


def test_it_is_entered_with_its_number_and_made_the_same_again(tmp_path: Path) -> None:
    root = office(tmp_path, RATE.format(budget=2_000_000))
    report(root)
    once, ledger = (root / FILE).read_bytes(), (root / "documents.csv").read_text()
    assert "payments,curation,900/1/2025,2025-10-06" in ledger
    (root / FILE).unlink()
    report(root)
    assert (root / FILE).read_bytes() == once
    assert (root / "documents.csv").read_text() == ledger


def test_an_amount_beyond_all_words_stays_in_digits(tmp_path: Path) -> None:
    root = office(tmp_path, "  payments: {rate: 999999999999999}\n")  # 15 sessions and an `I` for a half
    answer = report(root)
    assert answer.code == 0, answer.both
    said = [
        str(row[0].value) for row in load_workbook(root / FILE).active.iter_rows() if "Terbilang" in str(row[0].value)
    ]
    # 4 + 2 + 3.5 + 2.5 + 3 = 15 sessions; of the two halves a part of a rupiah is cut off
    assert "jumlah: 14.999.999.999.999.984 rupiah" in said[0]
