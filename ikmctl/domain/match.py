"""The result of matching: which member is proposed for which demand line, who waits, who nearly fits."""

from dataclasses import dataclass
from enum import StrEnum

from ikmctl.domain.rule import Reason


class Why(StrEnum):
    """Why a pair is made, or waits. The words stand in matches.yaml."""

    SCORE = "score"
    TIE = "tie"
    FULL = "full"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Pair:
    """A member and a demand line for which the member qualifies; the score is `key / unit`.

    Made pairs say `score`, or `tie` where somebody with equal points on everything was left out. Waiting
    pairs say `full` (the line has taken all it can) or `busy` (the member supplies as many lines as it can).
    """

    line: str
    number: str
    key: int
    unit: int
    because: Why


@dataclass(frozen=True, slots=True)
class Gap:
    """A member who nearly fits a line, and everything that lacks."""

    line: str
    number: str
    lacks: tuple[Reason, ...]
    ids: tuple[str, ...]
    """Rules and criteria behind `lacks`, in the same order."""


@dataclass(frozen=True, slots=True)
class LineCount:
    """One demand line in numbers; a line without candidates stands here too."""

    line: str
    firm: str
    product: str
    capacity: int
    candidates: int
    matched: int
    gaps: int


@dataclass(frozen=True, slots=True)
class Matching:
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
