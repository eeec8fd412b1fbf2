"""Words of typst, jinja, Word, HTML and spreadsheets, terminal codes and direction marks through every document.

Two programs are alike but for their texts: in one every text is full of syntax, in the other the same letters stand
without it. What has no power leaves the same structure, and reads as it was written.
"""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader
from tools.console import ikmctl

from ikmctl.render.documents import DOCUMENTS
from ikmctl.render.safe import is_unseen, safe

SYNTAX: Final = (
    '*a* _b_ $c$ #import "x" @d <e> \\f ~g `h` //i /* j */ [k] #k',
    "= judul",
    "- butir",
    "{{ 7*7 }} {% for x in y %} {# z #} {{ self.__init__ }} ${p}",
    "</w:t><w:br/> <b>tebal</b> &amp; &lt; ]]> <!-- c --> <script>s()</script>",
    '" onload="x() \' javascript:y() <img src=x>',
    '=HYPERLINK("http://contoh.id";"k")',
    "+1+1 ;=1+1",
    "@SUM(A1)",
    "-2+3 |calc",
    "[k](http://contoh.id) ![g](http://contoh.id/g.png) | ~~c~~ # d",
    "http://contoh.id/a www.contoh.id a@contoh.id",
    "## kepala > kutip 1. satu",
)
HIDDEN: Final = (
    "\x1b[31mmerah\x1b[0m", "\x1b]8;;http://contoh.id\x07k", "\u202eabc\u202c", "\u2066x\u2069\u200fy",
    "z\u200b\ufeffw", "\x00\x07\x7f\x9b2J\u2028v",
)  # fmt: skip
"""What YAML and the command line refuse, and a spreadsheet of people does not."""
SAID: Final = tuple(text for text in SYNTAX if "a@" not in text)
"""What an act may say: its words hold no addresses of people."""
ON: Final = "2025-10-20"
MATCH: Final = Path(__file__).resolve().parents[1] / "errors" / "_base" / "match"
NUMBERS: Final = tuple(f"P{n:03}" for n in range(1, 13))
BREAK: Final = "\u200b"
"""Stands in our pages wherever a line may break."""


@dataclass
class Words:
    """Texts with syntax, or the same without; each has a number of its own by which it is found again."""

    sharp: bool
    count: int = 0

    def raw(self, kinds: Sequence[str] = SYNTAX) -> str:
        self.count += 1
        text = f"{kinds[self.count % len(kinds)]} k{self.count:03}"
        return text if self.sharp else blunt(text)

    def yaml(self) -> str:
        return json.dumps(self.raw())


def blunt(text: str) -> str:
    """The same length as it is shown, and nothing in it that means anything to anybody, nor has a capital."""
    shown = safe(text)
    return re.sub(r"[^A-Za-z0-9 ]", "1", shown[:1]) + re.sub(r"[^A-Za-z0-9 ]", "x", shown[1:])


