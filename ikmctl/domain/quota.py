"""Seats: how many people a track or a stage takes, and how many wait behind them."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Number, Slug, Whole

Count = Annotated[Whole, Field(ge=0)]
Positive = Annotated[Whole, Field(ge=1)]
Share = Annotated[Number, Field(ge=0, le=1)]


class QuotaRange(Model):
    """Seats: `10` is a ceiling, `{min: 15, max: 20}` a class that opens from `min`, `all` everyone in the pool."""

    min: Count = 0
    """Fewest people with whom the class opens.
    id: Orang paling sedikit agar kelas dibuka."""
    max: Positive | None
    """Most seats; `all` has no limit.
    id: Kursi paling banyak; `all` tanpa batas."""


def _read_quota(value: Any) -> Any:
    if value == "all":
        return {"max": None}
    return {"max": value} if isinstance(value, str | int) else value


Quota = Annotated[QuotaRange, BeforeValidator(_read_quota)]


def read_by_track(value: Any) -> Any:
    """Read `10`, `{min: 15, max: 20}`, `all` or a map of these by track id."""
    if isinstance(value, Mapping) and set(value) <= {"everywhere", "by_track"}:
        return value
    if isinstance(value, Mapping) and not set(value) <= {"min", "max"}:
        return {"by_track": value}
    return {"everywhere": value}


class StageQuota(Model):
    """Quotas of one stage: one value for every track, or a map by track id."""

    everywhere: Quota | None = None
    by_track: Mapping[Slug, Quota] = Field(default_factory=dict)


def read_reserves(value: Any) -> Any:
    """Read one number for every track, or a map by track id."""
    if isinstance(value, Mapping):
        return value if set(value) <= {"everywhere", "by_track"} else {"by_track": value}
    return {"everywhere": value}


class StageReserves(Model):
    """Reserves of one stage: one number for every track, or a map by track id."""

    everywhere: Count | None = None
    by_track: Mapping[Slug, Count] = Field(default_factory=dict)
