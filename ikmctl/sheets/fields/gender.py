"""Gender: `female` or `male`."""

from typing import Final

from ikmctl.sheets.fields.base import FieldContext, Parsed, failed, fold, shown
from ikmctl.sheets.grid import Cell

_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "female": (
        "p", "pr", "prp", "prm", "pi", "w", "wanita", "perempuan", "perempun", "perempuam", "permpuan", "perenpuan",
        "putri", "ibu", "female", "f", "woman", "perempuan p", "p perempuan",
    ),
    "male": (
        "l", "lk", "lki", "laki", "laki laki", "lakilaki", "laki2", "laki 2", "lelaki", "pria", "putra", "pa", "bapak",
        "male", "m", "man", "laki laki l", "l laki laki", "laki lak", "laki laku", "cowok",
    ),
}  # fmt: skip
_CANONICAL: Final = {word: value for value, words in _WORDS.items() for word in words}


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read `L`, `P`, `Laki-laki`, `Perempuan`, `Wanita` and the like."""
    value = _CANONICAL.get(fold(cell.value)) if cell.kind == "text" else None
    return Parsed(value) if value else failed("IKM248", found=shown(cell.value, context), known="L, P")
