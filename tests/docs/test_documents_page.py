"""docs/documents.md lists what a Word template may hold, as the code has it."""

from tools.documents_page import with_tables
from tools.expected import Expected
from tools.pages import ROOT

PAGE = ROOT / "docs" / "documents.md"


def test_placeholders_are_those_of_the_code(expected: Expected) -> None:
    expected.check(PAGE, with_tables(PAGE.read_text(encoding="utf-8")))
