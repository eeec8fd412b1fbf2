"""docs/format.md names every key that program.yaml, decisions.yaml and events.yaml may hold."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel
from tools.expected import Expected
from tools.format_page import keys_of, with_tables
from tools.pages import ROOT

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.program import Program

PAGE = ROOT / "docs" / "format.md"


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Every model that a type speaks of, through lists, maps and alternatives."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def all_keys(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    yield from keys_of(model)
    for field in model.model_fields.values():
        for inner in models_in(field.annotation):
            yield from all_keys(inner, seen)


def test_tables_are_those_of_the_registries(expected: Expected) -> None:
    expected.check(PAGE, with_tables(PAGE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("model", [Program, Decision, Event], ids=lambda model: model.__name__)
def test_every_key_is_described(model: type[BaseModel]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    internal = {"everywhere", "by_track"}  # how a value and a map by track are told apart inside the program
    missing = [key for key in set(all_keys(model, set())) - internal if not re.search(rf"\b{re.escape(key)}\b", text)]
    assert sorted(missing) == []
