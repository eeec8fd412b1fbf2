"""Spellings of sources: read, written back, refused."""

import re
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from ikmctl.domain.source import SUMMARY, Source, SourceSpelling, read_source
from ikmctl.domain.stage import LinesPerMember


@pytest.mark.parametrize(
    ("spelling", "text", "marks", "fields"),
    [
        ("marks.post", "marks.post", ("post",), ()),
        ("marks.practice.hasil", "marks.practice.hasil", ("practice",), ()),
        ("fields.workers", "fields.workers", (), ("workers",)),
        ("groups.dak", "groups.dak", (), ()),
        ("stage.admission.score", "stage.admission.score", (), ()),
        ("line.volume", "line.volume", (), ()),
        ({"count": "licences"}, "{count: licences}", (), ("licences",)),
        ({"count": "fields.licences"}, "{count: licences}", (), ("licences",)),
        ({"share": "marks.attendance"}, "{share: marks.attendance}", ("attendance",), ()),
        ({"gain": ["marks.pre", "marks.post"]}, "{gain: [marks.pre, marks.post]}", ("pre", "post"), ()),
        ({"ratio": ["fields.a", "fields.a"]}, "{ratio: [fields.a, fields.a]}", (), ("a",)),
    ],
)
def test_every_spelling(spelling: Any, text: str, marks: tuple[str, ...], fields: tuple[str, ...]) -> None:
    source = read_source(spelling)
    assert str(source) == text
    assert (source.mark_ids(), source.field_ids()) == (marks, fields)
    assert read_source(source) is source


@pytest.mark.parametrize(
    "spelling",
    [
        "marks", "marks.", "Marks.a", "marks.a.b.c", "stage.a.rank", "a", "", 7, [], {}, None,
        {"gain": ["marks.a"]}, {"gain": "marks.a"}, {"gain": ["marks.a", 7]}, {"share": ["marks.a"]},
        {"count": 3}, {"sum": ["marks.a", "marks.b"]}, {"share": "marks.a", "count": "b"}, {"gain": ["marks.a", "x"]},
    ],
)  # fmt: skip
def test_anything_else_is_refused(spelling: Any) -> None:
    with pytest.raises(PydanticCustomError):
        read_source(spelling)


def test_leaves_are_the_plain_sources() -> None:
    pair = read_source({"gain": ["marks.pre", "marks.post"]})
    assert pair.leaves() == (Source("mark", ("pre",)), Source("mark", ("post",)))
    assert pair.parts[0].leaves() == (pair.parts[0],)


TYPES = {"string": str, "array": list, "object": dict, "integer": int}
PAIR = {"type", "items", "minItems", "maxItems"}
MAP = {"type", "minProperties", "maxProperties", "additionalProperties", "properties"}
WORDS = ({"anyOf"}, {"type"}, {"type", "pattern"}, {"type", "minimum"}, PAIR, MAP)


def lets_in(schema: dict[str, Any], value: Any) -> bool:
    """Whether an editor lets a value stand, by the few words of JSON Schema that are used here."""
    assert set(schema) in WORDS
    if "anyOf" in schema:
        return any(lets_in(one, value) for one in schema["anyOf"])
    if not isinstance(value, TYPES[schema["type"]]):
        return False
    match value:
        case str():
            return re.search(schema.get("pattern", ""), value) is not None
        case int():
            return bool(value >= schema["minimum"])
        case list():
            fits = schema["minItems"] <= len(value) <= schema["maxItems"]
            return fits and all(lets_in(schema["items"], one) for one in value)
    assert schema["additionalProperties"] is False
    known: dict[str, Any] = schema["properties"]
    fits = schema["minProperties"] <= len(value) <= schema["maxProperties"]
    return fits and all(key in known and lets_in(known[key], one) for key, one in value.items())


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ("marks.post", True), ("marks.practice.hasil", True), ("fields.workers", True), ("groups.dak", True),
        ("stage.admission.score", True), ("line.volume", True), ({"count": "licences"}, True),
        ({"share": "marks.attendance"}, True), ({"gain": ["marks.pre", "marks.post"]}, True),
        ({"ratio": ["fields.a", "fields.a"]}, True), ("marks", False), ("Marks.a", False), ("a.b", False), ("", False),
        (7, False), ([], False), ({}, False), (None, False), ({"gain": ["marks.a"]}, False),
        ({"gain": "marks.a"}, False), ({"gain": ["marks.a", 7]}, False), ({"ratio": ["fields.a"] * 3}, False),
        ({"ratio": ["fields.a"]}, False), ({"gain": ["marks.a"] * 3}, False), ({"ratio": [7, "fields.a"]}, False),
        ({"share": ["marks.a"]}, False), ({"count": 3}, False), ({"sum": ["marks.a", "marks.b"]}, False),
        ({"share": "marks.a", "count": "b"}, False),
    ],
)  # fmt: skip
def test_an_editor_knows_every_spelling(value: Any, known: bool) -> None:
    assert lets_in(TypeAdapter[Any](SourceSpelling).json_schema(), value) is known


@pytest.mark.parametrize(
    ("value", "known"),
    [(1, True), ("fields.lines", True), (0, False), ("lines", False), ("fields.a.b", False), ([], False)],
)
def test_an_editor_knows_how_many_lines_a_member_may_serve(value: Any, known: bool) -> None:
    assert lets_in(TypeAdapter[Any](LinesPerMember).json_schema(), value) is known


def test_sources_that_are_worked_out_are_explained_in_both_languages() -> None:
    assert {kind: set(words) for kind, words in SUMMARY.items()} == {
        kind: {"id", "en"} for kind in ("gain", "ratio", "share", "count")
    }
