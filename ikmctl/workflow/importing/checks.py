"""What is said about an import of participants: unusable files, missing columns, acts that need a reason."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where
from ikmctl.domain.fields import DERIVED
from ikmctl.domain.participant import Participant
from ikmctl.engine.checks.base import some
from ikmctl.engine.needs import public_fields
from ikmctl.engine.states import standing_of
from ikmctl.sheets.aliases import heading
from ikmctl.sheets.table import Column
from ikmctl.workflow.importing.data import Change
from ikmctl.workflow.importing.identity import identity_fields
from ikmctl.workflow.importing.incoming import Incoming
from ikmctl.workflow.importing.read import Source, mapping, questions, unknown_headers
from ikmctl.workflow.importing.rejects import SEPARATOR, Rejected, fresh_word
from ikmctl.workflow.importing.rows import needed_fields
from ikmctl.workflow.importing.state import Job, State
from ikmctl.workflow.load import Cohort, shown

_LIKE_NIK: Final = re.compile(r"'?[0-9](?:[ .-]?[0-9]){15}")
_OF_NIK: Final = ("gender", "age")
"""Facts that a NIK tells where no column states them."""


def file_faults(state: State, sources: Sequence[Source]) -> tuple[Diagnostic, ...]:
    """What makes a whole file unusable: no column for the identity, a needed column that is only resembled."""
    needed = needed_fields(state.program)
    found: list[Diagnostic] = []
    for source in sources:
        found += questions(source, needed)
        asked = {proposal.field for proposal in source.matched.proposals}
        lacking = [name for name in identity_fields(state.program) if not source.column(name) and name not in asked]
        if lacking and not (source.column("number") and state.people):
            headers = ", ".join(f"`{column.header}`" for column in source.table.columns if column.header)
            likely = _holding_niks(source) if lacking == ["nik"] else None
            params: dict[str, Param] = {
                "fields": ", ".join(lacking),
                "headers": headers,
                "likely": (likely.header or likely.address) if likely else "",
                "command": source.command + mapping([("nik", likely)]) if likely else "",
                "other": "" if likely else lacking[0],
            }
            found.append(Diagnostic("IKM317", source.where(f"A{source.table.header_row}"), params))
    return tuple(found)


def _holding_niks(source: Source) -> Column | None:
    """The column that nothing is known of, and most cells of which have 16 digits."""
    return next((column for column in source.matched.unknown if _has_niks(source, column)), None)


def _has_niks(source: Source, column: Column) -> bool:
    cells = [text for row in source.table.rows if (text := row.cell(column.index).value)]
    return 2 * sum(1 for text in cells if _LIKE_NIK.fullmatch(text)) > len(cells)


def lacking_columns(state: State, source: Source) -> tuple[Diagnostic, ...]:
    """Needed columns that a file does not have; it matters where somebody is new."""
    program = state.program
    names = [column.id for column in public_fields(program) if column.id != "previous_aid_year"]
    names += ["track"] if len(program.all_tracks) > 1 else []
    given = {*source.matched.fields, *(proposal.field for proposal in source.matched.proposals)}
    lacking = [
        name
        for name in names
        if not given & {name, *DERIVED.get(name, ())} and not (name in _OF_NIK and "nik" in given)
    ]
    if not lacking:
        return ()
    headers = ", ".join(f"`{header}`" for header in unknown_headers(source)) or "-"
    params: dict[str, Param] = {
        "fields": ", ".join(f"`{name}`" for name in lacking),
        "fields:id": ", ".join(f"`{heading(name)}`" for name in lacking),
        "field": lacking[0],
        "headers": headers,
    }
    return (Diagnostic("IKM321", source.where(f"A{source.table.header_row}"), params, Severity.WARNING),)


def refusals(
    job: Job, changed: Iterable[Change], removed: Collection[str], participants: Sequence[Participant]
) -> tuple[Diagnostic, ...]:
    """What only a person may allow: changes after a lock, removal of people with marks or decisions.

    A decided list allows none: its facts and its people stay, while names and phone numbers may still be mended.
    """
    cohort = job.state.cohort
    found: list[Diagnostic] = []
    place = Where(file=shown(cohort.paths.participants))
    locks = {event.what for event in cohort.events if event.event == "lock"}
    public = {change.number for change in changed if not change.private} | set(removed)
    known = {person.number for person in cohort.participants}
    new = {person.number for person in participants if person.number not in known}
    if stages := [one.id for one in cohort.program.stages if standing_of(cohort.events, one.id).status == "decided"]:
        touched = public | new
        params: dict[str, Param] = {"stage": stages[0], "count": len(touched), "people": some(sorted(touched))}
        return (Diagnostic("IKM315", place, params),) if touched else ()
    if "pool" in locks:
        public |= new
    if locks and public and not job.options.reason:
        found.append(Diagnostic("IKM318", place, {"count": len(public), "people": some(sorted(public))}))
    if held := sorted(with_records(cohort) & set(removed)):
        found.append(Diagnostic("IKM319", place, {"count": len(held), "people": some(held)}))
    return tuple(found)


def with_records(cohort: Cohort) -> set[str]:
    """Numbers that marks or decisions speak of: they cannot be taken out."""
    decided = {number for decision in cohort.decisions for number in (decision.id or "", *decision.ids)}
    return decided | {mark.number for mark in cohort.marks}


def with_candidates(job: Job, rejected: Sequence[Incoming]) -> list[Rejected]:
    """Rows that are asked about offer the participants in question, and the word for another person."""
    names = {person.number: person.private.get("name", "") for person in job.state.people}
    found = []
    for row in rejected:
        ids = [one for item in row.problems for one in str(item.params.get("ids", "")).split(", ") if one]
        offered = [f"{one}{SEPARATOR}{names[one]}" if names.get(one) else one for one in dict.fromkeys(ids)]
        found.append(Rejected(row, (*offered, fresh_word(job.options.language)) if offered else ()))
    return found
