"""`report`: build one document of a stage from the same data that every other output shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from ikmctl.domain.diagnostic import Diagnostic, Severity, has_errors
from ikmctl.domain.document import DocumentRecord
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.regions import region_name
from ikmctl.engine.canonical import result_digest
from ikmctl.engine.replay import StageResult
from ikmctl.render.documents import DOCUMENTS, Kind, build
from ikmctl.render.documents.model import Report
from ikmctl.store.atomic import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.store.ledgers import read_documents, write_documents
from ikmctl.workflow.derive import derive
from ikmctl.workflow.load import Cohort, load, read_text, shown
from ikmctl.workflow.names import names_of
from ikmctl.workflow.result import Result
from ikmctl.workflow.stages import choose_stage


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The flags of `report`."""

    kind: str
    on: date
    output: Path | None = None
    stage: str | None = None
    anon: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """The document that was made, and whether it carries names."""

    kind: str
    file: str
    form: str
    named: bool
    bytes: int


def _districts(cohort: Cohort) -> dict[str, str]:
    codes = {person.fact("district") for person in cohort.participants} - {None}
    return {code: region_name(code) or code for code in sorted(filter(None, codes))}


def _number(program: Program, kind: str) -> str:
    """The number that the program gives this kind of document, if it does."""
    spec = {"minutes": program.documents.minutes, "decree-annex": program.documents.decree}.get(kind)
    return spec.number if spec else ""


def gather(
    cohort: Cohort, stage: Stage, result: StageResult, names: Mapping[str, str], options: ReportOptions
) -> Report:
    """Everything that a document of a stage may print."""
    locks = [e for e in cohort.events if e.stage == stage.id and e.event == "lock" and e.what == "rules"]
    lock = locks[-1] if locks else None
    ends = [e for e in cohort.events if e.stage == stage.id and e.event == "finalize"]
    end = ends[-1] if ends and result.status == "decided" else None
    return Report(
        cohort.program, stage, result.selection, result.evaluation, {one.number: one for one in cohort.participants},
        result.status, result.rules, result.pool, result_digest(result.selection),
        (lock.number or 0) if lock else 0, (lock.marks or 0) if lock else 0,
        options.on, _number(cohort.program, options.kind),
        (end.result or "") if end else "", end.decree if end else "", result.seed or "", names, _districts(cohort),
    )  # fmt: skip


def _form(kind: Kind, output: Path | None) -> str | None:
    """The form that the file's ending asks for, or the usual one."""
    if output is None:
        return kind.forms[0]
    ending = output.suffix.removeprefix(".").lower()
    return ending if ending in kind.forms else None


def run(paths: CohortPaths, options: ReportOptions) -> Result[Built]:
    """Plan one document, and its line in documents.csv where it is an official one."""
    kind = DOCUMENTS.get(options.kind)
    if kind is None:
        known = ", ".join(DOCUMENTS)
        return Result(
            diagnostics=(Diagnostic("IKM970", params={"found": options.kind, "known": known}),), unusable=True
        )
    form = _form(kind, options.output)
    if form is None:
        params = {"kind": options.kind, "known": ", ".join(f".{one}" for one in kind.forms)}
        return Result(diagnostics=(Diagnostic("IKM971", params=params),), unusable=True)
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    stage, faults = choose_stage(cohort.program, options.stage)
    if stage is None:
        return Result(diagnostics=(*problems, *faults), unusable=True)
    result = derive(cohort, (), ()).results.get(stage.id)
    if result is None:
        return Result(diagnostics=(*problems, Diagnostic("IKM566", params={"stage": stage.id})))
    names, missing = _names(paths, kind, options)
    report = gather(cohort, stage, result, names, options)
    return _write(paths, options, report, kind, form, (*problems, *missing, *_warnings(report, kind)))


def _names(paths: CohortPaths, kind: Kind, options: ReportOptions) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    if options.anon or not (kind.named or kind.masked):
        return {}, ()
    names, problems = names_of(paths)
    return names, tuple(Diagnostic(one.code, one.where, one.params, Severity.WARNING) for one in problems)


def _warnings(report: Report, kind: Kind) -> tuple[Diagnostic, ...]:
    """What keeps an official document from being signed as it is."""
    if not kind.official:
        return ()
    found = []
    if report.selection.undecided:
        found.append(Diagnostic("IKM972", params={"stage": report.stage.id}, severity=Severity.WARNING))
    if not report.lock:
        found.append(Diagnostic("IKM973", params={"stage": report.stage.id}, severity=Severity.WARNING))
    return tuple(found)


def _write(  # noqa: PLR0913  # the document and what is said about it
    paths: CohortPaths, options: ReportOptions, report: Report, kind: Kind, form: str, problems: tuple[Diagnostic, ...]
) -> Result[Built]:
    data = build(options.kind, report, form)
    target = options.output or paths.reports / f"{report.stage.id}-{options.kind}.{form}"
    files: dict[Path, bytes | None] = {}
    if kind.official:
        text, _ = read_text(paths.documents)
        records, faults = read_documents(text or "", shown(paths.documents)) if text else ((), [])
        if has_errors(faults):
            return Result(diagnostics=(*problems, *faults))
        digest = sha256(data).hexdigest()
        record = DocumentRecord(options.kind, report.stage.id, report.number, options.on, report.result, digest)
        if record not in records:
            files[paths.documents] = write_documents((*records, record)).encode()
    named = bool(report.names)
    changes = Changes(
        files=files if options.output else {**files, target: data},
        private=frozenset([target]) if named and kind.named else frozenset(),
        named={target: data} if options.output else {},
    )
    return Result(Built(options.kind, shown(target), form, named, len(data)), problems, changes)
