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
    "impor": "import", "kurasi": "curate", "cek": "validate", "periksa": "validate", "nilai": "score",
    "laporan": "report", "mulai": "init", "buat": "init", "tampilkan": "show", "lihat": "show", "jelaskan": "explain",
    "keputusan": "decide", "segel": "lock", "kunci": "lock", "undi": "draw", "undian": "draw", "tetapkan": "finalize",
    "umumkan": "announce", "bandingkan": "diff", "beda": "diff", "contoh": "demo", "peserta": "show",
    "cocokkan": "match", "pasangkan": "match", "kemitraan": "match",
    "select": "curate", "check": "validate", "why": "explain", "run": "demo",
}  # fmt: skip
"""Words typed by habit, and the command they mean."""


def module_of(name: str) -> str:
    """The module of a command: `import` is a word of Python, so its module is `import_`."""
    tail = name.replace("-", "_")
    return f"ikmctl.cli.{tail}_" if name in ("import", "void") else f"ikmctl.cli.{tail}"
