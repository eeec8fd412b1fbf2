"""<stage>/matches.yaml: what people review. One line a pair, so that a diff shows which firm meets whom."""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from ikmctl.domain.match import Gap, LineCount, Matching, Pair
from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.rule import Reason
from ikmctl.store.emit import flow, scalar
from ikmctl.store.shortlist_file import digest_lines

_HEAD: Final = "# written by `ikmctl match`; people change partners.yaml and decisions.yaml instead\n"
SCORE_PLACES: Final = 6
_DETAILS: Final[Mapping[str, str]] = {
    "papers.lacking": "{lacking}",
    "papers.unknown": "{lacking}",
    "volume.below": "{capacity} < {least}",
    "volume.unit": "{found}, not {unit}",
    "price.above": "{price} > {most}",
    "threshold.below": "{value} < {threshold}",
    "threshold.above": "{value} > {threshold}",
    "threshold.total": "{score} < {threshold}",
    "documents.lacking": "{lacking}",
}
"""What a gap says of itself besides its rule."""


class MatchesHead(Struct, frozen=True):
    """What stands above the pairs: which rules and pool they follow from."""

    program: str
    stage: str
    engine: int
    rules: str
    pool: str
    events: str = ""
    words: str = ""


def write_matches(head: MatchesHead, matching: Matching) -> str:
    """The whole text of matches.yaml. Members without consent are a number, never a name."""
    lines = [
        "format: 1",
        f"program: {scalar(head.program)}",
        f"stage: {scalar(head.stage)}",
        f"engine: {head.engine}",
        f"rules: {scalar(head.rules)}",
        f"pool: {scalar(head.pool)}",
        *digest_lines(head.events, head.words),
        f"members: {matching.members}",
        f"without_consent: {matching.unnamed}",
    ]
    lines += _block("lines", map(_line, matching.lines))
    lines += _block("matches", map(_pair, matching.pairs))
    lines += _block("waiting", map(_pair, matching.waiting))
    lines += _block("gaps", map(_gap, matching.gaps))
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _block(key: str, entries: Iterable[str]) -> list[str]:
    lines = [f"  - {{{entry}}}" for entry in entries]
    return [f"{key}:", *lines] if lines else [f"{key}: []"]


def _line(one: LineCount) -> str:
    return (
        f"line: {scalar(one.line)}, firm: {scalar(one.firm)}, capacity: {one.capacity}, "
        f"candidates: {one.candidates}, matched: {one.matched}, gaps: {one.gaps}"
    )


def _pair(one: Pair) -> str:
    score = format_fixed(one.key, one.unit, SCORE_PLACES)
    return f'line: {scalar(one.line)}, id: {scalar(one.number)}, score: "{score}", because: {one.because.value}'


def _gap(one: Gap) -> str:
    lacks = {name: _detail(why) for name, why in zip(one.ids, one.lacks, strict=True)}
    return f"line: {scalar(one.line)}, id: {scalar(one.number)}, lacks: {flow(lacks)}"


def _detail(why: Reason) -> str:
    """What lacks in figures or names, the same in every language; what has not arrived is `missing`."""
    return _DETAILS.get(why.key, "missing").format_map(why.params)
