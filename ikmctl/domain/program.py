"""program.yaml as frozen types: dates, tracks, fields, marks, stages, panel, documents.

Concrete eligibility rules and scales live in the engine's registries; the reader passes them in as
validation context (`{"rules": RULES, "scales": SCALES}`), so the domain knows only their shape.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SerializeAsAny, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from ikmctl.domain.model import Model
from ikmctl.domain.rule import Direction, RuleUse, ScaleUse
from ikmctl.domain.scalars import Day, Flag, Name, Number, Slug, Text, Whole
from ikmctl.domain.source import SourceSpelling

Language = Literal["id", "en"]
Unit = Literal["person", "business", "sentra"]
Code = Annotated[str, Field(pattern=r"^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$")]
Count = Annotated[Whole, Field(ge=0)]
Positive = Annotated[Whole, Field(ge=1)]
Share = Annotated[Number, Field(ge=0, le=1)]


class Dates(Model):
    """The days of the training."""

    start: Day
    """First day."""
    end: Day
    """Last day, included."""
    off: tuple[Day, ...] = ()
    """Days between start and end without training."""
    sessions_per_day: Positive = 1
    """Attendance sessions on each training day."""


class Window(Model):
    """The objection window (masa sanggah), both days included."""

    start: Day
    end: Day


class Schedule(Model):
    """What happens after the training."""

    announce: Day | None = None
    """Day of the announcement."""
    objection: Window | None = None
    """Days on which objections are received."""
    confirm_by: Day | None = None
    """Last day on which a selected person confirms (daftar ulang)."""


class Capacity(Model):
    """People in the room; quotas are seats on the shortlist."""

    max: Positive


class QuotaRange(Model):
    """Seats: `10` is a ceiling, `{min: 15, max: 20}` a class that opens from `min`, `all` everyone in the pool."""

    min: Count = 0
    max: Positive | None
    """None stands for `all`."""


def _read_quota(value: Any) -> Any:
    if value == "all":
        return {"max": None}
    return {"max": value} if isinstance(value, str | int) else value


Quota = Annotated[QuotaRange, BeforeValidator(_read_quota)]


class Track(Model):
    """A field of training (bidang) with its own quota."""

    id: Slug
    name: Name
    quota: Quota
    reserves: Count = 0
    """People on the reserve list."""
    aliases: tuple[Name, ...] = ()
    """Other words for this track in spreadsheets."""
    kbli: tuple[Annotated[str, Field(pattern=r"^[0-9]{5}$")], ...] = ()
    """KBLI codes of the track, for the rule `kbli`."""


class SeatRange(Model):
    """Seats of one group."""

    min: Count = 0
    max: Positive | None = None


class Group(Model):
    """A sentra or village that nominates people."""

    id: Slug
    name: Name
    aliases: tuple[Name, ...] = ()
    dak: Text = ""
    """DAK status, a word of the program's own."""
    priority: Text = ""
    """Priority, a word of the program's own."""
    units: Count | None = None
    """Active units in the sentra."""
    seats: SeatRange = SeatRange()


class FieldSpec(Model):
    """A column beyond the known catalogue, or a known one with other headers or limits."""

    id: Slug
    type: Literal["integer", "decimal", "text", "choice", "multi", "flag", "day", "rupiah"]
    min: Number | None = None
    max: Number | None = None
    values: tuple[Name, ...] = ()
    """Allowed words of a `choice` or `multi`."""
    headers: tuple[Name, ...] = ()
    """Accepted headers in spreadsheets."""
    sensitive: Flag | None = None
    """Reaches tracked files only as a band. Default: true for `rupiah`, else what the catalogue says."""
    description: Text = ""


class MarkSpec(Model):
    """One raw observation that may arrive: a test, a judge's items, attendance."""

    per: Literal["participant", "judge", "session"]
    stage: Slug
    min: Number | None = None
    max: Number | None = None
    items: tuple[Slug, ...] = ()
    """What a judge marks one by one."""
    weights: Mapping[Slug, Positive] = Field(default_factory=dict)
    """Weights of items; all 1 when empty."""
    codes: Mapping[Name, Number] = Field(default_factory=dict)
    """For sessions: code -> share of the session that counts as attended."""
    headers: tuple[Name, ...] = ()
    """Accepted headers in spreadsheets."""


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


class OrderBy(Model):
    """One key of the order of a program without scores."""

    by: SourceSpelling
    direction: Literal["ascending", "descending"] = "ascending"


def _read_by_track(value: Any) -> Any:
    if isinstance(value, Mapping) and not set(value) <= {"min", "max"}:
        return {"by_track": value}
    return {"everywhere": value}


