"""`diff`: what changed between two states of a cohort, who entered and left, and because of what."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar, Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Where, has_errors
from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.record import Veiled
from ikmctl.engine.causes import Cause, find_causes
from ikmctl.engine.changes import SHOWN, Change, atoms_of
from ikmctl.engine.checks import Inputs
from ikmctl.engine.compare import Move, moves
from ikmctl.engine.replay import StageResult, replay
from ikmctl.store.layout import CohortPaths
from ikmctl.vcs.git import Repository, find_repository
from ikmctl.workflow.derive import derive
from ikmctl.workflow.kitfile import read_kit
from ikmctl.workflow.load import Cohort, Reader, load, load_program, read_text, shown
from ikmctl.workflow.names import names_of
from ikmctl.workflow.result import Result
from ikmctl.workflow.verify import compare_file, compare_text

_RECORD: Final = re.compile(r"(?m)^(?:events|words): .*\n")


class DiffOptions(Struct, frozen=True):
    """The flags of `diff`. `old` and `new` are revisions; None stands for HEAD and for the work tree."""

    old: str | None = None
    new: str | None = None
    names: bool = False
    exit_code: bool = False
    since: Path | None = None
    """An audit kit as the old state."""


class Moved(Struct, frozen=True):
    """One person whose outcome changed, and its cause."""

    move: Move
    cause: Cause | None


class StageDifference(Struct, frozen=True):
    """One stage: who moved, and by how much scores changed (number, before, after as key and unit)."""

    stage: str
    moved: tuple[Moved, ...]
    rescored: tuple[tuple[str, str, str], ...]


class FileChange(Struct, frozen=True):
    """A file that differs where no change of an input says why: by name, lines that came and that went.

    `edited`: it is derived, and does not follow from the inputs beside it.
    """

    path: str
    added: int
    removed: int
    edited: bool = False


class Difference(Veiled, frozen=True):
    """Everything that differs between two states of one program."""

    veiled: ClassVar = frozenset({"names"})

    program: str
    old: str
    new: str
    inputs: tuple[Change, ...]
    stages: tuple[StageDifference, ...]
    names: tuple[tuple[str, str], ...] = ()
    """Number and name, where `--names` asked for them."""
    files: tuple[FileChange, ...] = ()
    """What changed without a cause among the inputs, as git sees it; since a kit, lists that do not follow."""
    kit: bool = False
    """Whether the old state is an audit kit, of which git knows nothing."""

    @property
    def empty(self) -> bool:
        """Whether nothing that matters differs."""
        return not self.inputs and not self.files and not any(stage.moved or stage.rescored for stage in self.stages)


def inputs_of(cohort: Cohort) -> Inputs:
    """The part of a cohort that results follow from."""
    return Inputs(cohort.program, cohort.participants, cohort.marks, cohort.decisions, cohort.events)


def reader_at(repository: Repository, commit: str) -> Reader:
    """Reads files as they were at a commit."""

    def read(path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
        data = repository.read(commit, path)
        if data is None:
            return None, ()
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError:
            return None, (Diagnostic("IKM903", Where(file=shown(path)), {"file": shown(path)}),)

    return read


def _rescored(before: StageResult, after: StageResult) -> Iterator[tuple[str, str, str]]:
    """Whose score changed, with both scores."""
    for number, card in sorted(after.evaluation.cards.items()):
        past = before.evaluation.cards.get(number)
        if past and past.key is not None and card.key is not None and past.key * card.unit != card.key * past.unit:
            yield number, format_fixed(past.key, past.unit, 6), format_fixed(card.key, card.unit, 6)


def compare(old: Inputs, new: Inputs, names: tuple[str, str]) -> tuple[Difference, Mapping[str, StageResult] | None]:
    """The difference between two states, and the newer worked out where any; `names` says what each is called."""
    atoms = atoms_of(old, new)
    found = tuple(atom.change for part in SHOWN for atom in atoms[part])
    if not found:
        return Difference(new.program.id, *names, (), ()), None
    before, after = (replay(one.program, one.participants, one.marks, one.decisions, one.events) for one in (old, new))
    stages = []
    for stage, result in after.items():
        if stage in before:
            moved = moves(before[stage].selection, result.selection)
            causes = find_causes(old, new, atoms, before[stage].selection, moved)
            named = tuple(Moved(move, causes.get(move.number)) for move in moved)
            stages.append(StageDifference(stage, named, tuple(_rescored(before[stage], result))))
    return Difference(new.program.id, *names, found, tuple(stages)), after


def _files(
    cohort: Cohort,
    repository: Repository,
    options: DiffOptions,
    found: Difference,
    results: Mapping[str, StageResult] | None,
) -> Iterator[FileChange]:
    """Tracked files of the program that changed, and none of the changes above says so."""
    names = [options.old or "HEAD", *([options.new] if options.new else [])]
    commits = [commit for commit in map(repository.resolve, names) if commit]
    changed = {path: lines for path, *lines in repository.changed(commits, cohort.paths.root)}
    told = {"program" if one.part == "rules" else one.part for one in found.inputs}
    lists = _lists(cohort) & changed.keys()
    rebuilt = _rebuilt(cohort, results) if lists else {}
    at_new = reader_at(repository, commits[-1]) if options.new else None
    for path, (added, removed) in changed.items():
        edited = False
        if path in rebuilt:
            faults = _compare_at(at_new, path, rebuilt[path]) if at_new else compare_file(path, rebuilt[path])
            if not faults:
                continue
            edited = has_errors(faults)
        elif path in lists and found.inputs:
            continue
        if path.parent != cohort.paths.root or path.stem not in told:
            yield FileChange(shown(path), added, removed, edited)


def _rebuilt(cohort: Cohort, results: Mapping[str, StageResult] | None) -> Mapping[Path, str]:
    """The text of every derived file, also of those that are not on the disk."""
    stages = [stage.id for stage in cohort.program.stages]
    return derive(cohort, stages, (), stages, results).texts


def _compare_at(read: Reader, path: Path, expected: str) -> tuple[Diagnostic, ...]:
    """What a derived file of a commit says otherwise; digests of its record, which older lists lack, are left out."""
    text, faults = read(path)
    return faults or compare_text(path, text and _RECORD.sub("", text), _RECORD.sub("", expected))


def _edited_since(cohort: Cohort, kit: Path, results: Mapping[str, StageResult] | None) -> Iterator[FileChange]:
    """Derived files on the disk that do not follow, with the lines that are others than in the kit."""
    files, _ = read_kit(kit)
    for path, text in _rebuilt(cohort, results).items():
        if path.exists() and has_errors(compare_file(path, text)):
            old = (files or {}).get(path.relative_to(cohort.paths.root).as_posix(), b"")
            was, now = (Counter(body.decode("utf-8", "replace").splitlines()) for body in (old, path.read_bytes()))
            yield FileChange(shown(path), (now - was).total(), (was - now).total(), edited=True)


def _lists(cohort: Cohort) -> frozenset[Path]:
    ways = (cohort.paths.scores, cohort.paths.shortlist, cohort.paths.matches)
    return frozenset(way(stage.id) for stage in cohort.program.stages for way in ways)


def _at(
    paths: CohortPaths, repository: Repository | None, revision: str | None, like: Cohort | None = None
) -> tuple[Cohort | None, tuple[Diagnostic, ...]]:
    """The cohort at a revision, or (None) in the work tree; what stands in `like` as well is shared with it."""
    if revision is None:
        return load(paths, read_text, like)
    if repository is None:
        return None, (Diagnostic("IKM582", Where(file=shown(paths.root))),)
    commit = repository.resolve(revision)
    if commit is None:
        return None, (Diagnostic("IKM583", params={"found": revision}),)
    return load(paths, reader_at(repository, commit), like)


def _in_kit(paths: CohortPaths, kit: Path) -> tuple[Cohort | None, tuple[Diagnostic, ...]]:
    """The cohort as an audit kit holds it."""
    files, faults = read_kit(kit)
    if files is None:
        return None, faults

    def read(path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
        body = files.get(path.name) if path.parent == paths.root else None
        return (body.decode("utf-8", "replace") if body else None), ()

    old, problems = load(paths, read)
    here, _, _ = load_program(paths)
    if old and here and here.value and old.program.id != here.value.id:
        params: dict[str, Param] = {"found": old.program.id, "expected": here.value.id}
        return None, (Diagnostic("IKM603", Where(file=shown(kit)), params),)
    return old, problems


def run(paths: CohortPaths, options: DiffOptions) -> Result[Difference]:
    """Compare two revisions, or a revision and the work tree."""
    if options.since and options.old:
        return Result(diagnostics=(Diagnostic("IKM604"),), unusable=True)
    repository = find_repository(paths.root)
    old_name = options.since.name if options.since else options.old or "HEAD"
    old, faults = _in_kit(paths, options.since) if options.since else _at(paths, repository, old_name)
    new, more = _at(paths, repository, options.new, old)
    problems = (*faults, *more)
    if old is None or new is None or has_errors(problems):
        return Result(diagnostics=problems, unusable=old is None or new is None)
    data, results = compare(inputs_of(old), inputs_of(new), (old_name, options.new or "-"))
    if repository and not options.since:
        data = replace(data, files=tuple(_files(new, repository, options, data, results)))
    if options.since:
        data = replace(data, files=tuple(_edited_since(new, options.since, results)), kit=True)
    if options.names:
        names, missing = names_of(paths)
        data, problems = replace(data, names=tuple(names.items())), (*problems, *missing)
    return Result(data, problems, failed=options.exit_code and not data.empty)
