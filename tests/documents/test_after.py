"""The monitoring page and the catalogue: counts that hide nobody, members who said yes and nobody else."""

import csv
from pathlib import Path

import pytest
from documents.test_summary import Page
from tools.console import ikmctl
from tools.scratch import crowd, made, office


@pytest.fixture(scope="module")
def kaliwungu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office(tmp_path_factory.mktemp("kaliwungu"), "kaliwungu-kemitraan")


def page(root: Path, kind: str, *more: str) -> Page:
    return Page(made(root, kind, "html", *more).read_text(encoding="utf-8"))


def test_small_groups_of_people_followed_stand_together(kaliwungu: Path) -> None:
    found = page(kaliwungu, "monitoring")
    # the terminal's table has 4 up, 6 same, 1 stopped, 1 not reached
    assert found.tables["Keadaan sekarang"][1:] == [
        ["kelas tetap", "6", "50 %"], ["turun kelas", "0", "0 %"], ["kelas tidak diketahui", "0", "0 %"],
        ["belum ada kabar", "0", "0 %"], ["naik kelas, berhenti, tidak terhubungi", "6", "50 %"],
    ]  # fmt: skip
    assert found.tables["Langkah kemitraan"][1:] == [
        ["temu bisnis", "11"], ["sampel", "5"], ["kontrak", "kurang dari lima"],
    ]  # fmt: skip
    assert "12 orang dipantau sesudah 1 Oktober 2025." in found.words
    assert "naik kelas." not in found.words  # four people alone are not told
    assert "A0" not in found.words


def test_who_moved_up_is_told_where_there_are_enough(tmp_path: Path) -> None:
    root = crowd(tmp_path, tracks=1, districts=1, people=20, quota=20)
    rows = [f"P{n:03},2025-09-01,turnover,100000000,document" for n in range(1, 21)]
    rows += [f"P{n:03},2026-02-01,turnover,{3000000000 if n <= 7 else 100000000},visit" for n in range(1, 21)]
    (root / "outcomes.csv").write_text("number,on,field,value,source\n" + "\n".join(rows) + "\n")
    answer = ikmctl("report monitoring", root)
    assert answer.code == 0, answer.both
    found = page(root, "monitoring")
    assert "20 orang dipantau sesudah 29 September 2025; 7 naik kelas." in found.words
    sizes = found.tables["Kelas usaha sebelum dan sesudah"][1:]
    assert sizes == [["mikro", "20", "13"], ["kecil", "0", "7"]]  # PP 7/2021: micro up to Rp2 billion a year


def test_without_anything_heard_the_page_says_so(tmp_path: Path) -> None:
    found = page(crowd(tmp_path, tracks=1, districts=1, people=6), "monitoring")
    assert "Belum ada data sesudah program." in found.words


def test_the_catalogue_shows_members_who_said_yes_and_nothing_else_of_them(kaliwungu: Path) -> None:
    with (kaliwungu / "private" / "people.csv").open(encoding="utf-8") as file:
        people = list(csv.DictReader(file))
    agreed = {one["number"]: one for one in people if one["consent"] == "true"}
    assert 0 < len(agreed) < len(people)
    found = page(kaliwungu, "catalogue")
    heads, *rows = found.tables["Anggota"]
    assert heads == ["No. peserta", "usaha", "KBLI", "kapasitas sebulan"]
    assert [row[0] for row in rows] == sorted(agreed)
    for row in rows:
        one = agreed[row[0]]
        assert row[1:] == [one["business_name"], one["kbli"], f"{one['capacity']} {one['capacity_unit']}"]
    for one in people:
        for secret in ("owner_name", "phone", "nib", "price", "turnover"):
            assert not one[secret] or f" {one[secret]} " not in f" {found.words} "
        if one["number"] not in agreed:
            assert one["number"] not in found.words
            assert one["business_name"] not in found.words


def test_an_anonymous_catalogue_has_no_business_names(kaliwungu: Path) -> None:
    heads = page(kaliwungu, "catalogue", "--anon").tables["Anggota"][0]
    assert heads == ["No. peserta", "KBLI", "kapasitas sebulan"]


def test_a_member_who_left_is_not_listed(tmp_path: Path) -> None:
    root = office(tmp_path, "kaliwungu-kemitraan")
    left = ["decide", "withdraw", "A001", "--by", "Ketua", "--reason", "berhenti", "--on", "2026-01-05"]
    assert ikmctl(left, root).code == 0
    assert "A001" not in page(root, "catalogue").words


def test_a_program_that_does_not_match_has_no_catalogue(tmp_path: Path) -> None:
    answer = ikmctl("report catalogue", crowd(tmp_path, tracks=1, districts=1, people=2))
    assert answer.code == 2
    assert "IKM655" in answer.err


def test_large_capacities_are_grouped_as_the_language_does(tmp_path: Path) -> None:
    root = office(tmp_path, "kaliwungu-kemitraan")
    text = (root / "participants.csv").read_text(encoding="utf-8")
    at = text.splitlines()[0].split(",").index("capacity")
    rows = [line.split(",") for line in text.splitlines()]
    rows[1][at] = "12500.5"
    (root / "participants.csv").write_text("\n".join(map(",".join, rows)) + "\n", encoding="utf-8")
    found = {row[0]: row[-1].split()[0] for row in page(root, "catalogue").tables["Anggota"][1:]}
    assert found[rows[1][0]] == "12.500,5"
