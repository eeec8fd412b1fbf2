"""Derived files: scores.csv and shortlist.yaml follow from the tracked inputs alone."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Severity, has_errors
from ikmctl.engine.canonical import ENGINE, events_digest, words_digest
from ikmctl.engine.replay import StageResult, replay
from ikmctl.store.shortlist_file import ShortlistHead, write_shortlist
from ikmctl.store.tables import write_scores
from ikmctl.workflow.load import Cohort

if TYPE_CHECKING:
    from ikmctl.engine.matching import MatchResult


_INFEASIBLE: Final = ("IKM509", "IKM664")
_OF_A_LIST: Final = frozenset(("draw", "curate", "announce", "finalize"))
"""Events that speak of a list which is there."""


class Derived(Struct, frozen=True):
    """The meaning of a cohort, and the text of its derived files by path."""

    results: Mapping[str, StageResult]
    texts: Mapping[Path, str]
    diagnostics: tuple[Diagnostic, ...]
    matches: "Mapping[str, MatchResult]" = field(default_factory=dict)
    """Stages of kind `match`."""

    def bytes(self) -> dict[Path, bytes | None]:
        """The files as they are written."""
        return {path: text.encode() for path, text in self.texts.items()}


def curated_stages(cohort: Cohort) -> frozenset[str]:
    """Stages whose shortlist was written before: it is on disk, or on record and then does not vanish with its file."""
    listed = {event.stage for event in cohort.events if event.event in _OF_A_LIST}
    return frozenset(
        stage.id
        for stage in cohort.program.stages
        if cohort.paths.shortlist(stage.id).exists() or (stage.id in listed and stage.kind == "select")
    )


def scored_stages(cohort: Cohort) -> frozenset[str]:
    """Stages whose scores were written before."""
    return frozenset(stage.id for stage in cohort.program.stages if cohort.paths.scores(stage.id).exists())


def matched_stages(cohort: Cohort) -> frozenset[str]:
    """Stages whose pairs were written before."""
    return frozenset(stage.id for stage in cohort.program.stages if cohort.paths.matches(stage.id).exists())


def head_of(cohort: Cohort, result: StageResult) -> ShortlistHead:
    """What stands above the list: state, digests and options in force."""
    return ShortlistHead(
        program=cohort.program.id,
        stage=result.stage,
        status=result.status,
        engine=ENGINE,
        rules=result.rules,
        pool=result.pool,
        per_track=result.per_track,
        pending=result.selection.pending,
        events=events_digest(cohort.events, result.stage),
        words=words_digest(cohort.program),
    )


def _match(cohort: Cohort, results: Mapping[str, StageResult]) -> "Mapping[str, MatchResult]":
    """The stages that match; most programs have none and need not load what matches."""
    if all(stage.kind == "select" for stage in cohort.program.stages):
        return {}
    from ikmctl.engine.matching import match_all

    return match_all(
        cohort.program, cohort.participants, cohort.marks, cohort.decisions, cohort.events, cohort.partners, results
    )


def _matches_text(cohort: Cohort, result: "MatchResult") -> str:
    from ikmctl.store.matches_file import MatchesHead, write_matches

    head = MatchesHead(
        cohort.program.id, result.stage, ENGINE, result.rules, result.pool,
        events_digest(cohort.events, result.stage), words_digest(cohort.program),
    )  # fmt: skip
    return write_matches(head, result.matching)


def derive(
    cohort: Cohort,
    curated: Collection[str],
    scored: Collection[str] = (),
    matched: Collection[str] = (),
    results: Mapping[str, StageResult] | None = None,
) -> Derived:
    """Work out every derived file of the stages named; a stage that cannot be decided yet is left out.

    Args:
        cohort: the tracked inputs.
        curated: stages that get a shortlist and results beside the scores.
        scored: stages that get scores alone.
        matched: stages that get their pairs of members and demand lines.
        results: what replay says of these inputs, where somebody has asked it already.
    """
    if results is None:
        results = replay(cohort.program, cohort.participants, cohort.marks, cohort.decisions, cohort.events)
    texts: dict[Path, str] = {}
    for stage, result in results.items():
        if stage in curated:
            texts[cohort.paths.scores(stage)] = write_scores(result.evaluation, result.selection)
            texts[cohort.paths.shortlist(stage)] = write_shortlist(head_of(cohort, result), result.selection)
        elif stage in scored:
            texts[cohort.paths.scores(stage)] = write_scores(result.evaluation, None)
    matches = _match(cohort, results)
    texts |= {cohort.paths.matches(name): _matches_text(cohort, matches[name]) for name in matches if name in matched}
    told = {stage: cohort.diagnose(result.findings) for stage, result in results.items()}
    found = tuple(item for stage, said in told.items() for item in (said if stage in curated else arriving(said)))
    found += tuple(item for result in matches.values() for item in cohort.diagnose(result.findings))
    return Derived(results, texts, found, matches)


def rebuild(cohort: Cohort, results: Mapping[str, StageResult] | None = None) -> Derived:
    """Work out again what exists already; commands that append to decisions or events write it with them."""
    return derive(cohort, curated_stages(cohort), scored_stages(cohort), matched_stages(cohort), results)


def arriving(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """That no list meets the rules is no fault of the files while people and marks still arrive: a warning."""
    return tuple(
        replace(item, severity=Severity.WARNING)
        if item.code in _INFEASIBLE and item.severity is Severity.ERROR
        else item
        for item in found
    )


def refused(derived: Derived) -> bool:
    """Whether an error keeps the derived files from being written."""
    return has_errors(derived.diagnostics)
