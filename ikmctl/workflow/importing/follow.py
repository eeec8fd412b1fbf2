"""Derived files after an import: what was scored or curated before is worked out again in the same write."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.engine.compare import moves
from ikmctl.workflow.derive import Derived, curated_stages, matched_stages, rebuild, refused, scored_stages
from ikmctl.workflow.importing.data import ListMoves
from ikmctl.workflow.load import Cohort


class Followed(Struct, frozen=True):
    """The derived files after an import, what is said about them, and whom it moves on which list."""

    files: Mapping[Path, bytes | None] = field(default_factory=dict)
    said: tuple[Diagnostic, ...] = ()
    moved: tuple[ListMoves, ...] = ()


def follow(before: Cohort, after: Cohort) -> Followed:
    """What follows from a cohort as it is after an import.

    Nothing is worked out where nothing was before, but a lock that the import breaks is said; where an error
    keeps the list from being made, the import still comes in, and the list is stale.
    """
    if not (curated_stages(before) or scored_stages(before) or matched_stages(before)):
        return Followed(said=_broken(after))
    derived = rebuild(after)
    stale = refused(derived)
    moved = _moved(before, derived, stale=stale)
    return Followed({} if stale else derived.bytes(), derived.diagnostics, moved)


def _broken(after: Cohort) -> tuple[Diagnostic, ...]:
    """Locks of the pool that no longer fit: `verify` differs from now on, also where no list is there to be stale."""
    found = rebuild(after).diagnostics if after.events else ()
    return tuple(replace(item, severity=Severity.WARNING) for item in found if item.code == "IKM513")


def _moved(before: Cohort, after: Derived, *, stale: bool) -> tuple[ListMoves, ...]:
    stages = curated_stages(before)
    old = rebuild(before).results if stages else {}
    both = [stage for stage in after.results if stage in stages and stage in old]
    found = (ListMoves(stage, moves(old[stage].selection, after.results[stage].selection), stale) for stage in both)
    return tuple(one for one in found if one.moves)
