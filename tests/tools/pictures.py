"""One picture of every kind of document, from made-up people, into docs/images/, with an index.

Run `python tests/tools/pictures.py [KIND...]` after a kind was added or looks different. It needs LibreOffice,
Chromium, chromedriver and poppler. The index says how long each document took to build (processor time of the whole
command in this process, the least of three) and how large it is.
"""

import base64
import html
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ikmctl.render.documents import DOCUMENTS
from tools.console import ikmctl
from tools.pages import ROOT
from tools.programs import chromium, need, to_pdf
from tools.scratch import REGISTERS, STAGES, office

IMAGES: Final = ROOT / "docs" / "images"
INDEX: Final = IMAGES / "README.md"
DRAWN: Final = ("pdf", "docx", "xlsx", "html", "md", "txt", "csv")
"""Forms, the one that looks most like a document first."""
BEST: Final = {"monitoring": "kaliwungu-kemitraan", "payments": "pekalongan-startup-2022"}
"""Programs in which a kind shows most; else the first in which it can be made."""
DOTS: Final = 84
PAGES: Final = 2
GAP: Final = 12
LEVELS: Final = 6
GREY: Final = 4 * (36 + 6 + 1)
ROUNDS: Final = 3
LINES: Final = 62


@dataclass(frozen=True)
class Shown:
    """One document that was drawn."""

    kind: str
    program: str
    forms: str
    seconds: float
    sizes: str


def documents(roots: Mapping[str, Path], wanted: list[str]) -> Iterator[tuple[Shown, Path]]:
    """Each kind, built in the first program that can make it."""
    for name in wanted:
        order = sorted(REGISTERS, key=lambda program: program != BEST.get(name))
        for program in order:
            made = build(roots[program], name)
            if made:
                yield made
                break
        else:
            sys.stderr.write(f"no program makes {name}\n")


def build(root: Path, name: str) -> tuple[Shown, Path] | None:
    """Every form of one kind, timed; the form that is drawn."""
    kind, found, spent = DOCUMENTS[name], {}, 0.0
    about = {"": [], "participant": subjects(root), "export": exports(root)}[kind.about] if kind.about else [""]
    for form in kind.forms:
        target = root / "reports" / f"{name}.{form}"
        target.parent.mkdir(exist_ok=True)
        for one in about:
            words = ["report", name, *filter(None, [one]), "--on", "2026-03-02", "-o", str(target)]
            words += ["--stage", STAGES[root.name][0]] if len(STAGES[root.name]) > 1 else []
            if ikmctl(words, root, "id").code == 0:
                found[form] = target
                spent += min(timed(words, root) for _ in range(ROUNDS))
                break
    if not found:
        return None
    drawn = next(form for form in DRAWN if form in found)
    sizes = ", ".join(f"{round(path.stat().st_size / 1000) or 1} kB" for path in found.values())
    return Shown(name, root.name, ", ".join(found), spent, sizes), found[drawn]


def timed(words: list[str], root: Path) -> float:
    """Processor seconds of one command line."""
    start = time.process_time()
    ikmctl(words, root, "id")
    return time.process_time() - start


def subjects(root: Path) -> list[str]:
    """Participants whom a document may be about: objectors first."""
    from ikmctl.store.register import read_people

    people, _ = read_people((root / "private" / "people.csv").read_text(encoding="utf-8"), "people.csv")
    path = root / "objections.yaml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    numbers = [person.number for person in people]
    return sorted(numbers, key=lambda number: number not in text)[:3]


def exports(root: Path) -> list[str]:
    """Names of the exports that the program declares."""
    from ikmctl.store.files import read_program

    program = read_program((root / "program.yaml").read_text(encoding="utf-8"), "program.yaml").value
    return list(program.documents.exports) if program else []


