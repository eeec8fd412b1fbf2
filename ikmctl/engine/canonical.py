"""Canonical forms and their digests: what `lock`, `draw` and `verify` compare.

One meaning has one spelling: sorted keys, NFC, no spaces, UTF-8, decimals as shortest plain text, and
keys at their default left out, so that a default written out changes nothing. Tags carry a version.
"""

import hashlib
import json
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import islice
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any, Final, TypeAlias

from msgspec import Struct

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.mark import Mark
from ikmctl.domain.model import Model
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.participant import OWN, Participant, facts_of
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.selection import Entry, Selection, TieBlock
from ikmctl.domain.source import Source

Json: TypeAlias = bool | int | str | list["Json"] | dict[str, "Json"] | None

ENGINE: Final = 1
"""Version of the meaning of rules; part of the rules digest."""

_NOT_RULES: Final = frozenset(("headers", "aliases", "description", "recusals"))
"""Keys that steer reading and printing, or that belong to the pool."""

_NAMES: Final = frozenset(("name", "names"))
"""Words for papers where they may be left out; a name that must be given (of a track, a group, a prize) is a rule."""

_MANY: Final = 10_000
_MARK_COLUMNS: Final = sorted(Mark._fields)
_RULE_KEYS: Final = ("id", "as_of", "dates", "unit", "identity", "tracks", "groups", "fields", "panel")


def canonical_json(value: Any) -> bytes:
    """The canonical bytes of plain data or of domain values."""
    return _bytes(_plain(value, frozenset()))


def _bytes(plain: Json) -> bytes:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _hash(plain: Json) -> str:
    return hashlib.sha256(_bytes(plain)).hexdigest()


def digest(value: Any) -> str:
    """SHA-256 of the canonical bytes, 64 lower-case hex letters."""
    return _hash(_plain(value, frozenset()))


def rules_document(program: Program, stage: Stage) -> dict[str, Json]:
    """The rules of one stage as they are hashed: everything that can change who is selected."""
    whole = _model(program, _NOT_RULES, _RULE_KEYS)
    rules = {key: whole[key] for key in _RULE_KEYS if whole.get(key) not in (None, {})}
    if program.schedule.objection:
        rules["objection"] = _plain(program.schedule.objection, _NOT_RULES)
    marks = {name: spec for name, spec in program.marks.items() if spec.stage == stage.id}
    if marks:
        rules["marks"] = _plain(marks, _NOT_RULES)
    rules["stage"] = _plain(stage, _NOT_RULES)
    return {"tag": "ikmctl/rules/v1", "engine": ENGINE, "rules": rules}


def rules_digest(program: Program, stage: Stage) -> str:
    """Digest of `rules_document`."""
    return _hash(rules_document(program, stage))


