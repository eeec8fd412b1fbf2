"""Yes and no."""

from typing import Final

from ikmctl.sheets.fields.base import FieldContext, Parsed, clean, failed, fold, shown
from ikmctl.sheets.grid import Cell

_YES: Final = frozenset((
    "ya", "iya", "y", "ada", "punya", "sudah", "true", "yes", "benar", "setuju",
    "bersedia", "sanggup", "mau", "lengkap", "ya ada", "sudah ada", "sudah punya", "memiliki", "v", "1",
    "ok", "oke", "siap", "ya bersedia", "ya setuju",
))  # fmt: skip
_NO: Final = frozenset((
    "tidak", "tdk", "t", "tidak ada", "tdk ada", "belum", "blm", "belum ada", "belum punya", "tidak punya", "false",
    "no", "n", "salah", "tidak setuju", "tidak bersedia", "tidak sanggup", "tidak mau", "tidak lengkap",
    "belum lengkap", "bukan", "0", "tak", "ndak", "enggak", "gak", "nggak", "tidak memiliki", "belum memiliki",
))  # fmt: skip
_TICKS: Final = frozenset("✓✔☑√✅🗸")
_CROSSES: Final = frozenset("✗✘☒❌×")


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read `Ya`, `Tidak`, `Ada`, `Belum`, tick marks, 1 and 0, and `Ya, saya bersedia ...`."""
    plain = clean(cell.value)
    word = fold(plain)
    if word in _YES or plain in _TICKS or plain == "✔️":
        return Parsed("true")
    if word in _NO or plain in _CROSSES:
        return Parsed("false")
    first = fold(plain.split(",", 1)[0]) if "," in plain else ""
    if first in ("ya", "iya", "yes"):
        return Parsed("true")
    if first in ("tidak", "no"):
        return Parsed("false")
    return failed("IKM248", found=shown(cell.value, context), known="Ya, Tidak")
