"""Occupations. What a rule may exclude (ASN, TNI, Polri) must be certain, so near misses stay open."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from ikmctl.sheets.fields.base import FieldContext, Parsed, clean, failed, fold, shown, warned
from ikmctl.sheets.grid import Cell

_WORDS: Final[Mapping[str, str]] = {
    "ASN": "asn|pns|pppk|p3k|cpns|cpppk|pegawai negeri|pegawai negeri sipil|pegawai negri|pegawai negri sipil|"
    "aparatur sipil negara|aparat sipil negara|asn pns|asn pppk|pns asn|pppk asn|pegawai pemerintah dengan perjanjian "
    "kerja|pppk paruh waktu|p3k paruh waktu|civil servant|guru pns|guru pppk|guru p3k|guru asn|dosen pns|bidan pns|"
    "perawat pns|pegawai pns|karyawan pns|pegawai asn|pns guru|pns dosen",
    "TNI": "tni|tentara|tentara nasional indonesia|tni ad|tni al|tni au|anggota tni|prajurit tni|abri|army|tni "
    "angkatan darat|tni angkatan laut|tni angkatan udara",
    "Polri": "polri|polisi|anggota polri|kepolisian|kepolisian ri|polisi republik indonesia|police|kepolisian republik "
    "indonesia|kepolisian negara republik indonesia|kepolisian ri polri",
    "Wiraswasta": "wiraswasta|wirausaha|wirausahawan|pengusaha|usaha sendiri|self employed|entrepreneur|pelaku usaha|"
    "pelaku umkm|umkm|ukm|ikm|pelaku ikm|pemilik usaha|usaha|berwirausaha|wira usaha|wira swasta|swasta wiraswasta|"
    "owner|bisnis",
    "Karyawan swasta": "karyawan swasta|swasta|karyawan|pegawai swasta|buruh pabrik|karyawati|pekerja swasta|"
    "karyawan pabrik|private employee",
    "Pedagang": "pedagang|dagang|berdagang|jualan|penjual|jual beli|pedagang keliling",
    "Ibu rumah tangga": "ibu rumah tangga|irt|mengurus rumah tangga|rumah tangga|ibu rt|housewife",
    "Pelajar/Mahasiswa": "pelajar|mahasiswa|pelajar mahasiswa|siswa|mahasiswi|student|santri",
    "Petani": "petani|tani|pekebun|petani pekebun|petani perkebunan|bertani|farmer",
    "Peternak": "peternak",
    "Nelayan": "nelayan|nelayan perikanan|fisherman",
    "Buruh": "buruh|buruh harian lepas|buruh harian|buruh tani|kuli|tukang|serabutan|pekerja harian|buruh lepas",
    "Penjahit": "penjahit|tukang jahit|jahit|modiste",
    "Montir": "montir|mekanik|mechanic",
    "Perajin": "perajin|pengrajin|craftsman|pembatik|pengerajin",
    "Honorer": "honorer|tenaga honorer|guru honorer|thl|tenaga harian lepas|pegawai honorer|honor|non asn|guru wiyata "
    "bakti|wiyata bakti|non pns|bukan pns|bukan asn",
    "Karyawan BUMN/BUMD": "bumn|bumd|karyawan bumn|pegawai bumn|karyawan bumd|pegawai bumd",
    "Perangkat desa": "perangkat desa|kepala desa|kades|sekretaris desa|sekdes|lurah|kadus|kepala dusun|pamong desa",
    "Pensiunan": "pensiunan|pensiun|pensiunan pns|purnawirawan|pensiunan tni|pensiunan polri|purna tugas|retired|"
    "pensiunan bumn|pensiunan asn|purnawirawan tni|purnawirawan polri",
    "Belum/tidak bekerja": "tidak bekerja|belum bekerja|belum tidak bekerja|pengangguran|tidak ada|nganggur|"
    "belum kerja|tidak kerja|unemployed|tdk bekerja|blm bekerja",
}  # fmt: skip
_CANONICAL: Final = {word: value for value, words in _WORDS.items() for word in words.split("|")} | {
    fold(value): value for value in _WORDS
}
EXCLUDED: Final = ("ASN", "TNI", "Polri")
"""The values that eligibility rules usually exclude."""
_EXCLUDED_WORD: Final = re.compile(r"\b(?:asn|pns|pppk|p3k|cpns|tni|polri|tentara|polisi)\b")
_NOT: Final = re.compile(r"\b(?:bukan|non|pensiunan|purnawirawan|istri|suami|anak|mantan)\b")
_OPEN: Final = re.compile(
    r"^(?:pegawai|guru|dosen|dokter|bidan|perawat|dinas|aparat|apartur|aparatur|abdi negara|tenaga kesehatan|nakes|"
    r"pegawai (?:pemerintah|daerah|dinas|pemda|kecamatan|kelurahan|kantor|puskesmas).*|"
    r"staf (?:kantor|dinas|kecamatan).*)$"
)
_TYPOS: Final = ("pns", "asn", "pppk", "p3k", "tni", "polri", "pegawai negeri sipil", "aparatur sipil negara")
_LONGEST: Final = 100
_SHORT: Final = 5


@lru_cache(maxsize=2048)
def _near(word: str) -> bool:
    """Whether a word is one slip away from an excluded occupation: `PSN`, `P N S`, `pegawai negeri sipl`."""
    from rapidfuzz.distance import OSA

    tight = word.replace(" ", "")
    return any(
        tight == known.replace(" ", "")
        or (
            len(tight) >= min(len(known), 3)
            and OSA.distance(tight, known.replace(" ", "")) <= (1 if len(known) <= _SHORT else 3)
        )
        for known in _TYPOS
    )


@lru_cache(maxsize=2048)
def classify(text: str) -> tuple[str | None, bool]:
    """The canonical occupation, and whether it may be an excluded one in disguise."""
    word = fold(text)
    known = _CANONICAL.get(word)
    if known:
        return known, False
    if _OPEN.match(word) or (_EXCLUDED_WORD.search(word) and not _NOT.search(word)) or _near(word):
        return None, True
    return clean(text), False


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read an occupation; one that may be ASN, TNI or Polri without saying so is left open with a warning."""
    value, unclear = classify(cell.value)
    if unclear:
        return warned(None, "IKM274", found=shown(cell.value, context))
    if value is None or len(value) > _LONGEST or cell.kind != "text" or not any(ch.isalpha() for ch in value):
        return failed("IKM248", found=shown(cell.value, context), known="Wiraswasta, ASN, TNI, Polri, …")
    return Parsed(value)
