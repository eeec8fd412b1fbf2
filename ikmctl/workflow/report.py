"""`report`: build one document of a stage from the same data that every other output shows."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, has_errors
from ikmctl.domain.document import DocumentRecord
from ikmctl.domain.program import Program, Stage
from ikmctl.engine.exporting import tracked_columns
from ikmctl.render.documents import DOCUMENTS, LIBRARIES, Kind, build, check, entries
from ikmctl.render.documents.model import Report
from ikmctl.render.labels import Labels
from ikmctl.store.changes import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.store.ledgers import read_documents, write_documents
from ikmctl.workflow.derive import Derived, derive
from ikmctl.workflow.load import Cohort, load, read_text, shown
from ikmctl.workflow.names import find_number
from ikmctl.workflow.report_data import Asked, gather
from ikmctl.workflow.result import Result
from ikmctl.workflow.stages import choose_matching, choose_selecting, choose_stage, not_ready

if TYPE_CHECKING:
    from ikmctl.workflow.monitoring import Monitoring


class ReportOptions(Struct, frozen=True):
    """The flags of `report`."""

    kind: str
    on: date
    about: str = ""
    output: Path | None = None
    stage: str | None = None
    anon: bool = False
    number: str = ""
    """In place of the number that program.yaml states."""
    template: bool = False
    """Write the Word template that comes with the program, not the document."""


class Built(Struct, frozen=True):
    """The document that was made: one file in each form, and whether it carries names."""

    kind: str
    files: tuple[str, ...]
    named: bool
    bytes: int


def run(paths: CohortPaths, options: ReportOptions) -> Result[Built]:
    """Plan one document, and its lines in documents.csv where it is an official one."""
    kind = DOCUMENTS.get(options.kind)
    if kind is None:
        params = {"found": options.kind, "known": ", ".join(DOCUMENTS)}
        return Result(diagnostics=(Diagnostic("IKM970", params=params),), unusable=True)
    if options.template:
        return _own_template(paths, options, kind)
    forms, refused = _forms(options, kind)
    if not forms:
        return Result(diagnostics=refused, unusable=True)
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    about, unknown = _about(cohort, options, kind)
    kind, forms = _as_declared(cohort.program, options, kind, about, forms)
    derived = derive(cohort, (), ())
    follow, heard = _followed(cohort, derived, options.stage) if kind.follow else (None, ())
    stage, faults = _stage(cohort, kind, options.stage, follow)
    if stage is None or unknown:
        return Result(diagnostics=(*problems, *unknown, *faults), unusable=True)
    worked_out = stage.id in derived.results or (kind.pairs and stage.id in derived.matches)
    if not (worked_out or kind.listless):
        return Result(diagnostics=(*problems, not_ready(stage)))
    asked = Asked(kind, options.on, about, options.anon, options.number, follow.follow if follow else None)
    report, lacking = gather(cohort, stage, derived, asked)
    if has_errors(heard):
        return Result(diagnostics=(*problems, *heard))
    lacking = (*lacking, *(one for one in heard if one not in lacking))
    said = (*problems, *refused, *lacking, *_warnings(options.kind, report, kind))
    if has_errors(said):
        return Result(diagnostics=said)
    return _write(_Job(paths, replace(options, about=about), kind, forms), report, said)


def _own_template(paths: CohortPaths, options: ReportOptions, kind: Kind) -> Result[Built]:
    """The Word file that an office begins with, in the language of the program."""
    if "docx" not in kind.forms:
        known = ", ".join(name for name, one in DOCUMENTS.items() if "docx" in one.forms)
        params = {"kind": options.kind, "forms": ", ".join(kind.forms), "known": known}
        return Result(diagnostics=(Diagnostic("IKM680", params=params),), unusable=True)
    cohort, problems = load(paths)
    if cohort is None:
        return Result(diagnostics=problems)
    from ikmctl.render.documents.word import own_template

    target = options.output or paths.reports / f"{options.kind}-template.docx"
    body = own_template(options.kind, cohort.program.language)
    changes = Changes(files={}, named={target: body}) if options.output else Changes(files={target: body})
    return Result(Built(options.kind, (shown(target),), named=False, bytes=len(body)), problems, changes)


def _followed(
    cohort: Cohort, derived: Derived, named: str | None
) -> "tuple[Monitoring | None, tuple[Diagnostic, ...]]":
    from ikmctl.workflow.monitoring import monitor

    return monitor(cohort, derived, named)


def _stage(
    cohort: Cohort, kind: Kind, named: str | None, follow: "Monitoring | None"
) -> tuple[Stage | None, tuple[Diagnostic, ...]]:
    """The stage that the document is about: the one named, or the one that suits the kind."""
    if kind.pairs == "only":
        return choose_matching(cohort.program, named)
    if named is None and kind.follow:
        followed = cohort.program.stage(follow.stage) if follow else None
        return followed or cohort.program.default_stage, ()
    paired = kind.pairs or kind.listless
    return choose_stage(cohort.program, named) if paired else choose_selecting(cohort.program, named)


def _forms(options: ReportOptions, kind: Kind) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The forms to make: what the file's ending asks for, or the usual ones that this computer can make."""
    if options.output is not None:
        ending = options.output.suffix.removeprefix(".").lower()
        if ending not in kind.forms:
            params = {"kind": options.kind, "known": ", ".join(f".{one}" for one in kind.forms)}
            return (), (Diagnostic("IKM971", params=params),)
        wanted: tuple[str, ...] = (ending,)
    else:
        wanted = kind.forms[: kind.usual]
    absent = [form for form in wanted if form in LIBRARIES and find_spec(LIBRARIES[form]) is None]
    made = tuple(form for form in wanted if form not in absent)
    severity = Severity.WARNING if made else Severity.ERROR
    return made, tuple(
        Diagnostic("IKM977", params={"form": form, "package": LIBRARIES[form]}, severity=severity) for form in absent
    )


