"""The pool of a stage as it is hashed: participants, marks, earlier scores, decisions, recusals and demand."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import islice
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any, Final

from ikmctl.domain.decision import Decision
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import OWN, Participant, facts_of
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.domain.spelling import composed
from ikmctl.engine.canonical import NOT_RULES, Json, canonical_json, plain

_MANY: Final = 10_000
_MARK_COLUMNS: Final = sorted(Mark._fields)


class Pool:
    """Everything besides the rules that the result of a stage follows from, as it is hashed.

    Participants and marks are written once, however many lengths of decisions.yaml are asked for, and in
    pieces: they never stand in memory as a whole besides what was read.
    """

    def __init__(  # noqa: PLR0913  # the parts of the pool are its parameters
        self,
        program: Program,
        stage: Stage,
        participants: Iterable[Participant],
        marks: Iterable[Mark],
        partners: Iterable[Any] = (),
        carried: Mapping[str, Mapping[str, ScoreCard]] | None = None,
    ) -> None:
        own = {name for name, spec in program.marks.items() if spec.stage == stage.id}
        self._stage = stage.id
        self._participants = sorted(participants, key=lambda one: one.number)
        self._marks = sorted([one for one in marks if one.mark in own])
        self._carried = carried_scores(stage, (one.number for one in self._participants), carried or {})
        self._rest: dict[str, Json] = {
            "partners": plain(tuple(partners), NOT_RULES),
            "recusals": plain(_recusals(program), frozenset()),
            "tag": "ikmctl/pool/v1",
        }

    def document(self, decisions: Iterable[Decision]) -> dict[str, Json]:
        """The whole as plain data; decisions of other stages are left out."""
        whole: dict[str, Json] = json.loads(b"".join(self._pieces(decisions)))
        return whole

    def digest(self, decisions: Iterable[Decision]) -> str:
        """Digest of `document`."""
        found = hashlib.sha256()
        for piece in self._pieces(decisions):
            found.update(piece)
        return found.hexdigest()

    def _pieces(self, decisions: Iterable[Decision]) -> Iterator[bytes]:
        """The canonical bytes: keys in sorted order."""
        own = [one for one in decisions if one.stage == self._stage]
        scores = b'"carried":' + canonical_json(self._carried) + b"," if self._carried else b""
        yield b"{" + scores + b'"decisions":' + canonical_json(own)
        yield from self._written

    @cached_property
    def _written(self) -> list[bytes]:
        columns = sorted(OWN.union(*(one.facts for one in self._participants)))
        people = zip(*(facts_of(self._participants, name) for name in columns), strict=True)
        marks = map(itemgetter(*map(Mark._fields.index, _MARK_COLUMNS)), self._marks)
        rows = _rows(_MARK_COLUMNS, marks), _rows(columns, people)
        return [b',"marks":[', *rows[0], b'],"participants":[', *rows[1], b"]," + canonical_json(self._rest)[1:]]


def carried_scores(
    stage: Stage, numbers: Iterable[str], carried: Mapping[str, Mapping[str, ScoreCard]]
) -> dict[str, dict[str, Fraction]]:
    """The scores of earlier stages that a stage reads, by stage and number.

    The list of the earlier stage binds those of its own people alone, not of whoever was admitted once it was decided.
    """
    sources = (*(one.source for one in stage.criteria), *(one.by for one in stage.order))
    names = {leaf.names[0] for source in sources for leaf in source.leaves() if leaf.kind == "stage"}
    everybody = list(numbers) if names else []
    cards = {name: [card for one in everybody if (card := carried.get(name, {}).get(one))] for name in names}
    scores = {
        name: {card.number: Fraction(card.key, card.unit) for card in found if card.key is not None}
        for name, found in cards.items()
    }
    return {name: found for name, found in scores.items() if found}


def pool_digest(  # noqa: PLR0913  # the parts of the pool are its parameters
    program: Program,
    stage: Stage,
    participants: Iterable[Participant],
    marks: Iterable[Mark],
    decisions: Iterable[Decision],
    partners: Iterable[Any] = (),
) -> str:
    """Digest of the pool of one stage under these decisions."""
    return Pool(program, stage, participants, marks, partners).digest(decisions)


def _rows(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> Iterator[bytes]:
    """The entries of a long list as canonical JSON, many at a time; `columns` are in sorted order."""
    comma = ""
    rows = iter(rows)
    while some := list(islice(rows, _MANY)):
        by_column = zip(columns, zip(*some, strict=True), strict=True)
        cells = [map(_Spelled(name).__getitem__, column) for name, column in by_column]
        lines = "},{".join([",".join(filter(None, row)) for row in zip(*cells, strict=True)])
        yield f"{comma}{{{lines}}}".encode()
        comma = ","


class _Spelled(dict[str | None, str]):
    """The cells of one column as JSON with its name, each spelled once; an empty cell is left out."""

    def __init__(self, name: str) -> None:
        self.head = f"{encode_basestring(name)}:"

    def __missing__(self, cell: str | None) -> str:
        self[cell] = spelled = self.head + encode_basestring(composed(cell)) if cell else ""
        return spelled


def _recusals(program: Program) -> list[Any]:
    return sorted(program.panel.recusals, key=lambda one: (one.judge, one.id))
