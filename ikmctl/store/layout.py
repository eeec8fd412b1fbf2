"""Where the files of a program lie, and which program is meant."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Where

PROGRAM: Final = "program.yaml"
_MISNAMED: Final = ("program.yaml.txt", "program.yml", "program.yml.txt", "program.txt", "program.yaml.yaml")
"""What editors make of the name: Notepad adds `.txt` unless told `All Files`."""
COHORTS: Final = "cohorts"
PRIVATE_VARIABLE: Final = "IKMCTL_PRIVATE"


class CohortPaths(Struct, frozen=True):
    """The files of one program; `root` is the folder of its program.yaml."""

    root: Path

    @property
    def name(self) -> str:
        """The folder's own name, by which `--cohort` finds it."""
        return self.root.name

    @property
    def program(self) -> Path:
        """The rules that people write."""
        return self.root / PROGRAM

    @property
    def decisions(self) -> Path:
        """Dated human acts."""
        return self.root / "decisions.yaml"

    @property
    def events(self) -> Path:
        """Locks, draws and states of the list."""
        return self.root / "events.yaml"

    @property
    def objections(self) -> Path:
        """Objections received."""
        return self.root / "objections.yaml"

    @property
    def partners(self) -> Path:
        """Large firms and their demand lines."""
        return self.root / "partners.yaml"

    @property
    def columns(self) -> Path:
        """Accepted spreadsheet columns."""
        return self.root / "columns.yaml"

    @property
    def participants(self) -> Path:
        """Public facts, one line per participant."""
        return self.root / "participants.csv"

    @property
    def marks(self) -> Path:
        """Raw marks, long form."""
        return self.root / "marks.csv"

    @property
    def outcomes(self) -> Path:
        """Follow-up after the training."""
        return self.root / "outcomes.csv"

    @property
    def imports(self) -> Path:
        """Ledger of imported files."""
        return self.root / "imports.csv"

    @property
    def documents(self) -> Path:
        """Ledger of official documents."""
        return self.root / "documents.csv"

    @property
    def reports(self) -> Path:
        """Built documents, never tracked."""
        return self.root / "reports"

    @property
    def sample(self) -> Path:
        """Made-up workbooks of an example."""
        return self.root / "sample"

    @property
    def private(self) -> Path:
        """Identities of this program; on the office share where IKMCTL_PRIVATE names one."""
        share = os.environ.get(PRIVATE_VARIABLE)
        return Path(share) / self.name if share else self.root / "private"

    @property
    def people(self) -> Path:
        """Number -> identity, name, phone."""
        return self.private / "people.csv"

    @property
    def answers(self) -> Path:
        """Which participants are the same person, as somebody answered."""
        return self.private / "duplicates.csv"

    @property
    def rejects(self) -> Path:
        """Rows that could not be imported."""
        return self.private / "rejects.xlsx"

    @property
    def sheets(self) -> Path:
        """Spreadsheets of marks as they came in, each in a numbered folder of its own."""
        return self.private / "sheets"

    @property
    def office(self) -> Path:
        """What outlives programs: the office key and the history of aid."""
        share = os.environ.get(PRIVATE_VARIABLE)
        if share:
            return Path(share)
        above = self.root.parent
        return (above.parent if above.name == COHORTS else self.root) / "private"

    @property
    def key(self) -> Path:
        """The office key."""
        return self.office / "key"

    @property
    def history(self) -> Path:
        """Who was trained or helped before."""
        return self.office / "history.csv"

    def scores(self, stage: str) -> Path:
        """Points of one stage."""
        return self.root / stage / "scores.csv"

    def shortlist(self, stage: str) -> Path:
        """The list of one stage."""
        return self.root / stage / "shortlist.yaml"

    def matches(self, stage: str) -> Path:
        """Matches of one stage."""
        return self.root / stage / "matches.yaml"


def find_cohort(start: Path, named: str | None, env: str | None) -> CohortPaths | tuple[Diagnostic, ...]:
    """Which program is meant: the one named, else the nearest at or above `start`, else the only one below.

    Args:
        start: the folder in which the user stands.
        named: what `--cohort` says: the name of a folder under `cohorts/`, or a path.
        env: what IKMCTL_COHORT says, used where nothing is named.
    """
    start = start.resolve()
    wanted = named or env
    if wanted:
        return _named(start, wanted)
    for folder in (start, *start.parents):
        if (folder / PROGRAM).is_file():
            return CohortPaths(folder)
    found = all_cohorts(start)
    if len(found) == 1:
        return found[0]
    if not found:
        return (Diagnostic("IKM930", params=_otherwise_named([start, *_homes(start)])),)
    return (Diagnostic("IKM931", params={"names": ", ".join(f"`{paths.name}`" for paths in found)}),)


def _named(start: Path, wanted: str) -> CohortPaths | tuple[Diagnostic, ...]:
    path = Path(os.path.normpath(start / os.path.expanduser(wanted)))  # noqa: PTH111  # Path raises for `~nobody`
    if path.name == PROGRAM and path.is_file():
        path = path.parent
    if (path / PROGRAM).is_file():
        return CohortPaths(path.resolve())
    found = all_cohorts(start)
    if hit := next((paths for paths in found if paths.name == wanted), None):
        return hit
    names = ", ".join(f"`{paths.name}`" for paths in found)
    misnamed = _otherwise_named([path, *(home for home in _homes(start) if home.name == wanted)])["misnamed"]
    names = "" if misnamed else names
    params = {"found": wanted, "names": names, "none": "" if names or misnamed else "ID", "misnamed": misnamed}
    return (Diagnostic("IKM932", Where(), params),)


def _homes(start: Path) -> list[Path]:
    """Folders under the nearest `cohorts/` that hold no program, a to z."""
    for folder in (start, *start.parents):
        home = folder if folder.name == COHORTS else folder / COHORTS
        if home.is_dir():
            return sorted(one for one in home.iterdir() if one.is_dir() and not (one / PROGRAM).is_file())
    return []


def _otherwise_named(folders: Sequence[Path]) -> dict[str, str]:
    """A program.yaml that an editor gave another name, such as `program.yaml.txt`, by its path from here."""
    for folder in folders:
        for name in _MISNAMED:
            if (folder / name).is_file():
                shown = Path(os.path.relpath(folder / name)).as_posix()
                return {"misnamed": shown, "none": ""}
    return {"misnamed": "", "none": "ID"}


def all_cohorts(start: Path) -> list[CohortPaths]:
    """The programs under the nearest `cohorts/` at or above `start`, a to z."""
    start = start.resolve()
    for folder in (start, *start.parents):
        home = folder if folder.name == COHORTS else folder / COHORTS
        if home.is_dir():
            return sorted(_below(home), key=lambda paths: paths.name)
    return []


def _below(home: Path) -> Iterator[CohortPaths]:
    for folder in home.iterdir():
        if (folder / PROGRAM).is_file():
            yield CohortPaths(folder.resolve())
