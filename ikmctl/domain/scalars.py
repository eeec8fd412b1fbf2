"""Scalars of authored YAML: each is the text in the file, read by exactly one pattern.

A YAML library would turn `0220001234567` into a number, `no` into False and `1_000` into 1000;
pydantic's lax mode takes `1e5`. So the store hands over text, and these types alone give it meaning.
Values that are already typed pass too, so that Python code can build the models.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ikmctl.domain.numbers import DECIMAL_TEXT

_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
SLUG: Final = r"^[a-z0-9](?:[a-z0-9_-]{0,46}[a-z0-9])?$"
_DEVICES: Final = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
"""Names that Windows gives to no file and no folder."""
_OWN_FOLDERS: Final = frozenset(("private", "reports", "sample"))
"""Folders of a program that are no stage."""
_UNSEEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def read_whole(value: Any) -> Any:
    """Read a whole number: `10`, `-3`; not `010`, `1_000`, `1e3`, `10.0`."""
    if isinstance(value, str):
        if not _WHOLE.match(value):
            raise PydanticCustomError("whole_number", "not a whole number")
        return int(value)
    return value


def read_decimal(value: Any) -> Any:
    """Read a decimal number: `0.6`, `-1`, `60`; not `0,6`, `1e3`, `.5`, `nan`."""
    if isinstance(value, str):
        if not DECIMAL_TEXT.match(value):
            raise PydanticCustomError("decimal_number", "not a decimal number")
        return Decimal(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value


def read_day(value: Any) -> Any:
    """Read a calendar day written `2025-09-29`."""
    if isinstance(value, str):
        if not _DAY.match(value):
            raise PydanticCustomError("day", "not a day")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("calendar", "no such day in the calendar") from None
    return value


def is_day(text: str) -> bool:
    """Whether `text` is a day of the calendar written `2025-09-29`."""
    if not _DAY.match(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_flag(value: Any) -> Any:
    """Read `true` or `false`; not `yes`, `on`, `1`."""
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("flag", "not true or false")
        return value == "true"
    return value


def read_text(value: Any) -> Any:
    """Read text, NFC-normalised, without control or direction-changing characters."""
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value)
        if any(unicodedata.category(ch) in _UNSEEN for ch in text if ch != "\n"):
            raise PydanticCustomError("unseen", "holds an invisible control character")
        return text
    return value


def read_name(value: Any) -> Any:
    """Read text that must say something: blanks alone are no name and no reason."""
    text = read_text(value)
    return "" if isinstance(text, str) and not text.strip() else text


def one_or_many(value: Any) -> Any:
    """Read one word as a list of one; the JSON Schema says so wherever this stands as a `BeforeValidator`."""
    return (value,) if isinstance(value, str) else value


Whole = Annotated[int, BeforeValidator(read_whole), WithJsonSchema({"type": "integer"})]
Number = Annotated[Decimal, BeforeValidator(read_decimal), WithJsonSchema({"type": "number"})]
Day = Annotated[date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]
Flag = Annotated[bool, BeforeValidator(read_flag), WithJsonSchema({"type": "boolean"})]
Text = Annotated[str, BeforeValidator(read_text), StringConstraints(max_length=4000)]
Name = Annotated[str, BeforeValidator(read_name), StringConstraints(min_length=1, max_length=200)]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]


def is_folder_name(text: str) -> bool:
    """Whether an id can name a folder on every system, and is none of a program's own folders."""
    return re.fullmatch(SLUG, text) is not None and text not in _DEVICES | _OWN_FOLDERS


def _read_folder(text: str) -> str:
    if not is_folder_name(text):
        raise PydanticCustomError("IKM941", "no name of a folder")
    return text


FolderName = Annotated[Slug, AfterValidator(_read_folder)]
