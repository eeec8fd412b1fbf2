"""One selection step: who may enter, what counts, how seats and prizes are given.

Concrete eligibility rules and scales live in the engine's registries; the reader passes them in as
validation context (`{"rules": RULES, "scales": SCALES}`), so the domain knows only their shape.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    PlainValidator,
    SerializeAsAny,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from ikmctl.domain.model import Model
from ikmctl.domain.quota import Count, Positive, Share, StageQuota, StageReserves, read_by_track, read_reserves
from ikmctl.domain.rule import Direction, RuleUse, ScaleUse
from ikmctl.domain.scalars import Flag, FolderName, Name, Number, Slug, Text, read_whole
from ikmctl.domain.source import Source, SourceSpelling, read_source


def _pick(value: Any, registry: Mapping[str, type[Model]], key: str, info: ValidationInfo) -> Any:
    """Build the registered model that `key` names, or say that there is none."""
    if key not in registry:
        raise PydanticCustomError(
            "unknown_choice",
            "unknown",
            {"found": key, "known": ", ".join(sorted(registry)), "kind": info.field_name or ""},
        )
    return registry[key].model_validate(value, context=info.context)


def _registry(info: ValidationInfo, kind: str) -> Mapping[str, type[Model]]:
    found = (info.context or {}).get(kind)
    if found is None:
        raise AssertionError(kind)
    return found  # type: ignore[no-any-return]  # the context is untyped; the reader alone fills it


def _read_rule(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, RuleUse):
        return value
    if not isinstance(value, Mapping) or not isinstance(value.get("rule"), str):
        raise PydanticCustomError("rule_shape", "not a rule")
    return _pick(dict(value), _registry(info, "rules"), value["rule"], info)


def _read_scale(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, ScaleUse):
        return value
    if not isinstance(value, Mapping) or len(value) != 1:
        raise PydanticCustomError("scale_shape", "not a scale")
    return _pick(dict(value), _registry(info, "scales"), next(iter(value)), info)


Rule = Annotated[SerializeAsAny[RuleUse], BeforeValidator(_read_rule)]
Scale = Annotated[SerializeAsAny[ScaleUse], BeforeValidator(_read_scale)]


class Criterion(Model):
    """One line of the rubric: a value, mapped onto 0-100 by a fixed scale, with a weight."""

    id: Slug
    source: SourceSpelling
    direction: Direction
    """`benefit`: more is better; `cost`: less is better. There is no default."""
    scale: Scale | None = None
    """How a raw value becomes points; needed by `weighted_sum`."""
    weight: Count
    """Whole number; shares are taken of the sum of weights."""
    threshold: Number | None = None
    """Least raw value (for `cost`: most) below which a participant is out, in raw units."""
    missing: Literal["reject", "pending", "worst"]
    """What a missing value means. There is no default: missing is not zero."""
    description: Text = ""


class EachRange(Model):
    """Limits for every value of a column."""

    min: Count | None = None
    max: Positive | None = None
    min_share: Share | None = None
    max_share: Share | None = None


class Balance(Model):
    """A hard floor or ceiling on who is selected, over all seats or within each track."""

    field: Slug
    value: Name | None = None
    each: EachRange | None = None
    min: Count | None = None
    max: Count | None = None
    min_share: Share | None = None
    max_share: Share | None = None
    per: Literal["all", "track"] = "all"

    @model_validator(mode="after")
    def _one_subject(self) -> "Balance":
        if (self.value is None) == (self.each is None):
            raise PydanticCustomError("balance_subject", "either value or each")
        limits = self.each or self
        if all(limit is None for limit in (limits.min, limits.max, limits.min_share, limits.max_share)):
            raise PydanticCustomError("balance_limit", "no limit")
        return self


def _read_lines(value: Any) -> Any:
    """Read `2` or `fields.F`."""
    if isinstance(value, str) and not value.isdecimal():
        source = read_source(value)
        if source.kind != "field":
            raise PydanticCustomError("source", "not a field")
        return source
    number = read_whole(value)
    if not isinstance(number, int | Source):
        raise PydanticCustomError("whole_number", "not a whole number")
    if isinstance(number, int) and number < 1:
        raise PydanticKnownError("greater_than_equal", {"ge": 1})
    return number


LinesPerMember = Annotated[
    int | Source,
    PlainValidator(_read_lines),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^fields\.[a-z0-9_-]+$"}]}
    ),
]


class SelectionSpec(Model):
    """How seats are given."""

    mode: Literal["strict", "lottery"] = "strict"
    compare: Literal["place", "score"] | None = None
    """Default: `place` where there are several tracks, else `score`."""
    balance: tuple[Balance, ...] = ()
    max_per: Mapping[Slug, Positive] = Field(default_factory=dict)
    """At most so many selected people who share a label."""
    second_choice: Flag = False
    ties: tuple[Slug, ...] = ("ticket",)
    """Criteria ids, then optionally `panel`, then `ticket`."""


class Tier(Model):
    """One step of prizes."""

    name: Name
    places: Positive
    amount: Count = 0
    """Whole rupiah."""


class Awards(Model):
    """Prizes by final order."""

    tiers: tuple[Tier, ...] = ()
    group_by: Literal["track"] | None = None
    on_withdraw: Literal["move_up", "fill_last"] = "move_up"
    budget: Count | None = None
    """Whole rupiah that all prizes together may cost and must come to."""

    def total(self, groups: int) -> int:
        """Whole rupiah of all prizes; with `group_by` every group has its own ladder."""
        return sum(tier.places * tier.amount for tier in self.tiers) * (groups if self.group_by else 1)


class OrderBy(Model):
    """One key of the order of a program without scores."""

    by: SourceSpelling
    direction: Literal["ascending", "descending"] = "ascending"


class Stage(Model):
    """One selection step."""

    id: FolderName
    kind: Literal["select", "match"] = "select"
    from_stage: Slug | None = Field(default=None, alias="from")
    """The stage whose selected people are this stage's pool."""
    quota: Annotated[StageQuota, BeforeValidator(read_by_track)] | None = None
    reserves: Annotated[StageReserves, BeforeValidator(read_reserves)] | None = None
    threshold: Number | None = None
    """Least total score on 0-100."""
    order: tuple[OrderBy, ...] = ()
    eligibility: tuple[Rule, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    method: Slug = "weighted_sum"
    selection: SelectionSpec = Field(default_factory=SelectionSpec.model_construct)
    awards: Awards = Field(default_factory=Awards.model_construct)
    lines_per_member: LinesPerMember = 1
    """In a match: demand lines that one member may serve, a number or the field that says it."""
