"""`audit-kit`: everything that a stranger needs to work a list out again, with a program to do it.

The zip holds the tracked inputs, the hashed bytes of rules and pool, the lists as JSON, and `verify.py`,
which was written from the rules of this project and not from its engine. No private file goes in.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Where, has_errors
from ikmctl.domain.ledger import ImportRecord, with_reason
from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.selection import Entry, Selection
from ikmctl.engine.canonical import ENGINE, canonical_json, result_document, rules_document
from ikmctl.engine.pool import Pool
from ikmctl.engine.replay import StageResult
from ikmctl.engine.selection import run as select_base
from ikmctl.store.changes import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.store.shortlist_file import SCORE_PLACES
from ikmctl.workflow.derive import Derived, curated_stages, derive
from ikmctl.workflow.load import Cohort, load, shown
from ikmctl.workflow.record_notes import imports_of
from ikmctl.workflow.result import Result
from ikmctl.workflow.verify import differences

KIT: Final = "ikmctl/kit/1"
INPUTS: Final = ("program.yaml", "participants.csv", "marks.csv", "events.yaml", "decisions.yaml")
"""Tracked inputs that go in as they are. Others (objections, outcomes) prove nothing about the list."""
_STAMP: Final = (2000, 1, 1, 0, 0, 0)
_DATA: Final = Path(__file__).parent / "kit"


class KitData(Struct, frozen=True):
    """What was packed: the file, its stages, and the digests that stand on paper."""

    file: str
    program: str
    sha256: str
    stages: tuple[str, ...]
    rules: tuple[str, ...]
    files: tuple[str, ...]


def _line(entry: Entry, plain: Mapping[str, Any]) -> dict[str, Any]:
    """One person as the result digest sees them, with the score and prize that the list shows."""
    line = dict(plain)
    if entry.key is not None:
        line["score"] = format_fixed(entry.key, entry.unit, SCORE_PLACES)
    if entry.tier:
        line["tier"] = entry.tier
    return line


def _list_of(selection: Selection) -> dict[str, Any]:
    """A list as plain data."""
    plain: dict[str, Any] = {**result_document(selection), "infeasible": list(selection.infeasible)}
    for key, entries in (("selected", selection.selected), ("reserves", selection.reserves)):
        plain[key] = [_line(*pair) for pair in zip(entries, plain[key], strict=True)]
    return plain


def _list_document(cohort: Cohort, result: StageResult, records: Sequence[ImportRecord]) -> dict[str, Any]:
    """list.json: the list as it stands and as it was before decisions on a decided list; imports with a reason."""
    base = select_base(result.given) if result.given else result.selection
    late = sorted(result.given.settled.late) if result.given else []
    imports = [
        {"kind": one.kind, "on": one.on.isoformat(), "by": one.by, "rows": one.kept, "reason": one.reason}
        | ({} if one.changed is None else {"changed": one.changed})
        for one in with_reason(records, cohort.events, result.stage)
    ]
    return {
        **_list_of(result.selection),
        "tag": "ikmctl/list/v1",
        "program": cohort.program.id,
        "status": result.status,
        "engine": ENGINE,
        "rules": result.rules,
        "pool": result.pool,
        "late": late,
        "base": _list_of(base),
        **({"imports": imports} if imports else {}),
    }


def _pool_document(cohort: Cohort, derived: Derived, stage: str) -> dict[str, Any]:
    spec = cohort.program.stage(stage)
    if spec is None:
        raise AssertionError(stage)
    carried = {name: result.evaluation.cards for name, result in derived.results.items()}
    pool = Pool(cohort.program, spec, derived.results[stage].people, cohort.marks, carried=carried)
    return pool.document(cohort.decisions)


def _stage_files(cohort: Cohort, derived: Derived, stage: str, records: Sequence[ImportRecord]) -> dict[str, bytes]:
    spec = cohort.program.stage(stage)
    if spec is None:
        raise AssertionError(stage)
    paths = cohort.paths
    return {
        f"{stage}/rules.json": canonical_json(rules_document(cohort.program, spec)),
        f"{stage}/pool.json": canonical_json(_pool_document(cohort, derived, stage)),
        f"{stage}/list.json": canonical_json(_list_document(cohort, derived.results[stage], records)),
        f"{stage}/scores.csv": derived.texts[paths.scores(stage)].encode(),
        f"{stage}/shortlist.yaml": derived.texts[paths.shortlist(stage)].encode(),
    }


def kit_files(cohort: Cohort, derived: Derived, records: Sequence[ImportRecord] = ()) -> dict[str, bytes]:
    """The files of a kit by name, `SHA256SUMS` last. `records` are those of imports.csv."""
    stages = [stage for stage in cohort.program.stages if cohort.paths.shortlist(stage.id) in derived.texts]
    files = {name: cohort.texts.get(name, "").replace("\r\n", "\n").encode() for name in INPUTS}
    files["marks.csv"] = files["marks.csv"] or b"number,mark,item,by,value\n"
    files["events.json"] = canonical_json(cohort.events)
    files["decisions.json"] = canonical_json(cohort.decisions)
    listed = [{"id": stage.id, "from": stage.from_stage} for stage in stages]
    files["kit.json"] = canonical_json({"tag": KIT, "program": cohort.program.id, "engine": ENGINE, "stages": listed})
    for stage in stages:
        files |= _stage_files(cohort, derived, stage.id, records)
    for name in ("README.txt", "verify.py"):
        files[name] = (_DATA / name).read_bytes().replace(b"\r\n", b"\n")
    sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return {**dict(sorted(files.items())), "SHA256SUMS": sums.encode()}


def pack(program: str, files: Mapping[str, bytes]) -> bytes:
    """A zip of one folder, the same bytes for the same files."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, data in files.items():
            entry = zipfile.ZipInfo(f"{program}-audit/{name}", _STAMP)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return body.getvalue()


def _refusal(cohort: Cohort, problems: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """A list that does not follow from its inputs is nothing to prove."""
    place = Where(file=shown(cohort.paths.program))
    if not curated_stages(cohort):
        return (Diagnostic("IKM601", place, {"program": cohort.program.id}),)
    return (*problems, Diagnostic("IKM600", place, {"program": cohort.program.id})) if has_errors(problems) else ()


def run(paths: CohortPaths, output: Path | None = None) -> Result[KitData]:
    """Pack the kit of one cohort, whose files must verify."""
    cohort, problems = load(paths)
    if cohort is None:
        return Result(diagnostics=problems)
    records, damaged = imports_of(cohort)
    problems += damaged
    if has_errors(problems):
        return Result(diagnostics=problems)
    _, found = differences(cohort)
    if refused := _refusal(cohort, found):
        return Result(diagnostics=(*problems, *refused))
    derived = derive(cohort, curated_stages(cohort))
    files = kit_files(cohort, derived, records)
    body = pack(cohort.program.id, files)
    target = output or Path(f"{cohort.program.id}-audit.zip")
    stages = tuple(stage for stage in derived.results if f"{stage}/list.json" in files)
    data = KitData(
        shown(target), cohort.program.id, hashlib.sha256(body).hexdigest(), stages,
        tuple(derived.results[stage].rules for stage in stages), tuple(files),
    )  # fmt: skip
    return Result(data, problems, Changes({}, named={target.absolute(): body}))