class StageQuota(Model):
    """Quotas of one stage: one value for every track, or a map by track id."""

    everywhere: Quota | None = None
    by_track: Mapping[Slug, Quota] = Field(default_factory=dict)


def _read_reserves(value: Any) -> Any:
    return {"by_track": value} if isinstance(value, Mapping) else {"everywhere": value}


class StageReserves(Model):
    """Reserves of one stage: one number for every track, or a map by track id."""

    everywhere: Count | None = None
    by_track: Mapping[Slug, Count] = Field(default_factory=dict)


class Stage(Model):
    """One selection step."""

    id: Slug
    kind: Literal["select", "match"] = "select"
    from_stage: Slug | None = Field(default=None, alias="from")
    """The stage whose selected people are this stage's pool."""
    quota: Annotated[StageQuota, BeforeValidator(_read_by_track)] | None = None
    reserves: Annotated[StageReserves, BeforeValidator(_read_reserves)] | None = None
    threshold: Number | None = None
    """Least total score on 0-100."""
    order: tuple[OrderBy, ...] = ()
    eligibility: tuple[Rule, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    method: Slug = "weighted_sum"
    selection: SelectionSpec = SelectionSpec()
    awards: Awards = Awards()


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


class Signer(Model):
    """Who signs a document."""

    role: Name
    name: Text = ""
    rank: Text = ""
    nip: Text = ""


class DocumentSpec(Model):
    """Number, basis and signers of one official document."""

    number: Text = ""
    basis: tuple[Text, ...] = ()
    signers: tuple[Signer, ...] = ()


class Documents(Model):
    """What documents print beyond the result."""

    paper: Literal["F4", "A4"] = "F4"
    letterhead: tuple[Text, ...] = ()
    minutes: DocumentSpec = DocumentSpec()
    decree: DocumentSpec = DocumentSpec()


class Privacy(Model):
    """How long private data is kept."""

    retention: Day | None = None


class Program(Model):
    """One training program and its selections: the whole of program.yaml."""

    format: Annotated[Whole, Field(ge=1, le=1)] = 1
    id: Slug
    synthetic: Flag = False
    """Example data with made-up people; real programs leave it out."""
    title: Name
    organizer: Text = ""
    region: Code | None = None
    """Kemendagri code of the organising region."""
    venue: Text = ""
    dates: Dates | None = None
    schedule: Schedule = Schedule()
    as_of: Day
    """Ages and business years are counted on this day."""
    unit: Unit = "person"
    identity: Annotated[tuple[Slug, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v)] = ("nik",)
    """The columns that make one applicant: `nik`, `nib`, `registration`, or a list."""
    language: Language = "id"
    capacity: Capacity | None = None
    tracks: tuple[Track, ...] = ()
    groups: tuple[Group, ...] = ()
    fields: tuple[FieldSpec, ...] = ()
    marks: Mapping[Slug, MarkSpec] = Field(default_factory=dict)
    stages: tuple[Stage, ...] = Field(min_length=1)
    panel: Panel = Panel()
    documents: Documents = Documents()
    privacy: Privacy = Privacy()

    @cached_property
    def all_tracks(self) -> tuple[Track, ...]:
        """The tracks, or the one implied track `all`."""
        return self.tracks or (Track(id="all", name=self.title[:200], quota=QuotaRange(max=None)),)

    @property
    def default_stage(self) -> Stage:
        """The first stage; most programs have one."""
        return self.stages[0]

    def stage(self, stage_id: str) -> Stage | None:
        """The stage of that id, or None."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def track(self, track_id: str) -> Track | None:
        """The track of that id, or None."""
        return next((track for track in self.all_tracks if track.id == track_id), None)

    def quota_of(self, stage: Stage, track: Track) -> QuotaRange:
        """Seats of a track in a stage: the stage's own where it states them, else the track's."""
        if stage.quota is None:
            return track.quota
        everywhere = stage.quota.everywhere
        return stage.quota.by_track.get(track.id, track.quota if everywhere is None else everywhere)

    def reserves_of(self, stage: Stage, track: Track) -> int:
        """People on the reserve list of a track in a stage."""
        if stage.reserves is None:
            return track.reserves
        everywhere = stage.reserves.everywhere
        return stage.reserves.by_track.get(track.id, track.reserves if everywhere is None else everywhere)

    def compare_of(self, stage: Stage) -> Literal["place", "score"]:
        """How people of different tracks are ordered against each other."""
        return stage.selection.compare or ("place" if len(self.all_tracks) > 1 else "score")
