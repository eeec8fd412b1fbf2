"""No input ends in anything but diagnostics.

IKMCTL_FUZZ=100000 sets how many inputs each target gets, IKMCTL_FUZZ_SEED which. The whole road of a program
costs a hundred times a text, and gets a fiftieth of the inputs. What fails prints the seed of its input.
"""

import io
import os
import random
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from reliability.mangle import WORDS, mangled, mangled_bytes, soup
from unit.sheets.program import words

from ikmctl.cli.days import read_day
from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.numbers import parse_decimal, parse_fraction
from ikmctl.render.style import Style
from ikmctl.render.text import blocks
from ikmctl.sheets import csvfile, guard
from ikmctl.sheets.fields import FIELDS, FieldContext
from ikmctl.sheets.grid import Cell, Grid
from ikmctl.sheets.header import find_table
from ikmctl.sheets.refuse import RefusedError
from ikmctl.store import files, ledgers, register, tables
from ikmctl.store.csvtext import read_csv
from ikmctl.store.layout import CohortPaths
from ikmctl.store.shortlist_file import read_shortlist
from ikmctl.workflow.derive import derive
from ikmctl.workflow.load import load
from ikmctl.workflow.validate import run_checks

COUNT: Final = int(os.environ.get("IKMCTL_FUZZ", "1000"))
SEED: Final = int(os.environ.get("IKMCTL_FUZZ_SEED", "9"))
ROOT: Final = Path(__file__).resolve().parents[2]
COHORTS: Final = ROOT / "cohorts"
BASE: Final = ROOT / "tests" / "errors" / "_base"
PLAIN: Final = Style()
Target = Callable[[random.Random], Sequence[Diagnostic]]


def few(name: str, most: int = 14) -> tuple[str, ...]:
    """The heads of all example files of one name: short, so that each input is quick."""
    found = [*COHORTS.rglob(name), *(ROOT / "tests" / "cases").rglob(name), *BASE.rglob(name)]
    return tuple("\n".join(path.read_text("utf-8").splitlines()[:most]) + "\n" for path in sorted(found))


@cache
def seeds(kind: str) -> tuple[str, ...]:
    """Sound texts of one kind."""
    own = {
        "objections.yaml": "- {id: 1, participant: P031, received: 2025-10-08, ground: x, status: open}\n",
        "columns.yaml": "participants:\n  Nama Lengkap: name\n  NIK: nik\n",
        "documents.csv": "kind,stage,number,on,result,file\n" + f"recap,curation,,2025-10-02,{'0' * 64},{'1' * 64}\n",
        "people.csv": "number,identities,name,phone\nP001,nik:3324086005909001,Wulandari,0812-0000-1001\n",
        "history.csv": f"mac,program,year,kind\n{'a' * 64},lama,2022,training\n",
        "duplicates.csv": "left,right,answer,on,by,note\nP001,P002,same,2025-10-02,x,\n",
    }
    return (own[kind],) if kind in own else few(kind, 60 if kind == "program.yaml" else 14)


def text_of(kind: str) -> Callable[[random.Random], str]:
    return lambda chance: mangled(chance, chance.choice(seeds(kind)))


def yaml(kind: str, read: Callable[[str, str], Any]) -> Target:
    make = text_of(kind)
    return lambda chance: read(make(chance), kind).diagnostics


def table(kind: str, read: Callable[[str, str], Any]) -> Target:
    make = text_of(kind)
    return lambda chance: read(make(chance), kind)[1]


@cache
def _program() -> Any:
    read = files.read_program((BASE / "form" / "program.yaml").read_text("utf-8"), "program.yaml")
    assert read.value is not None
    return read.value


def participants(chance: random.Random) -> Sequence[Diagnostic]:
    return tables.read_participants(text_of("participants.csv")(chance), "participants.csv", _program())[1]


def shortlist(chance: random.Random) -> Sequence[Diagnostic]:
    read_shortlist(text_of("shortlist.yaml")(chance), "shortlist.yaml")
    return ()


def any_table(chance: random.Random) -> Sequence[Diagnostic]:
    return read_csv(text_of(chance.choice(("participants.csv", "marks.csv", "scores.csv")))(chance), "x.csv", "y")[1]


def sheet_csv(chance: random.Random) -> Sequence[Diagnostic]:
    text = mangled(chance, seeds("participants.csv")[0].replace(",", chance.choice((",", ";", "\t"))))
    data = text.encode(chance.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")
    if chance.random() < 0.3:
        data = mangled_bytes(chance, data)
    return csvfile.read_csv(data, "x.csv", chance.choice((None, None, "cp1252", "latin-1", "utf-16", "nonsense")))[1]


@cache
def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["No", "Nama", "NIK"], [1, "Wulandari", "3324086005909001"], [2, "Suparjo", "3324071703859002"]):
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(chance: random.Random) -> Sequence[Diagnostic]:
    """Broken bytes, and sound zips around broken XML."""
    data = _workbook()
    if chance.random() < 0.4:
        data = mangled_bytes(chance, data)
    else:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as sound, zipfile.ZipFile(out, "w") as broken:
            names = sound.namelist()
            chosen = {chance.choice(names), "xl/worksheets/sheet1.xml" if chance.random() < 0.7 else ""}
            for name in names:
                body = sound.read(name)
                broken.writestr(name, mangled(chance, body.decode()).encode() if name in chosen else body)
        data = out.getvalue()
    try:
        guard.inspect(data)
    except RefusedError as refused:
        return (refused.problem("x.xlsx"),)
    return ()


