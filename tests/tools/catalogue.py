"""The catalogue of errors: each code with the smallest input that causes it, and what a user then sees.

A case is a folder `tests/errors/<code>-<slug>/`:

- `command`: command lines, run in order in the cohort's folder; what the last one says is what is expected.
  A line `# edit: NAME` applies the edits of the file NAME between two commands;
- `change`: edits of the base cohort; a file name, then lines `- old` and `+ new` (a `+` alone adds at the end);
  two lines `~ old` and `~ new` change words within a line;
- `files/`: files to lay over the cohort; `make.py`: `make(root)` writes what is not text;
- `base`: the folder of `_base` to begin with (default `tiny`; `none` begins with an empty folder);
- `expected.txt`, `expected.json`: text in both languages, and the diagnostics of `--format json`.
"""

import importlib.util
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.console import Answer, ikmctl

HERE = Path(__file__).resolve().parents[1] / "errors"
LANGUAGES = ("en", "id")
EDIT = "# edit: "
FILES = {"1": "program", "2": "sheets", "3": "people", "4": "scores", "5": "selection", "6": "after", "9": "machine"}
"""First digits of codes and the module of messages that holds their texts."""
NO_INPUT = {
    "IKM100": "the net under the types of program.yaml: no value is known that falls into it",
    "IKM203": "a file that the system lists and then refuses to read",
    "IKM208": "hundreds of megabytes",
    "IKM209": "many kinds of hostile workbooks, each with its test",
    "IKM212": "a workbook that stops the reader itself",
    "IKM330": "an installation without an optional package",
    **dict.fromkeys(
        ("IKM333", "IKM334", "IKM335", "IKM336", "IKM338", "IKM339"), "an encrypted file, which takes seconds to open"
    ),
    "IKM534": "rules whose feasibility no search settles in time",
    "IKM545": "a commit that git is about to make",
    "IKM553": "a program.yaml that vanishes while it is being read",
    "IKM580": "a broken installation",
    "IKM587": "a .git folder without the right to write",
    "IKM626": "another word than the program's id, typed at a terminal",
    "IKM643": "a variable of the terminal that holds bytes which are no text",
    "IKM900": "a file that vanishes while it is being read",
    "IKM902": "a folder without the right to write",
    "IKM905": "a failing disk",
    "IKM906": "a full disk",
    "IKM907": "another command that hangs",
    "IKM909": "a file that Excel holds open on Windows",
    "IKM911": "two commands at once",
    "IKM977": "an installation without an optional package",
    "IKM963": "a document that Excel holds open on Windows",
    "IKM980": "a bug",
    "IKM993": "what the parser of command lines may say in a later version",
    "IKM994": "a system without memory or space",
    "IKM998": "two different words typed at a terminal",
}
"""Codes that no input of a cohort causes, and what does; other tests bring them about."""


@dataclass(frozen=True)
class Case:
    """One folder of the catalogue."""

    folder: Path

    @property
    def name(self) -> str:
        """`IKM104-not-a-whole-number`."""
        return self.folder.name

    @property
    def code(self) -> str:
        """`IKM104`."""
        return self.name.split("-")[0]

    def read(self, name: str) -> str:
        """The text of one of the case's files; empty where it is absent."""
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @property
    def commands(self) -> list[str]:
        """The command lines in order."""
        return [line for line in self.read("command").splitlines() if line.strip()]


def cases() -> list[Case]:
    """Every case, sorted by code."""
    return [Case(path.parent) for path in sorted(HERE.glob("IKM*/command"))]


def _replace(path: Path, old: str, new: str) -> None:
    """Put `new` where `old` stands, which must be exactly once; without `old` add `new` at the end."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if old and text.count(old) != 1:
        raise AssertionError(path.name, old)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8", newline="\n")


def edit(root: Path, change: str) -> None:
    """Apply the edits of a `change` file."""
    path = root
    edits: dict[str, list[str]] = {"-": [], "+": [], "~": []}

    def flush() -> None:
        old, new = ("".join(f"{line}\n" for line in edits[sign]) for sign in "-+")
        if edits["~"]:
            _replace(path, edits["~"][0], edits["~"][1])
        elif old or new:
            _replace(path, old, new)
        for lines in edits.values():
            lines.clear()

    for line in [*change.splitlines(), ""]:
        sign = line[:1]
        if sign in ("-", "+", "~") and line[1:2] in (" ", ""):
            if sign == "-" and edits["+"]:
                flush()
            edits[sign].append(line[2:])
        else:
            flush()
            path = root / line if line.strip() else path


def _give_key(root: Path) -> None:
    """The office key, always the same: without it the numbers of newcomers would be others in each run."""
    (root / "private").mkdir()
    (root / "private" / "key").write_bytes(bytes(range(32)))


def prepare(case: Case, root: Path) -> None:
    """Lay out the case's cohort in `root`."""
    base = case.read("base").strip() or "tiny"
    if base != "none":
        shutil.copytree(HERE / "_base" / base, root, dirs_exist_ok=True)
    if (case.folder / "files").is_dir():
        shutil.copytree(case.folder / "files", root, dirs_exist_ok=True)
    if base == "form":
        _give_key(root)
    edit(root, case.read("change"))
    if (case.folder / "make.py").exists():
        spec = importlib.util.spec_from_file_location(f"make_{case.code}", case.folder / "make.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.make(root)


def answer(case: Case, root: Path, lang: str, *more: str) -> Answer:
    """What the last command says in a fresh copy of the case's cohort."""
    root.mkdir()
    prepare(case, root)
    *before, last = case.commands
    for command in before:
        if command.startswith(EDIT):
            edit(root, case.read(command.removeprefix(EDIT)))
        else:
            ikmctl(command, root, lang)
    program, command, *rest = last.split(" ", maxsplit=2)
    return ikmctl(" ".join([program, command, *more, *rest]), root, lang)


def shown(case: Case, scratch: Path) -> str:
    """The text of `expected.txt`: both languages, each under its exit code."""
    parts = []
    for lang in LANGUAGES:
        said = answer(case, scratch / lang, lang)
        parts.append(f"--- {lang}, exit {said.code}\n{said.both.rstrip()}\n")
    return "\n".join(parts)


def diagnostics(case: Case, scratch: Path) -> list[dict[str, Any]]:
    """The diagnostics of `--format json`, in English."""
    said = answer(case, scratch / "json", "en", "--format", "json")
    found: list[dict[str, Any]] = json.loads(said.out)["diagnostics"]
    return found
