"""Derived files after an import: what was scored or curated before is worked out again in the same write."""

from pathlib import Path

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.workflow.derive import curated_stages, matched_stages, rebuild, refused, scored_stages
from ikmctl.workflow.load import Cohort


def follow(cohort: Cohort) -> tuple[dict[Path, bytes | None], tuple[Diagnostic, ...]]:
    """The derived files of a cohort as it is after an import, and what is said about them.

    Nothing is worked out where nothing was before; where an error keeps the list from being made, the
    import still comes in and `verify` says that the list is stale.
    """
    if not (curated_stages(cohort) or scored_stages(cohort) or matched_stages(cohort)):
        return {}, ()
    derived = rebuild(cohort)
    return ({} if refused(derived) else derived.bytes()), derived.diagnostics
