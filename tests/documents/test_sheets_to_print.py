"""Rules and receipts as pages to print."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from tools.console import ikmctl
from tools.office import NAMES, NIK, made, office, words_of


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    return office(tmp_path)


def test_rules_are_printed_before_anybody_registers(cohort: Path) -> None:
    for name in ("participants.csv", "marks.csv", "imports.csv", "private/people.csv"):
        (cohort / name).unlink()
    assert ikmctl("lock rules --by Ketua --on 2025-09-20", cohort).code == 0
    answer, body = made(cohort, "rules", "pdf")
    assert answer.code == 0, answer.both
    words = words_of(body)
    for part in ("ATURAN SELEKSI", "Batik: 1 kursi, 1 cadangan", "test: bobot 50 dari 100", "segel aturan ke-1"):
        assert part in words, part
    assert body == made(cohort, "rules", "pdf")[1]


def test_a_receipt_is_one_page_with_a_person_s_own_values(cohort: Path) -> None:
    assert ikmctl("curate --on 2025-10-02", cohort).code == 0
    answer, body = made(cohort, "receipts", "pdf")
    assert answer.code == 0
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(body)).pages]
    assert len(pages) == len(NAMES)
    for number, page in zip(NAMES, pages, strict=True):
        assert f"Peserta {number}" in page
        assert [one for pair in NAMES.items() if pair[0] != number for one in pair if one in page] == []
        assert NIK[:8] not in page
    assert "test 90 90,00 50 45,00" in pages[0]
    assert "Nilai akhir: 75" in pages[0]
    assert "Masa sanggah: 7 Oktober 2025 sampai 9 Oktober 2025" in pages[0]
    assert body == made(cohort, "receipts", "pdf")[1]


def test_rules_speak_of_limits_in_words(cohort: Path) -> None:
    for name in ("participants.csv", "marks.csv"):
        (cohort / name).unlink()
    program = cohort / "program.yaml"
    rules = """\
    eligibility:
      - {rule: domicile, within: "33.24"}
      - {rule: age, min: 18}
      - {rule: attendance, min_share: 0.8, mark: presence}
    criteria:
"""
    text = program.read_text().replace("    criteria:\n", rules)
    text = text.replace("marks:\n", "marks:\n  presence: {per: session, stage: curation, codes: {H: 1}}\n")
    program.write_text(text + "dates: {start: 2025-09-29, end: 2025-09-30}\n")
    words = made(cohort, "rules", "md")[1].decode()
    assert "Kabupaten Kendal" in words
    assert "paling sedikit 18" in words
    assert "paling sedikit 80 %" in words
    assert "33.24" not in words
    assert "selama data ini belum ada peserta ditunda" in words


def test_rules_say_where_a_value_comes_from_and_how_it_is_scaled(cohort: Path) -> None:
    for name in ("participants.csv", "marks.csv"):
        (cohort / name).unlink()
    program = cohort / "program.yaml"
    text = program.read_text()
    scales = """\
    eligibility:
      - {rule: no_previous_aid, years: 3, missing: pass}
      - {rule: age, min: 18, missing: reject}
    criteria:
      - {id: rise, source: {gain: [marks.test, marks.work]}, scale: {linear: [0, 0.6]}, WORST}
      - {id: price, source: marks.work, scale: {linear: [10, 90]}, COST}
      - {id: ready, source: fields.workers, scale: {map: {1: 0, 2: 33.5}}, WORST}
      - {id: size, source: fields.age, scale: {bands: [{below: 20, points: 0}, {from: 20, points: 100}]}, WORST}
"""
    scales = scales.replace("WORST", "direction: benefit, weight: 10, missing: worst")
    scales = scales.replace("COST", "direction: cost, weight: 10, missing: worst")
    program.write_text("language: en\n" + text.replace("    criteria:\n", scales))
    answer, body = made(cohort, "rules", "md")
    assert answer.code == 0, answer.both
    words = body.decode().replace("\\", "")
    for part in (
        "3 years; without this the requirement is taken as met",
        "at least 18; without this a participant is out",
        "rise: weight 10 of 140; from test, work (two marks: how much of the rise that was possible was reached, ",
        "(post - pre) / (max - pre)); 0 earns 0 points, 0.6 earns 100 points, a straight line between; without it ",
        "price: weight 10 of 140; from work; 90 earns 0 points, 10 earns 100 points",
        "from Workers; 0-100 points for each choice: 1 = 0; 2 = 33.5;",
        "from Age; steps: each range of values earns fixed points: below 20 = 0; 20 and above = 100;",
    ):
        assert part in words, part
