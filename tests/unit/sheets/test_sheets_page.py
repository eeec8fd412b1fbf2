"""docs/sheets.md tells the truth: its headers and limits are those of the code."""

import re
from pathlib import Path

from tools.expected import Expected

from ikmctl.domain.codes import CODES
from ikmctl.sheets import csvfile, refuse, worker
from ikmctl.sheets.aliases import COLUMNS
from ikmctl.sheets.header import ENOUGH, SEARCHED

PAGE = Path(__file__).resolve().parents[3] / "docs" / "sheets.md"
START, END = "<!-- headers -->\n", "<!-- /headers -->"


def table() -> str:
    lines = [f"| `{field}` | {', '.join(aliases)} |" for field, aliases in COLUMNS.items()]
    return "| field | headers |\n|---|---|\n" + "\n".join(lines) + "\n"


def test_headers_of_every_field_are_listed(expected: Expected) -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(START)
    after = rest.split(END)[1]
    expected.check(PAGE, f"{before}{START}{table()}{END}{after}")


def test_limits_and_codes_are_those_of_the_program() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert set(re.findall(r"IKM[0-9]{3}", text)) <= set(CODES)
    facts = (
        f"{refuse.MOST_FILE // refuse.MEGA} MB", f"{refuse.MOST_XML // refuse.MEGA} MB", f"{refuse.MOST_AREA:,} (",
        f"larger than {refuse.FREE_AREA:,}", f"one in {refuse.SPARSE}", f"{refuse.MOST_SHEETS}, {refuse.MOST_PARTS:,}",
        f"{csvfile.MOST_LINE // refuse.MEGA} MB, 128 KB", f"{worker.SECONDS} s", f"beyond {refuse.MOST_RATIO} to 1",
        f"first {SEARCHED} rows",
    )  # fmt: skip
    assert [fact for fact in facts if fact not in text] == []
    assert (ENOUGH, csvfile.MOST_BYTES) == (3, refuse.MOST_FILE)
