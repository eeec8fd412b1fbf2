"""The result of matching: which member is proposed for which demand line, who waits, who nearly fits."""

from enum import StrEnum

from msgspec import Struct

from ikmctl.domain.rule import Reason


class Why(StrEnum):
    """Why a pair is made, or waits. The words stand in matches.yaml."""

    SCORE = "score"
    TIE = "tie"
    FULL = "full"
    BUSY = "busy"


class Pair(Struct, frozen=True):
    """A member and a demand line for which the member qualifies; the score is `key / unit`.

    Made pairs say `score`, or `tie` where somebody with equal points on everything was left out. Waiting
    pairs say `full` (the line has taken all it can) or `busy` (the member supplies as many lines as it can).
    """

    line: str
    number: str
    key: int
    unit: int
    because: Why


class Gap(Struct, frozen=True):
    """A member who nearly fits a line, and everything that lacks."""

    line: str
    number: str
    lacks: tuple[Reason, ...]
    ids: tuple[str, ...]
    """Rules and criteria behind `lacks`, in the same order."""


class LineCount(Struct, frozen=True):
    """One demand line in numbers; a line without candidates stands here too."""

    line: str
    firm: str
    product: str
    capacity: int
    candidates: int
    matched: int
    gaps: int


class Matching(Struct, frozen=True):
    """The whole result. Lines stand a to z; pairs best first within their line, gaps nearest first.

    Members without consent are in `unnamed` as a count, and nowhere else.
    """

    stage: str
    lines: tuple[LineCount, ...]
    pairs: tuple[Pair, ...]
    waiting: tuple[Pair, ...]
    gaps: tuple[Gap, ...]
    members: int
    unnamed: int
