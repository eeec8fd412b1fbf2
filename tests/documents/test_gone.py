"""Who withdrew or was disqualified is counted once, as that, and nothing is awaited of them any more."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.office import made, office, words_of


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    """P004 lacks a mark and is disqualified, P003 lacks one and is not, P006 has all and withdrew."""
    root = office(tmp_path)
    marks = root / "marks.csv"
    gone = ("P003,work", "P004,work")
    kept = (one for one in marks.read_text().splitlines(keepends=True) if not one.startswith(gone))
    marks.write_text("".join(kept).replace("P003,test,,,50", "P003,test,,,0"))
    for words in ("disqualify P004", "withdraw P006"):
        assert ikmctl(f"decide {words} --by Ketua --reason 'sama dengan P005' --on 2025-10-02", root).code == 0
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    return root


def test_nothing_is_awaited_of_them(cohort: Path) -> None:
    table = json.loads(ikmctl("show pending --format json", cohort).out)["data"]
    assert [row["id"] for row in table["rows"]] == ["P003"]
    funnel = json.loads(ikmctl("status --format json", cohort).out)["data"]["funnel"][0]
    assert (funnel["participants"], funnel["eligible"], funnel["pending"]) == (6, 3, 1)
    assert (
        "6 peserta, 3 lolos, 1 tertunda, 0 gugur, 2 mundur atau didiskualifikasi" in ikmctl("score", cohort, "id").both
    )
    tracks = json.loads(ikmctl("show quotas --format json", cohort).out)["data"]["rows"]
    assert [(row["track"], row["applied"], row["eligible"], row["pending"]) for row in tracks] == [
        ("batik", "3", "2", "1"), ("las", "3", "1", "0"),
    ]  # fmt: skip


def test_minutes_add_up_to_everybody_registered(cohort: Path) -> None:
    words = words_of(made(cohort, "minutes", "docx")[1])
    counts = (
        "Peserta terdaftar 6 Memenuhi syarat 3 Tidak memenuhi syarat 0 Datanya belum lengkap 1 "
        "Mundur atau didiskualifikasi 2 Terpilih 2 Cadangan 1"
    )
    assert counts in words


def test_the_recap_counts_them_once(cohort: Path) -> None:
    assert made(cohort, "recap", "xlsx")[0].code == 0
    sheet = load_workbook(cohort / "made.xlsx")["Ringkasan"]
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Jumlah")
    # applied, ineligible, pending, eligible, withdrawn or disqualified
    assert row[1:6] == (6, 0, 1, 3, 2)


def test_a_message_does_not_say_not_yet(cohort: Path) -> None:
    assert made(cohort, "messages", "xlsx")[0].code == 0
    rows = [row for sheet in load_workbook(cohort / "made.xlsx") for row in sheet.iter_rows(values_only=True)]
    told = {row[0]: row[4] for row in rows if str(row[0]).startswith("P00")}
    assert "Menurut keputusan panitia, Anda tidak lagi mengikuti seleksi Program kecil." in told["P004"]
    assert "belum" not in told["P004"].split("Hasil ini")[0]
    assert "P006" not in told


def test_the_recap_says_why_somebody_is_not_on_the_list(cohort: Path) -> None:
    assert made(cohort, "recap", "xlsx")[0].code == 0
    rows = list(load_workbook(cohort / "made.xlsx")["Las"].iter_rows(values_only=True))
    assert {row[1]: row[-1] for row in rows if row[1] in ("P004", "P006")} == {
        "P004": "didiskualifikasi", "P006": "mundur",
    }  # fmt: skip
