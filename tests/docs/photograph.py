"""Bring a page and its pictures up to date: its text, the pictures of its terminal, the photos of its files.

    python -m tests.docs.photograph docs/untuk-petugas.md

Photos need LibreOffice, pdftoppm (poppler) and ImageMagick; a test holds text and terminals, and looks only whether
the photos exist.
"""

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.pages import Photo, walk_page

DOTS_PER_INCH: Final = "110"
MARGIN: Final = 0.2


def _widths(sheet: Worksheet) -> dict[str, float]:
    """The width of each column; the file states it once for neighbours of the same width."""
    stated = list(sheet.column_dimensions.values())
    return {get_column_letter(at): one.width for one in stated for at in range(one.min, one.max + 1)}


def _framed(content: bytes, part: str, columns: frozenset[str]) -> bytes:
    """The workbook with one part of its first sheet on one page, with the letters and numbers that Excel shows."""
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    for other in book.worksheets[1:]:
        book.remove(other)
    sheet.print_area, sheet.print_title_rows = part, None
    sheet.print_options.headings = sheet.print_options.gridLines = True
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.page_setup.fitToWidth = "landscape", 1, 1
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for edge in ("left", "right", "top", "bottom", "header", "footer"):
        setattr(sheet.page_margins, edge, MARGIN)
    for letter, width in _widths(sheet).items() if columns else ():
        sheet.column_dimensions[letter] = ColumnDimension(sheet, letter, width, hidden=letter not in columns)
    for band in (sheet.oddHeader, sheet.oddFooter):
        band.left.text = band.center.text = band.right.text = None
    done = BytesIO()
    book.save(done)
    return done.getvalue()


def _take(photo: Photo, target: Path) -> None:
    """The first page of the file, or the named part of its first sheet, without the empty paper around it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"photo{photo.suffix}"
        source.write_bytes(_framed(photo.content, photo.part, photo.columns) if photo.part else photo.content)
        if photo.suffix != ".pdf":
            office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf"]
            subprocess.run([*office, "--outdir", name, str(source)], check=True, capture_output=True)
        page = folder / "page"
        pdf = str(source.with_suffix(".pdf"))
        subprocess.run(["pdftoppm", "-r", DOTS_PER_INCH, "-png", "-singlefile", pdf, str(page)], check=True)
        trim = [
            "-trim",
            "+repage",
            "-bordercolor",
            "white",
            "-border",
            "8",
            "-strip",
            "-dither",
            "None",
            "-colors",
            "48",
        ]
        subprocess.run(["convert", f"{page}.png", *trim, f"PNG8:{target}"], check=True)


def main(page: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        walk = walk_page(page.read_text(encoding="utf-8"), Path(scratch))
    page.write_text(walk.text, encoding="utf-8", newline="\n")
    for name, picture in walk.pictures.items():
        target = page.parent / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(picture, encoding="utf-8", newline="\n")
    for photo in walk.photos:
        _take(photo, page.parent / photo.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
