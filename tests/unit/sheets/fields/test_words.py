"""Kinds whose values are words: gender, yes and no, choices, occupation, education and the like."""

from time import perf_counter
from typing import Any

import pytest
from unit.sheets.fields.reading import Codes, Read

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.fields import FIELDS
from ikmctl.sheets.fields.alias import alias_table

CODES = ("H", "S", "I", "A")


@pytest.mark.parametrize(
    "typed", ["P", "p", "Pr", "Perempuan", "PEREMPUAN", "Wanita", "perempuan (P)", "Ibu", "female"]
)
def test_female(read: Read, typed: str) -> None:
    assert read("gender", typed).value == "female"


@pytest.mark.parametrize("typed", ["L", "l", "Lk", "Laki-laki", "LAKI - LAKI", "laki2", "Pria", "Laki–laki", "male"])
def test_male(read: Read, typed: str) -> None:
    assert read("gender", typed).value == "male"


@pytest.mark.parametrize(("typed", "cell"), [("X", "text"), ("L/P", "text"), ("1", "number")])
def test_gender_refused(read: Read, codes: Codes, typed: str, cell: str) -> None:
    assert codes(read("gender", typed, cell)) == ["IKM248"]


@pytest.mark.parametrize(
    ("typed", "cell", "value"),
    [("Ya", "text", "true"), ("Tidak", "text", "false"), ("ADA", "text", "true"), ("belum", "text", "false"),
     ("✓", "text", "true"),
     ("✔️", "text", "true"), ("v", "text", "true"), ("✗", "text", "false"), ("1", "number", "true"),
     ("0", "number", "false"),
     ("true", "bool", "true"), ("Ya, saya bersedia mengikuti seluruh kegiatan", "text", "true"),
     ("Tidak, terima kasih", "text", "false")],
)  # fmt: skip
def test_flags(read: Read, typed: str, cell: str, value: Any) -> None:
    assert read("flag", typed, cell).value == value


@pytest.mark.parametrize("typed", ["mungkin", "ya/tidak", "2", "Yakin"])
def test_flags_refused(read: Read, codes: Codes, typed: str) -> None:
    assert codes(read("flag", typed)) == ["IKM248"]


@pytest.mark.parametrize(
    "typed",
    ["PNS", "asn", "PPPK", "P3K", "Pegawai Negeri Sipil", "pegawai negri", "Aparatur Sipil Negara", "CPNS",
     "Guru PNS", "Guru PPPK",
     "PPPK Paruh Waktu", "ASN/PNS"],
)  # fmt: skip
def test_civil_servants(read: Read, typed: str) -> None:
    assert (read("occupation", typed).value, read("occupation", typed).problems) == ("ASN", ())


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("TNI", "TNI"),
        ("TNI-AD", "TNI"),
        ("Tentara Nasional Indonesia (TNI)", None),
        ("Polri", "Polri"),
        ("POLISI", "Polri"),
        ("Kepolisian RI", "Polri"),
    ],
)
def test_soldiers_and_police(read: Read, typed: str, value: Any) -> None:
    assert read("occupation", typed).value == value


@pytest.mark.parametrize(
    "typed",
    ["P N S", "PSN", "PNSS", "Pegawai Negeri Sipl", "Guru", "Pegawai", "Dosen", "Bidan", "Dinas",
     "pegawai kecamatan", "PNS aktif",
     "anggota Polri aktif", "Aparatur"],
)  # fmt: skip
def test_near_misses_stay_open(read: Read, typed: str) -> None:
    parsed = read("occupation", typed)
    assert (parsed.value, parsed.rejected) == (None, False)
    assert [(item.code, item.severity) for item in parsed.problems] == [("IKM274", Severity.WARNING)]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("wiraswasta", "Wiraswasta"), ("Ibu Rumah Tangga", "Ibu rumah tangga"), ("IRT", "Ibu rumah tangga"),
     ("Pensiunan PNS", "Pensiunan"),
     ("Purnawirawan TNI", "Pensiunan"), ("Guru honorer", "Honorer"), ("bukan PNS", "Honorer"),
     ("istri PNS", "istri PNS"),
     ("Mahasiswa", "Pelajar/Mahasiswa"), ("Pemandu wisata", "Pemandu wisata"), ("Swasta", "Karyawan swasta"),
     ("Tukang jahit", "Penjahit"), ("Tukang kayu", "Tukang kayu"), ("Belum bekerja", "Belum/tidak bekerja"),
     ("Karyawan BUMN", "Karyawan BUMN/BUMD")],
)  # fmt: skip
def test_other_occupations(read: Read, typed: str, value: Any) -> None:
    parsed = read("occupation", typed)
    assert (parsed.value, parsed.problems) == (value, ())


