"""The reader proper: python-calamine behind one function, also run alone in a child process by `worker`.

This file imports nothing of ikmctl, so that the child starts quickly and holds little.
"""

import io
import sys
from typing import Any, Final

MOST_AREA: Final = 8_000_000
"""Cells from A1 to the last one used; the guard keeps the same limit where it can see so far."""


def read_sheets(data: bytes, wanted: list[str] | None) -> dict[str, Any]:
    """Read sheets of a workbook.

    Args:
        data: the file.
        wanted: names of sheets, compared without case; None means every visible worksheet.

    Returns:
        `{"names": [(name, hidden)], "sheets": [(name, rows, merged)]}`, or `{"error": kind, "why": text}` with
        the kinds `password`, `damaged` and `far`.
    """
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        metadata = [item for item in book.sheets_metadata if _last(item.typ) == "WorkSheet"]
        names = [(item.name, _last(item.visible) != "Visible") for item in metadata]
        chosen = _chosen(names, wanted)
        sheets = []
        for name in chosen:
            sheet = book.get_sheet_by_name(name)
            rows, columns = (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)
            if rows * columns > MOST_AREA:
                return {"error": "far", "why": name, "rows": rows, "columns": columns}
            merged = [(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
            sheets.append((name, sheet.to_python(skip_empty_area=False), merged))
    except python_calamine.PasswordError:
        return {"error": "password", "why": ""}
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        return {"error": "damaged", "why": type(error).__name__}
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return {"error": "damaged", "why": "reader"}
    return {"names": names, "sheets": sheets}


def _chosen(names: list[tuple[str, bool]], wanted: list[str] | None) -> list[str]:
    """The visible sheets, or those wanted: by their very name where there is one, `Form` beside `Form `."""
    if wanted is None:
        return [name for name, hidden in names if not hidden]
    known = {name for name, _ in names}
    exact = {name for name in wanted if name in known}
    folded = {name.strip().casefold() for name in wanted if name not in known}
    return [name for name, _ in names if name in exact or name.strip().casefold() in folded]


def _last(value: object) -> str:
    return str(value).rpartition(".")[2]


def _limit(memory: int, seconds: int) -> None:
    """Ask the system to stop this process where it grows or runs too long; not every system can."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0))
    for what, most in limits:
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def main(arguments: list[str]) -> int:
    """Child: `child.py LIBRARY MEMORY SECONDS [SHEET...]`, the file on stdin, the pickled answer on stdout."""
    import pickle

    library, memory, seconds, *wanted = arguments
    sys.path.append(library)
    _limit(int(memory), int(seconds))
    answer = read_sheets(sys.stdin.buffer.read(), wanted or None)
    pickle.dump(answer, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
