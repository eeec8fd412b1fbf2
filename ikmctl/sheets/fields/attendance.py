"""Attendance: the codes of the mark (`H`, `S`, `I`, `A`), words for them, tick marks."""

from typing import Final

from ikmctl.sheets.fields.base import FieldContext, Parsed, clean, failed, fold, shown
from ikmctl.sheets.grid import Cell

_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "H": ("hadir", "h", "1", "v", "ya", "y", "ada", "masuk", "present", "p", "true", "datang", "full"),
    "S": ("sakit", "s", "sick"),
    "I": ("izin", "ijin", "i", "permission", "dispensasi", "cuti"),
    "A": ("alpa", "alfa", "alpha", "a", "absen", "absent", "tidak hadir", "tanpa keterangan", "tk", "0", "bolos",
          "tidak", "false", "mangkir", "tdk hadir"),
    "T": ("terlambat", "t", "telat", "late"),
}  # fmt: skip
_CODES: Final = {word: code for code, words in _WORDS.items() for word in words}
_TICKS: Final = frozenset("✓✔☑√✅🗸●•")
_CROSSES: Final = frozenset("✗✘❌")


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read one session. `values` are the codes that the program declares; only they come out."""
    plain = clean(cell.value).replace("\N{VARIATION SELECTOR-16}", "")
    exact = {value.casefold(): value for value in context.values}
    word = fold(plain)
    code = exact.get(plain.casefold()) or exact.get(word)
    if code is None:
        known = "H" if plain in _TICKS else "A" if plain in _CROSSES else _CODES.get(word, "")
        code = exact.get(known.casefold())
    return Parsed(code) if code else failed("IKM287", found=shown(plain, context), known=", ".join(context.values))
