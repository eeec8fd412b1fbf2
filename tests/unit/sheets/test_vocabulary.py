"""Headers are known in spite of numbering, brackets, case and polite words, and in no other way."""

import pytest
from unit.sheets.program import program, words

from ikmctl.domain.fields import CATALOGUE
from ikmctl.sheets.aliases import COLUMNS, IGNORED, SCORE, heading
from ikmctl.sheets.vocabulary import ANY_SCORE, NOTHING, fold, spellings, unit_of, vocabulary


def test_every_field_of_the_catalogue_has_headers_and_no_header_has_two_fields() -> None:
    assert set(COLUMNS) == set(CATALOGUE)
    aliases = [alias for found in COLUMNS.values() for alias in found]
    assert len(set(aliases)) == len(aliases)
    assert not set(aliases) & (set(IGNORED) | set(SCORE))


def test_aliases_are_written_as_they_are_looked_up() -> None:
    for alias in (*IGNORED, *SCORE, *(alias for found in COLUMNS.values() for alias in found)):
        assert fold(alias) == alias


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("NIK", "nik"),
        ("  n i k ", "nik"),
        ("3. Nomor Induk Kependudukan (NIK) *", "nik"),
        ("Nama Lengkap (sesuai KTP)", "name"),
        ("Nama Lengkap sesuai e-KTP", "name"),
        ("a. Nama Peserta:", "name"),
        ("No. HP/WA yang masih aktif", "phone"),
        ("NO.HP / WHATSAPP", "phone"),
        ("Alamat\nlengkap", "address"),
        ("L/P", "gender"),
        ("Kab./Kota", "regency"),
        ("Desa/Kelurahan", "village"),
        ("Nilai Investasi (Rp.000)", "investment"),
        ("Tenaga Kerja (Orang)", "workers"),
        ("Mohon isi NIK Anda", "nik"),
        ("Full Name", "name"),
        ("E-mail", "email"),
        ("(NIK)", "nik"),
        ("No.", NOTHING),
        ("Keterangan", NOTHING),
        ("Skor", ANY_SCORE),
        ("Warna kesukaan", None),
        ("Nama hewan", None),
        ("", None),
    ],
)
def test_headers_of_registration_sheets(header: str, field: str | None) -> None:
    assert words().target((header,)) == field


def test_labels_under_a_heading_are_tried_joined_first() -> None:
    known = words()
    assert known.target(("TENAGA KERJA", "L")) == "workers_male"
    assert known.target(("TENAGA KERJA", "P")) == "workers_female"
    assert known.target(("ALAMAT", "KECAMATAN")) == "district"
    assert known.target(("KAPASITAS", "SATUAN")) == "capacity_unit"
    assert known.target(("DATA PRIBADI", "ALAMAT", "JALAN")) == "address"


def test_a_program_brings_headers_of_its_own_which_win() -> None:
    marks = {
        "post_test": {"per": "participant", "stage": "s", "headers": ["Skor post test"]},
        "practice": {"per": "judge", "stage": "s", "items": ["hasil", "kerapian"]},
    }
    fields = [{"id": "ready", "type": "integer", "headers": ["Kesiapan tempat"]}, {"id": "product", "type": "choice"}]
    known = words(marks=marks, fields=fields)
    assert known.target(("Kesiapan Tempat",)) == "ready"
    assert known.target(("ready",)) == "ready"
    assert known.target(("Skor post-test",)) == "marks.post_test"
    assert known.target(("Post test",)) == "marks.post_test"
    assert known.target(("Kerapian",)) == "marks.practice.kerapian"


def test_what_was_accepted_or_forced_wins_over_everything() -> None:
    known = vocabulary(program(), accepted={"Komoditi": "track", "NIK": "-"}, forced={"name": "NIK"})
    assert known.target(("KOMODITI",)) == "track"
    assert known.target(("NIK",)) == "name"


def test_spellings_go_from_full_to_bare() -> None:
    assert spellings("2) Omzet (Rp) per tahun") == ("omzet rp per tahun", "omzet per tahun")
    assert spellings("***") == ()


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Nilai Investasi (Rp.000)", "Rp.000"),
        ("Omzet [juta  rupiah]", "juta rupiah"),
        ("NIK", ""),
        ("A (b) C (d)", "d"),
    ],
)
def test_unit_stands_in_the_last_brackets(header: str, unit: str) -> None:
    assert unit_of(header) == unit


def test_fields_are_called_as_offices_head_their_columns_and_known_again_by_that() -> None:
    assert [heading(name) for name in ("family_card", "nik", "business_age", "workshop_ready")] == [
        "no kk", "NIK", "lama usaha", "workshop_ready",
    ]  # fmt: skip
    assert all(words().target((heading(name),)) == name for name in COLUMNS)
