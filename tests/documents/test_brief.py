"""The brief: one page whatever the program, the right numbers, a picture beside it, nobody's name."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from tools.console import ikmctl
from tools.pages import ROOT
from tools.scratch import STAGES, crowd, made
from tools.tiny import marks, tiny

LONG = "Kelompok Usaha Bersama Pengolahan Hasil Perikanan dan Kelautan Pesisir Utara {n}"


def words(pdf: Path) -> str:
    pages = PdfReader(pdf).pages
    assert len(pages) == 1
    assert [round(float(side)) for side in (pages[0].mediabox.width, pages[0].mediabox.height)] == [595, 842]
    return " ".join(pages[0].extract_text().split())


@pytest.mark.parametrize(("program", "stage"), [(name, stage) for name, stages in STAGES.items() for stage in stages])
def test_every_example_fits_one_page(program: str, stage: str, tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    answer = ikmctl(["report", "brief", "--stage", stage, "--on", "2026-03-02", "-o", str(target)],
                    ROOT / "cohorts" / program)  # fmt: skip
    assert answer.code == 0
    words(target)


def test_kendal_says_in_one_sentence_what_came_out(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    ikmctl(["report", "brief", "--on", "2026-03-02", "-o", str(target)], ROOT / "cohorts" / "kendal-wub-2025")
    text = words(target)
    assert "30 dari 240 pendaftar ditetapkan sebagai terpilih." in text
    assert "Tidak ada yang belum diputuskan." in text
    # track, seats, applied, eligible, selected, reserves, women; from scores.csv and shortlist.yaml by hand
    assert "Ecoprint 10 80 43 10 3 9" in text
    assert "Jumlah 30 240 126 30 9 9" in text


@pytest.mark.parametrize(
    ("tracks", "districts", "people", "name"),
    [(12, 20, 300, "Bidang {n}"), (12, 20, 300, LONG), (40, 20, 400, LONG), (12, 20, 12, LONG), (3, 1, 0, LONG)],
)
def test_one_page_holds_any_number_of_tracks_and_places(
    tracks: int, districts: int, people: int, name: str, tmp_path: Path
) -> None:
    text = words(made(crowd(tmp_path, tracks=tracks, districts=districts, people=people, name=name), "brief", "pdf"))
    assert "Program uji" in text
    if tracks == 40:
        assert "lainnya (26)" in text


def test_sums_stand_below_many_tracks(tmp_path: Path) -> None:
    root = crowd(tmp_path, tracks=12, districts=20, people=300, quota=3)
    text = words(made(root, "brief", "pdf"))
    # 25 people a track, all eligible; person n is a woman where 4 divides n, so tracks 4, 8 and 12 have women alone
    assert "Bidang 1 3 25 25 3 1 0" in text
    assert "Bidang 4 3 25 25 3 1 3" in text
    assert "Jumlah 36 300 300 36 12 9" in text
    assert "lainnya (5) 75" in text  # 15 places of 15 people, and five more together


def test_pdf_and_picture_are_made_together_and_twice_the_same(tmp_path: Path) -> None:
    root = crowd(tmp_path, tracks=2, districts=2, people=30)
    found = []
    for _ in range(2):
        assert ikmctl("report brief --on 2026-03-02", root).code == 0
        found.append([(root / "reports" / f"curation-brief.{form}").read_bytes() for form in ("pdf", "png")])
        for form in ("pdf", "png"):
            (root / "reports" / f"curation-brief.{form}").unlink()
    assert found[0] == found[1]
    assert found[0][0].startswith(b"%PDF")
    assert found[0][1].startswith(b"\x89PNG")


def test_what_is_undecided_is_said(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    (root / "marks.csv").write_text(marks({f"P00{n}": (70, 70) for n in range(1, 7)}))
    text = words(made(root, "brief", "pdf"))
    assert "0 dari 6 pendaftar diusulkan; daftar ini belum ditetapkan." in text
    tied = "Belum diputuskan: 1 kursi bidang Batik di antara 3 orang yang sama pada semua kunci (P001, P002, P003)."
    assert tied in text


def test_pending_people_are_counted(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    lines = (root / "marks.csv").read_text().splitlines(keepends=True)
    (root / "marks.csv").write_text("".join(line for line in lines if "P003,work" not in line))
    text = words(made(root, "brief", "pdf"))
    assert "Belum lengkap: 1 peserta masih dapat mencapai batas bila nilainya masuk." in text
