"""Words for region names that the official table does not have."""

from collections.abc import Mapping
from typing import Final

TYPE_WORDS: Final = frozenset((
    "kabupaten", "kab", "kb", "kota", "kotamadya", "kodya", "kot", "administrasi", "adm", "administratif", "provinsi",
    "prov", "propinsi", "prop", "kecamatan", "kec", "kc", "distrik", "daerah", "istimewa", "khusus",
    "ibukota", "di", "dki",
))  # fmt: skip
"""Words that say what a region is, not which one."""

DISTRICT_WORDS: Final = frozenset(("kecamatan", "kec", "kc", "distrik"))
"""The same for sub-districts, where `Kota` is part of a name (`Manna` and `Kota Manna` are two)."""

ABBREVIATIONS: Final[Mapping[str, str]] = {
    "kep": "kepulauan", "gn": "gunung", "gng": "gunung", "tj": "tanjung", "tjg": "tanjung", "tg": "tanjung",
    "tlk": "teluk", "pd": "padang", "pdg": "padang", "lb": "lubuk", "ps": "pasar", "psr": "pasar", "kr": "karang",
    "sel": "selatan", "slt": "selatan", "ut": "utara", "utr": "utara", "bar": "barat", "brt": "barat", "tim": "timur",
    "tmr": "timur", "teng": "tengah", "tgh": "tengah", "bdg": "bandung", "sby": "surabaya", "smg": "semarang",
    "yk": "yogyakarta", "jogja": "yogyakarta", "yogya": "yogyakarta", "jogjakarta": "yogyakarta",
    "djogja": "yogyakarta",
    "jogyakarta": "yogyakarta", "jkt": "jakarta", "mlg": "malang", "bgr": "bogor", "bks": "bekasi", "tgr": "tangerang",
    "tng": "tangerang", "dps": "denpasar", "mdn": "medan", "mks": "makassar", "plg": "palembang", "pdl": "pandeglang",
    "kdl": "kendal", "bms": "banyumas", "pbg": "purbalingga", "wsb": "wonosobo", "kbm": "kebumen", "tmg": "temanggung",
    "pkl": "pekalongan", "kdi": "kendari", "bpp": "balikpapan", "smd": "samarinda", "bjm": "banjarmasin",
    "ptk": "pontianak", "bdl": "bandar lampung", "sda": "sidoarjo", "mjk": "mojokerto", "psn": "pasuruan",
    "gk": "gunungkidul", "tsm": "tasikmalaya", "crb": "cirebon", "skbm": "sukabumi",
    "smi": "sukabumi",
    "btl": "bantul", "bwi": "banyuwangi", "pwt": "purwokerto", "pwr": "purworejo",
    "jateng": "jawa tengah", "jatim": "jawa timur", "jabar": "jawa barat", "sulsel": "sulawesi selatan",
    "sulut": "sulawesi utara", "sulteng": "sulawesi tengah", "sultra": "sulawesi tenggara", "sulbar": "sulawesi barat",
    "sumut": "sumatera utara", "sumbar": "sumatera barat", "sumsel": "sumatera selatan", "kalbar": "kalimantan barat",
    "kalteng": "kalimantan tengah", "kalsel": "kalimantan selatan", "kaltim": "kalimantan timur",
    "kaltara": "kalimantan utara", "kepri": "kepulauan riau", "babel": "kepulauan bangka belitung",
    "ntb": "nusa tenggara barat", "ntt": "nusa tenggara timur", "malut": "maluku utara", "sumatra": "sumatera",
}  # fmt: skip

PROVINCE_ALIASES: Final[Mapping[str, str]] = {
    "Jakarta": "31", "DKI Jakarta": "31", "DKI": "31", "Daerah Khusus Jakarta": "31", "DKJ": "31", "Jogja": "34",
    "DIY": "34", "DI Yogyakarta": "34", "D I Yogyakarta": "34", "D.I.Y": "34", "NAD": "11",
    "Nanggroe Aceh Darussalam": "11", "Bangka Belitung": "19", "Irian Jaya": "91", "Irian Jaya Barat": "92",
    "West Java": "32", "Central Java": "33", "East Java": "35",
}  # fmt: skip
"""Other names of provinces -> code."""

ALIASES: Final[Mapping[str, str]] = {
    "Solo": "33.72", "Kota Solo": "33.72", "Kota Jogja": "34.71", "Jogja": "34.71", "Ujung Pandang": "73.71",
    "Purwokerto": "33.02", "Wates": "34.01", "Wonosari": "34.03", "Ungaran": "33.22", "Cibinong": "32.01",
    "Mungkid": "33.08", "Soreang": "32.04", "Cikarang": "32.16", "Kepanjen": "35.07", "Labuan Batu": "12.10",
    "Fakfak": "92.03", "Toli Toli": "72.04", "Tolitoli": "72.04", "Pangkep": "73.10", "Sitaro": "71.09",
    "Kutai": "64.02", "Kukar": "64.02", "Kubar": "64.07", "Kutim": "64.08", "Muba": "16.06", "OKI": "16.02",
    "OKU": "16.01", "Oku Timur": "16.08", "Oku Selatan": "16.09", "Inhil": "14.04", "Inhu": "14.02", "Rohul": "14.06",
    "Rohil": "14.07", "Tulang Bawang": "18.05", "Tubaba": "18.12", "Madina": "12.13", "Paluta": "12.20",
    "Palas": "12.21", "Tapsel": "12.03", "Taput": "12.02", "Tapteng": "12.01", "Sergai": "12.18", "Bolmong": "71.01",
    "Minut": "71.06", "Minsel": "71.05", "Konsel": "74.05", "Konut": "74.09", "Konkep": "74.12", "Kolut": "74.08",
    "Koltim": "74.11", "Sidrap": "73.14", "Lutim": "73.24", "Lutra": "73.22", "Lobar": "52.01", "Loteng": "52.02",
    "Lotim": "52.03", "KLU": "52.08", "KSB": "52.07", "Tobasa": "12.12", "Banjar Baru": "63.72", "Pare Pare": "73.72",
    "Palangkaraya": "62.71", "Bau Bau": "74.72", "Kota Baru": "63.02", "Pematang Siantar": "12.72", "Siantar": "12.72",
    "Padang Sidempuan": "12.77", "Jakpus": "31.71", "Jakut": "31.72", "Jakbar": "31.73", "Jaksel": "31.74",
    "Jaktim": "31.75", "Tangsel": "36.74", "KBB": "32.17", "Bandung Barat": "32.17", "Kulonprogo": "34.01",
}  # fmt: skip
"""Short names, seats of government and old names of regencies -> code."""