def _about(cohort: Cohort, options: ReportOptions, kind: Kind) -> tuple[str, tuple[Diagnostic, ...]]:
    """The participant or export that the document is about."""
    if not kind.about:
        return "", ()
    if not options.about:
        example = "P017" if kind.about == "participant" else next(iter(cohort.program.documents.exports), "NAME")
        return "", (Diagnostic("IKM979", params={"kind": options.kind, "example": example}),)
    if kind.about == "export":
        exports = cohort.program.documents.exports
        params = {"found": options.about, "known": ", ".join(exports) or "-"}
        return options.about, () if options.about in exports else (Diagnostic("IKM685", params=params),)
    number, problems = find_number(cohort, options.about)
    return number or "", problems if number is None else ()


def _as_declared(
    program: Program, options: ReportOptions, kind: Kind, about: str, forms: tuple[str, ...]
) -> tuple[Kind, tuple[str, ...]]:
    """An export takes its form from program.yaml, and needs no register where its columns are all tracked."""
    spec = program.documents.exports.get(about) if kind.about == "export" else None
    if spec is None:
        return kind, forms
    named = {column.field for column in spec.columns if column.field} - tracked_columns(program)
    return replace(kind, named=bool(named), private=bool(named)), forms if options.output else (spec.form,)


def _warnings(name: str, report: Report, kind: Kind) -> Iterator[Diagnostic]:
    """That a day is impossible, and what keeps an official document from being signed as it is."""
    yield from _before_its_act(name, report, kind)
    if not kind.official:
        return
    if report.selection.undecided:
        yield Diagnostic("IKM972", params={"stage": report.stage.id}, severity=Severity.WARNING)
    if report.selection.infeasible or report.selection.unknown:
        en, own = (
            "; ".join(map(Labels(lang, report.program, report.stage).things, report.selection.infeasible))
            for lang in ("en", "id")
        )
        params = {"stage": report.stage.id, "rules": en, "rules:id": own}
        yield Diagnostic("IKM694", params=params, severity=Severity.WARNING)
    if not report.lock:
        yield Diagnostic("IKM973", params={"stage": report.stage.id}, severity=Severity.WARNING)
    if kind.spec and not report.spec.number:
        params = {"kind": name, "spec": kind.spec}
        yield Diagnostic("IKM978", params=params, severity=Severity.WARNING)
    if other := _numbered_before(name, report):
        params = {"number": report.number, "other": other}
        yield Diagnostic("IKM636", params=params, severity=Severity.WARNING)


_ACTS: Final = {"announced": "announce", "decided": "finalize"}


