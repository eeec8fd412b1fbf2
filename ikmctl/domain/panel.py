"""The judges (dewan juri) and how their marks become one."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Name, Slug, Text


class Judge(Model):
    """One assessor: which tracks and which items they mark."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,15}$")]
    role: Text = ""
    tracks: tuple[Slug, ...] = ()
    """Empty: all tracks."""
    items: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)?$")], ...],
        BeforeValidator(lambda value: () if value == "all" else value),
    ] = ()
    """Marks and items such as `practice`, `practice.hasil`; `all` (the default) reads as empty."""


class Recusal(Model):
    """A judge who steps aside for one participant."""

    judge: Name
    id: Name
    reason: Text


class Panel(Model):
    """The judges and how their marks become one."""

    aggregate: Literal["mean", "adjusted", "trimmed"] = "mean"
    incomplete: Literal["stop", "mean_of_present"] = "stop"
    judges: tuple[Judge, ...] = ()
    recusals: tuple[Recusal, ...] = ()
