"""program.yaml as one frozen type: dates, tracks, fields, marks, stages, panel, documents."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from ikmctl.domain.model import Model
from ikmctl.domain.panel import Judge, Panel, Recusal
from ikmctl.domain.paper import Documents, DocumentSpec, Signer
from ikmctl.domain.quota import Count, Positive, Quota, QuotaRange, Share, StageQuota, StageReserves
from ikmctl.domain.scalars import Day, Flag, Name, Number, Slug, Text, Whole
from ikmctl.domain.stage import (
    Awards,
    Balance,
    Criterion,
    EachRange,
    OrderBy,
    Rule,
    Scale,
    SelectionSpec,
    Stage,
    Tier,
)

__all__ = [
    "Awards", "Balance", "Capacity", "Code", "Count", "Criterion", "Dates", "DocumentSpec", "Documents", "EachRange",
    "FieldSpec", "Group", "Judge", "Language", "MarkSpec", "OrderBy", "Panel", "Positive", "Privacy", "Program",
    "Quota", "QuotaRange", "Recusal", "Rule", "Scale", "Schedule", "SeatRange", "SelectionSpec", "Share", "Signer",
    "Stage", "StageQuota", "StageReserves", "Tier", "Track", "Unit", "Window",
]  # fmt: skip

Language = Literal["id", "en"]
Unit = Literal["person", "business", "sentra"]
Code = Annotated[str, Field(pattern=r"^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$")]


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
    days: Positive | None = None
    """Training days that the invitation promises; `validate` compares them with start, end and off."""


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
    seats: SeatRange = Field(default_factory=SeatRange.model_construct)


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
    schedule: Schedule = Field(default_factory=Schedule.model_construct)
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
    panel: Panel = Field(default_factory=Panel.model_construct)
    documents: Documents = Field(default_factory=Documents.model_construct)
    privacy: Privacy = Field(default_factory=Privacy.model_construct)

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