class Pool:
    """Everything besides the rules that the result of a stage follows from, as it is hashed.

    Participants and marks are written once, however many lengths of decisions.yaml are asked for, and in
    pieces: they never stand in memory as a whole besides what was read.
    """

    def __init__(
        self,
        program: Program,
        stage: Stage,
        participants: Iterable[Participant],
        marks: Iterable[Mark],
        partners: Iterable[Any] = (),
    ) -> None:
        own = {name for name, spec in program.marks.items() if spec.stage == stage.id}
        self._stage = stage.id
        self._participants = sorted(participants, key=lambda one: one.number)
        self._marks = sorted([one for one in marks if one.mark in own])
        self._rest: dict[str, Json] = {
            "partners": _plain(tuple(partners), _NOT_RULES),
            "recusals": [_plain(one, frozenset()) for one in _recusals(program)],
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
        """The canonical bytes: keys in sorted order, `decisions` first."""
        own: list[Json] = [_plain(one, frozenset()) for one in decisions if one.stage == self._stage]
        yield b'{"decisions":' + _bytes(own)
        yield from self._written

    @cached_property
    def _written(self) -> list[bytes]:
        columns = sorted(OWN.union(*(one.facts for one in self._participants)))
        people = zip(*(facts_of(self._participants, name) for name in columns), strict=True)
        marks = map(itemgetter(*map(Mark._fields.index, _MARK_COLUMNS)), self._marks)
        rows = _rows(_MARK_COLUMNS, marks), _rows(columns, people)
        return [b',"marks":[', *rows[0], b'],"participants":[', *rows[1], b"]," + _bytes(self._rest)[1:]]


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


def decisions_digest(decisions: Sequence[Decision]) -> str:
    """Digest of the entries of decisions.yaml, in their order."""
    return digest({"tag": "ikmctl/decisions/v1", "decisions": decisions})


def events_digest(events: Iterable[Event], stage: str) -> str:
    """Digest of the events of one stage, in their order; empty where it has none."""
    own = [one for one in events if one.stage == stage]
    return digest({"tag": "ikmctl/events/v1", "events": own}) if own else ""


def words_document(program: Program) -> dict[str, Json]:
    """What program.yaml says besides rules and recusals: titles, places, days, papers, headers, names, descriptions."""
    whole = _model(program, frozenset())
    words = {key: value for key, value in whole.items() if key not in {*_RULE_KEYS, "marks", "stages", "schedule"}}
    schedule = _model(program.schedule, frozenset(("objection",)))
    ruled = _model(program, _NOT_RULES)
    around = {key: _around(whole[key], ruled[key]) for key in (*_RULE_KEYS, "marks", "stages") if key in whole}
    return {
        "tag": "ikmctl/words/v1",
        "program": {**words, **({"schedule": schedule} if schedule else {})},
        "around": {key: value for key, value in around.items() if value},
    }


def words_digest(program: Program) -> str:
    """Digest of `words_document`."""
    return _hash(words_document(program))


def _around(value: Json, ruled: Json) -> Json:
    """What stands under the keys that are no rules, with its path; empty where there is none."""
    value, ruled = _by_id(value), _by_id(ruled)
    if not isinstance(value, dict) or not isinstance(ruled, dict):
        return None
    found = {
        key: _around(inner, ruled[key]) if key in ruled else inner
        for key, inner in value.items()
        if key != "recusals"
    }  # fmt: skip
    return {key: inner for key, inner in found.items() if inner}


def _by_id(value: Json) -> Json:
    """The entries of a list by their ids, or by their place."""
    if not isinstance(value, list):
        return value
    return {str(one.get("id", at)): one for at, one in enumerate(value) if isinstance(one, dict)}


def result_document(selection: Selection) -> dict[str, Json]:
    """A result as it is hashed: who is selected and who waits, in order, with score and reason."""
    return {
        "tag": "ikmctl/result/v1",
        "stage": selection.stage,
        "selected": [_entry(one) for one in selection.selected],
        "reserves": [_entry(one) for one in selection.reserves],
        "undecided": [_block(one) for one in selection.undecided],
        "pending": list(selection.pending),
    }


def result_digest(selection: Selection) -> str:
    """Digest of `result_document`."""
    return digest(result_document(selection))


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
        self[cell] = spelled = self.head + encode_basestring(_text(cell)) if cell else ""
        return spelled


def _recusals(program: Program) -> list[Any]:
    return sorted(program.panel.recusals, key=lambda one: (one.judge, one.id))


def _entry(entry: Entry) -> dict[str, Json]:
    because = f"{entry.because} {entry.detail}".strip()
    line: dict[str, Json] = {"track": entry.track, "id": entry.number, "because": because}
    if entry.key is not None:
        line |= {"key": entry.key, "unit": entry.unit}
    if entry.seats:
        line["for"] = list(entry.seats)
    return line


def _block(block: TieBlock) -> dict[str, Json]:
    return {"track": block.track, "seats": block.seats, "among": list(block.among), "place": block.place}


def _text(value: str) -> str:
    return value if value.isascii() else unicodedata.normalize("NFC", value)


def _plain(value: Any, dropped: Collection[str]) -> Json:
    """Turn a domain value into plain data; anything that has no exact spelling is a fault."""
    match value:
        case None | bool():
            return value
        case str():
            return _text(str(value))
        case int():
            return int(value)
        case list() | tuple():
            return [_plain(inner, dropped) for inner in value]
        case Model():
            return _model(value, dropped)
        case Decimal():
            return format_decimal(value)
        case date():
            return value.isoformat()
        case Source():
            return _source(value)
        case Mapping():
            return {_key(key): _plain(inner, dropped) for key, inner in value.items() if key not in dropped}
        case Fraction():
            return str(value)
        case set() | frozenset():
            return sorted((_plain(inner, dropped) for inner in value), key=str)
        case Struct():
            return {name: _plain(getattr(value, name), dropped) for name in value.__struct_fields__}
        case _:
            raise AssertionError(type(value))


def _key(key: Any) -> str:
    return str(_plain(key, frozenset()))


def _source(source: Source) -> Json:
    if source.kind == "count":
        return {"count": source.names[0]}
    if source.kind == "share":
        return {"share": str(source.parts[0])}
    return {source.kind: [str(part) for part in source.parts]} if source.parts else str(source)


def _model(model: Model, dropped: Collection[str], wanted: Collection[str] = ()) -> dict[str, Json]:
    known = type(model).model_fields
    return {
        info.alias or name: _plain(getattr(model, name), dropped)
        for name, info in known.items()
        if name not in dropped
        and not (dropped and name in _NAMES and not info.is_required())
        and (not wanted or name in wanted)
        and (info.is_required() or getattr(model, name) != info.get_default(call_default_factory=True))
    }
