"""docs/values.md: every line of its tables is what the parsers do."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from unit.sheets.fields.reading import Codes, Read

from ikmctl.sheets.fields import FIELDS

PAGE = Path(__file__).parents[4] / "docs" / "values.md"
LINE = re.compile(r"\| ([a-z]+) \| `(.+?)` \| (?:`(.+?)`)? ?\| (IKM[0-9]+)? ?\|\Z")
LINES = [found.groups() for line in PAGE.read_text(encoding="utf-8").splitlines() if (found := LINE.match(line))]
CONTEXT = {"score": {"most": Decimal(100)}, "attendance": {"values": ("H", "S", "I", "A")}}


@pytest.mark.parametrize(("kind", "typed", "value", "code"), LINES)
def test_line(read: Read, codes: Codes, kind: str, typed: str, value: str | None, code: str | None) -> None:
    parsed = read(kind, typed, **CONTEXT.get(kind, {}))
    assert (parsed.value, codes(parsed)) == (value, [code] if code else [])


def test_the_page_shows_nearly_every_kind() -> None:
    plain = {"choice", "multi", "email", "label", "name", "text", "track", "group"}
    assert {kind for kind, *_ in LINES} == set(FIELDS) - plain
