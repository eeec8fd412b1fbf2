"""`verify`: rebuild the derived files from the tracked inputs and say MATCH, or what differs.

Parsed values are compared; other text alone (a comment, line ends) is a note.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Finding, Param, Severity, Where, has_errors
from ikmctl.engine.canonical import ENGINE, rules_digest
from ikmctl.engine.states import standing_of
from ikmctl.store.layout import CohortPaths
from ikmctl.store.yamlnodes import plain, read_nodes
from ikmctl.workflow.derive import Derived, curated_stages, rebuild
from ikmctl.workflow.heads import head_of_list, on_record
from ikmctl.workflow.load import Cohort, load, read_text, shown
from ikmctl.workflow.named import changed_inputs, read_rows, rules_changed
from ikmctl.workflow.record_notes import imports_of, record_notes
from ikmctl.workflow.result import Result
from ikmctl.workflow.revised import announcement_faults
from ikmctl.workflow.stages import next_list, step_to_list, strange_stages

_ENGINE: Final = re.compile("[0-9]{1,9}")


class Verified(Struct, frozen=True):
    """The verdict on one cohort: `match`, or the files that differ."""

    program: str
    match: bool
    files: tuple[str, ...]
    differing: tuple[str, ...]
    stages: tuple[str, ...]
    changed: tuple[str, ...] = ()
    """Which inputs changed: rules, pool, marks, decisions, events, seed, register, words; or only the output."""


class Difference(Struct, frozen=True):
    """The first place at which a file says something else than its inputs."""

    place: str
    found: str
    expected: str
    line: int | None = None


def _first_csv(found: str, expected: str) -> Difference | None:
    have, want = read_rows(found), read_rows(expected)
    header = want[0] if want else []
    for index, (mine, theirs) in enumerate(zip(have, want, strict=False)):
        for column, (left, right) in enumerate(zip(mine, theirs, strict=False)):
            if left != right:
                name = header[column] if index and column < len(header) else f"column {column + 1}"
                who = f"{theirs[0]} " if index and theirs else ""
                return Difference(f"{who}{name}", left, right, index + 1)
        if len(mine) != len(theirs):
            return Difference(f"line {index + 1}", str(len(mine)), str(len(theirs)), index + 1)
    if len(have) != len(want):
        return Difference("lines", str(len(have)), str(len(want)), min(len(have), len(want)) + 1)
    return None


def _walk(found: Any, expected: Any, path: str) -> Iterator[Difference]:
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in dict.fromkeys([*expected, *found]):
            yield from _walk(found.get(key), expected.get(key), f"{path}.{key}" if path else str(key))
    elif isinstance(found, list) and isinstance(expected, list) and not (_is_text(found) and _is_text(expected)):
        for index in range(max(len(found), len(expected))):
            left = found[index] if index < len(found) else None
            right = expected[index] if index < len(expected) else None
            yield from _walk(left, right, f"{path}[{index + 1}]")
    elif found != expected:
        yield Difference(path, _short(found), _short(expected))


def _is_text(value: list[Any]) -> bool:
    return all(isinstance(item, str) for item in value)


def _short(value: Any) -> str:
    if isinstance(value, dict) and "id" in value:
        return str(value["id"])
    if isinstance(value, list):
        return "[" + ", ".join(map(str, value)) + "]"
    return "-" if value is None else str(value)


def _first_yaml(path: Path, found: str, expected: str) -> tuple[Difference | None, list[Diagnostic]]:
    have, problems = read_nodes(found, shown(path))
    want, _ = read_nodes(expected, shown(path))
    if problems or have is None or want is None:
        return None, problems or [Diagnostic("IKM562", Where(file=shown(path)))]
    return next(_walk(plain(have), plain(want), ""), None), []


def compare_file(path: Path, expected: str) -> tuple[Diagnostic, ...]:
    """What one derived file says that its inputs do not: nothing, a note, or an error with the first place."""
    found, problems = read_text(path)
    return problems if found is None and problems else compare_text(path, found, expected)


def compare_text(path: Path, found: str | None, expected: str) -> tuple[Diagnostic, ...]:
    """The same of a text that was read already, from the disk or from a commit; None where there is no file."""
    if found is None:
        return (Diagnostic("IKM562", Where(file=shown(path))),)
    if found == expected:
        return ()
    faults: list[Diagnostic] = []
    if path.suffix == ".csv":
        first = _first_csv(found, expected)
    else:
        first, faults = _first_yaml(path, found, expected)
    if faults:
        return tuple(faults)
    if first is None:
        return (Diagnostic("IKM561", Where(file=shown(path)), severity=Severity.NOTE),)
    params = {"place": first.place, "found": first.found or "-", "expected": first.expected or "-"}
    return (Diagnostic("IKM560", Where(file=shown(path), line=first.line), params),)


def differences(cohort: Cohort, rebuilt: Derived | None = None) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """The derived files of a cohort, and where they or its record disagree with the inputs."""
    derived = rebuilt or rebuild(cohort)
    stray = [
        path
        for stage in cohort.program.stages
        for path in (cohort.paths.scores(stage.id), cohort.paths.shortlist(stage.id), cohort.paths.matches(stage.id))
        if path.exists() and path not in derived.texts
    ]
    unknown = dict(_unknown_engines(cohort))
    told, texts = on_record(cohort, derived)
    found = [item for path, text in texts.items() if path not in unknown for item in compare_file(path, text)]
    found += [*unknown.values(), *told]
    found += [Diagnostic("IKM563", Where(file=shown(path))) for path in stray]
    found += [*cohort.diagnose(announcement_faults(cohort)), *strange_stages(cohort)]
    return (*derived.texts, *stray), (*derived.diagnostics, *found)


def _unknown_engines(cohort: Cohort) -> Iterator[tuple[Path, Diagnostic]]:
    """Lists by an engine that is not this one: whether they follow cannot be said here."""
    for stage in cohort.program.stages:
        path = cohort.paths.shortlist(stage.id)
        engine = head_of_list(path).get("engine", str(ENGINE))
        if engine != str(ENGINE) and _ENGINE.fullmatch(str(engine)):
            yield path, Diagnostic("IKM605", Where(file=shown(path)), {"found": int(engine), "known": ENGINE})


def _other_rules(cohort: Cohort) -> tuple[Diagnostic, ...]:
    """Rules that are not the locked ones: often why the other files can no longer be read."""
    found = []
    for stage in cohort.program.stages:
        locked = standing_of(cohort.events, stage.id).rules
        if locked and locked.rules != rules_digest(cohort.program, stage):
            params: dict[str, Param] = {"number": locked.number or 1, "stage": stage.id}
            found.append(Finding("IKM512", "events.yaml", (cohort.events.index(locked), "rules"), params))
    return cohort.diagnose(found)


def _unreadable(cohort: Cohort, problems: tuple[Diagnostic, ...]) -> Result[Verified]:
    """Files that cannot be read together: an answer only where it is the rules that no longer fit the rest."""
    if not rules_changed(cohort):
        return Result(diagnostics=problems)
    bad = tuple(sorted({item.where.file or "" for item in problems if item.severity is Severity.ERROR}))
    stages = tuple(sorted(curated_stages(cohort)))
    return Result(
        Verified(cohort.program.id, match=False, files=bad, differing=bad, stages=stages, changed=("rules",)),
        problems,
        failed=True,
    )


def _next(cohort: Cohort, found: Iterable[Diagnostic], bad: Collection[str]) -> str:
    """Before anything is written anew, somebody should see what was changed: that may be the very thing to undo."""
    told = {item.code for item in found if item.severity is Severity.ERROR} - {"IKM605", "IKM606", "IKM607"}
    if not told:
        return ""
    if told == {"IKM562"}:
        stages = cohort.program.stages
        gone = [one for one in stages if any(Path(name).parent.name == one.id for name in bad)]
        return step_to_list(cohort.program, (gone or stages)[0])
    from ikmctl.vcs.git import find_repository

    return "ikmctl diff" if find_repository(cohort.paths.root) else "ikmctl status"


def run(paths: CohortPaths, *, deep: bool = False) -> Result[Verified]:
    """Verify one cohort; `deep` also asks the register in private/."""
    cohort, problems = load(paths)
    if cohort is None:
        return Result(diagnostics=problems)
    if has_errors(problems):
        return _unreadable(cohort, (*problems, *_other_rules(cohort)))
    derived = rebuild(cohort)
    files, found = differences(cohort, derived)
    if deep:
        from ikmctl.workflow.deep import against_register

        found += against_register(cohort)
        files = (*files, *(path for path in (paths.participants, paths.marks) if path.exists()))
    bad = sorted({item.where.file or "" for item in found if item.severity is Severity.ERROR})
    data = Verified(
        cohort.program.id, not bad, tuple(shown(path) for path in files), tuple(bad),
        tuple(sorted(curated_stages(cohort))), changed_inputs(cohort, derived, found),
    )  # fmt: skip
    step = _next(cohort, found, bad) if files else next_list(cohort)
    notes = tuple(note for stage in cohort.program.stages for note in record_notes(cohort, stage.id))
    unread = imports_of(cohort)[1]  # else no note would tell of a reason in it
    return Result(data, (*problems, *found, *unread), notes=notes, failed=bool(bad), next_step=step)
