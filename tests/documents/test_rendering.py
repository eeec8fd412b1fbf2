"""Every kind of document of every example, drawn as an office would see it: sheets of the right size, nothing cut."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from tools.console import ikmctl
from tools.programs import need, to_pdf
from tools.scratch import ON, STAGES, office

from ikmctl.render.documents import DOCUMENTS
from ikmctl.store.register import read_people

SHEETS = ((595.3, 841.9), (609.4, 935.4), (612, 936))
"""A4, F4 (215 x 330 mm), and F4 as spreadsheets know it (8.5 x 13 inches), in points."""
TOLERANCE = 2
DOTS = 36
EDGE = 4
"""Millimetres at every edge that a printer leaves white."""
PRIVATE = ("nik", "phone", "nib", "address", "account")
CASES = [(program, stage) for program, stages in STAGES.items() for stage in stages]


@dataclass(frozen=True)
class Made:
    """A document that came out, or why none did."""

    kind: str
    path: Path
    code: int
    said: str


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def documents(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Made]]:
    """Every kind of one stage in every form."""
    program, stage = request.param
    root = office(tmp_path_factory.mktemp("office"), program)
    target = root / "made"
    target.mkdir()
    people, _ = read_people((root / "private" / "people.csv").read_text(encoding="utf-8"), "people.csv")
    return root, list(_all(root, stage, target, people[0].number))


def _all(root: Path, stage: str, target: Path, somebody: str) -> Iterator[Made]:
    several = len(STAGES[root.name]) > 1
    exports = re.findall(r"^  +- \{?name: ([a-z-]+)", (root / "program.yaml").read_text(), re.MULTILINE)
    for name, kind in DOCUMENTS.items():
        about = {"": [], "participant": [somebody], "export": exports[:1] or ["none"]}[kind.about]
        for form in kind.forms:
            path = target / f"{name}.{form}"
            words = ["report", name, *about, "--on", ON, "-o", str(path), *(("--stage", stage) if several else ())]
            answer = ikmctl(words, root)
            yield Made(name, path, answer.code, answer.both)


def test_what_does_not_come_out_says_why(documents: tuple[Path, list[Made]]) -> None:
    _, made = documents
    for one in made:
        assert one.path.is_file() == (one.code == 0), one.said
        assert "IKM980" not in one.said, one.said
        assert one.code == 0 or "[IKM" in one.said
    assert {"summary", "brief", "monitoring"} <= {one.kind for one in made if one.code == 0}


def test_every_pdf_is_whole_and_of_the_right_size(documents: tuple[Path, list[Made]]) -> None:
    _, made = documents
    need("pdftoppm")
    for one in made:
        if one.code == 0 and one.path.suffix == ".pdf":
            check_sheets(one.path)


def test_workbooks_and_letters_print_whole(documents: tuple[Path, list[Made]], tmp_path: Path) -> None:
    _, made = documents
    need("soffice")
    papers = [one.path for one in made if one.code == 0 and one.path.suffix in (".xlsx", ".docx")]
    for path in papers:
        check_sheets(to_pdf(path, tmp_path))
        if path.suffix == ".xlsx":
            check_fitting(path)


def test_pictures_and_texts_are_what_their_endings_say(documents: tuple[Path, list[Made]]) -> None:
    _, made = documents
    for one in made:
        if one.code:
            continue
        body = one.path.read_bytes()
        if one.path.suffix == ".png":
            assert body.startswith(b"\x89PNG\r\n\x1a\n")
        elif one.path.suffix in (".md", ".txt", ".html", ".csv"):
            assert body.decode("utf-8").strip()


def test_documents_hold_of_the_register_only_what_their_kind_may(
    documents: tuple[Path, list[Made]], tmp_path: Path
) -> None:
    root, made = documents
    need("pdftoppm")
    people, _ = read_people((root / "private" / "people.csv").read_text(encoding="utf-8"), "people.csv")
    secrets = {person.private[key] for person in people for key in PRIVATE if len(person.private.get(key, "")) > 6}
    names = {person.private[key] for person in people for key in ("name", "owner_name") if person.private.get(key)}
    businesses = {person.private["business_name"] for person in people if person.private.get("business_name")}
    assert secrets
    assert names
    for one in made:
        kind = DOCUMENTS[one.kind]
        if one.code or kind.named or (kind.private and one.kind != "catalogue"):
            continue
        words = text_of(one.path, tmp_path)
        assert not [word for word in secrets if word in words], one.path.name
        if not kind.masked:
            assert not [word for word in businesses if word in words], one.path.name
        if not kind.masked or one.kind == "catalogue":
            assert not [word for word in names if word in words], one.path.name


def text_of(path: Path, folder: Path) -> str:
    """All words of a document, the spaces as they are or single."""
    if path.suffix == ".png":
        return ""
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".xlsx":
        return " ".join(str(cell.value) for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row)
    if path.suffix == ".docx":
        return " ".join(page.extract_text() for page in PdfReader(to_pdf(path, folder)).pages)
    return path.read_text(encoding="utf-8")


def check_sheets(pdf: Path) -> None:
    """Pages of a known size, something on each, and nothing at its very edge."""
    pages = PdfReader(pdf).pages
    assert len(pages) > 0, pdf.name
    for page in pages:
        size = sorted((float(page.mediabox.width), float(page.mediabox.height)))
        near = [abs(size[0] - w) <= TOLERANCE and abs(size[1] - h) <= TOLERANCE for w, h in SHEETS]
        assert any(near), (pdf.name, size)
    folder = pdf.parent / f"{pdf.stem}-pages"
    folder.mkdir(exist_ok=True)
    command = [need("pdftoppm"), "-gray", "-r", str(DOTS), str(pdf), str(folder / "p")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    drawn = sorted(folder.glob("p-*.pgm"))
    assert len(drawn) == len(pages)
    for number, picture in enumerate(drawn, 1):
        wide, high, dots = pixels(picture.read_bytes())
        edge = EDGE * DOTS // 25
        rows = [dots[at * wide : (at + 1) * wide] for at in range(high)]
        assert any(min(row) < 160 for row in rows), (pdf.name, number, "empty")
        sides = [*rows[:edge], *rows[-edge:], *(row[:edge] for row in rows), *(row[-edge:] for row in rows)]
        assert min(min(part) for part in sides) > 200, (pdf.name, number, "something stands at the edge")


def pixels(picture: bytes) -> tuple[int, int, bytes]:
    """Width, height and grey values of a PGM file."""
    found = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
    assert found
    return int(found[1]), int(found[2]), picture[found.end() :]


def check_fitting(path: Path) -> None:
    """Each sheet of a workbook is fitted to the width of its page."""
    for sheet in load_workbook(path):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, (path.name, sheet.title)
        assert sheet.page_setup.fitToWidth in (None, 1), (path.name, sheet.title)
