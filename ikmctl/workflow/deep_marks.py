"""`verify --deep`: marks.csv must follow from the spreadsheets of marks that lie in private/, read again in order.

What a lost, erased or altered sheet said, nobody can say; marks that only such a sheet may have given are left alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from itertools import groupby, product
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where, has_errors
from ikmctl.domain.ledger import ImportRecord, KeptSheet
from ikmctl.domain.mark import Mark
from ikmctl.store.kept import index_of, read_kept
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.importing import marks as marks_import
from ikmctl.workflow.importing.columns import accepted
from ikmctl.workflow.importing.data import ImportOptions
from ikmctl.workflow.importing.headers import known_headers
from ikmctl.workflow.importing.read import Reading, read_sources
from ikmctl.workflow.importing.state import Job, State, open_state
from ikmctl.workflow.load import Cohort, read_text, shown
from ikmctl.workflow.sheet_collect import read_sheet

Key: TypeAlias = tuple[str, str, str, str]
_SUFFIXES: Final = frozenset((".xlsx", ".xlsm", ".xls", ".ods", ".csv"))


class _Sheet(Struct, frozen=True):
    """One file to be read again: where it lies (None: nowhere), and how it was read."""

    how: KeptSheet
    path: Path | None


class _Gap(Struct, frozen=True):
    """Sheets of one run that are lost, or of which rows no longer find their person; and whom the other rows name."""

    digests: frozenset[str]
    named: frozenset[str] = frozenset()


class _Replay(Struct):
    """What the sheets say so far: values with the run that gave them, and the runs of which something is unknown."""

    values: dict[Key, tuple[str, int]] = field(default_factory=dict)
    unknown: dict[int, _Gap] = field(default_factory=dict)

    def take(self, run: int, marks: Iterable[Mark]) -> None:
        """Later sheets win."""
        for one in marks:
            self.values[one.number, one.mark, one.item, one.by] = (one.value, run)


def against_sheets(cohort: Cohort, erased: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Marks that no sheet gives, or gives otherwise, and what cannot be said.

    Args:
        cohort: the tracked inputs.
        erased: participants whose private row is gone; rows that call them by name find nobody any more.
    """
    state, _ = open_state(cohort.paths)
    if state is None:
        return ()
    records = [one for one in state.records if one.kind == "marks"]
    if not cohort.marks and not records:
        return ()
    found = _replay(state, records)
    marks = {(one.number, one.mark, one.item, one.by): (at, one.value) for at, one in enumerate(cohort.marks)}
    if not records:
        found.unknown[0] = _Gap(frozenset())
    told = [_differs(cohort, key, at, here, there) for key, at, here, there in _compare(found, marks, erased)]
    silent = sum(_unsure(found, key) for key in marks)
    lost = sorted({digest for gap in found.unknown.values() for digest in gap.digests})
    params: dict[str, Param] = {"sheets": ", ".join(one[:16] for one in lost) or "-", "count": len(lost)}
    place = Where(file=shown(cohort.paths.marks))
    kept = _kept(records)
    harmless = not silent and bool(lost) and all(0 in kept[digest] for digest in lost)
    note = [Diagnostic("IKM619", place, params | {"marks": silent}, Severity.WARNING)] if found.unknown else []
    return (*told, *([] if harmless else note))


def _kept(records: Iterable[ImportRecord]) -> Mapping[str, set[int]]:
    """How many rows of a file had an effect, each time it came in: with another `--sheet` it gives others."""
    found: dict[str, set[int]] = defaultdict(set)
    for one in records:
        found[one.digest].add(one.kept)
    return found


def _unsure(found: _Replay, key: Key) -> bool:
    """Whether a sheet that nobody can read now may have given this mark last.

    Rows that find nobody any more are those of others than the people whom the rest of their sheet names.
    """
    given = found.values.get(key)
    last = given[1] if given else -1
    return any(run > last and (given is None or key[0] not in gap.named) for run, gap in found.unknown.items())


