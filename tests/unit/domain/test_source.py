"""Spellings of sources: read, written back, refused."""

from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from ikmctl.domain.source import Source, read_source


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
