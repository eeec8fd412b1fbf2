"""Every writing command once, each on the files that the command before it left.

A road is a list of command lines. Walking it gives one scene per line: the files before, the command, and
every state that is allowed afterwards, which for all commands but `demo` is the old one and the new one.
"""

import functools
import io
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from unittest import mock

from tools.console import ikmctl

from ikmctl.store import atomic
from ikmctl.store.layout import COHORTS, CohortPaths
from ikmctl.workflow import backup, demo
from ikmctl.workflow.importing import state as import_state
from ikmctl.workflow.result import Result

HERE: Final = Path(__file__).resolve().parents[1]
TREE: Final = HERE / "errors" / "_base"
EXAMPLE: Final = HERE.parent / "cohorts" / demo.EXAMPLE
ROWS: Final = 20
UNUSABLE, INTERRUPTED = 2, 130
OWN: Final = (".ikmctl-lock", ".ikmctl-pending")
"""What the writer itself keeps beside the files."""
Tree = Mapping[str, bytes]
ENVIRONMENT: Final = {"IKMCTL_PASSPHRASE": "dua belas huruf", "GIT_CONFIG_GLOBAL": os.devnull}
_ON: Final = "--on 2025-10-02"
_BY: Final = f'{_ON} --by "Ketua Tim"'
_PEOPLE: Final = "Nama Lengkap,NIK,Jenis Kelamin,Tanggal Lahir,No. HP,Kecamatan,Pelatihan,Pekerjaan\n" + "".join(
    f"{name},33240{area}{day}{serial},{sex},{born},0812-0000-{serial},{place},{track},Pedagang\n"
    for name, area, day, serial, sex, born, place, track in (
        ("Wulandari Kenanga", "8", "600590", "9001", "P", "20 Mei 1990", "Kaliwungu", "Ecoprint"),
        ("Suparjo Melati", "7", "170385", "9002", "L", "17 Maret 1985", "Boja", "Ecoprint"),
        ("Rukmini Cempaka", "8", "510895", "9003", "P", "11 Agustus 1995", "Kaliwungu", "Mebel"),
        ("Slamet Kamboja", "8", "010180", "9004", "L", "1 Januari 1980", "Kaliwungu", "Ecoprint"),
        ("Slamet Kambojo", "8", "020180", "9005", "L", "2 Januari 1980", "Kaliwungu", "Ecoprint"),
        ("Teguh Kenari", "8", "310285", "9006", "L", "31 Februari 1985", "Kaliwungu", "Ecoprint"),
    )
)
FILES: Final[Mapping[str, str]] = {
    "peserta.csv": _PEOPLE,
    "nilai.csv": "No. peserta,Skor\n" + "".join(f"P00{n},{70 + n}\n" for n in range(1, 6)),
    "seri.csv": "No. peserta,Skor\n" + "".join(f"P00{n},80\n" for n in range(1, 6)),
    "riwayat.csv": "Nama,NIK,Tahun,Bantuan\nAnggrek Lama,3324084101709007,2022,pelatihan\n",
    "hasil.csv": "No. peserta,Tanggal,Omzet per bulan,Tenaga kerja\nP001,2026-03-01,5000000,3\n",
}
FILL: Final = "# fill in the answers"
SPOIL: Final = "# somebody deleted the scores"
FORM: Final = (
    "ikmctl sheets blank",
    f"ikmctl import peserta.csv {_ON}",
    f"ikmctl import riwayat.csv --as history --list bantuan-2022 {_ON}",
    "ikmctl duplicates",
    FILL,
    f"ikmctl duplicates --answer jawaban.xlsx {_BY}",
    f"ikmctl curate --per-track 2 {_BY}",
    f"ikmctl curate {_BY}",
    f"ikmctl lock rules {_BY}",
    f"ikmctl import seri.csv --as marks --item test {_ON}",
    f"ikmctl lock pool {_BY}",
    f"ikmctl draw --value 83920174659201746382 --source dadu --reason menolak {_BY}",
    f"ikmctl void draw --reason keliru {_BY}",
    f'ikmctl draw --by-lot P001 P002 P003 P004 --witness Saksi --reason "juri tidak menentukan" {_BY}',
    f"ikmctl void draw --reason keliru {_BY}",
    f"ikmctl decide order P001 P002 P003 P004 --reason rapat {_BY}",
    f"ikmctl decide correct P003 --mark test --old 80 --new 75 --reason salah {_BY}",
    f"ikmctl decide disqualify P002 --reason berkas {_BY}",
    f"ikmctl decide reinstate P002 --reason berkas {_BY}",
    f"ikmctl decide withdraw P001 --kind mundur --reason surat {_BY}",
    f"ikmctl decide admit P002 --seat extra --reason arahan {_BY}",
    f"ikmctl announce {_BY}",
    f"ikmctl finalize --decree SK/1 --reason mendesak {_BY}",
    f"ikmctl reopen --decree SK/2 --reason keberatan {_BY}",
    f"ikmctl import hasil.csv --as outcomes --reason survei {_ON}",
    SPOIL,
    "ikmctl score",
    "ikmctl sheets make --blind",
    f"ikmctl report certificates -o sertifikat.docx {_ON}",  # typst has threads, which no fork survives
    f"ikmctl report recap {_ON}",
    f"ikmctl report rules -o aturan.md {_ON}",
    "ikmctl audit-kit -o kit.zip",
    f"ikmctl backup -o cadangan.age {_ON}",
    "ikmctl purge --person P003 --yes",
    "ikmctl restore cadangan.age --force",
    "ikmctl purge --yes --on 2031-01-01",
)
MATCH: Final = (f"ikmctl import permintaan.xlsx --as partners {_ON}", "ikmctl match")
JUDGES: Final = (
    f"ikmctl sheets collect isian.xlsx {_BY} --reason penjurian",
    f"ikmctl import nilai.csv --as marks --item test {_ON}",
)
ALONE: Final = (
    f"ikmctl init baru {_ON}",
    f"ikmctl init salinan --from baru {_ON}",
    "ikmctl schema -o skema.json",
    "ikmctl git-setup",
    "ikmctl git-setup --undo",
)
DEMO: Final = ("ikmctl demo latihan",)


