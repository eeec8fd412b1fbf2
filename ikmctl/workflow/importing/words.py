"""Words over columns that only lists of one kind have: old aid, follow-up, demand lines, judges and sessions."""

from typing import Final

HELP_YEAR: Final = "history.year"
HELP_KIND: Final = "history.kind"
SEEN_ON: Final = "outcome.on"
SEEN_BY: Final = "outcome.source"
STEP: Final = "outcome.step."
"""Target of a column that names the demand line that reached a step of a partnership."""
LINE: Final = "line."
"""Target of a column about a demand line: `line.price`."""

HISTORY: Final[dict[str, tuple[str, ...]]] = {
    HELP_YEAR: (
        "tahun", "tahun anggaran", "tahun kegiatan", "tahun bantuan", "tahun pelatihan", "year", "ta",
        "tahun bantuan terakhir",
    ),
    HELP_KIND: ("jenis bantuan", "bentuk bantuan", "jenis kegiatan", "bantuan", "kind", "kind of aid"),
}  # fmt: skip
OUTCOMES: Final[dict[str, tuple[str, ...]]] = {
    SEEN_ON: (
        "tanggal", "tgl", "tanggal kunjungan", "tanggal survei", "tanggal pemantauan", "tanggal monitoring", "on",
        "date", "visited on",
    ),
    SEEN_BY: ("sumber", "sumber data", "cara", "cara mendapat data", "source", "diperoleh dari"),
    f"{STEP}meeting": ("pertemuan", "temu usaha", "temu bisnis", "meeting"),
    f"{STEP}sample": ("sampel", "contoh produk", "sample"),
    f"{STEP}contract": ("kontrak", "perjanjian", "contract"),
    f"{STEP}stopped": ("berhenti", "berhenti usaha", "usaha berhenti", "tutup", "usaha tutup", "stopped"),
}  # fmt: skip
PARTNERS: Final[dict[str, tuple[str, ...]]] = {
    f"{LINE}firm": ("nama perusahaan", "perusahaan", "nama perusahaan besar", "perusahaan besar", "firm",
        "company", "mitra"),
    f"{LINE}product": ("produk", "produk yang dibutuhkan", "kebutuhan", "nama produk", "barang", "product", "demand"),
    f"{LINE}kbli": ("kbli", "kode kbli"),
    f"{LINE}volume": (
        "volume", "volume per bulan", "volume bulanan", "kebutuhan per bulan", "jumlah", "jumlah per bulan",
        "monthly volume",
    ),
    f"{LINE}unit": ("satuan", "unit"),
    f"{LINE}papers": (
        "dokumen mutu", "persyaratan", "syarat", "dokumen", "sertifikat", "sertifikasi", "papers", "quality papers",
    ),
    f"{LINE}price": ("harga", "harga maksimum", "harga tertinggi", "harga satuan", "price", "highest price"),
    f"{LINE}capacity": ("jumlah pemasok", "kapasitas pemasok", "pemasok", "suppliers", "capacity"),
    f"{LINE}by": ("pengiriman pertama", "mulai kirim", "dibutuhkan mulai", "first delivery"),
    f"{LINE}description": ("keterangan", "uraian", "spesifikasi", "description"),
}  # fmt: skip
ROLES: Final[dict[str, tuple[str, ...]]] = {
    "by": (
        "by", "juri", "nama juri", "kode juri", "penilai", "nama penilai", "asesor", "assessor", "judge", "sesi",
        "session", "hari", "pertemuan", "tanggal", "tgl", "hari tanggal", "pertemuan ke", "hari ke", "sesi ke",
    ),
    "item": ("item", "aspek", "unsur", "butir", "aspek penilaian", "unsur penilaian", "komponen", "komponen penilaian"),
    "mark": ("mark", "jenis nilai", "jenis penilaian", "ujian", "tes", "nama tes"),
    "value": ("value", "hasil penilaian", "nilai mentah", "kehadiran", "status kehadiran", "status hadir"),
}  # fmt: skip
MONTHS: Final = (
    ("januari", "jan", "january"), ("februari", "feb", "february"), ("maret", "mar", "march"), ("april", "apr"),
    ("mei", "may"), ("juni", "jun", "june"), ("juli", "jul", "july"), ("agustus", "agu", "agt", "ags", "aug", "august"),
    ("september", "sep", "sept"), ("oktober", "okt", "oct", "october"), ("november", "nov", "nop", "nopember"),
    ("desember", "des", "dec", "december"),
)  # fmt: skip
TURNS: Final = ("sesi", "sesi ke", "session", "s")
COUNTED: Final = ("sesi", "pertemuan", "session", "sesi ke", "pertemuan ke", "meeting")
DAYS: Final = ("hari", "hari ke", "day", "h", "d")
