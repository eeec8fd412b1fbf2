"""Small programs, rows and offices for the tests of import."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from ikmctl.domain.diagnostic import has_errors
from ikmctl.domain.program import Program
from ikmctl.store.atomic import commit
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow import import_
from ikmctl.workflow.importing.data import ImportData, ImportOptions
from ikmctl.workflow.importing.incoming import Incoming, Origin
from ikmctl.workflow.result import Result

DAY = date(2025, 9, 26)

PROGRAM = """\
id: kendal-wub-2025
title: Wirausaha Baru
region: "33.24"
dates: {start: 2025-09-29, end: 2025-09-30}
as_of: 2025-09-29
tracks:
  - {id: ecoprint, name: Ecoprint, quota: 10}
  - {id: furniture, name: Furnitur, quota: 10, aliases: [mebel]}
marks:
  attendance: {per: session, stage: curation, codes: {H: 1, S: 0, I: 0, A: 0}}
  pre_test: {per: participant, stage: curation, min: 0, max: 100}
  post_test: {per: participant, stage: curation, min: 0, max: 100}
  practice: {per: judge, stage: curation, min: 1, max: 5, items: [hasil, waktu]}
stages:
  - id: curation
    eligibility:
      - {rule: age, min: 18, max: 55}
      - {rule: range, field: income, max: 5000000}
    criteria:
      - {id: post, source: marks.post_test, direction: benefit, scale: {linear: [0, 100]}, weight: 1, missing: worst}
    selection:
      balance: [{field: gender, value: female, min_share: 0.3}]
      max_per: {household: 1}
panel:
  judges: [{id: J1}, {id: J2}]
"""

HEADER = "Timestamp,Nama Lengkap,NIK,No KK,Jenis Kelamin,Tanggal Lahir,No HP,Bidang,Penghasilan"
SITI = "2025-09-01 08:00:00,Siti Aminah,3324015509879001,3324010101019001,P,1987-09-15,081200001234,Ecoprint,2000000"
BUDI = "2025-09-02 09:00:00,Budi Santoso,3324010101909002,3324010101019002,L,1990-01-01,081200001111,mebel,3 juta"
DEWI = "2025-09-03 10:00:00,Dewi Lestari,3324014202959003,3324010101019001,P,1995-02-02,081200002222,Ecoprint,4500000"


def program(**keys: Any) -> Program:
    """A program with one track of ten seats, and whatever a test adds."""
    base: dict[str, Any] = {
        "id": "kendal-wub-2025",
        "title": "Wirausaha Baru",
        "as_of": "2025-09-29",
        "tracks": [{"id": "ecoprint", "name": "Ecoprint", "quota": "10"}],
        "stages": [{"id": "curation"}],
    }
    return Program.model_validate({**base, **keys}, context={"rules": {}, "scales": {}})


def row(line: int, **values: str) -> Incoming:
    """A row of `peserta.xlsx`, one column a value."""
    addresses = {name: f"{chr(ord('A') + at)}{line}" for at, name in enumerate(values)}
    return Incoming(Origin(0, "peserta.xlsx", "Form", line), {k: v for k, v in values.items() if v}, addresses)


@dataclass(frozen=True)
class Office:
    """A cohort folder of a test, and a desk of spreadsheets beside it."""

    root: Path

    @classmethod
    def open(cls, folder: Path, text: str = PROGRAM) -> "Office":
        """A new cohort with a program."""
        root = folder / "cohorts" / "kendal-wub-2025"
        root.mkdir(parents=True)
        (root / "program.yaml").write_text(text, encoding="utf-8")
        return cls(root)

    @property
    def paths(self) -> CohortPaths:
        """Where its files lie."""
        return CohortPaths(self.root)

    def csv(self, *lines: str, name: str = "peserta.csv") -> Path:
        """A CSV file on the desk."""
        path = self.root.parent.parent / name
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    def book(self, rows: Sequence[Sequence[Any]], name: str = "peserta.xlsx", sheet: str = "Form") -> Path:
        """A workbook on the desk, written by another program than ours."""
        book = openpyxl.Workbook()
        page = book.active
        page.title = sheet
        for values in rows:
            page.append(list(values))
        path = self.root.parent.parent / name
        book.save(path)
        return path

    def plan(self, *files: Path, **flags: Any) -> Result[ImportData]:
        """What an import would do."""
        return import_.run(self.paths, files, ImportOptions(**{"on": DAY, **flags}))

    def take(self, *files: Path, **flags: Any) -> Result[ImportData]:
        """Import and write."""
        result = self.plan(*files, **flags)
        if result.changes is not None:
            assert not has_errors(commit(result.changes, self.root))
        return result

    def table(self, name: str) -> list[dict[str, str]]:
        """A CSV file of the cohort as dicts."""
        return list(csv.DictReader(io.StringIO((self.root / name).read_text(encoding="utf-8"))))

    def column(self, name: str, column: str) -> dict[str, str]:
        """One column of a CSV file by participant number."""
        return {line["number"]: line[column] for line in self.table(name)}

    def snapshot(self) -> Mapping[str, bytes]:
        """Every file of the folder above the cohort, by path."""
        top = self.root.parent.parent
        return {str(path.relative_to(top)): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}


def data(result: Result[ImportData]) -> ImportData:
    """The answer, which must be there."""
    assert result.data is not None, result.diagnostics
    return result.data


def codes(result: Result[Any]) -> list[str]:
    """The codes of all problems, in order."""
    return [item.code for item in result.diagnostics]


def counts(result: Result[ImportData]) -> list[tuple[int, int, int, int, int]]:
    """Rows, kept, merged, rejected, skipped of each file."""
    return [(one.rows, one.kept, one.merged, one.rejected, one.skipped) for one in data(result).files]
