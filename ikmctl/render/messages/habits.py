"""Indonesian words that people type by habit where the program's own word is English."""

from collections.abc import Mapping
from typing import Final

HABITS: Final[Mapping[str, tuple[str, ...]]] = {
    # what `show` lists
    "peserta": ("participants",), "skor": ("scores",), "nilai": ("marks", "scores"), "kuota": ("quotas", "quota"),
    "daftar": ("shortlist",), "terpilih": ("shortlist",), "juri": ("panel", "judges"), "tertunda": ("pending",),
    # what `decide` records
    "mundur": ("withdraw",), "diskualifikasi": ("disqualify",), "gugur": ("disqualify",), "terima": ("admit",),
    "pulihkan": ("reinstate",), "koreksi": ("correct",), "betulkan": ("correct",), "urutan": ("order",),
    # documents
    "rekap": ("recap",), "berita-acara": ("minutes",), "ba": ("minutes",), "sk": ("decree-annex",),
    "lampiran": ("decree-annex",), "lampiran-sk": ("decree-annex",), "pengumuman": ("announcement",),
    "aturan": ("rules",), "daftar-hadir": ("attendance",), "hadir": ("attendance",), "absen": ("attendance",),
    "sertifikat": ("certificates",), "pembayaran": ("payments",), "jawaban": ("answer",), "pesan": ("messages",),
    "tanda-terima": ("receipts",), "ringkasan": ("summary", "brief"), "katalog": ("catalogue",),
    "pemantauan": ("monitoring",), "ekspor": ("export",),
    # kinds of imports, locks and sheets
    "riwayat": ("history",), "mitra": ("partners",), "hasil": ("outcomes",), "calon": ("pool",),
    "kosong": ("blank",), "kumpulkan": ("collect",),
    # keys and rules of program.yaml
    "bobot": ("weight",), "kriteria": ("criteria",), "syarat": ("eligibility",), "persyaratan": ("eligibility",),
    "ambang": ("threshold",), "batas": ("threshold",), "bidang": ("tracks",), "tahap": ("stages",),
    "cadangan": ("reserves",), "arah": ("direction",), "skala": ("scale",), "sumber": ("source",),
    "umur": ("age",), "usia": ("age",), "domisili": ("domicile",), "kehadiran": ("attendance",),
    "persetujuan": ("consent",), "jadwal": ("schedule",), "tanggal": ("dates",), "kapasitas": ("capacity",),
    "lomba": ("awards",), "hadiah": ("awards",), "kelas": ("class",), "kemitraan": ("match",), "kurasi": ("curation",),
}  # fmt: skip
"""The word typed, and the words that it may mean, where one of them is known."""


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that `word` was most likely meant to be; empty where none is near."""
    from difflib import get_close_matches

    typed = word.strip().lower()
    if meant := next((one for one in HABITS.get(typed, ()) if one in known), ""):
        return meant
    spelled = {one.lower(): one for one in known}
    found = get_close_matches(typed, spelled, n=1, cutoff=0.6)
    return spelled[found[0]] if found else ""