def _compare(
    found: _Replay, marks: Mapping[Key, tuple[int, str]], erased: frozenset[str]
) -> Iterator[tuple[Key, int | None, str, str]]:
    for key in sorted({*marks, *found.values}):
        at, here = marks.get(key, (None, ""))
        there = found.values.get(key, ("", 0))[0]
        if here != there and not _unsure(found, key) and (there or key[0] not in erased):
            yield key, at, here, there


def _differs(cohort: Cohort, key: Key, at: int | None, here: str, there: str) -> Diagnostic:
    number, mark, item, by = key
    file = shown(cohort.paths.marks)
    place = " ".join((number, f"{mark}.{item}" if item else mark, by)).rstrip()
    params: dict[str, Param] = {"place": place, "found": here or "-", "expected": there or "-"}
    return Diagnostic("IKM618", Where(file=file, line=None if at is None else at + 2), params)


def _replay(state: State, records: Iterable[ImportRecord]) -> _Replay:
    ledger = _kept(records)
    found = _Replay()
    for run, sheets in _runs(state.paths, ledger):
        lost = frozenset(one.how.digest for one in sheets if one.path is None)
        gap = _Gap(lost) if lost else _read_again(state, found, run, sheets, ledger)
        if gap is not None:
            found.unknown[run] = gap
    return found


def _runs(paths: CohortPaths, ledger: Collection[str]) -> Iterator[tuple[int, list[_Sheet]]]:
    """Sheets in the order in which they came in, those of one command together.

    Files of a time before sheets were kept stand first; they are found by digest wherever they lie in private/.
    """
    text, _ = read_text(index_of(paths))
    kept = [one for one in read_kept(text or "") if one.digest in ledger]
    here = _files(paths)
    known = {one.digest for one in kept}
    older = [digest for digest in ledger if digest not in known]
    run = 0
    for run, digest in enumerate(older, 1):
        path = here.get(digest)
        how = KeptSheet(run, digest, path.name if path else "", "import")
        yield run, [_Sheet(how, path)]
    for _, group in groupby(kept, key=lambda one: one.run):
        run += 1
        yield run, [_Sheet(one, here.get(one.digest)) for one in group]


def _files(paths: CohortPaths) -> dict[str, Path]:
    """Spreadsheets of the private folder, and made-up ones of an example, by digest; who may not read one lacks it."""
    folders = (paths.private, paths.sample)
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix.lower() in _SUFFIXES)
    here: dict[str, Path] = {}
    for path in filter(Path.is_file, found):
        with suppress(OSError):
            here[sha256(path.read_bytes()).hexdigest()] = path
    return here


def _read_again(
    state: State, found: _Replay, run: int, sheets: list[_Sheet], ledger: Mapping[str, set[int]]
) -> _Gap | None:
    """Read the sheets of one command; gives what they no longer say."""
    digests = frozenset(one.how.digest for one in sheets)
    collected = [read_sheet(state.cohort, one.path, old=True) for one in sheets if one.path]
    if all(one.digest for one in collected):
        found.take(run, (mark for one in collected for mark in one.marks))
        return None
    how = sheets[0].how
    options = ImportOptions(
        on=state.program.as_of, as_="marks", item=how.item or None, sheet=how.sheet or None, judge=how.judge,
        encoding=how.encoding or None,
    )  # fmt: skip
    known = known_headers(state.program, "marks", how.item) | accepted(state, "marks")
    sources, faults = read_sources([one.path for one in sheets if one.path], Reading(state.program, options, known))
    before = replace(state, cohort=replace(state.cohort, marks=()))
    read = None if has_errors(faults) else marks_import.again(Job(before, options, known), sources)
    if read is None:
        return _Gap(digests)
    marks, kept = read
    found.take(run, marks)
    whole = kept in map(sum, product(*(ledger[digest] for digest in digests)))
    return None if whole else _Gap(digests, frozenset(one.number for one in marks))
