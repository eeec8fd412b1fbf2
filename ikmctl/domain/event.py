"""events.yaml: the append-only record of locks, draws and states of the list."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Day, Name, Slug, Text, Whole

Hex = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Status: TypeAlias = Literal["proposed", "announced", "decided"]


class DecisionsSoFar(Model):
    """decisions.yaml at the moment of an event: entries and digest of their canonical form."""

    count: Annotated[Whole, Field(ge=0)]
    digest: Hex


class Event(Model):
    """One entry; which keys are needed depends on `event`."""

    event: Literal["lock", "draw", "void", "curate", "announce", "finalize", "reopen"]
    what: Literal["rules", "pool", "draw"] | None = None
    """What a `lock` freezes or a `void` cancels."""
    number: Annotated[Whole, Field(ge=1)] | None = None
    """1, 2, ... among events of the same kind, thing and stage."""
    stage: Slug
    rules: Hex | None = None
    pool: Hex | None = None
    result: Hex | None = None
    engine: Annotated[Whole, Field(ge=1)] | None = None
    marks: Annotated[Whole, Field(ge=0)] | None = None
    """How many marks existed at the lock."""
    value: Text | None = None
    """The public value of a draw, as announced."""
    source: Text = ""
    """Where the public value comes from."""
    seed: Hex | None = None
    """Z of the draw."""
    lots: tuple[Name, ...] = ()
    """Numbers in the order in which lots were drawn by hand, first drawn first."""
    witness: Text = ""
    per_track: Annotated[Whole, Field(ge=1)] | None = None
    accept_pending: tuple[Name, ...] = ()
    decree: Text = ""
    decisions: DecisionsSoFar
    on: Day
    by: Name
    reason: Text = ""

    @model_validator(mode="after")
    def _keys_fit_the_event(self) -> "Event":
        needed: Mapping[str, tuple[str, ...]] = {
            "lock": ("what", "number", "engine", "rules" if self.what == "rules" else "pool"),
            "void": ("what", "reason"),
            "finalize": ("decree",),
            "reopen": ("decree", "reason"),
        }
        lacking = [name for name in needed.get(self.event, ()) if not str(getattr(self, name) or "").strip()]
        if self.event == "draw" and not self.lots and (self.value is None or self.seed is None):
            lacking.append("value")
        if lacking:
            raise PydanticCustomError("event_keys", "missing keys", {"keys": ", ".join(lacking)})
        return self