KINDS: Final = tuple(sorted(FIELDS))
CELLS: Final = ("text", "number", "date", "bool", "error", "empty", "formula")
SAMPLES: Final = (
    "3324086005909001", "20 Mei 1990", "0812-0000-1001", "Rp3.000.000", "Kec. Boja, Kab. Kendal", "S1 Teknik", "31001",
    "2-3 juta", "ya", "wiraswasta", "2025-09-29 08:00", "12.345.678.9-012.000", "a@contoh.id", "H", "45/50", "Ecoprint",
)  # fmt: skip


def field(chance: random.Random) -> Sequence[Diagnostic]:
    text = mangled(chance, chance.choice(SAMPLES)) if chance.random() < 0.7 else soup(chance)
    context = FieldContext(
        as_of=date(2025, 9, 29), region=chance.choice(("", "33", "33.24")), within=chance.choice(("", "33.24")),
        values=chance.choice(((), ("H", "S"), ("Halal", "PIRT"))), least=chance.choice((None, Decimal(0))),
        most=chance.choice((None, Decimal(100))), multiplier=chance.choice((1, 1000)), private=chance.random() < 0.5,
        month_first=chance.random() < 0.5, coarse=chance.random() < 0.5, epoch_1904=chance.random() < 0.2,
        aliases=chance.choice(({}, {"ecoprint": "ecoprint"})), sensitive=chance.random() < 0.5,
    )  # fmt: skip
    parsed = FIELDS[chance.choice(KINDS)](Cell(text, chance.choice(CELLS), "F23"), context)  # type: ignore[arg-type]  # CELLS are the kinds of cells
    assert parsed.value != ""
    return [Diagnostic(one.code, params=one.params) for one in parsed.problems]


HEADERS: Final = ("No", "Nama Lengkap", "NIK", "No. HP", "Kecamatan", "Tanggal Lahir", "Pelatihan", "Skor", "Usaha")


def header(chance: random.Random) -> Sequence[Diagnostic]:
    """Sheets of titles, headers, blanks and values in any order."""

    def one() -> Any:
        return chance.choice(
            (
                chance.choice(HEADERS),
                "",
                chance.choice(WORDS),
                chance.randrange(-5, 5),
                3.5,
                True,
                date(2025, 1, 1),
            )
        )

    rows = [[one() for _ in range(chance.randrange(9))] for _ in range(chance.randrange(12))]
    if chance.random() < 0.5:
        rows.insert(chance.randrange(len(rows) + 1), chance.sample(HEADERS, chance.randrange(1, len(HEADERS))))
    return find_table(Grid("x.xlsx", "Form", rows), words())[1]


def scalars(chance: random.Random) -> Sequence[Diagnostic]:
    text = mangled(chance, chance.choice(("2 Oktober 2025", "2-10-2025", "2025-10-02", "12.50", "-0.001")))
    parse_decimal(text), parse_fraction(text), read_day(text)
    return ()


def road(chance: random.Random) -> Sequence[Diagnostic]:
    """One or more files of a whole program broken, then read, checked, scored, selected, and every problem said."""
    root = chance.choice(_programs())
    body = dict(_texts(root))
    for name in chance.sample(sorted(body), chance.choice((1, 1, 1, 2))):
        body[name] = mangled(chance, body[name])
    cohort, problems = load(CohortPaths(root), lambda path: (body.get(path.name), ()))
    if cohort is None:
        return problems
    found = [*problems, *run_checks(cohort)]
    stages = [stage.id for stage in cohort.program.stages]
    derived = derive(cohort, stages, stages)
    for result in derived.results.values():
        found += cohort.diagnose(result.findings)
    derived.bytes()
    return found


@cache
def _programs() -> tuple[Path, ...]:
    cases = [path.parent for path in (ROOT / "tests" / "cases").rglob("program.yaml")]
    return tuple(sorted((*cases, BASE / "tiny", BASE / "match")))


@cache
def _texts(root: Path) -> dict[str, str]:
    wanted = ("program.yaml", "participants.csv", "marks.csv", "decisions.yaml", "events.yaml", "partners.yaml")
    return {name: (root / name).read_text("utf-8") for name in wanted if (root / name).is_file()}


TARGETS: Final[dict[str, Target]] = {
    "decisions": yaml("decisions.yaml", files.read_decisions),
    "events": yaml("events.yaml", files.read_events),
    "objections": yaml("objections.yaml", files.read_objections),
    "partners": yaml("partners.yaml", files.read_partners),
    "columns": yaml("columns.yaml", files.read_columns),
    "shortlist": shortlist,
    "csv": any_table,
    "participants": participants,
    "marks": table("marks.csv", tables.read_marks),
    "outcomes": table("outcomes.csv", ledgers.read_outcomes),
    "imports": table("imports.csv", ledgers.read_imports),
    "documents": table("documents.csv", ledgers.read_documents),
    "people": table("people.csv", register.read_people),
    "history": table("history.csv", register.read_history),
    "answers": table("duplicates.csv", register.read_answers),
    "sheet csv": sheet_csv,
    "field": field,
    "header": header,
    "scalars": scalars,
    "program": yaml("program.yaml", files.read_program),
    "guard": workbook,
    "road": road,
}
DEAR: Final = frozenset(("road",))


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_diagnostics(name: str) -> None:
    said = 0
    for number in range(COUNT // 50 if name in DEAR else COUNT):
        chance = random.Random(f"{SEED}/{name}/{number}")
        try:
            problems = TARGETS[name](chance)
            if number % 10 == 0:
                text = blocks(list(problems)[:20], ("id", "en")[number % 20 == 0], PLAIN, None) if problems else ""
                assert not any(ord(letter) < 32 and letter != "\n" for letter in text), text
        except Exception as fault:
            fault.add_note(f"seed {SEED}/{name}/{number}")
            raise
        said += bool(problems)
    assert said or name in ("shortlist", "scalars")
