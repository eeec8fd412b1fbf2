"""`git-setup`: prepare one clone for review; `git-hook` and `git-textconv` are what git then calls."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where, has_errors
from ikmctl.store.layout import COHORTS, PROGRAM, CohortPaths, all_cohorts
from ikmctl.vcs.git import Repository, find_repository
from ikmctl.vcs.setup import Part, foreign_hook, install, open_remotes, state, uninstall
from ikmctl.workflow import verify
from ikmctl.workflow.load import load_program, shown
from ikmctl.workflow.privacy import scan_files
from ikmctl.workflow.result import Result

Mode: TypeAlias = Literal["install", "check", "undo"]


class SetUp(Struct, frozen=True):
    """What stands in this clone after the command."""

    mode: Mode
    parts: tuple[Part, ...]


class Checked(Struct, frozen=True):
    """The programs that a hook looked at, and whether it lets the commit through."""

    programs: tuple[str, ...]
    refused: bool = False


def run(folder: Path, mode: Mode) -> Result[SetUp]:
    """Set up, check or undo. Git's own configuration is not ours to plan: git writes it, key by key."""
    repository = find_repository(folder)
    if repository is None:
        return Result(diagnostics=(Diagnostic("IKM582", Where(file=shown(folder))),), unusable=True)
    problems: list[Diagnostic] = []
    if mode == "install" and not install(repository):
        problems.append(_not_installed(repository))
    if mode == "undo" and not uninstall(repository):
        problems.append(Diagnostic("IKM587", Where(file=shown(repository.top))))
    if mode != "undo":
        hosts = open_remotes(repository)
        problems += [Diagnostic("IKM588", params={"host": host}, severity=Severity.WARNING) for host in hosts]
    parts = state(repository)
    lacking = mode == "check" and not all(part.done for part in parts)
    return Result(SetUp(mode, parts), tuple(problems), failed=lacking, next_step="ikmctl git-setup" if lacking else "")


def _not_installed(repository: Repository) -> Diagnostic:
    if hook := foreign_hook(repository):
        return Diagnostic("IKM637", Where(file=shown(hook)), {"file": shown(hook)})
    return Diagnostic("IKM587", Where(file=shown(repository.top)))


def _synthetic(paths: CohortPaths) -> bool:
    read, _, _ = load_program(paths)
    return read is not None and read.value is not None and read.value.synthetic


def _looked_past(repository: Repository, paths: CohortPaths) -> list[Diagnostic]:
    """Files that `verify` reads, and that the commit will hold otherwise: of those nobody knows whether they follow."""
    read, _, _ = load_program(paths)
    stages = read.value.stages if read is not None and read.value is not None else ()
    lists = {way(stage.id) for stage in stages for way in (paths.scores, paths.shortlist, paths.matches)}
    inputs = (paths.program, paths.participants, paths.marks, paths.decisions, paths.events, paths.partners)
    found = repository.unstaged(paths.root) & lists.union(inputs)
    return [Diagnostic("IKM545", Where(file=shown(path))) for path in sorted(found)]


def _programs(repository: Repository, staged: Iterable[Path]) -> list[CohortPaths]:
    """Every program of the repository, at whatever depth: those that git tracks, and those around what is staged."""
    roots = {
        path.parent for path in repository.tracked() if path.name == PROGRAM and path.parent.parent.name == COHORTS
    }
    for start in {repository.top, *(path.parent for path in staged)}:
        roots.update(paths.root for paths in all_cohorts(start) if paths.root.is_relative_to(repository.top))
    return [CohortPaths(root) for root in sorted(roots) if (root / PROGRAM).is_file()]


def before_commit(folder: Path) -> Result[Checked]:
    """What the pre-commit hook asks: nothing personal is staged, and every list follows from its inputs."""
    repository = find_repository(folder)
    if repository is None:
        return Result(Checked(()))
    staged = repository.staged()
    everywhere = _programs(repository, staged)
    made_up = {paths.root: _synthetic(paths) for paths in everywhere}
    cohorts = [paths for paths in everywhere if any(p.is_relative_to(paths.root) for p in staged)]
    problems: list[Diagnostic] = []
    for paths in cohorts:
        own = (path for path in staged if path.is_relative_to(paths.root))
        problems += scan_files(repository, own, synthetic=made_up[paths.root], staged=True)
        problems += verify.run(paths).diagnostics
        problems += _looked_past(repository, paths)
    if not all(made_up.values()):  # an office with real people: none of them in the folders around either
        loose = (path for path in staged if not any(path.is_relative_to(root) for root in made_up))
        problems += scan_files(repository, loose, synthetic=False, staged=True)
    refused = has_errors(problems)
    names = tuple(paths.root.name for paths in cohorts)
    return Result(Checked(names, refused), tuple(problems), failed=refused)
