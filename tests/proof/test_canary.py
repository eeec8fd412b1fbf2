"""Known NIKs, names and phones go in; none comes out of any command, nor into any tracked file."""

import shutil
import zipfile
from pathlib import Path

from tools.console import ikmctl

from ikmctl.cli.table import COMMANDS
from ikmctl.domain.fields import CATALOGUE
from ikmctl.engine.needs import public_fields
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.load import load_program

BASE = Path(__file__).parents[1] / "errors" / "_base" / "form"
PEOPLE = (
    ("Wulandari Kenanga", "3324086005909001", "P", "20 Mei 1990", "0812-0000-1001", "Kaliwungu", "Ecoprint"),
    ("Suparjo Melatiwangi", "3324071703859002", "L", "17 Maret 1985", "0813-0000-1002", "Boja", "Ecoprint"),
    ("Rukmini Cempaka", "3324125108959003", "P", "11 Agustus 1995", "0857-0000-1003", "Weleri", "Mebel"),
)
BROKEN = ("Teguh Kamboja", "33240817038590", "L", "31 Februari 1985", "0813-0000", "Boja", "Ecoprint")
CANARIES = sorted(
    {word for row in (*PEOPLE, BROKEN) for name in [row[0]] for word in (name, name.split()[1])}
    | {row[1] for row in (*PEOPLE, BROKEN)}
    | {row[1][6:] for row in PEOPLE}
    | {text for row in PEOPLE for text in (row[4], row[4].replace("-", ""), "+62" + row[4].replace("-", "")[1:])}
)
HEADER = "Nama Lengkap,NIK,Jenis Kelamin,Tanggal Lahir,No. HP,Kecamatan,Pelatihan,Pekerjaan"
ROAD = (
    "ikmctl import peserta.csv --on 2025-09-28",
    "ikmctl import peserta.csv --on 2025-09-28 --format json",
    "ikmctl import hilang.csv",
    "ikmctl import nilai.csv --as marks --item test --on 2025-10-02",
    "ikmctl validate", "ikmctl validate --format json", "ikmctl validate --only privacy", "ikmctl status -v",
    "ikmctl score", "ikmctl curate --on 2025-10-02", "ikmctl curate --plan", "ikmctl show participants",
    "ikmctl show marks --format csv", "ikmctl show pending", "ikmctl show shortlist --format json",
    "ikmctl explain P001", "ikmctl explain 3324086005909001", "ikmctl explain 3324999999999999", "ikmctl duplicates",
    "ikmctl lock rules --on 2025-10-02 --by Ketua", "ikmctl lock pool --on 2025-10-02 --by Ketua",
    "ikmctl decide withdraw 3324071703859002 --kind mundur --by Ketua --reason surat --on 2025-10-03",
    "ikmctl decide withdraw Tidakada --kind mundur --by Ketua --reason surat --on 2025-10-03",
    "ikmctl announce --on 2025-10-06 --by Ketua", "ikmctl finalize --decree SK/1 --on 2025-10-13 --by Kepala",
    "ikmctl verify", "ikmctl verify --deep", "ikmctl diff", "ikmctl audit-kit -o kit.zip",
    "ikmctl diff --since kit.zip",
    "ikmctl show shortlist --format markdown",
    "ikmctl report announcement -o reports/p.md", "ikmctl report announcement -o reports/p.txt",
    "ikmctl report announcement --anon -o anon.md", "ikmctl report rules -o aturan.md",
    "ikmctl report recap --anon -o anon.xlsx", "ikmctl report receipts --anon -o bukti.md", "ikmctl doctor",
    "ikmctl report recap -o reports/r.xlsx", "ikmctl report receipts -o reports/b.md",
    "ikmctl backup -o x.age", "ikmctl purge --yes --on 2026-01-01", "ikmctl purge --person P002 --yes",
    "ikmctl verify", "ikmctl tidakada", "ikmctl curate --per-track x",
)  # fmt: skip


def _office(root: Path) -> Path:
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    lines = [",".join((*row, "Pedagang")) for row in (*PEOPLE, BROKEN)]
    (root / "peserta.csv").write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    marks = [f"{row[0]},{row[1]},{80 + index}" for index, row in enumerate(PEOPLE)]
    (root / "nilai.csv").write_text("\n".join(["Nama,NIK,Skor", *marks]) + "\n", encoding="utf-8")
    return root


def _hits(text: str) -> list[str]:
    return [word for word in CANARIES if word.casefold() in text.casefold()]


def _tracked(root: Path) -> list[Path]:
    ignored = ("private", "reports", ".ikmctl")
    own = ("peserta.csv", "nilai.csv")
    files = [path for path in root.rglob("*") if path.is_file() and path.name not in own]
    return [path for path in files if not set(path.relative_to(root).parts) & set(ignored)]


def _text(path: Path) -> str:
    """What a file says; the members of a zip, a workbook or a Word file together."""
    if path.suffix not in (".zip", ".xlsx", ".docx"):
        return path.read_bytes().decode("utf-8", "replace")
    with zipfile.ZipFile(path) as archive:
        return " ".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_no_command_lets_a_canary_out(tmp_path: Path) -> None:
    root = _office(tmp_path / "form")
    codes = set()
    for command in ROAD:
        answer = ikmctl(command, root)
        codes.add(answer.code)
        typed = {word for word in CANARIES if word in command}
        assert answer.code != 3, (command, answer.both)
        assert not set(_hits(answer.both)) - typed, (command, answer.both)
        for path in _tracked(root):
            assert not _hits(_text(path)), (command, path.name)
    assert codes >= {0, 1, 2}
    register = (root / "private" / "people.csv").read_text(encoding="utf-8")
    assert sum(row[0] in register for row in PEOPLE) == len(PEOPLE) - 1
    published = {path.name: _text(path) for path in (root / "reports").glob("p.*")}
    assert set(published) == {"p.md", "p.txt"}
    names = {word for row in PEOPLE for word in (row[0], row[0].split()[1])}
    assert all(set(_hits(text)) <= names for text in published.values())
    assert _hits(_text(root / "reports" / "r.xlsx"))  # they would be seen where they are


def test_an_erased_row_changes_no_verdict(tmp_path: Path) -> None:
    root = _office(tmp_path / "form")
    for command in ("ikmctl import peserta.csv --on 2025-09-28", "ikmctl curate --on 2025-10-02"):
        ikmctl(command, root)
    before = ikmctl("ikmctl verify", root)
    assert ikmctl("ikmctl purge --person P001 --yes", root).code == 0
    assert ikmctl("ikmctl verify", root) == before
    assert before.code == 0


def test_private_fields_are_no_public_columns() -> None:
    read, _, _ = load_program(CohortPaths(BASE))
    assert read is not None
    assert read.value is not None
    private = {name for name, field in CATALOGUE.items() if field.private}
    assert {"nik", "name", "phone", "address", "birth_date"} <= private
    assert not {column.id for column in public_fields(read.value)} & private


def test_the_road_knows_the_commands() -> None:
    used = {line.split()[1] for line in ROAD}
    assert used - {"tidakada"} <= set(COMMANDS)
