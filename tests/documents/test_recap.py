"""The recap: every sheet that a committee needs, and formulas that agree with the exact values in LibreOffice."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.papers import NAMES, NIK, office
from tools.recalculated import recalculated
from tools.tiny import tiny

from ikmctl.xlsx import Book

FILE = "reports/curation-recap.xlsx"
CRITERIA = (
    "      - {id: test, source: marks.test, direction: benefit, scale: {linear: [0, 100]}, weight: 60, "
    "missing: pending}\n"
    "      - {id: work, source: marks.work, direction: benefit, scale: {linear: [1, 5]}, weight: 40, "
    "missing: pending}\n"
)
RELATIVE = CRITERIA.replace(" scale: {linear: [0, 100]},", "").replace(" scale: {linear: [1, 5]},", "")
COST = RELATIVE + "      - {id: age, source: fields.age, direction: cost, weight: 10, missing: pending}\n"


def made(root: Path) -> Any:
    answer = ikmctl("report recap --on 2025-10-06", root)
    assert answer.code == 0, answer.both
    return load_workbook(root / FILE)


def rows(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_funnel_counts_every_track(tmp_path: Path) -> None:
    sheet = made(office(tmp_path))["Ringkasan"]
    found = {str(row[0]): row[1:10] for row in rows(sheet)}
    # applied, ineligible, pending, eligible, withdrawn, seats, selected, reserves, empty
    assert found["Batik"] == [4, 1, 0, 3, 0, 2, 2, 1, 0]
    assert found["Las"] == [2, 0, 0, 2, 0, 1, 1, 1, 0]
    assert found["Kosong"] == [0, 0, 0, 0, 0, 1, 0, 0, 1]
    assert found["Jumlah"] == [6, 1, 0, 5, 0, 4, 3, 2, 1]
    # scores 89, 78, 62, 51, 86, 70
    assert [found[f"{low}-{low + 10}"][:3] for low in range(50, 100, 10)] == [
        [0, 0, 1], [0, 1, 0], [1, 1, 0], [2, 0, 0], [0, 0, 0],
    ]  # fmt: skip


def test_seats_are_those_of_the_last_curate(tmp_path: Path) -> None:
    root = office(tmp_path)
    (root / "events.yaml").unlink()  # with its lock, from which `--per-track` would differ
    assert ikmctl("curate --per-track 1 --on 2025-10-03", root).code == 0
    found = {str(row[0]): row[1:10] for row in rows(made(root)["Ringkasan"])}
    assert found["Batik"][5:] == [1, 1, 1, 0]


def test_charts_say_in_words_what_they_show(tmp_path: Path) -> None:
    import zipfile

    made_at = office(tmp_path)
    made(made_at)
    with zipfile.ZipFile(made_at / FILE) as file:
        drawing = file.read("xl/drawings/drawing1.xml").decode()
        charts = [name for name in file.namelist() if name.startswith("xl/charts/")]
    assert len(charts) == 2
    assert "Kursi tiap bidang: Batik: 2 terpilih dari 2 kursi, 1 cadangan; Las: 1 terpilih" in drawing
    assert "Sebaran nilai akhir: 50-60: 1; 60-70: 1; 70-80: 2; 80-90: 2" in drawing


def test_rankings_list_selected_reserves_and_the_rest(tmp_path: Path) -> None:
    book = made(office(tmp_path))
    assert book.sheetnames == [
        "Ringkasan", "Batik", "Las", "Kosong", "Syarat", "Alasan", "Juri", "Keputusan dan sanggahan", "Cek hitung",
    ]  # fmt: skip
    found = rows(book["Batik"])
    assert found[2] == ["No.", "No. peserta", "Nama", "test\n(bobot 60)", "work\n(bobot 40)", "Nilai akhir", "Hasil"]
    assert [(row[1], row[5], row[6]) for row in found[3:]] == [
        ("P001", 89, "terpilih"), ("P002", 78, "terpilih"), ("P003", 62, "cadangan 1"), ("P004", 51, "gugur"),
    ]  # fmt: skip
    assert [row[2] for row in found[3:]] == [NAMES[f"P00{n}"] for n in range(1, 5)]
    assert rows(book["Kosong"])[3][0] == "Belum ada."
    sheet = book["Batik"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D4", "A3:G7")
    assert (sheet.print_title_rows, sheet.page_setup.paperSize) == ("$1:$3", 14)


def test_eligibility_panel_and_decisions_stand_there_with_their_reasons(tmp_path: Path) -> None:
    root = office(tmp_path)
    act = [
        "decide",
        "withdraw",
        "P002",
        "--by",
        "Ketua",
        "--reason",
        "surat",
        "--on",
        "2025-10-03",
        "--document",
        "S/1",
    ]
    assert ikmctl(act, root).code == 0
    book = made(root)
    verdicts = {row[0]: row[3:5] for row in rows(book["Syarat"])[1:]}
    assert verdicts["P001"] == ["memenuhi syarat", "umur 30 tahun"]
    assert verdicts["P004"][0] == "gugur"
    assert "60" in verdicts["P004"][1]
    judges = {row[2]: row for row in rows(book["Juri"]) if row[2] in ("J1", "J2")}
    # J1 gave 5 4 3 2 4 3, J2 gave 4 4 3 3 5 4: means 21/6 and 23/6, each 1/6 from the middle
    assert judges["J1"][3:6] == ["akademisi", 6, 3.5]
    assert judges["J2"][3:6] == ["praktisi", 6, 3.833]
    assert (judges["J1"][7], judges["J2"][7]) == (-0.167, 0.167)
    assert ["3 Oktober 2025", "mundur", "P002", "Ketua", "surat", "S/1"] in rows(book["Keputusan dan sanggahan"])
    words = " ".join(str(value) for sheet in book for row in rows(sheet) for value in row)
    assert NIK not in words


def test_who_misses_a_threshold_has_a_coloured_cell(tmp_path: Path) -> None:
    root = office(tmp_path)
    (root / "events.yaml").unlink()  # with its lock
    program = root / "program.yaml"
    text = program.read_text().replace("weight: 60, missing", "weight: 60, threshold: 75.5, missing")
    program.write_text(text.replace("  test: {per", "  test: {name: Tes akhir, per"))
    assert ikmctl("curate --on 2025-10-03", root).code == 0
    sheet = made(root)["Syarat"]
    head, *lines = rows(sheet)
    column = head.index("Tes akhir: ambang 75,5")
    assert {row[0]: row[column] for row in lines} == {
        "P001": "90", "P002": "80", "P004": "Tes akhir 60, di bawah ambang 75,5", "P005": "85",
        "P003": "Tes akhir 70, di bawah ambang 75,5", "P006": "Tes akhir 75, di bawah ambang 75,5",
    }  # fmt: skip
    colours = {row[0].value: row[column].fill.fgColor.rgb for row in sheet.iter_rows(min_row=2)}
    assert {number for number, colour in colours.items() if colour == "FFF8CBAD"} == {"P003", "P004", "P006"}
    assert (
        head[4]
        == "Umur dalam tahun penuh pada tanggal hitung, batas ikut dihitung: paling sedikit 18, paling banyak 55"
    )


def test_libreoffice_really_works_formulas_out(tmp_path: Path) -> None:
    book = Book()
    book.sheet("A").formula(0, 0, "1+1", 5)
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.xlsx").write_bytes(book.to_bytes())
    assert load_workbook(recalculated(tmp_path / "one" / "a.xlsx", tmp_path), data_only=True)["A"]["A1"].value == 2


METHODS = [("weighted_sum", CRITERIA), ("saw", RELATIVE), ("saw", COST), ("wp", COST), ("topsis", COST)]


@pytest.mark.parametrize(("method", "criteria"), METHODS, ids=["weighted_sum", "saw", "saw-cost", "wp", "topsis"])
def test_libreoffice_agrees_with_every_score(tmp_path: Path, method: str, criteria: str) -> None:
    root = office(tmp_path, change=(CRITERIA, f"{criteria}    method: {method}\n"))
    kept = made(root)["Cek hitung"]
    new = load_workbook(recalculated(root / FILE, tmp_path), data_only=True)["Cek hitung"]
    head = next(row for row in kept.iter_rows() if row[0].value == "No. peserta")
    columns = {str(cell.value): cell.column for cell in head}
    people = [row[0].row for row in kept.iter_rows(min_row=head[0].row + 1) if str(row[0].value) in NAMES]
    assert len(people) == (6 if method == "weighted_sum" else 5)  # relative methods compare the eligible alone
    scores = {}
    for row in people:
        assert str(kept.cell(row, columns["Rumus Excel"]).value).startswith("=")
        worked, exact = (new.cell(row, columns[name]).value for name in ("Rumus Excel", "Nilai pasti"))
        assert new.cell(row, columns["Cocok"]).value == "cocok"
        assert worked == pytest.approx(exact, abs=0.0002)
        scores[str(kept.cell(row, 1).value)] = exact
    assert new.cell(1, columns["Cocok"]).value == f"{len(people)} / {len(people)}"
    assert max(scores, key=lambda number: scores[number]) == "P001"


def test_a_program_without_scores_shows_what_orders_people(tmp_path: Path) -> None:
    order = "    criteria: []\n    order: [{by: fields.age}]\n"
    root = office(tmp_path, change=("    criteria:\n" + CRITERIA, order))
    book = made(root)
    assert rows(book["Batik"])[2] == ["No.", "No. peserta", "Nama", "Umur", "Hasil"]
    assert rows(book["Batik"])[3][1:] == ["P001", "Siti Aminah", "30", "terpilih"]
    assert "Cek hitung" not in book.sheetnames


def test_a_lottery_has_a_recap_too(tmp_path: Path) -> None:
    root = office(tmp_path, change=("selection: {ties: [ticket]}", "selection: {mode: lottery}"))
    assert "Ringkasan" in made(root).sheetnames


def test_close_scores_get_the_decimals_that_keep_them_apart(tmp_path: Path) -> None:
    root = office(tmp_path)
    path = root / "marks.csv"
    text = path.read_text().replace("P002,work,,J1,4", "P002,work,,J1,5")
    path.write_text(text.replace("P002,test,,,80", "P002,test,,,90.005"))
    book = made(root)  # P001 90 x 0.6 + 87.5 x 0.4 = 89; P002 90.005 x 0.6 + 87.5 x 0.4 = 89.003
    assert {book["Batik"].cell(row, 6).number_format for row in (4, 5)} == {"0.000"}


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    root = office(tmp_path)
    made(root)
    once = (root / FILE).read_bytes()
    (root / FILE).unlink()
    made(root)
    assert (root / FILE).read_bytes() == once


def test_a_seat_that_waits_for_a_tie_is_not_empty(tmp_path: Path) -> None:
    root = office(tmp_path)
    text = (root / "marks.csv").read_text().replace("P003,test,,,70", "P003,test,,,80")
    (root / "marks.csv").write_text(
        text.replace("P003,work,,J1,3", "P003,work,,J1,4").replace("P003,work,,J2,3", "P003,work,,J2,4")
    )
    ikmctl("curate --on 2025-10-02", root)  # P002 and P003 are equal for the second seat of batik
    found = {str(row[0]): row[1:10] for row in rows(made(root)["Ringkasan"])}
    assert found["Batik"] == [4, 1, 0, 3, 0, 2, 1, 0, 0]


def test_a_seat_outside_the_quota_fills_no_empty_one(tmp_path: Path) -> None:
    root = office(tmp_path)
    for words in ("withdraw P006 --kind mundur", "withdraw P005 --kind mundur", "admit P006 --seat extra"):
        assert ikmctl(f"decide {words} --by K --reason x --on 2025-10-03", root).code == 0
    found = {str(row[0]): row[1:10] for row in rows(made(root)["Ringkasan"])}
    assert found["Las"][5:] == [1, 1, 0, 1]  # one seat, which stays empty, and one person beside it


@pytest.mark.parametrize(("amount", "said"), [(", amount: 3000000", "Juara I: 2 x Rp3.000.000,00"), ("", "Juara I: 2")])
def test_prizes_are_counted_over_all_tracks_and_one_without_money_costs_nothing(
    tmp_path: Path, amount: str, said: str
) -> None:
    root = tiny(tmp_path)  # two tracks with a seat each
    tiers = f"    awards: {{group_by: track, tiers: [{{name: Juara I, places: 1{amount}}}]}}\n"
    with (root / "program.yaml").open("a") as file:
        file.write(tiers)
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    found = {str(row[0]): row[1] for row in rows(made(root)["Ringkasan"])}
    assert found["Hadiah"] == said
