"""The annex of the decree: the list that is decided, prizes where there are any, no more of a person than it needs."""

from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.office import NIK, made, office, one_track, words_of

FORMS = ("docx", "pdf")


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = office(tmp_path)
    for command in ("lock rules --by Ketua --on 2025-09-28", "curate --on 2025-10-02"):
        assert ikmctl(command, root).code == 0
    return root


@pytest.mark.parametrize("form", FORMS)
def test_the_annex_lists_number_name_and_business(cohort: Path, form: str) -> None:
    answer, body = made(cohort, "decree-annex", form)
    assert answer.code == 0
    words = words_of(body).replace(" : ", ": ")
    for part in (
        "LAMPIRAN KEPUTUSAN KEPALA DINAS", "NOMOR: 500/2", "TANGGAL: 13 Oktober 2025", "TENTANG: PENETAPAN PESERTA",
        "Batik", "1 P001 Siti Aminah Usaha 1", "Cadangan", "1 P002 <PT> & {{ number }} Usaha 2",
        "1 P005 Joko Susilo Usaha 5",
        "Daftar ini masih usulan", "Kepala Dinas, Contoh Kepala",
    ):  # fmt: skip
        assert part in words, part
    for hidden in (NIK[:8], "0812", "Rahasia", "75", "Budi", "Tingkat", "Jumlah"):
        assert hidden not in words.replace("2025", ""), hidden
    assert body == made(cohort, "decree-annex", form)[1]


@pytest.mark.parametrize("form", FORMS)
def test_a_decided_list_is_said_to_be_one(cohort: Path, form: str) -> None:
    for command in ("announce --by Ketua --on 2025-10-06", "finalize --by Kepala --decree 500/2 --on 2025-10-13"):
        assert ikmctl(command, cohort).code == 0
    words = words_of(made(cohort, "decree-annex", form)[1])
    assert "Daftar ini telah ditetapkan." in words
    assert "masih usulan" not in words


@pytest.mark.parametrize("form", FORMS)
def test_prizes_have_amounts_and_their_sum_in_words(tmp_path: Path, form: str) -> None:
    root = office(tmp_path)
    program = root / "program.yaml"
    awards = "quota: 1\n    awards: {tiers: [{name: Juara I, places: 1, amount: 1500000}]}"
    program.write_text(program.read_text().replace("  - id: curation", f"  - id: curation\n    {awards}"))
    one_track(root)
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    words = words_of(made(root, "decree-annex", form)[1])
    assert "Tingkat Besarnya 1 P005 Joko Susilo Usaha 5 Juara I Rp1.500.000,00" in words
    assert "Jumlah seluruhnya: Rp1.500.000,00 (satu juta lima ratus ribu rupiah)" in words


@pytest.mark.parametrize("form", FORMS)
def test_without_businesses_there_is_no_column_for_them(cohort: Path, form: str) -> None:
    people = cohort / "private" / "people.csv"
    people.write_text("".join(f"{line.rpartition(',')[0]}\n" for line in people.read_text().splitlines()))
    words = words_of(made(cohort, "decree-annex", form)[1])
    assert "Usaha" not in words
    assert "1 P001 Siti Aminah" in words


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_track_is_said(cohort: Path, form: str) -> None:
    marks = cohort / "marks.csv"
    kept = [line for line in marks.read_text().splitlines() if line[:4] not in ("P004", "P005", "P006")]
    marks.write_text("\n".join(kept) + "\n")
    ikmctl('curate --on 2025-10-02 --accept-pending --reason "nilai tidak masuk"', cohort)
    words = words_of(made(cohort, "decree-annex", form)[1])
    assert "Las Tidak ada." in words


def test_the_number_that_finalize_recorded_is_printed_by_itself(cohort: Path) -> None:
    program = cohort / "program.yaml"
    program.write_text(program.read_text().replace("decree: {number: 500/2,", "decree: {"))
    for command in ("announce --by Ketua --on 2025-10-06", "finalize --by Kepala --decree 500/7 --on 2025-10-13"):
        assert ikmctl(command, cohort).code == 0
    answer, body = made(cohort, "decree-annex", "pdf")
    assert "NOMOR : 500/7" in words_of(body)
    assert "IKM978" not in answer.err
    assert "IKM635" not in answer.err


@pytest.mark.parametrize(
    ("flag", "printed", "stated"), [("", "500/7", "500/2"), (" --number 500/9999", "500/9999", "500/9999")]
)
def test_another_number_than_the_recorded_one_is_a_warning_that_names_both(
    cohort: Path, flag: str, printed: str, stated: str
) -> None:
    for command in ("announce --by Ketua --on 2025-10-06", "finalize --by Kepala --decree 500/7 --on 2025-10-13"):
        assert ikmctl(command, cohort).code == 0
    answer, body = made(cohort, f"decree-annex{flag}", "pdf")
    assert f"NOMOR : {printed} " in words_of(body)
    assert f"bernomor `500/7`, bukan `{stated}`; yang tercetak `{printed}`" in answer.err


def test_a_decree_named_with_more_words_has_the_number_in_it(cohort: Path) -> None:
    decree = "'Keputusan Bupati 500/2 Tahun 2025'"
    for command in ("announce --by Ketua --on 2025-10-06", f"finalize --by K --decree {decree} --on 2025-10-13"):
        assert ikmctl(command, cohort).code == 0
    answer, body = made(cohort, "decree-annex", "pdf")
    assert "NOMOR : 500/2 " in words_of(body)
    assert "IKM635" not in answer.err
