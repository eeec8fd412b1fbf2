"""Units of measure: 50 spellings of some 35 units."""

from collections.abc import Mapping
from typing import Final

from ikmctl.sheets.fields.base import BLANK, FieldContext, Parsed, clean, failed
from ikmctl.sheets.grid import Cell

_WORDS: Final[Mapping[str, str]] = {
    "buah": "buah|bh|bauh", "biji": "biji|bj", "lembar": "lembar|lbr|lmbr|lembr|helai", "kg": "kg|kilogram|kilo|kgs",
    "g": "g|gr|gram", "kuintal": "kuintal|kwintal|kw|kwt", "ton": "ton|t", "liter": "liter|ltr|l|lt", "ml": "ml",
    "m": "m|meter|mtr", "m2": "m2|m²|meter persegi|m persegi", "m3": "m3|m³|kubik|meter kubik|kubikasi",
    "unit": "unit|units|unt", "bungkus": "bungkus|bks|bgks|bungks|bungkus bks", "galon": "galon|gln|gallon",
    "stel": "stel|setel|stell", "set": "set", "pasang": "pasang|psg|psng", "porsi": "porsi|prs", "kaleng": "kaleng|klg",
    "potong": "potong|ptg|ptng|ptong|potongan", "pcs": "pcs|pc|pieces|piece",
    "kotak": "kotak|ktk|box|boks|dus|dos|doos",
    "botol": "botol|btl", "toples": "toples|tples", "karung": "karung|krg", "ikat": "ikat|ikt", "lusin": "lusin|lsn",
    "kodi": "kodi", "gros": "gros", "rim": "rim", "roll": "roll|rol|gulung", "sak": "sak|zak",
    "pak": "pak|pack|paket|pck",
    "gelas": "gelas|gls|cup", "butir": "butir|btr", "keping": "keping|kpg", "loyang": "loyang", "kali": "kali",
    "batang": "batang|btg", "ekor": "ekor|ekr", "tabung": "tabung|tbg", "orang": "orang|org", "rak": "rak|tray",
}  # fmt: skip
_CANONICAL: Final = {word: unit for unit, words in _WORDS.items() for word in words.split("|")}
_PERIOD: Final = ("/bulan", "/tahun", "/hari", "/bln", "/thn", "/th", " per bulan", " per tahun", " per hari")
_LONGEST: Final = 60


def parse(cell: Cell, _: FieldContext) -> Parsed:
    """Read a unit in its usual spelling; one that is not known stays as written, in lower case."""
    plain = clean(cell.value).casefold().strip(" .")
    period = next((end for end in _PERIOD if plain.endswith(end)), "")
    body = plain.removesuffix(period).strip(" .")
    if len(body) > _LONGEST or cell.kind not in ("text", "number"):
        return failed("IKM242", length=len(body), most=_LONGEST)
    spaced = " ".join(body.replace("/", " ").split())
    return Parsed(_CANONICAL.get(body) or _CANONICAL.get(spaced) or body) if body else BLANK
