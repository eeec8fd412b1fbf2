"""What a document may print, gathered from the cohort, its ledgers and (where the kind prints names) the register."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where, has_errors
from ikmctl.domain.paper import DocumentSpec
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.regions import region_name
from ikmctl.domain.scorecard import Evaluation
from ikmctl.domain.selection import Selection
from ikmctl.engine.canonical import result_digest, rules_digest
from ikmctl.engine.checks.base import some
from ikmctl.engine.follow_up import FollowUp
from ikmctl.engine.result import StageResult
from ikmctl.render.documents import Kind
from ikmctl.render.documents.model import History, Report
from ikmctl.render.messages.lookup import text
from ikmctl.store.ledgers import read_documents, read_imports, read_outcomes
from ikmctl.store.register import read_answers
from ikmctl.workflow.derive import Derived
from ikmctl.workflow.load import Cohort, read_text, shown
from ikmctl.workflow.names import display_name, no_names, people_of
from ikmctl.workflow.objections import load_objections
from ikmctl.workflow.revised import revised

T = TypeVar("T")


class Asked(Struct, frozen=True):
    """What the command asked for: the kind, its day, about whom or what, whether names stay out, its number."""

    kind: Kind
    on: date
    about: str = ""
    anon: bool = False
    number: str = ""
    follow: FollowUp | None = None
    """What became of people, for kinds that show it."""


def gather(cohort: Cohort, stage: Stage, derived: Derived, asked: Asked) -> tuple[Report, tuple[Diagnostic, ...]]:
    """Everything that a document of a stage may print, and what was lacking."""
    result, match = derived.results.get(stage.id), derived.matches.get(stage.id)
    known = result or match
    locks = [e for e in cohort.events if e.stage == stage.id and e.event == "lock" and e.what == "rules"]
    lock = locks[-1] if locks else None
    ends = [e for e in cohort.events if e.stage == stage.id and e.event == "finalize"]
    end = ends[-1] if ends and result is not None and result.status == "decided" else None
    names, private, homes, lacking = _people(cohort, asked)
    nameless = frozenset(number for number, name in names.items() if not name)
    no_name = text(cohort.program.language, "doc.no_name")
    names = {number: name or no_name for number, name in names.items()}
    lacking += _nameless(asked, sorted(nameless & {one.number for one in cohort.participants}), no_name)
    history, faults = _history(cohort)
    decree = end.decree or "" if end else ""
    spec, differs = _numbered(spec_of(cohort.program, asked.kind), asked, decree)
    template, missing = _template(cohort, spec)
    selection = result.selection if result else Selection(stage.id, (), (), {})
    report = Report(
        cohort.program, stage, selection, result.evaluation if result else Evaluation(stage.id, {}, ()),
        _corrected(cohort, result), result.status if result else "proposed",
        result.rules if result else rules_digest(cohort.program, stage), known.pool if known else "",
        result_digest(selection), (lock.number or 0) if lock else 0, (lock.marks or 0) if lock else 0, asked.on, spec,
        (end.result or "") if end else "", decree, (result.seed or "") if result else "",
        names, _districts(cohort, homes), history, private, asked.about, result, template, match, asked.follow,
        _revised(cohort, result) if result else None, nameless,
        _doubles(cohort, asked), homes,
    )  # fmt: skip
    return report, (*lacking, *faults, *missing, *differs)


def _corrected(cohort: Cohort, result: StageResult | None) -> dict[str, Participant]:
    """Everybody, those of the stage as its selection saw them."""
    stage = result.given.people if result and result.given else {}
    return {one.number: stage.get(one.number, one) for one in cohort.participants}


def _numbered(spec: DocumentSpec, asked: Asked, decree: str) -> tuple[DocumentSpec, tuple[Diagnostic, ...]]:
    """The number asked for, else for a decree the one that `finalize` recorded, else that of program.yaml."""
    stated = asked.number or spec.number
    if asked.kind.spec != "decree" or not decree or stated in decree.split():
        return spec.model_copy(update={"number": stated}), ()
    number = asked.number or decree
    params: dict[str, Param] = {"recorded": decree, "stated": stated, "printed": number}
    differs = (Diagnostic("IKM635", params=params, severity=Severity.WARNING),) if stated not in ("", decree) else ()
    return spec.model_copy(update={"number": number}), differs


def _doubles(cohort: Cohort, asked: Asked) -> tuple[tuple[str, str], ...]:
    """Who is the same person by an answer to `duplicates`, which also says what is wrong with the file."""
    body, _ = read_text(cohort.paths.answers) if asked.kind.private and not asked.anon else (None, ())
    answers, _ = read_answers(body or "", shown(cohort.paths.answers))
    return tuple((one.left, one.right) for one in answers if one.same)


def _nameless(asked: Asked, numbers: list[str], shown_as: str) -> tuple[Diagnostic, ...]:
    """That people stand in the document without their name."""
    numbers = [one for one in numbers if asked.kind.about != "participant" or one == asked.about]
    params: dict[str, Param] = {"count": len(numbers), "people": some(numbers), "shown": shown_as}
    return (Diagnostic("IKM632", params=params, severity=Severity.WARNING),) if numbers else ()


def _revised(cohort: Cohort, result: StageResult) -> tuple[date, tuple[str, ...], tuple[str, ...]] | None:
    found = revised(cohort, {result.stage: result})
    if not found:
        return None
    moves = found[0].moves
    entered, left = (tuple(one.number for one in moves if one.kind == kind) for kind in ("in", "out"))
    return date.fromisoformat(found[0].announced), entered, left


def spec_of(program: Program, kind: Kind) -> DocumentSpec:
    """What program.yaml states for this kind of document."""
    found = getattr(program.documents, kind.spec) if kind.spec else None
    return found if isinstance(found, DocumentSpec) else DocumentSpec()


def _districts(cohort: Cohort, homes: Mapping[str, str]) -> dict[str, str]:
    codes = {person.fact("district") for person in cohort.participants}.union(homes.values())
    return {code: region_name(code) or code for code in sorted(filter(None, codes))}


def _people(
    cohort: Cohort, asked: Asked
) -> tuple[Mapping[str, str], Mapping[str, Mapping[str, str]], Mapping[str, str], tuple[Diagnostic, ...]]:
    """Names, the rest of the register for kinds that print it, codes of districts, and that they are not here.

    A register that is here and cannot be read stays an error: a paper that somebody signs does not lose its names.
    """
    kind = asked.kind
    if asked.anon or not (kind.named or kind.masked):
        return {}, {}, {}, ()
    people, problems = people_of(cohort.paths)
    if not people and not problems:
        problems = (replace(no_names(cohort.paths, take="--anon"), severity=Severity.WARNING),)
    private = {one.number: one.private for one in people} if kind.private else {}
    homes = {one.number: one.private.get("district", "") for one in people}
    return {one.number: display_name(one) for one in people}, private, homes, problems


def _history(cohort: Cohort) -> tuple[History, tuple[Diagnostic, ...]]:
    objections = load_objections(cohort)
    imports, import_faults = _ledger(cohort.paths.imports, read_imports)
    outcomes, outcome_faults = _ledger(cohort.paths.outcomes, read_outcomes)
    documents, _ = _ledger(cohort.paths.documents, read_documents)  # `report` says what is wrong with it
    history = History(
        tuple(cohort.participants), cohort.marks, cohort.decisions, cohort.events, objections.all, imports, outcomes,
        cohort.partners, documents,
    )  # fmt: skip
    return history, (*objections.diagnostics, *import_faults, *outcome_faults)


def _ledger(
    path: Path, read: Callable[[str, str], tuple[tuple[T, ...], list[Diagnostic]]]
) -> tuple[tuple[T, ...], tuple[Diagnostic, ...]]:
    body, faults = read_text(path)
    if body is None or has_errors(faults):
        return (), faults
    values, problems = read(body, shown(path))
    return values, (*faults, *problems)


def _template(cohort: Cohort, spec: DocumentSpec) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The office's own Word file: in the program's folder, or in the folder of all programs."""
    if not spec.template:
        return None, ()
    path = (cohort.paths.root / spec.template).resolve()
    place = Where(file=shown(path))
    if cohort.paths.root.resolve().parent not in path.parents:
        return None, (Diagnostic("IKM974", place),)
    try:
        return path.read_bytes(), ()
    except OSError:
        return None, (Diagnostic("IKM974", place),)
