"""Import of a registration workbook beside the bare reader, and beside frictionless on the same checks.

    python benchmarks/import.py [--rows 240 16000 200000] [--rounds 3] [--frictionless PYTHON]

Each step runs in a fresh process: CPU seconds (its own child included) without the imports of modules, and peak
memory. `bare` is python-calamine alone; `read` adds guard, child process and header finder; `import` is the whole
workflow with every value validated and exact duplicates merged. `--frictionless` names a Python that has
frictionless; it checks types, patterns, words and unique NIK of the same columns.
"""

import argparse
import gc
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("Siti", "Budi", "Rina", "Agus", "Dewi", "Eko", "Fitri", "Hadi", "Indah", "Joko", "Kartika", "Lukman")
LAST = ("Lestari", "Santoso", "Wulandari", "Pratama", "Handayani", "Nugroho", "Rahayu", "Saputra", "Utami", "Wibowo")
DISTRICTS = ("Plantungan", "Sukorejo", "Pageruyung", "Patean", "Singorojo", "Limbangan", "Boja", "Kaliwungu")
WOMEN = 0.6
LARGE = 100_000
HEADER = (
    "Stempel waktu", "Nama Lengkap", "NIK", "No. KK", "Tempat Lahir", "Tanggal Lahir", "Jenis Kelamin", "Alamat", "RT",
    "RW", "Desa/Kelurahan", "Kecamatan", "Kabupaten/Kota", "Pekerjaan", "Pendidikan Terakhir", "No. HP", "Email",
    "Pelatihan yang Diminati", "Omzet per tahun", "Kesiapan tempat",
)  # fmt: skip
PROGRAM = """\
id: bench
title: Bench
region: "33.24"
dates: {start: 2025-09-29, end: 2025-10-02}
as_of: 2025-09-29
tracks:
  - {id: ecoprint, name: Ecoprint, quota: 10}
  - {id: furniture, name: Furnitur, quota: 10, aliases: [mebel]}
fields:
  - {id: workshop_ready, type: integer, min: 0, max: 3, headers: [Kesiapan tempat]}
stages:
  - id: curation
    eligibility:
      - {rule: age, min: 18, max: 60}
      - {rule: domicile, within: "33.24"}
      - {rule: not_one_of, field: occupation, values: [ASN, TNI, Polri]}
      - {rule: range, field: turnover, max: 300000000}
    criteria:
      - {id: r, source: fields.workshop_ready, direction: benefit, scale: {linear: [0, 3]}, weight: 1, missing: worst}
    selection: {balance: [{field: gender, value: female, min_share: 0.3}], max_per: {household: 1}}
"""


