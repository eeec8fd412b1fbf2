"""Append a decision or an event, and rebuild what follows from it in the same write."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where, has_errors
from ikmctl.domain.event import DecisionsSoFar, Event
from ikmctl.engine.canonical import decisions_digest, events_digest
from ikmctl.store.changes import Changes
from ikmctl.store.files import append_decision, append_event, read_decisions, read_events
from ikmctl.workflow.derive import Derived, rebuild
from ikmctl.workflow.load import Cohort, read_text, shown

_OF_THE_RECORD: Final = ("IKM510", "IKM513")
"""A decided list, or a locked pool, that is not what it was."""


def decisions_so_far(cohort: Cohort) -> DecisionsSoFar:
    """decisions.yaml at this moment, as every event records it."""
    return DecisionsSoFar(count=len(cohort.decisions), digest=decisions_digest(cohort.decisions))


def blank_words(said: Mapping[str, str | None]) -> tuple[Diagnostic, ...]:
    """Flags whose words are empty or blank: an act on record has somebody who did it, and a reason says something."""
    return tuple(
        Diagnostic("IKM546", params={"flag": flag})
        for flag, words in said.items()
        if words is not None and not words.strip()
    )


def with_decision(cohort: Cohort, decision: Decision) -> Cohort:
    """The cohort as it is once `decision` is appended."""
    name = cohort.paths.decisions.name
    text = append_decision(cohort.texts.get(name, ""), decision)
    read = read_decisions(text, shown(cohort.paths.decisions))
    return replace(
        cohort,
        decisions=read.value or (),
        texts={**cohort.texts, name: text},
        reads={**cohort.reads, name: read},
    )


def with_event(cohort: Cohort, event: Event) -> Cohort:
    """The cohort as it is once `event` is appended."""
    name = cohort.paths.events.name
    text = append_event(cohort.texts.get(name, ""), event)
    read = read_events(text, shown(cohort.paths.events))
    return replace(
        cohort,
        events=read.value or (),
        texts={**cohort.texts, name: text},
        reads={**cohort.reads, name: read},
    )


def changes_between(before: Cohort, after: Cohort, derived: Derived) -> Changes:
    """The files to write: appended inputs first, then what follows from them.

    `base` says what was read, so that an edit by hand in the meantime is refused, not overwritten.
    """
    files: dict[Path, bytes | None] = {
        after.paths.root / name: text.encode() for name, text in after.texts.items() if before.texts.get(name) != text
    }
    return Changes(files={**files, **derived.bytes()}, base=inputs_of(before))


def inputs_of(cohort: Cohort) -> dict[Path, bytes | None]:
    """The input files as they were read."""
    paths = cohort.paths
    inputs = (paths.program, paths.participants, paths.marks, paths.decisions, paths.events, paths.partners)
    return {path: cohort.texts[path.name].encode() if path.name in cohort.texts else None for path in inputs}


_RECORD: Final = re.compile('^events: "?([0-9a-f]{64})"?\r?$', re.MULTILINE)


def signed_anew(cohort: Cohort) -> tuple[Diagnostic, ...]:
    """Lists that were written with other events than events.yaml holds, before they are written with these.

    Lists of old carry neither digest of their record, and then nobody can say.
    """
    found = []
    for stage in cohort.program.stages:
        for path in (cohort.paths.shortlist(stage.id), cohort.paths.matches(stage.id)):
            text, _ = read_text(path)
            said = _RECORD.search(text or "")
            old, new = said[1] if said else "", events_digest(cohort.events, stage.id)
            if text and old != new and (old or "\nwords: " in text):
                params: dict[str, Param] = {"list": shown(path), "old": old or "-", "new": new or "-"}
                place = Where(file=shown(cohort.paths.events))
                found.append(Diagnostic("IKM543", place, params, Severity.WARNING))
    return tuple(found)


def _known(item: Diagnostic) -> tuple[str, tuple[tuple[str, object], ...]]:
    return item.code, tuple(item.params.items())


def _found(cohort: Cohort, derived: Derived, stage: str) -> tuple[Diagnostic, ...]:
    result = derived.results.get(stage) or derived.matches.get(stage)
    return cohort.diagnose(result.findings) if result else ()


def _of_entry(item: Diagnostic, before: Cohort, after: Cohort) -> Diagnostic:
    """The same without the line, where that is of the entry that is not written yet."""
    grown = [name for name, text in after.texts.items() if before.texts.get(name) != text]
    own = any(shown(after.paths.root / name) == item.where.file for name in grown)
    return replace(item, where=Where(file=item.where.file)) if own else item


def settle(before: Cohort, after: Cohort, stage: str) -> tuple[Derived, Changes | None, tuple[Diagnostic, ...]]:
    """Rebuild after an append to a stage.

    New errors of that stage refuse the whole act; those that stood before, and those of a later stage
    that the act has just opened, do not. What the act breaks of a later stage's record is a warning.
    """
    earlier = rebuild(before)
    old = {_known(item) for item in _found(before, earlier, stage)}
    derived = rebuild(after)
    found = _found(after, derived, stage)
    fresh = tuple(_of_entry(item, before, after) for item in found if _known(item) not in old)
    if has_errors(fresh):
        return derived, None, fresh
    fresh += (*signed_anew(before), *_broken(earlier, derived, stage))
    return derived, changes_between(before, after, derived), fresh


def _broken(before: Derived, after: Derived, stage: str) -> tuple[Diagnostic, ...]:
    """Locks and decrees of other stages that fitted until now: `verify` differs from here on."""
    old = {_known(item) for item in before.diagnostics}
    return tuple(
        replace(item, severity=Severity.WARNING)
        for item in after.diagnostics
        if item.code in _OF_THE_RECORD and item.params.get("stage") != stage and _known(item) not in old
    )
