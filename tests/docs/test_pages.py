"""What the documentation shows is what the commands print, and its pictures are of what they print."""

from pathlib import Path

import pytest
from tools.expected import Expected
from tools.pages import ROOT, pages, walk_page


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page_shows_real_output(page: Path, tmp_path: Path, expected: Expected) -> None:
    walk = walk_page(page.read_text(encoding="utf-8"), tmp_path)
    expected.check(page, walk.text)
    for name, picture in walk.pictures.items():
        expected.check(page.parent / name, picture)
    assert [photo.name for photo in walk.photos if not (page.parent / photo.name).exists()] == []