def printed(document: Path, folder: Path, browser: Any) -> Path:
    """The document as PDF."""
    if document.suffix == ".pdf":
        return document
    if document.suffix in (".docx", ".xlsx"):
        return to_pdf(document, folder)
    page = document
    if document.suffix != ".html":
        words = "\n".join(document.read_text(encoding="utf-8").splitlines()[:LINES])
        page = folder / f"{document.stem}.html"
        style = "@page{size:A4;margin:15mm}pre{font:11px monospace;white-space:pre-wrap}"
        page.write_text(f"<meta charset=utf-8><style>{style}</style><pre>{html.escape(words)}</pre>", encoding="utf-8")
    browser.get(page.as_uri())
    body = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    made = folder / f"{document.stem}.pdf"
    made.write_bytes(base64.b64decode(body["data"]))
    return made


def picture(pdf: Path, target: Path) -> None:
    """The first two pages beside each other, in few colours, so that it stays small."""
    with tempfile.TemporaryDirectory() as scratch:
        command = [need("pdftoppm"), "-r", str(DOTS), "-l", str(PAGES), str(pdf), f"{scratch}/page"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        target.write_bytes(indexed([page.read_bytes() for page in sorted(Path(scratch).glob("*.ppm"))]))


def indexed(pages: list[bytes]) -> bytes:
    """PPM files as one PNG with one byte a dot: each colour rounded to six levels."""
    step = 255 / (LEVELS - 1)
    level = bytes(round(value / step) for value in range(256))
    parts: list[tuple[int, int, bytes]] = []
    for page in pages:
        _, size, _, dots = page.split(b"\n", 3)
        wide, high = map(int, size.split())
        red, green, blue = (dots[at::3].translate(level) for at in range(3))
        parts.append((wide, high, bytes(36 * r + 6 * g + b for r, g, b in zip(red, green, blue, strict=True))))
    tall, gap = max(high for _, high, _ in parts), bytes([GREY]) * GAP
    lines = [
        gap.join(dots[at * wide : (at + 1) * wide] if at < high else bytes([GREY]) * wide for wide, high, dots in parts)
        for at in range(tall)
    ]
    colours = bytes(round(part * step) for r in range(6) for g in range(6) for b in range(6) for part in (r, g, b))
    head = struct.pack(">IIBBBBB", len(lines[0]), tall, 8, 3, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    chunks = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, chunks))


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    name, body = part
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def listed() -> dict[str, str]:
    """The lines of the index by kind."""
    lines = INDEX.read_text(encoding="utf-8").splitlines() if INDEX.is_file() else []
    return {line.split("`")[1]: line for line in lines if line.startswith("| `")}


def write_index(new: list[Shown]) -> None:
    """The index, with the kinds in the order of the registry."""
    lines = listed() | {
        one.kind: f"| `{one.kind}` | {one.forms} | {one.seconds:.1f} s | {one.sizes} | {one.program} "
        f"| [{one.kind}.png]({one.kind}.png) |"
        for one in new
    }
    head = (
        "# Every kind of document in one picture\n\n"
        "Written by `python tests/tools/pictures.py` from the made-up people of the examples. A workbook or letter "
        "is shown as LibreOffice prints\nit, a page for a browser as Chromium prints it, a text as it is; the first "
        "two pages of each. *Built in* is the processor time of the\nwhole command in all forms, start of Python not "
        "counted.\n\n"
        "| kind | forms | built in | size | program | picture |\n|---|---|---|---|---|---|\n"
    )
    INDEX.write_text(head + "".join(f"{lines[kind]}\n" for kind in DOCUMENTS if kind in lines), encoding="utf-8")


def main(wanted: list[str]) -> None:
    """Draw the kinds that are named, or all."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        roots = {program: office(Path(scratch), program) for program in REGISTERS}
        shown = []
        for one, path in documents(roots, wanted or list(DOCUMENTS)):
            picture(printed(path, Path(scratch), browser), IMAGES / f"{one.kind}.png")
            shown.append(one)
            sys.stdout.write(f"{one}\n")
    write_index(shown)


if __name__ == "__main__":
    main(sys.argv[1:])