def person(number: int, chance: random.Random) -> list[object]:
    """One made-up applicant: serials from 9000 on and phones with 0000 belong to nobody."""
    female = chance.random() < WOMEN
    born = date(1970, 1, 1) + timedelta(days=number // 8 % 12_000)
    district = number % 8
    day = born.day + 40 * female
    serial = 9000 + number // 96_000
    name = f"{chance.choice(NAMES)} {chance.choice(LAST)} {chance.choice(LAST)}"
    return [
        datetime(2025, 9, 1) + timedelta(seconds=number), name, f"3324{district + 1:02d}{day:02d}{born:%m%y}{serial}",  # noqa: DTZ001  # a cell knows no time zone
        f"33240101019{number % 10}{9000 + number % 1000}", "Kendal", f"{born:%d-%m-%Y}", "Perempuan" if female else "L",
        f"Jl. Melati {number % 90 + 1}", "3", "5", "Bebengan", DISTRICTS[district], "Kab. Kendal", "Wiraswasta",
        chance.choice(("SMA", "SMK", "S1", "SMP")), f"08{chance.randrange(10, 99)}0000{number % 10_000:04d}",
        f"orang{number}@contoh.id", chance.choice(("Ecoprint", "Mebel")), "3,5 juta", float(number % 4),
    ]  # fmt: skip


def write(path: Path, rows: int) -> None:
    """A workbook with a title, the header in row 3 and so many people."""
    import xlsxwriter

    chance = random.Random(2025)  # noqa: S311  # made-up people, the same every time
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Form")
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    sheet.write_string(0, 0, "DAFTAR PESERTA")
    for column, text in enumerate(HEADER):
        sheet.write_string(2, column, text)
    for number in range(rows):
        for column, value in enumerate(person(number, chance)):
            if isinstance(value, datetime):
                sheet.write_datetime(number + 3, column, value, moment)
            elif isinstance(value, float):
                sheet.write_number(number + 3, column, value)
            else:
                sheet.write_string(number + 3, column, str(value))
    book.close()


def bare(path: Path) -> Callable[[], str]:
    """The reader alone."""
    from python_calamine import CalamineWorkbook

    def work() -> str:
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
        return f"{len(rows) - 3} rows"

    return work


def read(path: Path) -> Callable[[], str]:
    """Guard, reader, header."""
    from ikmctl.sheets.header import find_table
    from ikmctl.sheets.reader import read_workbook
    from ikmctl.sheets.vocabulary import vocabulary

    words = vocabulary(_program())

    def work() -> str:
        (grid,), _ = read_workbook(path)
        table, _ = find_table(grid, words)
        return f"{len(table.rows) if table else 0} rows"

    return work


def _program() -> object:
    from ikmctl.engine.rules import RULES
    from ikmctl.engine.scales import SCALES
    from ikmctl.store.files import read_program

    del RULES, SCALES
    return read_program(PROGRAM, "program.yaml").value


def whole(path: Path) -> Callable[[], str]:
    """The workflow of `ikmctl import`, without writing."""
    from ikmctl.store.layout import CohortPaths
    from ikmctl.workflow import import_
    from ikmctl.workflow.importing.data import ImportOptions

    home = path.parent / "bench"
    home.mkdir(exist_ok=True)
    (home / "program.yaml").write_text(PROGRAM)
    _program()

    def work() -> str:
        result = import_.run(CohortPaths(home), [path], ImportOptions(on=date(2025, 9, 26)))
        (report,) = result.data.files if result.data else (None,)
        return f"{report.kept} kept, {report.merged} merged, {report.rejected} rejected" if report else "nothing"

    return work


def child(step: str, path: str) -> int:
    """Run one step and print seconds and MiB."""
    gc.disable()  # as the command does: nothing here makes cycles
    work = {"bare": bare, "read": read, "import": whole}[step](Path(path))
    start = time.process_time() + _children()
    said = work()
    seconds = time.process_time() + _children() - start
    own = int(re.search(r"VmHWM:\s+([0-9]+)", Path("/proc/self/status").read_text())[1])
    peak = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    print(json.dumps({"s": seconds, "mib": peak // 1024, "said": said}))
    return 0


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


FRICTIONLESS = r"""
import json, re, resource, sys, time
from frictionless import Checklist, Resource, Schema, Dialect, formats, validate
kinds = json.loads(sys.argv[2])
fields = [{"name": name, "type": kind, "constraints": rules} for name, kind, rules in kinds]
dialect = Dialect(header_rows=[3], controls=[formats.ExcelControl(stringified=True)])
start = time.process_time()
folder, _, name = sys.argv[1].rpartition("/")
schema = Schema.from_descriptor({"fields": fields})
report = validate(Resource(path=name, basepath=folder, schema=schema, dialect=dialect))
seconds = time.process_time() - start
own = int(re.search(r"VmHWM:\s+([0-9]+)", open("/proc/self/status").read())[1])
said = f"{report.tasks[0].stats['rows']} rows, {report.stats['errors']} errors"
print(json.dumps({"s": seconds, "mib": own // 1024, "said": said}))
"""


def checks() -> str:
    """The same checks as frictionless and pandera know them: column, type, limits."""
    rules: dict[str, dict[str, object]] = {
        "NIK": {"pattern": "[0-9]{16}", "unique": True, "required": True},
        "No. KK": {"pattern": "[0-9]{16}"},
        "Nama Lengkap": {"required": True},
        "Tanggal Lahir": {"pattern": "[0-9]{2}-[0-9]{2}-[0-9]{4}"},
        "Jenis Kelamin": {"enum": ["L", "P", "Laki-laki", "Perempuan"]},
        "Pendidikan Terakhir": {"enum": ["SD", "SMP", "SMA", "SMK", "D3", "S1", "S2"]},
        "No. HP": {"pattern": "08[0-9]{8,11}"},
        "Email": {"pattern": "[^@]+@[^@]+"},
        "Pelatihan yang Diminati": {"enum": ["Ecoprint", "Mebel", "Furnitur"]},
        "Kesiapan tempat": {"enum": ["0", "1", "2", "3", "0.0", "1.0", "2.0", "3.0"]},
    }
    return json.dumps([(name, "string", rules.get(name, {})) for name in HEADER])


def measure(command: list[str], rounds: int) -> dict[str, object]:
    """The quickest of several rounds."""
    found = []
    for _ in range(rounds):
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if done.returncode:
            return {"s": float("nan"), "mib": 0, "said": done.stderr.strip().splitlines()[-1:]}
        found.append(json.loads(done.stdout))
    return min(found, key=lambda one: one["s"])


def main() -> int:
    """Print one table for every size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[240, 16_000, 200_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--frictionless", help="a Python that has frictionless")
    given = parser.parse_args()
    print(f"{'rows':>8} {'step':14} {'CPU s':>8} {'rows/s':>9} {'MiB':>6} {'x bare':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for rows in given.rows:
            path = Path(folder, f"peserta-{rows}.xlsx")
            write(path, rows)
            commands = {step: [sys.executable, __file__, step, str(path)] for step in ("bare", "read", "import")}
            if given.frictionless:
                commands["frictionless"] = [given.frictionless, "-c", FRICTIONLESS, str(path), checks()]
            least = 0.0
            for step, command in commands.items():
                one = measure(command, given.rounds if rows < LARGE else 1)
                seconds = float(str(one["s"]))
                least = least or seconds
                rate, ratio = rows / seconds, seconds / least
                line = f"{rows:>8} {step:14} {seconds:>8.3f} {rate:>9.0f} {one['mib']:>6} {ratio:>7.1f}  {one['said']}"
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(child(sys.argv[1], sys.argv[2]) if sys.argv[1:2] and not sys.argv[1].startswith("-") else main())
