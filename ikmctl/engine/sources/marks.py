"""Sources that are read from marks: a test, the mean over judges and items, attended sessions."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.mark import RECUSED, Mark
from ikmctl.domain.numbers import exact_mean, parse_fraction
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import MarkSpec
from ikmctl.domain.rule import Reason
from ikmctl.domain.source import Source
from ikmctl.engine.panel.aggregate import AGGREGATES
from ikmctl.engine.panel.roster import NOBODY
from ikmctl.engine.sources.base import Desk, Entry, Value, absent, exact, marks_of

Board: TypeAlias = Sequence[tuple[str, Sequence[tuple[str, Fraction | None]]]]
"""Item -> (judge, mark or None while it is missing), in the order of the program."""


def entries_of(desk: Desk, mark: str, number: str) -> list[Entry]:
    """The entries of one mark of one participant."""
    return [(one.item, one.by, one.value) for one in marks_of(desk.index, mark, number)]


class TestReader(Struct):
    """`marks.M` of a mark that each participant has once, without items."""

    __test__ = False

    source: Source
    desk: Desk
    spec: MarkSpec
    _marks: Mapping[str, Mark | list[Mark]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._marks = self.desk.index.get(self.source.names[0], {})

    def key(self, participant: Participant) -> Hashable:
        """The text of the mark; of several, which the file never holds, the last in order."""
        found = self._marks.get(participant.number)
        if isinstance(found, list):
            return max(found).value
        return None if found is None else found.value

    def read(self, key: Any) -> Value:
        """The number."""
        number = parse_fraction(str(key))
        if number is not None:
            return Value(number)
        return Value(None, absent(self.source), exact(self.spec.min), exact(self.spec.max))


class JudgedReader(Struct):
    """`marks.M` and `marks.M.item`: items first over judges, then over items by their weights."""

    source: Source
    desk: Desk
    spec: MarkSpec
    _expected: dict[Hashable, tuple[tuple[str, ...], ...] | None] = field(default_factory=dict)

    @property
    def items(self) -> tuple[str, ...]:
        """The items that count."""
        return self.source.names[1:] or self.spec.items or ("",)

    def key(self, participant: Participant) -> Hashable:
        """Who should have marked each item, and all entries."""
        number = participant.number
        entries = entries_of(self.desk, self.source.names[0], number)
        return (self._judges(participant), tuple(sorted(entries)))

    def _judges(self, participant: Participant) -> tuple[tuple[str, ...], ...] | None:
        if self.spec.per != "judge" or not self.desk.roster.judges:
            return None
        aside = self.desk.roster.recused.get(participant.number, NOBODY)
        place = (participant.track, aside)
        if place not in self._expected:
            name, number = self.source.names[0], participant.number
            found = (self.desk.roster.of(name, item, participant.track, number) for item in self.items)
            self._expected[place] = tuple(found)
        return self._expected[place]

    def read(self, key: Any) -> Value:
        """The aggregate; while marks are missing, the limits of what it can become."""
        expected, entries = key
        board = self.board(expected, entries)
        marked = [any(value is not None for _, value in given) for _, given in board]
        if all(marked) and not any(value is None for _, given in board for _, value in given):
            return Value(self._combine(board))
        if self.desk.program.panel.incomplete == "mean_of_present" and all(marked):
            return Value(self._combine(_present(board)))
        gap = self.spec.per == "judge" and (any(marked) or any(not given for _, given in board))
        low, high = (self._combine(_filled(board, exact(end))) for end in self._ends())
        return Value(None, self._why(board), low, high, gap)

    def board(self, expected: tuple[tuple[str, ...], ...] | None, entries: Sequence[Entry]) -> Board:
        """Who was to mark each item, without the recused, and what each gave."""
        given = {(item, by): value for item, by, value in entries}
        seen = tuple(dict.fromkeys(by for _, by, _ in entries)) or ("",)
        rows = expected if expected is not None else (seen,) * len(self.items)
        return [
            (
                item,
                [
                    (judge, parse_fraction(given.get((item, judge), "")))
                    for judge in judges
                    if given.get((item, judge)) != RECUSED
                ],
            )
            for item, judges in zip(self.items, rows, strict=True)
        ]

    def lacking(self, participant: Participant) -> list[str]:
        """The judge of each mark that has not arrived."""
        entries = entries_of(self.desk, self.source.names[0], participant.number)
        there = {(item, by) for item, by, _ in entries}
        rows = self._judges(participant)
        if rows is None:
            rows = (tuple(dict.fromkeys(by for _, by, _ in entries)),) * len(self.items)
        return [by for item, judges in zip(self.items, rows, strict=True) for by in judges if (item, by) not in there]

    def _combine(self, board: Board | None) -> Fraction | None:
        if board is None or not all(given for _, given in board):
            return None
        aggregate = AGGREGATES[self.desk.program.panel.aggregate if self.spec.per == "judge" else "mean"]
        severity = self.desk.severity.get(self.source.names[0], {})
        weights = [self.spec.weights.get(item, 1) for item, _ in board]
        means = [aggregate([(judge, one) for judge, one in given if one is not None], severity) for _, given in board]
        if len(set(weights)) > 1:
            means = [weight * mean for weight, mean in zip(weights, means, strict=True)]
            return exact_mean(means, sum(weights))
        return exact_mean(means, len(means))

    def _ends(self) -> tuple[Decimal | None, Decimal | None]:
        """The limits of a mark to come; where it will change every judge's severity, nothing limits the outcome."""
        if self.spec.per == "judge" and self.desk.program.panel.aggregate == "adjusted":
            return None, None
        return self.spec.min, self.spec.max

    def _why(self, board: Board) -> Reason:
        if any(not given for _, given in board):
            return absent(self.source, "missing.judges")
        lacking = [judge for _, given in board for judge, value in given if value is None]
        judges = sorted(set(filter(None, lacking)))
        if not judges:
            return absent(self.source)
        params: dict[str, Param] = {"source": str(self.source), "judges": ", ".join(judges), "count": len(lacking)}
        return Reason("missing.panel", params)