@dataclass(frozen=True)
class Scene:
    """One writing command, the files before it, and the states that may be found after it.

    `part` is one write of a command that makes several; see `parts`.
    """

    command: str
    before: Tree
    allowed: Sequence[Tree] = field(repr=False)
    part: int | None = None

    @property
    def name(self) -> str:
        """The command without its flags: enough to tell scenes apart."""
        words = self.command.split()[1:]
        kind = words[words.index("--as") + 1] if "--as" in words else ""
        head = [word for word in words[:2] if not word.startswith("-")]
        part = [] if self.part is None else [f"write {self.part + 1}"]
        return " ".join([*head, *(["--as", kind] if kind else []), *part])


class _Age:
    """Stands for the package that encrypts: the same bytes each time, and no second of scrypt at each point."""

    DecryptError = ValueError

    class passphrase:  # noqa: N801  # the package's own name
        @staticmethod
        def encrypt(body: bytes, words: str) -> bytes:
            return words.encode() + body

        @staticmethod
        def decrypt(body: bytes, words: str) -> bytes:
            return body.removeprefix(words.encode())


@functools.cache
def _short_example() -> Tree:
    """The example that `demo` copies, with the first rows of its workbooks: the same calls in a third of the time."""
    from openpyxl import load_workbook

    found = {"program.yaml": (EXAMPLE / "program.yaml").read_bytes()}
    for path in sorted((EXAMPLE / "sample").glob("*.xlsx")):
        book, out = load_workbook(path), io.BytesIO()
        book.worksheets[0].delete_rows(ROWS, book.worksheets[0].max_row)
        book.save(out)
        found[f"sample/{path.name}"] = out.getvalue()
    return found


def same_bytes() -> ExitStack:
    """Make keys and encryption come out the same each time, so that states can be compared."""
    stack = ExitStack()
    example = lay(Path(stack.enter_context(tempfile.TemporaryDirectory())), _short_example())
    stack.enter_context(mock.patch.object(demo, "example", return_value=example))
    stack.enter_context(mock.patch.object(import_state.secrets, "token_bytes", lambda count: b"k" * count))
    stack.enter_context(mock.patch.object(backup, "_age", _Age))
    return stack


