"""The commands by name, without importing any of them."""

from collections.abc import Mapping
from typing import Final

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "start": ("demo", "init", "status"),
    "data": ("import", "sheets", "validate", "duplicates"),
    "select": ("score", "curate", "match", "show", "explain"),
    "people": ("decide",),
    "proof": ("lock", "draw", "void", "announce", "finalize", "reopen", "verify", "diff", "audit-kit"),
    "tools": ("report", "weights", "backup", "restore", "purge", "doctor", "schema", "completion", "git-setup"),
}
"""Commands as `--help` lists them; the keys name the headings in messages/help."""

HIDDEN: Final = ("git-hook", "git-textconv")
"""What git calls; `--help` of the program leaves them out."""

COMMANDS: Final = (*(name for names in GROUPS.values() for name in names), *HIDDEN)

HABITS: Final[Mapping[str, str]] = {
    word: command
    for command, words in {
        "import": "impor masukkan",
        "curate": "kurasi seleksi pilih select",
        "validate": "cek periksa validasi check lint",
        "score": "nilai skor hitung",
        "report": "laporan lapor cetak dokumen print export",
        "init": "mulai buat baru new",
        "show": "tampilkan lihat peserta list",
        "explain": "jelaskan kenapa mengapa why",
        "decide": "keputusan putuskan mundur diskualifikasi koreksi withdraw correct",
        "lock": "segel kunci",
        "draw": "undi undian",
        "finalize": "tetapkan sahkan",
        "announce": "umumkan pengumuman publish",
        "diff": "bandingkan beda selisih compare",
        "demo": "contoh coba run",
        "match": "cocokkan pasangkan kemitraan",
        "verify": "verifikasi buktikan",
        "duplicates": "ganda kembar dobel",
        "sheets": "lembar formulir juri",
        "weights": "bobot",
        "backup": "cadangkan",
        "restore": "pulihkan kembalikan",
        "purge": "hapus musnahkan",
        "doctor": "dokter komputer",
        "schema": "skema",
        "completion": "lengkapi",
        "reopen": "buka",
        "void": "batal batalkan",
        "audit-kit": "bukti paket audit",
        "status": "keadaan",
        "help": "bantuan tolong",
    }.items()
    for word in words.split()
}
"""Words typed by habit, and the command they mean."""


def module_of(name: str) -> str:
    """The module of a command: `import` is a word of Python, so its module is `import_`."""
    tail = name.replace("-", "_")
    return f"ikmctl.cli.{tail}_" if name in ("import", "void") else f"ikmctl.cli.{tail}"
