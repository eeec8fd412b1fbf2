"""What the documentation shows is what the commands print."""

from pathlib import Path

import pytest
from tools.expected import Expected
from tools.pages import ROOT, pages, run_page


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page_shows_real_output(page: Path, tmp_path: Path, expected: Expected) -> None:
    expected.check(page, run_page(page.read_text(encoding="utf-8"), tmp_path))