def parts(scene: Scene) -> list[Scene]:
    """A command that makes several writes as one scene for each of them; the others as they are."""
    if len(scene.allowed) == 2:  # the old state and the new one
        return [scene]
    steps = enumerate(itertools.pairwise(scene.allowed))
    return [Scene(scene.command, old, (old, new), part) for part, (old, new) in steps if old != new]


def alone(scene: Scene) -> ExitStack:
    """Make `demo` go only the step that makes the write of `scene`, from the files that the step before left."""
    stack = ExitStack()
    if scene.part is None:
        return stack
    writing = [leg for leg in demo.road() if leg.command.split()[1] not in ("validate", "verify")]
    steps = writing[scene.part - 1 : scene.part] if scene.part else []
    stack.enter_context(mock.patch.object(demo, "road", return_value=steps))
    if scene.part:
        stack.enter_context(mock.patch.object(demo, "run", _one_step))
    return stack


def _one_step(named: Path) -> Result[None]:
    paths = CohortPaths(named / COHORTS / demo.EXAMPLE)
    _, stopped = demo._go(paths)
    if stopped is None:
        return Result(diagnostics=atomic.unfinished(paths.root))
    return Result(diagnostics=stopped.diagnostics, failed=True, unusable=stopped.unusable)


def snapshot(root: Path) -> Tree:
    """All files below a folder, the writer's own and git's objects left out."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if not path.is_file() or path.name.startswith(OWN):
            continue
        if name.startswith(".git/") and not name.startswith((".git/config", ".git/hooks/", ".git/HEAD")):
            continue
        found[name] = path.read_bytes()
    return found


def lay(root: Path, tree: Tree) -> Path:
    """Write a snapshot into a new folder."""
    root.mkdir(parents=True, exist_ok=True)
    for name, body in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    if ".git/HEAD" in tree:
        for name in ("objects", "refs"):
            (root / ".git" / name).mkdir()
    return root


def judge(scene: Scene, root: Path, code: int, said: str) -> str:
    """What is wrong after a fault, or the empty text. `code` is negative where the process was killed."""
    if "Traceback" in said or "escaped" in said or code in (3, 99):
        return f"an accident (exit {code}): {said[-200:]}"
    home = root / "latihan" if scene.name.startswith("demo") else root
    after, unfinished = snapshot(root), atomic.pending(home)
    if code >= 0 and code != INTERRUPTED:
        if unfinished != ("IKM908" in said):
            return f"IKM908 {'un' if unfinished else ''}said, pending {unfinished}"
        if code == UNUSABLE and not unfinished and leftovers(root):
            return f"refused, yet left {leftovers(root)}"
        # git writes its configuration key by key, and what it refuses is said
        if code in (0, 1) and not unfinished and after not in (scene.allowed[-1], scene.before):
            return "" if "IKM587" in said else "said to be done, yet something else stands there"
    if scene.name == "git-setup":
        # to give the command again ends what was cut off
        ikmctl(scene.command, root, environment=ENVIRONMENT)
        after = snapshot(root)
    if after not in scene.allowed and not unfinished:
        return "mixed, and nothing says so: " + _differing(after, scene)
    if refused := atomic.recover(home):
        return f"cannot be ended: {refused[0].code}"
    if snapshot(root) not in scene.allowed:
        return "after the next command still mixed: " + _differing(snapshot(root), scene)
    left = leftovers(root)
    return f"after the next command left {left}" if left else ""


def _differing(found: Tree, scene: Scene) -> str:
    """Names of files that are as in no allowed state, or from different ones."""
    last = scene.allowed[-1]
    sides = {name: "old" if found.get(name) == scene.before.get(name) else "new" if found.get(name) == last.get(name)
             else "neither" for name in {*found, *last, *scene.before} if scene.before.get(name) != last.get(name)
             or found.get(name) != last.get(name)}  # fmt: skip
    return ", ".join(f"{name} {side}" for name, side in sorted(sides.items()))


def leftovers(root: Path) -> list[str]:
    """Temporary files of the writer that still lie about; the lock file stays by design."""
    own = [path for path in root.rglob("*") if path.name.startswith(".ikmctl-pending")]
    aside = root.glob(".git/hooks/.pre-commit-*")
    return sorted(path.relative_to(root).as_posix() for path in (*own, *aside))


def _form(root: Path) -> None:
    shutil.copytree(TREE / "form", root / "cohorts" / "form")
    program = root / "cohorts" / "form" / "program.yaml"
    text = program.read_text(encoding="utf-8")
    text = text.replace("quota: 2, reserves: 1", "quota: 1, reserves: 1").replace("missing: pending", "missing: worst")
    text = text.replace(
        "panel:\n", "    selection: {ties: [panel, ticket]}\nprivacy: {retention: 2030-12-31}\npanel:\n"
    )
    program.write_text(text, encoding="utf-8")
    for name, body in FILES.items():
        (root / name).write_text(body, encoding="utf-8")


def _match(root: Path) -> None:
    example = HERE.parent / "cohorts" / "kaliwungu-kemitraan"
    target = root / "cohorts" / "form"
    shutil.copytree(example, target, ignore=shutil.ignore_patterns("sample", "partners", "README.md"))
    shutil.copy(example / "sample" / "kebutuhan.xlsx", root / "permintaan.xlsx")
    for name in ("partners.yaml", "events.yaml"):
        (target / name).unlink()


def _judges(root: Path) -> None:
    from openpyxl import load_workbook

    _form(root)
    for command in (f"ikmctl import peserta.csv {_ON}", "ikmctl sheets make --blind"):
        assert ikmctl(command, root, environment=ENVIRONMENT).code in (0, 1), command
    made = min((root / "cohorts" / "form" / "reports").rglob("*.xlsx"))
    book = load_workbook(made)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value is None and not cell.protection.locked:
                cell.value = 4
    book.save(root / "isian.xlsx")


def _alone(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "init", "-q", str(root)], check=True, capture_output=True)
    shutil.rmtree(root / ".git" / "hooks", ignore_errors=True)
    (root / ".git" / "hooks").mkdir()
    (root / ".git" / "hooks" / "pre-commit").write_text("#!/bin/sh\necho theirs\n")


def _demo(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)


ROADS: Final = ((_form, FORM), (_judges, JUDGES), (_match, MATCH), (_alone, ALONE), (_demo, DEMO))


def _answers(root: Path) -> None:
    """What the office fills in by hand: the open pairs are different people."""
    from openpyxl import load_workbook

    book = load_workbook(root / "cohorts" / "form" / "private" / "duplicates.xlsx")
    sheet = book.worksheets[0]
    column = {str(cell.value).split()[0]: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column.get("Jawaban") or column["Answer"], "BERBEDA")
    book.save(root / "jawaban.xlsx")


def walk(root: Path, command: str) -> Scene:
    """Run one command and note every state in which it leaves the files between two writes."""
    before = snapshot(root)
    states: list[Tree] = [before]
    real = atomic.commit

    def noted(*args: Any) -> Any:
        answer = real(*args)
        states.append(snapshot(root))
        return answer

    with mock.patch.object(demo, "commit", noted):
        answer = ikmctl(command, root, environment=ENVIRONMENT)
    assert answer.code in (0, 1), (command, answer.both)
    after = snapshot(root)
    assert after != before, (command, answer.both)
    states.append(after)
    return Scene(command, before, tuple(states))


@functools.cache
def scenes(folder: Path) -> tuple[Scene, ...]:
    """All scenes, made once below `folder`."""
    found = []
    with same_bytes():
        for number, (begin, road) in enumerate(ROADS):
            root = folder / f"road{number}"
            begin(root)
            for command in road:
                if command == FILL:
                    _answers(root)
                elif command == SPOIL:
                    (root / "cohorts" / "form" / "curation" / "scores.csv").unlink()
                else:
                    found.append(walk(root, command))
    return tuple(found)