def test_occupation_of_digits_is_refused(read: Read, codes: Codes) -> None:
    assert codes(read("occupation", "12345")) == ["IKM248"]
    assert codes(read("occupation", "5", "number")) == ["IKM248"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("SD", "SD"), ("Tamat SD/Sederajat", "SD"), ("SLTP", "SMP"), ("MTs", "SMP"), ("SMA/SMK", "SMA"),
     ("SLTA/Sederajat", "SMA"),
     ("SMK", "SMK"), ("STM", "SMK"), ("D-III", "D3"), ("D3", "D3"), ("Diploma 3", "D3"),
     ("Akademi/Diploma III/S. Muda", None),
     ("D4/S1", "S1"), ("S-1", "S1"), ("Diploma IV/Strata I", "S1"), ("Sarjana", "S1"), ("S2", "S2"), ("S-3", "S3"),
     ("Tidak/Belum Sekolah", "none"), ("Lulusan SMA", "SMA"), ("Paket C", "SMA")],
)  # fmt: skip
def test_education(read: Read, codes: Codes, typed: str, value: Any) -> None:
    parsed = read("education", typed)
    assert (parsed.value, codes(parsed)) == (value, [] if value else ["IKM248"])


@pytest.mark.parametrize(
    ("typed", "value"),
    [("Tidak", "none"), ("Non Disabilitas", "none"), ("Tuna Daksa", "physical"), ("Tunarungu", "sensory"),
     ("rungu wicara", "sensory"),
     ("Disabilitas mental", "mental"), ("Tuna grahita", "intellectual"), ("Ganda", "multiple"),
     ("daksa, netra", "multiple"),
     ("netra dan rungu", "sensory"), ("Ya", "yes"), ("-", None)],
)  # fmt: skip
def test_disability(read: Read, typed: str, value: Any) -> None:
    parsed = read("disability", typed)
    assert (parsed.value, parsed.problems) == (value, ())


def test_disability_is_masked(read: Read) -> None:
    parsed = read("disability", "sakit 3 tahun", private=True)
    assert parsed.problems[0].params["found"] == "xxxxx # xxxxx"
    assert read("disability", "tidak, netra").rejected


@pytest.mark.parametrize(
    ("typed", "value"),
    [("H", "H"), ("h", "H"), ("Hadir", "H"), ("✓", "H"), ("✔️", "H"), ("v", "H"), ("1", "H"), ("S", "S"),
     ("Sakit", "S"),
     ("Izin", "I"), ("ijin", "I"), ("A", "A"), ("Alpa", "A"), ("alfa", "A"), ("tanpa keterangan", "A"), ("0", "A"),
     ("✗", "A"), ("-", None)],
)  # fmt: skip
def test_attendance(read: Read, typed: str, value: Any) -> None:
    assert read("attendance", typed, values=CODES).value == value


def test_attendance_knows_only_declared_codes(read: Read) -> None:
    assert read("attendance", "T", values=CODES).problems[0].params == {"found": "T", "known": "H, S, I, A"}
    assert read("attendance", "terlambat", values=(*CODES, "T")).value == "T"
    assert read("attendance", "hadir", values=("hadir", "absen")).value == "hadir"
    assert read("attendance", "Hadir penuh", values=CODES).rejected


def test_a_bare_cross_means_present_here_and_absent_there_so_it_is_refused(read: Read, codes: Codes) -> None:
    assert codes(read("attendance", "x", values=CODES)) == ["IKM287"]
    assert read("attendance", "x", values=("X", "-")).value == "X"
    assert codes(read("flag", "X")) == ["IKM248"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("BUAH", "buah"), ("bh", "buah"), ("Buah ", "buah"), ("bks", "bungkus"), ("Bungkus/bks", "bungkus"),
     ("m3", "m3"), ("Kubik", "m3"),
     ("ptng", "potong"), ("Ptg.", "potong"), ("gln", "galon"), ("Kg", "kg"), ("kg/bulan", "kg"),
     ("topeng", "topeng"), ("mata", "mata"),
     ("Kwintal", "kuintal"), ("Dus", "kotak"), ("pack", "pak")],
)  # fmt: skip
def test_units(read: Read, typed: str, value: Any) -> None:
    assert read("unit", typed).value == value


def test_choices(read: Read) -> None:
    values = ("Halal", "PIRT", "Merek/HKI")
    assert read("choice", " halal ", values=values).value == "Halal"
    assert read("choice", "merek hki", values=values).value == "Merek/HKI"
    near = read("choice", "hallal", values=values)
    assert [(item.code, item.params) for item in near.problems] == [("IKM249", {"found": "hallal", "near": "Halal"})]
    far = read("choice", "SNI", values=values)
    assert [(item.code, item.params) for item in far.problems] == [
        ("IKM248", {"found": "SNI", "known": "Halal, PIRT, Merek/HKI"})
    ]
    assert read("choice", "apa saja").value == "apa saja"
    assert read("choice", "a|b").rejected
    assert read("choice", "\u200b", values=values).value is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [("NIB, PIRT", "NIB|PIRT"), ("PIRT; NIB", "NIB|PIRT"), ("nib dan pirt", "NIB|PIRT"), ("NIB\nPIRT", "NIB|PIRT"),
     ("NIB,NIB", "NIB"),
     ("Merek, HKI, PIRT", "PIRT|Merek, HKI"), ("NIB", "NIB"), ("- NIB\n- PIRT", "NIB|PIRT"), (",", None),
     ("NIB, \u2022, PIRT", "NIB|PIRT")],
)  # fmt: skip
def test_several_choices(read: Read, typed: str, value: Any) -> None:
    parsed = read("multi", typed, values=("NIB", "PIRT", "Merek, HKI"))
    assert (parsed.value, parsed.problems) == (value, ())