def program(words: Words) -> str:
    t = words.yaml
    spec = f"number: {t()}, date: 2025-10-03, basis: [{t()}, {t()}]"
    signers = f"signers: [{{role: {t()}, name: {t()}, rank: {t()}, nip: {t()}}}]"
    return f"""\
format: 1
id: tajam
title: {t()}
organizer: {t()}
region: "33.24"
venue: {t()}
dates: {{start: 2025-09-29, end: 2025-09-30, sessions_per_day: 1}}
schedule: {{announce: 2025-10-06, objection: {{start: 2025-10-07, end: 2025-10-09}}, confirm_by: 2025-10-13}}
as_of: 2025-09-29
tracks:
  - {{id: batik, name: {t()}, quota: 3, reserves: 2}}
  - {{id: las, name: {t()}, quota: 3, reserves: 2}}
groups: [{{id: desa, name: {t()}, dak: {t()}}}]
fields:
  - {{id: note, type: text, headers: [{t()}]}}
marks:
  attendance: {{per: session, stage: curation, codes: {{H: 1, S: 0, I: 0.5, A: 0}}, headers: [{t()}]}}
  test: {{per: participant, stage: curation, min: 0, max: 100}}
  work: {{per: judge, stage: curation, min: 1, max: 5}}
panel: {{judges: [{{id: J1, role: {t()}}}, {{id: J2, role: {t()}}}]}}
stages:
  - id: curation
    eligibility:
      - {{rule: age, min: 18, max: 55, basis: {t()}}}
      - {{rule: not_one_of, field: note, values: [Tidak, {t()}], missing: pass, basis: {t()}}}
    criteria:
      - {{id: test, source: marks.test, direction: benefit, scale: {{linear: [0, 100]}}, weight: 60, missing: pending}}
      - {{id: work, source: marks.work, direction: benefit, scale: {{linear: [1, 5]}}, weight: 40, missing: pending}}
    selection: {{ties: [ticket]}}
    awards: {{tiers: [{{name: {t()}, places: 2, amount: 1000}}, {{name: {t()}, places: 4, amount: 500}}]}}
documents:
  place: {t()}
  letterhead: [{t()}, {t()}]
  minutes: {{{spec}, {signers}}}
  decree: {{{spec}, {signers}}}
  announcement: {{{spec}, {signers}}}
  answer: {{{spec}, {signers}}}
  payments: {{{spec}, {signers}, purpose: {t()}, rate: 75000, tax: 2.5, tax_basis: {t()}, budget: 9000000}}
  certificates: {{number: "{{n}}/2025", basis: [{t()}], {signers}, heading: {t()}}}
  messages: {{contact: {t()}, closing: {t()}}}
  exports: {{semua: {{people: all, columns: [{{head: {t()}, field: name}}, {{head: A, text: {t()}}},
    {{head: B, field: note}}, {{head: C, field: track_name}}, {{head: D, field: tier}}]}}}}
"""


def made(folder: Path, *, sharp: bool) -> Path:
    """The program with its list announced and decided, and an objection answered."""
    words = Words(sharp)
    root = folder / "cohorts" / "tajam"
    (root / "private").mkdir(parents=True)
    (root / "program.yaml").write_text(program(words), encoding="utf-8")
    sessions = ("2025-09-29/1", "2025-09-30/1")
    rows = []
    for index, number in enumerate(NUMBERS):
        rows += [f"{number},attendance,,{session},H" for session in sessions]
        rows += [f"{number},test,,,{90 - index}", f"{number},work,,J1,4", f"{number},work,,J2,{3 + index % 3}"]
    (root / "marks.csv").write_text("\n".join(["number,mark,item,by,value", *sorted(rows)]) + "\n", encoding="utf-8")
    facts, people = io.StringIO(), io.StringIO()
    facts_rows = csv.writer(facts, lineterminator="\n")
    facts_rows.writerow(("number", "track", "track_2", "registered_at", "group", "age", "note"))
    people_rows = csv.writer(people, lineterminator="\n")
    people_rows.writerow(("number", "identity", "former", "account", "address", "birth_date", "name", "nik", "phone"))
    for index, number in enumerate(NUMBERS):
        name = words.raw(HIDDEN if index % 2 else SYNTAX)
        facts_rows.writerow(
            (number, ("batik", "las")[index % 2], "", "", "desa", 60 if index == 11 else 30, words.raw())
        )
        nik = f"332401410287{9001 + index}"
        people_rows.writerow(
            (number, nik, "", words.raw(), words.raw(HIDDEN), "1990-01-02", name, nik, "+6281200001201")
        )
    (root / "participants.csv").write_text(facts.getvalue(), encoding="utf-8")
    (root / "private" / "people.csv").write_text(people.getvalue(), encoding="utf-8")
    (root / "objections.yaml").write_text(
        f"- {{id: 1, participant: P001, received: 2025-10-08, ground: {words.yaml()}, status: rejected,"
        f" answered: 2025-10-09, answer: {words.yaml()}}}\n",
        encoding="utf-8",
    )
    act = ["--on", "2025-10-02", "--by", words.raw(SAID)]
    for line in (
        ["lock", "rules", *act], ["curate", *act],
        ["decide", "withdraw", "P010", "--kind", "mundur", "--reason", words.raw(SAID),
         "--document", words.raw(SAID), *act],
        ["announce", *act], ["finalize", "--decree", words.raw(SAID), "--on", "2025-10-10", "--by", words.raw(SAID)],
    ):  # fmt: skip
        answer = ikmctl(["ikmctl", *line], root)
        assert answer.code in (0, 1), answer.both
    return root


