"""Disability, after the kinds of Law 8/2016: physical, intellectual, mental, sensory, several of them."""

from collections.abc import Mapping
from typing import Final

from ikmctl.sheets.fields.base import FieldContext, Parsed, failed, fold, shown
from ikmctl.sheets.grid import Cell

_WORDS: Final[Mapping[str, str]] = {
    "none": "tidak|tidak ada|bukan|non disabilitas|bukan disabilitas|tidak disabilitas|normal|none|no|tdk|tdk ada|"
    "non difabel|tidak cacat|false|bukan difabel|bukan penyandang disabilitas|nihil|sehat|umum|tidak menyandang|0",
    "physical": "fisik|daksa|tuna daksa|tunadaksa|cacat fisik|disabilitas fisik|cacat tubuh|physical|lumpuh|polio",
    "intellectual": "intelektual|grahita|tuna grahita|tunagrahita|disabilitas intelektual|down syndrome|intellectual",
    "mental": "mental|tuna laras|tunalaras|disabilitas mental|psikososial|cacat mental|autis|bipolar",
    "sensory": "sensorik|netra|tuna netra|tunanetra|rungu|tuna rungu|tunarungu|wicara|tuna wicara|tunawicara|"
    "disabilitas sensorik|buta|tuli|bisu|rungu wicara|tuna rungu wicara|sensory|low vision|cacat netra",
    "multiple": "ganda|disabilitas ganda|multi|multiple|cacat ganda|tuna ganda",
    "yes": "ya|ada|disabilitas|difabel|penyandang disabilitas|yes|true|iya|1|penyandang cacat|cacat",
}  # fmt: skip
_CANONICAL: Final = {word: value for value, words in _WORDS.items() for word in words.split("|")} | {
    value: value for value in _WORDS
}
KINDS: Final = tuple(_WORDS)
"""Canonical words; `yes` where the kind is not said."""


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read the kind of disability; several kinds in one cell are `multiple`."""
    value = _CANONICAL.get(fold(cell.value))
    if value:
        return Parsed(value)
    parts = {_CANONICAL.get(fold(part)) for part in cell.value.replace(" dan ", ",").replace("/", ",").split(",")}
    if None not in parts and "none" not in parts:
        return Parsed("multiple" if len(parts) > 1 else parts.pop())
    return failed(
        "IKM248", found=shown(cell.value, context), known="Tidak, Fisik, Sensorik, Intelektual, Mental, Ganda"
    )
