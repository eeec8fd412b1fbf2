"""`demo`: the whole road on made-up people, in a folder of its own, through the use cases of the commands."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Where, has_errors
from ikmctl.store.atomic import commit, unfinished
from ikmctl.store.changes import Changes
from ikmctl.store.layout import COHORTS, CohortPaths
from ikmctl.workflow import curate, import_, lock, validate, verify
from ikmctl.workflow.importing.data import ImportData, ImportOptions
from ikmctl.workflow.listing import Listing
from ikmctl.workflow.load import shown
from ikmctl.workflow.result import Note, Result

EXAMPLE: Final = "kendal-wub-2025"
SEATS: Final = 10
_LOCKED, _REGISTERED, _MARKED, _DRAWN = (
    date(2025, 9, 26), date(2025, 9, 26), date(2025, 10, 2), date(2025, 10, 3),
)  # fmt: skip
_LEADER: Final = "Ketua Tim"
_VALUE: Final = "83920174659201746382"
_SOURCE: Final = "20 dadu sepuluh sisi"
_DECLINED: Final = "dewan juri tidak menentukan urutan"
_MARKS: Final = (
    ("attendance", ("daftar-hadir.xlsx",)),
    ("pre_test", ("pre-test.xlsx",)),
    ("post_test", ("post-test.xlsx",)),
    ("practice", ("praktik-bengkel.xlsx", "praktik-ecoprint.xlsx", "praktik-furnitur.xlsx")),
    (None, ("rencana-wawancara.xlsx",)),
)
"""The mark of each import; None where the headers say it."""


class Step(Struct, frozen=True):
    """One command of the road, as it would be typed, and what came of it."""

    command: str
    note: Note


class Demo(Struct, frozen=True):
    """The road that was gone, the folder it lies in, and the list at its end."""

    folder: str
    steps: tuple[Step, ...]
    listing: Listing


class _Leg(Struct, frozen=True):
    """A command still to be run: how it is typed, what it does, what is said of its answer."""

    command: str
    work: Callable[[CohortPaths], Result[Any]]
    tell: Callable[[Any], Note]


def example() -> Path | None:
    """The folder of the example: inside the installed package, else in the clone around it."""
    package = Path(__file__).resolve().parents[1]
    places = (package / COHORTS / EXAMPLE, package.parent / COHORTS / EXAMPLE)
    return next((place for place in places if (place / "program.yaml").is_file()), None)


def _copy(source: Path, target: CohortPaths) -> Changes:
    """program.yaml and the sample workbooks, as they will lie in the new folder."""
    files = [source / "program.yaml", *sorted((source / "sample").glob("*.xlsx"))]
    return Changes({target.root / path.relative_to(source): path.read_bytes() for path in files})


def _imported(data: ImportData) -> Note:
    report = data.files
    return Note(
        "demo.imported",
        {
            "rows": sum(file.rows for file in report), "kept": sum(file.kept for file in report),
            "merged": sum(file.merged for file in report), "rejected": sum(file.rejected for file in report),
            "skipped": sum(file.skipped for file in report),
        },
    )  # fmt: skip


def _import(paths: CohortPaths, names: tuple[str, ...], item: str | None, on: date) -> Result[ImportData]:
    marks = on == _MARKED
    options = ImportOptions(on=on, as_="marks" if marks else "participants", item=item, by=_LEADER)
    return import_.run(paths, [paths.sample / name for name in names], options)


def _events(on: date, reason: str = "") -> lock.EventOptions:
    return lock.EventOptions(on=on, by=_LEADER, reason=reason)


def _counted(listing: Listing) -> Note:
    seats = {"selected": len(listing.selected), "reserves": len(listing.reserves), "ties": len(listing.undecided)}
    return Note("demo.curated", seats)


def road() -> Iterator[_Leg]:
    """The commands from the locked rules to the proven list."""
    yield _Leg(
        "ikmctl lock rules", lambda paths: lock.lock(paths, "rules", _events(_LOCKED)), lambda _: Note("demo.locked")
    )
    yield _Leg(
        "ikmctl import sample/pendaftaran.xlsx",
        partial(_import, names=("pendaftaran.xlsx",), item=None, on=_REGISTERED),
        _imported,
    )
    for item, names in _MARKS:
        files = " ".join(f"sample/{name}" for name in names)
        yield _Leg(
            f"ikmctl import {files} " + (f"--item {item}" if item else "--as marks"),
            partial(_import, names=names, item=item, on=_MARKED),
            _imported,
        )
    yield _Leg(
        "ikmctl validate", validate.run,
        lambda data: Note("demo.validated", {"errors": data.errors, "warnings": data.warnings}),
    )  # fmt: skip
    yield _Leg(
        f"ikmctl curate --per-track {SEATS}",
        lambda paths: curate.run(paths, curate.CurateOptions(_DRAWN, per_track=SEATS, by=_LEADER)),
        _counted,
    )
    yield _Leg(
        "ikmctl lock pool", lambda paths: lock.lock(paths, "pool", _events(_DRAWN)), lambda _: Note("demo.locked")
    )
    yield _Leg(
        f'ikmctl draw --value {_VALUE} --source "{_SOURCE}"',
        lambda paths: lock.draw(paths, _VALUE, _SOURCE, _events(_DRAWN, _DECLINED)),
        lambda data: Note("demo.drawn", {"ties": data.undecided}),
    )
    yield _Leg("ikmctl verify", verify.run, lambda _: Note("demo.verified"))


def _go(paths: CohortPaths) -> tuple[tuple[Step, ...], Result[Demo] | None]:
    """Run every command and write what it changes. Rejected rows belong to the road; anything else stops it."""
    steps: list[Step] = []
    for leg in road():
        result = leg.work(paths)
        faults = commit(result.changes, paths.root) if result.changes is not None else ()
        if result.data is None or result.failed or has_errors(faults):
            told = (*result.diagnostics, *faults)
            if all(one.code != "IKM908" for one in told):
                told = (*told, *unfinished(paths.root))
            return tuple(steps), Result(diagnostics=told, failed=True, unusable=has_errors(faults))
        steps.append(Step(leg.command, leg.tell(result.data)))
    return tuple(steps), None


def _folder(named: Path | None) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The folder to make, or the reason why it cannot be used."""
    if named is None:
        return Path(tempfile.mkdtemp(prefix="ikmctl-demo-")), ()
    if named.exists() and (not named.is_dir() or any(named.iterdir())):
        return None, (Diagnostic("IKM578", Where(file=shown(named)), {"found": shown(named)}),)
    return named, ()


def run(named: Path | None) -> Result[Demo]:
    """Go the whole road in `named`, or in a temporary folder.

    Unlike other use cases this one writes by itself: each command reads what the one before wrote.
    """
    source = example()
    if source is None:
        return Result(diagnostics=(Diagnostic("IKM580", params={"example": EXAMPLE}),), unusable=True)
    folder, refused = _folder(named)
    if folder is None:
        return Result(diagnostics=refused, unusable=True)
    paths = CohortPaths(folder / COHORTS / EXAMPLE)
    paths.sample.mkdir(parents=True)
    if faults := commit(_copy(source, paths), paths.root):
        return Result(diagnostics=faults, unusable=True)
    steps, stopped = _go(paths)
    if stopped is not None:
        return stopped
    last = curate.run(paths, curate.CurateOptions(_DRAWN, plan=True))
    if last.data is None:
        return Result(diagnostics=(*last.diagnostics, *unfinished(paths.root)), failed=True)
    chosen = last.data.selected[0].number if last.data.selected else "P001"
    return Result(
        Demo(str(folder) if named is None else shown(folder), steps, last.data),
        diagnostics=unfinished(paths.root),
        next_step=f"ikmctl explain {chosen} -C {shown(paths.root) if named else paths.root}",
    )
