"""Spreadsheets of marks stay in private/, so that `verify --deep` can read them again."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from ikmctl.domain.ledger import KeptSheet
from ikmctl.store.kept import index_of, read_kept, write_kept
from ikmctl.store.layout import CohortPaths

_NO_TEXT: Final = re.compile("[\ud800-\udfff]")
"""Bytes in the name of a file that are no letters."""


def keep(paths: CohortPaths, arrived: Sequence[tuple[bytes, KeptSheet]]) -> dict[Path, bytes | None]:
    """Copies of the files as they were read together, and the index with them; all of it is private.

    OSError where one of them, or the index, is there and cannot be read: an index is never begun anew over another.
    """
    index = index_of(paths)
    before = read_kept(index.read_text(encoding="utf-8", errors="replace") if index.exists() else "")
    run = 1 + max((one.run for one in before), default=0)
    fresh = tuple(replace(sheet, run=run, name=_NO_TEXT.sub("_", sheet.name)) for _, sheet in arrived)
    last = tuple(replace(one, run=run) for one in before if one.run == run - 1)
    if fresh == last:
        return {}
    files: dict[Path, bytes | None] = {
        paths.sheets / f"{at:03}" / sheet.name: data
        for at, ((data, _), sheet) in enumerate(zip(arrived, fresh, strict=True), len(before) + 1)
    }
    return {**files, index: write_kept((*before, *fresh)).encode()}
