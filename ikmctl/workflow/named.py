"""Which input changed, where a list no longer follows: rules, pool, marks, decisions, seed, else the output."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.domain.program import Stage
from ikmctl.engine.canonical import rules_digest
from ikmctl.engine.pool import Pool
from ikmctl.engine.replay import StageResult
from ikmctl.workflow.derive import Derived
from ikmctl.workflow.heads import damaged, head_of_list
from ikmctl.workflow.load import Cohort, read_text

if TYPE_CHECKING:
    from ikmctl.engine.matching import MatchResult

INPUTS: Final = ("rules", "pool", "marks", "decisions", "events", "seed", "register", "result", "words", "output")
_BY_CODE: Final = {
    "IKM512": "rules", "IKM508": "decisions", "IKM505": "decisions", "IKM511": "seed", "IKM519": "seed",
    "IKM606": "register", "IKM608": "result", "IKM510": "result",
    "IKM609": "events", "IKM616": "words", "IKM618": "marks", "IKM180": "decisions", "IKM181": "events",
}  # fmt: skip
_NOBODY_KNOWS: Final = frozenset(("IKM605", "IKM607"))
"""An engine that is not known here, a register that is elsewhere: nothing is said about any input."""
_MARK_RULES: Final = ("attendance", "tests_taken")


def changed_inputs(cohort: Cohort, derived: Derived, diagnostics: Sequence[Diagnostic]) -> tuple[str, ...]:
    """The inputs that changed since the list was written; `output` where none did and a derived file differs."""
    errors = [item for item in diagnostics if item.severity is Severity.ERROR and item.code not in _NOBODY_KNOWS]
    if not errors:
        return ("words",) if any(item.code == "IKM616" for item in diagnostics) else ()
    found = {_BY_CODE[item.code] for item in diagnostics if item.code in _BY_CODE}
    for stage in cohort.program.stages:
        result = derived.results.get(stage.id) or derived.matches.get(stage.id)
        if result is not None:
            found.update(_of_stage(cohort, stage, result, derived))
    return tuple(name for name in INPUTS if name in found) or ("output",)


def rules_changed(cohort: Cohort) -> bool:
    """Whether some list was written with other rules, whatever the other files say."""
    for stage in cohort.program.stages:
        head = head_of_list(_list_of(cohort, stage))
        if "rules" in head and not _same(head["rules"], rules_digest(cohort.program, stage)):
            return True
    return False


def _list_of(cohort: Cohort, stage: Stage) -> Path:
    return cohort.paths.matches(stage.id) if stage.kind == "match" else cohort.paths.shortlist(stage.id)


def _of_stage(cohort: Cohort, stage: Stage, result: "StageResult | MatchResult", derived: Derived) -> Iterator[str]:
    head = head_of_list(_list_of(cohort, stage))
    locked = {event.what: event for event in cohort.events if event.event == "lock" and event.stage == stage.id}
    stated = [locked["rules"].rules] if "rules" in locked else []
    stated += [head["rules"]] if "rules" in head else []
    if stated and not any(_same(one, result.rules) for one in stated):
        yield "rules"
    partners = cohort.partners.firms if stage.kind == "match" else ()
    carried = {name: one.evaluation.cards for name, one in derived.results.items()}
    pool = Pool(cohort.program, stage, result.people, cohort.marks, partners, carried)
    here = {pool.digest(cohort.decisions[:count]) for count in range(len(cohort.decisions) + 1)}
    if _same(head.get("pool"), result.pool):
        return
    before = {head.get("pool"), locked["pool"].pool if "pool" in locked else None} - {None, ""}
    if before & here:
        yield from ("decisions",) if "pool" in head else ()
    elif before:
        yield from _pool_or_marks(cohort, stage, derived)


def _same(found: object, expected: str) -> bool:
    """Whether the head of a list was written with this digest, even where somebody altered the digest since."""
    return found is not None and (found == expected or damaged(found, expected))


def _pool_or_marks(cohort: Cohort, stage: Stage, derived: Derived) -> set[str]:
    """Whether people or their marks changed, by what scores.csv said of them before; both where it tells nothing."""
    text, _ = read_text(cohort.paths.scores(stage.id))
    old, new = (_rows(one) for one in (text or "", derived.texts.get(cohort.paths.scores(stage.id), "")))
    by_marks = {one.id for one in stage.criteria if one.source.mark_ids()}
    found: set[str] = set()
    for number in old.keys() | new.keys():
        mine, theirs = old.get(number), new.get(number)
        if mine is None or theirs is None or mine.get("track") != theirs.get("track"):
            return {"pool"}
        changed = {one.id for one in stage.criteria if mine.get(one.id) != theirs.get(one.id)}
        reasons = set(mine.get("reasons", "").split("|")) ^ set(theirs.get("reasons", "").split("|"))
        changed |= {name for name in reasons if name}
        found |= {"marks" if name in by_marks or name in _MARK_RULES else "pool" for name in changed}
    return found or {"pool", "marks"}


def read_rows(text: str) -> list[list[str]]:
    """The cells of a table of ours, whatever somebody made of it: one longer than `csv` reads ends at its comma."""
    try:
        return list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        return [line.split(",") for line in text.splitlines()]


def _rows(text: str) -> dict[str, dict[str, str]]:
    head, *rows = read_rows(text) or [[]]
    cells = [dict(zip(head, row, strict=False)) for row in rows]
    return {row.get("number", ""): row for row in cells}