def test_several_choices_name_each_stranger(read: Read) -> None:
    parsed = read("multi", "NIB, PRIT, SNI", values=("NIB", "PIRT"))
    assert parsed.value is None
    assert [(item.code, item.params["found"]) for item in parsed.problems] == [("IKM249", "PRIT"), ("IKM248", "SNI")]


def test_several_without_a_list_are_sorted(read: Read) -> None:
    assert read("multi", "PIRT, Halal, PIRT").value == "Halal|PIRT"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("furniture", "furniture"), ("Furnitur", "furniture"), ("MEBEL", "furniture"), ("Bidang Furnitur", "furniture"),
     ("2. Furnitur", "furniture"),
     ("Furnitur (mebel kayu)", "furniture"), ("perbengkelan  sepeda motor", "motorcycle-workshop"),
     ("motorcycle workshop", "motorcycle-workshop")],
)  # fmt: skip
def test_tracks(read: Read, typed: str, value: Any) -> None:
    aliases = alias_table([
        ("furniture", "Furnitur", ("mebel",)),
        ("motorcycle-workshop", "Perbengkelan Sepeda Motor", ()),
    ])  # fmt: skip
    assert read("track", typed, aliases=aliases).value == value


def test_track_unknown_names_the_nearest(read: Read) -> None:
    aliases = {"furnitur": "furniture", "ecoprint": "ecoprint"}
    near, far = read("track", "Ecoprin", aliases=aliases), read("group", "Tata Boga", aliases=aliases)
    assert (near.problems[0].code, near.problems[0].params["near"]) == ("IKM278", "ecoprint")
    assert (far.problems[0].code, far.problems[0].params) == (
        "IKM279",
        {"found": "Tata Boga", "known": "furniture, ecoprint", "near": ""},
    )


def test_an_alias_of_two_tracks_means_neither() -> None:
    table = alias_table([("a", "Kayu", ("jati",)), ("b", "Ukir", ("jati", "kayu ukir"))])
    assert "jati" not in table
    assert (table["kayu"], table["ukir"], table["kayu ukir"], table["kayuukir"]) == ("a", "b", "b", "b")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("H. Siti Aminah, S.E.", "H. Siti Aminah, S.E."),
        ("  Siti   Aminah ", "Siti Aminah"),
        ("Sukarno", "Sukarno"),
        ("Siti\u202eAminah", "SitiAminah"),
    ],
)
def test_names_stay_as_written(read: Read, typed: str, value: Any) -> None:
    assert read("name", typed).value == value


@pytest.mark.parametrize(
    ("typed", "cell"), [("12345", "text"), ("123", "number"), ("2025-09-29", "date"), ("x" * 201, "text")]
)
def test_names_refused(read: Read, typed: str, cell: str) -> None:
    assert read("name", typed, cell).rejected


def test_a_name_with_an_identifier_in_it_warns_without_showing_it(read: Read) -> None:
    parsed = read("name", "Siti 3324081708879001")
    assert (parsed.value, parsed.problems[0].severity) == ("Siti 3324081708879001", Severity.WARNING)
    assert "3324" not in str(parsed.problems[0].params)


def test_text(read: Read, codes: Codes) -> None:
    assert read("text", "Jl. Raya\nNo. 5").value == "Jl. Raya No. 5"
    assert codes(read("text", "x" * 2001)) == ["IKM242"]
    assert read("text", "\u200b").value is None


@pytest.mark.parametrize("kind", ["nik", "text", "rupiah", "flag", "district"])
def test_cells_without_a_value(read: Read, codes: Codes, kind: str) -> None:
    assert codes(read(kind, "#N/A", "error")) == ["IKM240"]
    assert codes(read(kind, "", "formula")) == ["IKM241"]
    for blank in ("-", "—", "--", " . ", "?"):
        assert (read(kind, blank).value, read(kind, blank).problems) == (None, ())
    assert read(kind, "", "empty").problems == ()


@pytest.mark.parametrize("kind", sorted(FIELDS))
@pytest.mark.parametrize("text", ["1" * 32_767, "(" * 32_767, "1 " * 16_000 + "x", "- " * 16_000, "1" * 1_990 + "x"])
def test_endless_cells_are_refused_at_once(read: Read, kind: str, text: str) -> None:
    start = perf_counter()
    parsed = read(kind, text)
    assert perf_counter() - start < 1
    if len(text) > 2000:
        assert [(item.code, item.params) for item in parsed.problems] == [
            ("IKM242", {"length": len(text), "most": 2000})
        ]
