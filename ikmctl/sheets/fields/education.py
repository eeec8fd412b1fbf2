"""Highest education: `none`, `SD`, `SMP`, `SMA`, `SMK`, `D1` to `D4`, `S1` to `S3`."""

from collections.abc import Mapping
from typing import Final

from ikmctl.sheets.fields.base import FieldContext, Parsed, failed, fold, shown
from ikmctl.sheets.grid import Cell

_WORDS: Final[Mapping[str, str]] = {
    "none": "tidak sekolah|tidak tamat sd|belum sekolah|tidak belum sekolah|belum tamat sd|tdk sekolah|none|"
    "tidak tamat sd sederajat|belum tamat sd sederajat|tidak pernah sekolah|putus sekolah sd",
    "SD": "sd|mi|paket a|sd sederajat|tamat sd|sekolah dasar|sd mi|sr|tamat sd sederajat|kejar paket a|lulus sd",
    "SMP": "smp|mts|sltp|paket b|smp sederajat|sltp sederajat|smp mts|st|sekolah menengah pertama|kejar paket b|"
    "lulus smp|mtsn",
    "SMA": "sma|ma|slta|smu|paket c|sma sederajat|slta sederajat|sma ma|sma smk|smu smk|sma smk sederajat|sma smk ma|"
    "sekolah menengah atas|kejar paket c|smea|lulus sma|man|sma ma smk|sma smk ma sederajat|slta sma smk",
    "SMK": "smk|stm|smk sederajat|sekolah menengah kejuruan|smkk|smip|lulus smk",
    "D1": "d1|d i|diploma i|diploma 1|d 1|diploma satu",
    "D2": "d2|d ii|diploma ii|diploma 2|d 2|diploma i ii|diploma dua|d1 d2|diploma 1 2",
    "D3": "d3|d iii|diploma iii|diploma 3|d 3|akademi|akademi diploma iii|sarjana muda|"
    "akademi diploma iii sarjana muda|diploma|diploma tiga|d iii sarjana muda|ahli madya",
    "D4": "d4|d iv|diploma iv|diploma 4|d 4|diploma empat|sarjana terapan",
    "S1": "s1|s 1|strata i|strata 1|sarjana|diploma iv strata i|d4 s1|s1 d4|d iv s1|d4 s 1|bachelor|strata satu|si",
    "S2": "s2|s 2|strata ii|strata 2|magister|master|pascasarjana|pasca sarjana|strata dua",
    "S3": "s3|s 3|strata iii|strata 3|doktor|doctor|phd|strata tiga",
}  # fmt: skip
LEVELS: Final = tuple(_WORDS)
"""Lowest first."""
_CANONICAL: Final = {word: value for value, words in _WORDS.items() for word in words.split("|")} | {
    fold(value): value for value in _WORDS
}


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read a level; `SMA/SMK` is SMA, a bare `-` is blank."""
    word = fold(cell.value)
    value = _CANONICAL.get(word) or _CANONICAL.get(word.removeprefix("lulusan ").removeprefix("tamatan "))
    return Parsed(value) if value else failed("IKM248", found=shown(cell.value, context), known=", ".join(LEVELS))
