"""private/sheets/index.jsonl: how each kept spreadsheet of marks was read, one line a file, in order."""

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import asdict

from ikmctl.domain.ledger import KeptSheet
from ikmctl.store.layout import CohortPaths

_LINE = msgspec.json.Decoder(KeptSheet)


def index_of(paths: CohortPaths) -> Path:
    """Where the index lies."""
    return paths.sheets / "index.jsonl"


def read_kept(text: str) -> tuple[KeptSheet, ...]:
    """The sheets that were kept; a damaged line is one of which nothing is known."""
    found = []
    for line in text.split("\n"):  # names of files may hold what `splitlines` takes for the end of a line
        try:
            found.append(_LINE.decode(line))
        except msgspec.DecodeError:
            continue
    return tuple(found)


def write_kept(sheets: Sequence[KeptSheet]) -> str:
    """The index as text; what was not stated is left out."""
    lines = ({key: value for key, value in asdict(one).items() if value not in ("", None)} for one in sheets)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
