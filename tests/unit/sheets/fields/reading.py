"""Types of the fixtures that read one value."""

from collections.abc import Callable
from typing import TypeAlias

from ikmctl.sheets.fields import Parsed

Read: TypeAlias = Callable[..., Parsed]
Codes: TypeAlias = Callable[[Parsed], list[str]]
