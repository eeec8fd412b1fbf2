"""<stage>/shortlist.yaml: what people review. One line per person, so that a diff shows who moved."""

from collections.abc import Iterable
from typing import Any, Final, Literal

from msgspec import Struct

from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.selection import Because, Entry, Selection, TieBlock
from ikmctl.store.emit import flow, scalar
from ikmctl.store.yamlnodes import plain, read_nodes

_HEAD: Final = "# written by `ikmctl curate`; people change decisions.yaml instead\n"
SCORE_PLACES: Final = 6


class ShortlistHead(Struct, frozen=True):
    """What stands above the list: which rules and pool it follows from, and the options in force.

    `events` and `words` are digests of what else was on record: the events of the stage, and program.yaml besides
    its rules.
    """

    program: str
    stage: str
    status: str
    engine: int
    rules: str
    pool: str
    per_track: int | None = None
    pending: tuple[str, ...] = ()
    events: str = ""
    words: str = ""


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
        *digest_lines(head.events, head.words),
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


def digest_lines(events: str, words: str) -> list[str]:
    """The lines of a head that say what was on record besides rules and pool; a digest of nothing is left out."""
    return [f"{key}: {scalar(found)}" for key, found in (("events", events), ("words", words)) if found]


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


def read_shortlist(text: str, file: str) -> Selection | None:
    """The list that a shortlist.yaml shows: selected and reserves in order; None where it cannot be read."""
    node, problems = read_nodes(text, file)
    data = plain(node) if node is not None and not problems else None
    if not isinstance(data, dict) or not all(isinstance(data.get(key), list) for key in ("selected", "reserves")):
        return None
    selected = tuple(_listed(one, "selected") for one in data["selected"])
    reserves = tuple(_listed(one, "reserve") for one in data["reserves"])
    if None in selected or None in reserves:
        return None
    listed = [one for one in (*selected, *reserves) if one is not None]
    kept = [tuple(one for one in listed if one.result == result) for result in ("selected", "reserve")]
    return Selection(str(data.get("stage", "")), kept[0], kept[1], {one.number: one for one in listed})


def _listed(line: Any, result: Literal["selected", "reserve"]) -> Entry | None:
    """One line of the file; points and seats are not needed to tell who moved."""
    if not isinstance(line, dict) or not {"track", "id", "because"} <= line.keys():
        return None
    head, _, detail = str(line["because"]).partition(" ")
    if head not in set(Because):
        return None
    return Entry(str(line["id"]), str(line["track"]), result, Because(head), detail)
