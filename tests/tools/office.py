"""The tiny cohort as an office has it: names in private/, letterhead, numbers, signers; and words out of documents."""

import io
import re
import zipfile
from html import unescape
from pathlib import Path

from pypdf import PdfReader

from tools.console import Answer, ikmctl
from tools.tiny import tiny

NAMES = {
    "P001": "Siti Aminah",
    "P002": "<PT> & {{ number }}",
    "P003": "Budi Santoso",
    "P004": "Ani",
    "P005": "Joko Susilo",
    "P006": "Tri Wahyuningsih",
}
NIK = "332401410287900"
TRACKS = (("batik", "Batik"), ("las", "Las"))
PAPERS = """\
documents:
  place: Kendal
  letterhead: [PEMERINTAH KABUPATEN, DINAS PERINDUSTRIAN]
  minutes:
    number: 500/1
    date: 2025-10-02
    basis: [Petunjuk Teknis 2025]
    signers: [{role: Ketua Tim, name: Contoh Ketua, rank: Penata, nip: "123"}, {role: Anggota}]
  decree: {number: 500/2, date: 2025-10-13, signers: [{role: Kepala Dinas, name: Contoh Kepala}]}
schedule: {objection: {start: 2025-10-07, end: 2025-10-09}}
"""
IMPORTS = f"""\
digest,kind,rows,kept,merged,rejected,skipped,on,by,reason
{"a" * 64},participants,11,6,2,1,2,2025-09-24,,
"""


def office(folder: Path, papers: str = PAPERS) -> Path:
    """The cohort with its private register and papers; nothing is locked or curated."""
    root = tiny(folder)
    with (root / "program.yaml").open("a") as file:
        file.write(papers)
    (root / "private").mkdir()
    rows = [
        f'{number},{NIK}{number[-1]},,"{name}",0812-0000-123{number[-1]},Jl. Rahasia {number[-1]},Usaha {number[-1]}'
        for number, name in NAMES.items()
    ]
    head = "number,identity,former,name,phone,address,business_name"
    (root / "private" / "people.csv").write_text("\n".join([head, *rows]) + "\n")
    (root / "imports.csv").write_text(IMPORTS)
    return root


def one_track(root: Path) -> None:
    """Put everybody into the one implied track."""
    for name in ("program.yaml", "participants.csv"):
        text = (root / name).read_text()
        for part in (
            "tracks:\n",
            *(f"  - {{id: {id_}, name: {word}, quota: 1, reserves: 1}}\n" for id_, word in TRACKS),
        ):
            text = text.replace(part, "")
        (root / name).write_text(text if name == "program.yaml" else re.sub("batik|las", "", text))


def made(root: Path, words: str, ending: str, lang: str = "id") -> tuple[Answer, bytes]:
    """Build one document in one form, and read it."""
    target = root / f"made.{ending}"
    answer = ikmctl(f"report {words} -o {target.name} --on 2025-10-06", root, lang)
    return answer, target.read_bytes() if target.exists() else b""


def words_of(body: bytes) -> str:
    """All words of a Word or PDF file on one line, in their order."""
    if body.startswith(b"%PDF"):
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    else:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            xml = package.read("word/document.xml").decode()
        xml = re.sub(r"</w:p>|<w:tab/>|<w:br/>", " ", xml)
        text = unescape(re.sub(r"<[^>]+>", "", xml))
    return " ".join(text.split())