def matched(folder: Path, *, sharp: bool) -> Path:
    """A partnership: firms, demand lines and members with such texts."""
    words = Words(sharp)
    root = folder / "cohorts" / "tiny"
    (root / "private").mkdir(parents=True)
    program = (MATCH / "program.yaml").read_text(encoding="utf-8")
    program = program.replace("A tiny match", words.yaml()).replace(
        "unit: business", f"unit: business\norganizer: {words.yaml()}"
    )
    (root / "program.yaml").write_text(program, encoding="utf-8")
    partners = (MATCH / "partners.yaml").read_text(encoding="utf-8")
    for text in ("PT Contoh", "Kursi,", "Meja,"):
        partners = partners.replace(text, words.yaml() + text[len(text.rstrip(",")) :])
    (root / "partners.yaml").write_text(partners, encoding="utf-8")
    (root / "participants.csv").write_text((MATCH / "participants.csv").read_text(encoding="utf-8"), encoding="utf-8")
    people = io.StringIO()
    rows = csv.writer(people, lineterminator="\n")
    rows.writerow(("number", "identity", "former", "business_name", "product"))
    rows.writerows((f"A{n}", f"123456789000{n}", "", words.raw(HIDDEN), words.raw()) for n in (1, 2, 3))
    (root / "private" / "people.csv").write_text(people.getvalue(), encoding="utf-8")
    answer = ikmctl("ikmctl match", root)
    assert answer.code in (0, 1), answer.both
    return root


ABOUT: Final = {"participant": ["P001"], "export": ["semua"], "": []}
FORMS: Final = [
    (name, form) for name, kind in DOCUMENTS.items() for form in kind.forms if form != "png" and kind.pairs != "only"
]


@dataclass(frozen=True)
class Seen:
    """What a reader takes from a document: its text, and what in it is not text."""

    text: str
    bones: Counter[str]


def words_of(path: Path) -> Seen:
    body = path.read_bytes()
    if path.suffix == ".docx":
        return _of_word(body)
    if path.suffix == ".pdf":
        return _of_pdf(body)
    if path.suffix == ".xlsx":
        return _of_workbook(body)
    if path.suffix == ".html":
        return _of_page(body.decode())
    if path.suffix == ".csv":
        return _of_table(body.decode())
    if path.suffix == ".md":
        return _of_markdown(body.decode())
    return Seen(body.decode("utf-8"), Counter())


def _of_table(text: str) -> Seen:
    """As Excel opens it, and Excel where lines are split at semicolons; an apostrophe keeps a formula still."""
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    for cell in [*cells, *re.split("[;\n]", text)]:
        assert not cell.lstrip(' "').startswith(("=", "+", "-", "@")), cell
    return Seen("\n".join(re.sub(r"'(?=[=+@-])", "", cell) for cell in cells), Counter())


