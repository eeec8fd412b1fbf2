"""<stage>/shortlist.yaml: what people review. One line per person, so that a diff shows who moved."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.selection import Entry, Selection, TieBlock
from ikmctl.store.emit import flow, scalar

_HEAD: Final = "# written by `ikmctl curate`; people change decisions.yaml instead\n"
SCORE_PLACES: Final = 6


@dataclass(frozen=True, slots=True)
class ShortlistHead:
    """What stands above the list: which rules and pool it follows from, and the options in force."""

    program: str
    stage: str
    status: str
    engine: int
    rules: str
    pool: str
    per_track: int | None = None
    pending: tuple[str, ...] = ()


def write_shortlist(head: ShortlistHead, selection: Selection) -> str:
    """The whole text of shortlist.yaml."""
    lines = [
        "format: 1",
        f"program: {scalar(head.program)}",
        f"stage: {scalar(head.stage)}",
        f"status: {scalar(head.status)}",
        f"engine: {head.engine}",
        f"rules: {scalar(head.rules)}",
        f"pool: {scalar(head.pool)}",
    ]
    if head.per_track is not None:
        lines.append(f"per_track: {head.per_track}")
    if head.pending:
        lines.append(f"pending: {flow(head.pending)}")
    if selection.infeasible:
        lines.append(f"infeasible: {flow(selection.infeasible)}")
    if selection.shortfall:
        lines.append(f"shortfall: {flow(selection.shortfall)}")
    lines += _block("selected", map(_person, selection.selected))
    lines += _block("reserves", map(_person, selection.reserves))
    lines += _block("undecided", map(_tie, selection.undecided))
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _block(key: str, entries: Iterable[str]) -> list[str]:
    lines = [f"  - {{{entry}}}" for entry in entries]
    return [f"{key}:", *lines] if lines else [f"{key}: []"]


def _person(entry: Entry) -> str:
    cells = [f"track: {scalar(entry.track)}", f"id: {scalar(entry.number)}"]
    if entry.key is not None:
        cells.append(f'score: "{format_fixed(entry.key, entry.unit, SCORE_PLACES)}"')
    cells.append(f"because: {scalar(because(entry))}")
    if entry.tier:
        cells.append(f"tier: {scalar(entry.tier)}")
    if entry.seats:
        cells.append(f"for: {flow(entry.seats)}")
    return ", ".join(cells)


def because(entry: Entry) -> str:
    """The reason as the files print it: `place`, `floor gender`."""
    return f"{entry.because.value} {entry.detail}".rstrip()


def _tie(block: TieBlock) -> str:
    track = f"track: {scalar(block.track)}, " if block.track else ""
    return f"{track}place: {block.place}, seats: {block.seats}, among: {flow(block.among)}"