def _present(board: Board) -> Board:
    return [(item, [(judge, value) for judge, value in given if value is not None]) for item, given in board]


def _filled(board: Board, value: Fraction | None) -> Board | None:
    if value is None:
        return None
    return [(item, [(judge, value if one is None else one) for judge, one in given]) for item, given in board]


class SessionReader(Struct):
    """`marks.M` of a mark per session: sessions attended; `{share: marks.M}`: their share of all."""

    source: Source
    desk: Desk
    spec: MarkSpec
    as_share: bool

    def key(self, participant: Participant) -> Hashable:
        """All entries, by session."""
        mark = self.source.mark_ids()[0]
        return tuple(sorted((by, value) for _, by, value in entries_of(self.desk, mark, participant.number)))

    def read(self, key: Any) -> Value:
        """Attended sessions; a session without a record is missing, not absent."""
        everything = self.desk.sessions
        codes = {code: Fraction(share) for code, share in self.spec.codes.items()}
        if not everything:
            return Value(None, absent(self.source, "missing.sessions_unknown"))
        attended, unknown = attendance(dict(key), everything, codes)
        whole = len(everything) if self.as_share else 1
        if not unknown:
            return Value(attended / whole)
        most = attended + unknown * max(codes.values(), default=Fraction(1))
        missing = Reason("missing.sessions", {"source": str(self.source), "sessions": unknown})
        return Value(None, missing, attended / whole, most / whole)


def attendance(
    given: Mapping[str, str], everything: Sequence[str], codes: Mapping[str, Fraction]
) -> tuple[Fraction, int]:
    """Sessions attended, and how many have no record that counts.

    Args:
        given: session -> code.
        everything: all sessions of the program.
        codes: code -> share of a session that it counts.
    """
    shares = [codes.get(given.get(session, "")) for session in everything]
    known = [share for share in shares if share is not None]
    return sum(known, Fraction(0)), len(shares) - len(known)


def board_of(reader: JudgedReader, participant: Participant) -> Iterator[tuple[str, str, Fraction | None]]:
    """Item, judge and mark (None while missing) of one participant, for reports."""
    key: Any = reader.key(participant)
    for item, given in reader.board(*key):
        for judge, value in given:
            yield item, judge, value
