"""From the text of a flag to its value, with problems in the chosen language.

The parser hands over plain text only; a command's annotations say what is meant by it.
"""

import re
import types
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from ikmctl.cli.days import read_day
from ikmctl.cli.refusal import refuse

_MOST_DIGITS = 9
_OPEN_IN_EXCEL = "~$"  # how the name of the note begins that Excel lays beside an open workbook


def bare(annotation: Any) -> Any:
    """The type inside `X | None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [part for part in get_args(annotation) if part is not type(None)]
        return kept[0] if len(kept) == 1 else annotation
    return annotation


def as_text(annotation: Any) -> Any:
    """The annotation that the parser sees: flags stay flags, everything else is text or a list of text."""
    inner = bare(annotation)
    if inner is bool:
        return bool
    if get_origin(inner) in (list, tuple):
        return list[str]
    return str if inner is annotation else str | None


def choices(annotation: Any) -> tuple[str, ...]:
    """The words of a `Literal`, or nothing."""
    inner = bare(annotation)
    if get_origin(inner) in (list, tuple):
        inner = get_args(inner)[0]
    return tuple(get_args(inner)) if get_origin(inner) is Literal else ()


def _named_files(names: Iterable[str]) -> Iterator[str]:
    """Every file that is meant; the shells of Windows hand patterns such as `*.xlsx` over as they are."""
    for name in names:
        path = Path(name)
        pattern = re.sub(r"\*+", "*", path.name)  # Python knows `**` as a whole name alone
        found = sorted(path.parent.glob(pattern)) if "*" in pattern and not path.exists() else []
        yield from [str(one) for one in found if not one.name.startswith(_OPEN_IN_EXCEL)] or [name]


def convert(value: Any, annotation: Any, flag: str) -> Any:
    """Read the text of one flag as its type, or refuse."""
    inner = bare(annotation)
    if get_origin(inner) in (list, tuple):
        item = get_args(inner)[0]
        parts = _named_files(value or ()) if item is Path else value or ()
        return tuple(convert(part, item, flag) for part in parts)
    if value is None or inner is bool or not isinstance(value, str):
        return value
    if known := choices(inner):
        if value not in known:
            raise refuse("IKM985", flag=flag, found=value, known=", ".join(known))
        return value
    if inner is int:
        if not (value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS):
            raise refuse("IKM986", flag=flag, found=value)
        return int(value)
    if inner is date:
        if (day := read_day(value)) is None:
            raise refuse("IKM987", flag=flag, found=value)
        return day
    return inner(value)