def _of_markdown(text: str) -> Seen:
    """As a code host shows it: with tables, and links where there is an address."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    every = [child for token in tokens for child in (token, *(token.children or ()))]
    bones = Counter(f"{token.type} {token.markup}" for token in every if token.type not in ("text", "text_special"))
    return Seen("\n".join("".join(one.content for one in token.children or ()) for token in tokens), bones)


def _of_word(body: bytes) -> Seen:
    text, bones = [], Counter[str]()
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                for node in ET.fromstring(package.read(name)).iter():  # noqa: S314  # made by the test itself
                    bones[f"{name} {node.tag} {sorted(node.attrib)}"] += 1
                    text.append((node.text or "") + ("\n" if node.tag.endswith("}p") else ""))
    return Seen("".join(text), bones)


def _of_pdf(body: bytes) -> Seen:
    reader = PdfReader(io.BytesIO(body))
    bones = Counter({"pages": len(reader.pages)})
    for page in reader.pages:
        bones.update(str(note.get_object().get("/Subtype")) for note in page.get("/Annots") or ())
    bones.update(word for word in ("/URI", "/JavaScript", "/JS", "/Launch", "/OpenAction") if word.encode() in body)
    text = "\n".join(page.extract_text() for page in reader.pages)
    return Seen(text.replace(BREAK, ""), bones)


def _of_workbook(body: bytes) -> Seen:
    text, bones = [], Counter[str]()
    for sheet in openpyxl.load_workbook(io.BytesIO(body)).worksheets:
        text.append(sheet.title)
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            bones[f"{cell.data_type} {bool(cell.hyperlink)}"] += 1
            text.append(str(cell.value))
    return Seen("\n".join(text), bones)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.bones: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.bones[f"{tag} {sorted(name for name, _ in attrs)}"] += 1
        self.text += [value or "" for name, value in attrs if name in ("title", "aria-label", "content")]

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.bones["comment" if data else "no words"] += 1


def _of_page(text: str) -> Seen:
    page = _Page()
    page.feed(text)
    page.close()
    return Seen("\n".join(page.text), page.bones)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tajam")
    return made(folder / "sharp", sharp=True), made(folder / "blunt", sharp=False)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("pasangan")
    return matched(folder / "sharp", sharp=True), matched(folder / "blunt", sharp=False)


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Every text as it must be shown, and its blunt twin."""
    every = [*SYNTAX, *HIDDEN]
    return tuple((safe(f"{one} k"), blunt(f"{one} k")) for one in every)


def close(text: str) -> str:
    """Without spaces and line breaks: lines are broken where there is room."""
    return re.sub(r"\s", "", text)


def unseen(text: str) -> set[str]:
    return {f"U+{ord(one):04X}" for one in text if is_unseen(one) and one not in "\n\t\r"}


def expected(blunted: str) -> Iterator[tuple[str, int]]:
    """What must stand in the sharp document, and how often, going by the blunt one."""
    for shown, plain in texts():
        for number in range(1, 200):
            count = blunted.count(close(f"{plain}{number:03}"))
            if count:
                yield close(f"{shown}{number:03}"), count


def report(root: Path, kind: str, form: str) -> Seen:
    path = root / "made" / f"{kind}.{form}"
    path.parent.mkdir(exist_ok=True)
    answer = ikmctl(["ikmctl", "report", kind, *ABOUT[DOCUMENTS[kind].about], "--on", ON, "-o", str(path)], root)
    assert answer.code == 0, answer.both
    return words_of(path)


def compare(sharp: Seen, plain: Seen) -> None:
    assert sharp.bones == plain.bones
    assert unseen(sharp.text) == set()
    found = dict(expected(close(plain.text)))
    assert found
    assert {text: close(sharp.text).count(text) for text in found} == found


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_syntax_stays_text(people: tuple[Path, Path], kind: str, form: str) -> None:
    compare(*(report(root, kind, form) for root in people))


@pytest.mark.parametrize(("kind", "form"), [("catalogue", "html"), ("summary", "html"), ("brief", "pdf")])
def test_syntax_stays_text_in_a_partnership(pairs: tuple[Path, Path], kind: str, form: str) -> None:
    compare(*(report(root, kind, form) for root in pairs))
