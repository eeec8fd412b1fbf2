"""Canonical forms and their digests: what `lock`, `draw` and `verify` compare.

One meaning has one spelling: sorted keys, NFC, no spaces, UTF-8, decimals as shortest plain text, and
keys at their default left out, so that a default written out changes nothing. Tags carry a version.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeAlias

from msgspec import Struct

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.model import Model
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.selection import Entry, Selection, TieBlock
from ikmctl.domain.source import Source
from ikmctl.domain.spelling import composed

Json: TypeAlias = bool | int | str | list["Json"] | dict[str, "Json"] | None

ENGINE: Final = 1
"""Version of the meaning of rules; part of the rules digest."""

NOT_RULES: Final = frozenset(("headers", "aliases", "description", "recusals"))
"""Keys that steer reading and printing, or that belong to the pool."""

_NAMES: Final = frozenset(("name", "names"))
"""Words for papers where they may be left out; a name that must be given (of a track, a group, a prize) is a rule."""

_RULE_KEYS: Final = ("id", "as_of", "dates", "unit", "identity", "tracks", "groups", "fields", "panel")


def canonical_json(value: Any) -> bytes:
    """The canonical bytes of plain data or of domain values."""
    return _bytes(plain(value, frozenset()))


def _bytes(data: Json) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _hash(data: Json) -> str:
    return hashlib.sha256(_bytes(data)).hexdigest()


def digest(value: Any) -> str:
    """SHA-256 of the canonical bytes, 64 lower-case hex letters."""
    return _hash(plain(value, frozenset()))


def rules_document(program: Program, stage: Stage) -> dict[str, Json]:
    """The rules of one stage as they are hashed: everything that can change who is selected."""
    whole = _model(program, NOT_RULES, _RULE_KEYS)
    rules = {key: whole[key] for key in _RULE_KEYS if whole.get(key) not in (None, {})}
    if program.schedule.objection:
        rules["objection"] = plain(program.schedule.objection, NOT_RULES)
    marks = {name: spec for name, spec in program.marks.items() if spec.stage == stage.id}
    if marks:
        rules["marks"] = plain(marks, NOT_RULES)
    rules["stage"] = plain(stage, NOT_RULES)
    return {"tag": "ikmctl/rules/v1", "engine": ENGINE, "rules": rules}


def rules_digest(program: Program, stage: Stage) -> str:
    """Digest of `rules_document`."""
    return _hash(rules_document(program, stage))


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
    ruled = _model(program, NOT_RULES)
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


def plain(value: Any, dropped: Collection[str]) -> Json:
    """Turn a domain value into plain data; anything that has no exact spelling is a fault."""
    match value:
        case None | bool():
            return value
        case str():
            return composed(str(value))
        case int():
            return int(value)
        case list() | tuple():
            return [plain(inner, dropped) for inner in value]
        case Model():
            return _model(value, dropped)
        case Decimal():
            return format_decimal(value)
        case date():
            return value.isoformat()
        case Source():
            return _source(value)
        case Mapping():
            return {_key(key): plain(inner, dropped) for key, inner in value.items()}
        case Fraction():
            return str(value)
        case set() | frozenset():
            return sorted((plain(inner, dropped) for inner in value), key=str)
        case Struct():
            return {name: plain(getattr(value, name), dropped) for name in value.__struct_fields__}
        case _:
            raise AssertionError(type(value))


def _key(key: Any) -> str:
    return str(plain(key, frozenset()))


def _source(source: Source) -> Json:
    if source.kind == "count":
        return {"count": source.names[0]}
    if source.kind == "share":
        return {"share": str(source.parts[0])}
    return {source.kind: [str(part) for part in source.parts]} if source.parts else str(source)


def _model(model: Model, dropped: Collection[str], wanted: Collection[str] = ()) -> dict[str, Json]:
    known = type(model).model_fields
    return {
        info.alias or name: plain(getattr(model, name), dropped)
        for name, info in known.items()
        if name not in dropped
        and not (dropped and name in _NAMES and not info.is_required())
        and (not wanted or name in wanted)
        and (info.is_required() or getattr(model, name) != info.get_default(call_default_factory=True))
    }
