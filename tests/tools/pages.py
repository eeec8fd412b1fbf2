"""Run the commands that a page of the documentation shows, and put their real output under them.

A page says on its first lines in comments what it begins with, and in which language it speaks:

    <!-- begins with: kendal-wub-2025/program.yaml kendal-wub-2025/sample -->
    <!-- language: en -->

Every line `$ ikmctl ...` of a `console` block is run, in order, in one scratch folder whose `cohorts/` holds
copies of what the page begins with; `$ cd FOLDER` moves. `...` alone on a line of the page stands for output that
is left out.
"""

import re
import shutil
from pathlib import Path

from tools.console import ikmctl

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BEGINS = re.compile(r"<!-- begins with: (.*?) -->")
LANGUAGE = re.compile(r"<!-- language: (\w+) -->")
LEFT_OUT = "..."


def pages() -> list[Path]:
    """Every page with commands to run."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "cohorts").glob("*/README.md"))]
    return [path for path in found if BLOCK.search(path.read_text(encoding="utf-8"))]


def prepare(text: str, scratch: Path) -> None:
    """Copy what the page begins with into the scratch folder."""
    (scratch / "cohorts").mkdir()
    for word in (BEGINS.search(text) or ["", ""])[1].split():
        source, target = ROOT / "cohorts" / word, scratch / "cohorts" / word
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("private"))
        else:
            shutil.copy(source, target)


def _without_end(shown: list[str]) -> list[str]:
    """The lines without the blank ones that part them from the next command."""
    return "\n".join(shown).rstrip("\n").split("\n") if shown else []


def _shorten(real: list[str], shown: list[str]) -> list[str]:
    """Where the page leaves lines out, keep as many at the start and the end as it shows."""
    if LEFT_OUT not in shown:
        return real
    place = shown.index(LEFT_OUT)
    tail = len(shown) - place - 1
    return [*real[:place], LEFT_OUT, *real[len(real) - tail :][:tail]]


class _Terminal:
    """Where the page stands and what it speaks."""

    def __init__(self, scratch: Path, lang: str) -> None:
        self.folder, self.lang = scratch, lang

    def answer(self, command: str) -> list[str]:
        if command.startswith("cd "):
            self.folder = (self.folder / command.removeprefix("cd ")).resolve()
            return []
        text = ikmctl(command, self.folder, self.lang).both
        assert "IKM980" not in text, text
        return [line.rstrip() for line in text.rstrip("\n").splitlines()]


def _run_block(block: str, terminal: _Terminal) -> str:
    done: list[str] = []
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if not part.startswith("$ "):
            done += part.splitlines()
            continue
        command, *shown = part.rstrip("\n").splitlines()
        while command.endswith("\\"):
            command = f"{command}\n{shown.pop(0)}"
        real = terminal.answer(command.removeprefix("$ ").replace("\\\n", " "))
        done += [*command.splitlines(), *_shorten(real, _without_end(shown)), ""]
    return "\n".join(done).rstrip("\n") + "\n"


def run_page(text: str, scratch: Path) -> str:
    """The page with the output that its commands have now."""
    prepare(text, scratch)
    terminal = _Terminal(scratch, (LANGUAGE.search(text) or ["", "en"])[1])
    return BLOCK.sub(lambda found: f"```console\n{_run_block(found[1], terminal)}```", text)
