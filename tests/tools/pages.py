"""Run the commands that a page of the documentation shows, and put their real output under them.

A page says on its first lines in comments what it begins with, and in which language it speaks:

    <!-- begins with: kendal-wub-2025/program.yaml kendal-wub-2025/sample -->
    <!-- language: en -->

Every line `$ ikmctl ...` of a `console` block is run, in order, in one scratch folder whose `cohorts/` holds
copies of what the page begins with; `$ cd FOLDER` moves, `$ git ...` is run too. `...` alone on a line of the page
stands for output that is left out.

What people do outside the terminal stands in a comment, `<!-- by hand: mend_rejects -->`, and is done there by the
function of that name in `tools.by_hand`. An SVG that the page shows is the picture of the last command above it;
a PNG is the photo of the file in the comment before it, `<!-- photo: private/rejects.xlsx A1:F7 A,C,F -->`, there of
the cells of those columns; without cells, of its first page.
"""

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tools import by_hand
from tools.console import COLUMNS, ikmctl
from tools.screen import terminal

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PART = re.compile(
    r"^```console\n(?P<block>.*?)^```$"
    r"|^<!-- by hand: (?P<hand>\w+) -->$"
    r"|^!\[(?P<alt>[^\]]*)\]\((?P<svg>[\w./-]+\.svg)\)$"
    r"|^<!-- photo: (?P<source>\S+)(?: (?P<part>\S+))?(?: (?P<columns>\S+))? -->\n"
    r"!\[[^\]]*\]\((?P<png>[\w./-]+\.png)\)$",
    re.MULTILINE | re.DOTALL,
)
BEGINS = re.compile(r"<!-- begins with: (.*?) -->")
LANGUAGE = re.compile(r"<!-- language: (\w+) -->")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
LEFT_OUT = "..."
NO_OWN_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
ENVIRONMENT = {"NO_COLOR": "", "FORCE_COLOR": "1", "IKMCTL_PASSPHRASE": "kuda nil makan enam belimbing"}


@dataclass(frozen=True)
class Photo:
    """A file as it stood when the page showed it, which part is shown, and the picture's path as the page names it."""

    name: str
    suffix: str
    content: bytes
    part: str | None
    columns: frozenset[str]
    """Letters of the columns that are shown; none means all."""


@dataclass
class Walk:
    """What a page is today: its text, the pictures of its terminal by path, and the files it shows photos of."""

    text: str = ""
    pictures: dict[str, str] = field(default_factory=dict)
    photos: list[Photo] = field(default_factory=list)


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


def _git(command: str, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | NO_OWN_GIT
    words = shlex.split(command)
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


class _Terminal:
    """Where the page stands, what it speaks, and what its last command left on the screen."""

    def __init__(self, scratch: Path, text: str) -> None:
        self.folder = scratch
        self._lang = (LANGUAGE.search(text) or ["", "en"])[1]
        self._screen = ""

    def answer(self, command: str) -> list[str]:
        if command.startswith("cd "):
            self.folder = (self.folder / command.removeprefix("cd ")).resolve(strict=True)
            return []
        if command.startswith("git "):
            coloured = _git(command, self.folder)
        else:
            coloured = ikmctl(command, self.folder, self._lang, ENVIRONMENT).both
        assert "IKM980" not in coloured, coloured
        self._screen = f"$ {command}\n{coloured}".rstrip()
        return [line.rstrip() for line in ANSI.sub("", coloured).rstrip("\n").splitlines()]

    def picture(self, title: str) -> str:
        return terminal(self._screen, title, int(COLUMNS))


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


def walk_page(text: str, scratch: Path) -> Walk:
    """Go through the page in its order: commands, work by hand, pictures."""
    prepare(text, scratch)
    terminal, walk = _Terminal(scratch, text), Walk()

    def step(found: re.Match[str]) -> str:
        if found["block"] is not None:
            return f"```console\n{_run_block(found['block'], terminal)}```"
        if found["hand"]:
            getattr(by_hand, found["hand"])(terminal.folder)
        elif found["svg"]:
            walk.pictures[found["svg"]] = terminal.picture(found["alt"])
        else:
            source = terminal.folder / found["source"]
            columns = frozenset((found["columns"] or "").split(",")) - {""}
            walk.photos.append(Photo(found["png"], source.suffix, source.read_bytes(), found["part"], columns))
        return found[0]

    walk.text = PART.sub(step, text)
    return walk


def run_page(text: str, scratch: Path) -> str:
    """The page with the output that its commands have now."""
    return walk_page(text, scratch).text