def _before_its_act(name: str, report: Report, kind: Kind) -> Iterator[Diagnostic]:
    """A paper of an earlier day than the act by which the list became what the paper calls it."""
    days = [one.on for one in report.history.events
            if one.stage == report.stage.id and one.event == _ACTS.get(report.status)]  # fmt: skip
    own_day = not kind.spec or kind.spec == "announcement"  # the others show dots where no day is stated
    printed = report.spec.date or (report.on if own_day else None)
    if kind.listless or name == "export" or not days or printed is None or printed >= days[-1]:
        return
    params: dict[str, Param] = {"kind": name, "found": str(printed), "act": str(days[-1]), report.status: "1"}
    params |= {"spec": kind.spec if report.spec.date else "", "on": "" if report.spec.date else str(days[-1])}
    yield Diagnostic("IKM698", params={"announced": "", "decided": ""} | params, severity=Severity.WARNING)


def _numbered_before(name: str, report: Report) -> str:
    """Another document of the program that has this number; empty where there is none.

    Lines of an answer without a participant stand beside one with, in a documents.csv of before.
    """
    own = {(name, report.stage.id), (f"{name} {report.about}".rstrip(), report.stage.id)}
    same = [one.kind for one in report.history.documents
            if one.number and one.number == report.number and (one.kind, one.stage) not in own]  # fmt: skip
    return max(same, key=len, default="")


class _Job(Struct, frozen=True):
    """What is to be made, and where."""

    paths: CohortPaths
    options: ReportOptions
    kind: Kind
    forms: tuple[str, ...]


def _write(job: _Job, report: Report, problems: tuple[Diagnostic, ...]) -> Result[Built]:
    paths, options, kind = job.paths, job.options, job.kind
    found = _each_once(item for form in job.forms for item in check(options.kind, report, form))
    if has_errors(found):
        return Result(diagnostics=(*problems, *found))
    made = {_target(paths, options, report, form): build(options.kind, report, form) for form in job.forms}
    ledger, faults = _ledger(paths, options, report, made) if kind.official else ({}, ())
    if has_errors(faults):
        return Result(diagnostics=(*problems, *found, *faults))
    named = bool(report.names)
    changes = Changes(
        files=ledger if options.output else {**ledger, **made},
        private=frozenset(made) if named and kind.named else frozenset(),
        named=made if options.output else {},
    )
    size = sum(map(len, made.values()))
    data = Built(options.kind, tuple(shown(path) for path in made), named, size)
    return Result(data, (*problems, *found), changes)


def _each_once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What several forms say alike is said once."""
    found: list[Diagnostic] = []
    for one in diagnostics:
        if one not in found:
            found.append(one)
    return tuple(found)


def _target(paths: CohortPaths, options: ReportOptions, report: Report, form: str) -> Path:
    """Where a form is written: the file that the user named, or a place of its own in reports/."""
    about = f"-{options.about.replace('/', '_')}" if options.about else ""
    return options.output or paths.reports / f"{report.stage.id}-{options.kind}{about}.{form}"


def _ledger(
    paths: CohortPaths, options: ReportOptions, report: Report, made: Mapping[Path, bytes]
) -> tuple[dict[Path, bytes | None], tuple[Diagnostic, ...]]:
    """documents.csv with a line for each file that is not in it yet."""
    text, faults = read_text(paths.documents)
    records, damaged = read_documents(text or "", shown(paths.documents)) if text else ((), [])
    if has_errors((*faults, *damaged)):
        return {}, (*faults, *damaged)
    digests = [sha256(data).hexdigest() for data in made.values()]
    name = f"{options.kind} {report.about}" if DOCUMENTS[options.kind].about == "participant" else options.kind
    new = [DocumentRecord(name, report.stage.id, report.number, options.on, report.result, one) for one in digests]
    known = {(record.kind, record.stage, record.number) for record in records}
    single = [
        DocumentRecord(f"{options.kind} {about}", report.stage.id, number, options.on, report.result, digests[0])
        for about, number in entries(options.kind, report)
    ]
    added = [record for record in new if record not in records]
    added += [record for record in single if (record.kind, record.stage, record.number) not in known]
    return ({paths.documents: write_documents((*records, *added)).encode()} if added else {}), ()
