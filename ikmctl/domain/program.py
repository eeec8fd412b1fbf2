"""program.yaml as one frozen type: dates, tracks, fields, marks, stages, panel, documents."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from ikmctl.domain.model import Model
from ikmctl.domain.panel import Judge, Panel, Recusal
from ikmctl.domain.paper import Documents, DocumentSpec, Signer
from ikmctl.domain.quota import Count, Positive, Quota, QuotaRange, Share, StageQuota, StageReserves
from ikmctl.domain.scalars import Day, Flag, Name, Number, Slug, Text, Whole, one_or_many
from ikmctl.domain.schedule import Dates, Schedule, Window
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


class Capacity(Model):
    """People in the room; quotas are seats on the shortlist."""

    max: Positive
    """Most people.
    id: Orang paling banyak."""


_OWN_KEYS: Final = frozenset(("everywhere", "by_track", "min", "max"))
"""Keys that a stage's `quota:` and `reserves:` may have in place of ids of tracks."""


def _read_track(text: str) -> str:
    if text in _OWN_KEYS:
        raise PydanticCustomError("IKM190", "a word of our own")
    return text


class Track(Model):
    """A field of training (bidang) with its own quota."""

    id: Annotated[Slug, AfterValidator(_read_track)]
    """Name of the track in commands and files.
    id: Nama bidang dalam perintah dan berkas."""
    name: Name
    """Name of the track in documents.
    id: Nama bidang dalam dokumen."""
    quota: Quota
    """Seats on the shortlist: `10` at most, `{min: 15, max: 20}` for a class that opens from 15, or `all`.
    id: Kursi di daftar terpilih: `10` paling banyak, `{min: 15, max: 20}` untuk kelas yang baru dibuka mulai 15
    orang, atau `all` untuk semua."""
    reserves: Count = 0
    """People on the reserve list.
    id: Jumlah orang di daftar cadangan."""
    aliases: tuple[Name, ...] = ()
    """Other words for this track in spreadsheets.
    id: Sebutan lain bidang ini di lembar kerja."""
    kbli: tuple[Annotated[str, Field(pattern=r"^[0-9]{5}$")], ...] = ()
    """KBLI codes of the track, for the rule `kbli`.
    id: Kode KBLI bidang ini, untuk aturan `kbli`."""


class SeatRange(Model):
    """Seats of one group."""

    min: Count = 0
    """Fewest seats.
    id: Kursi paling sedikit."""
    max: Positive | None = None
    """Most seats.
    id: Kursi paling banyak."""


class Group(Model):
    """A sentra or village that nominates people."""

    id: Slug
    """Name of the group in commands and files.
    id: Nama kelompok dalam perintah dan berkas."""
    name: Name
    """Name of the group in documents.
    id: Nama kelompok dalam dokumen."""
    aliases: tuple[Name, ...] = ()
    """Other words for this group in spreadsheets.
    id: Sebutan lain kelompok ini di lembar kerja."""
    dak: Text = ""
    """DAK status, a word of the program's own.
    id: Status DAK, dengan kata pilihan program sendiri."""
    priority: Text = ""
    """Priority, a word of the program's own.
    id: Prioritas, dengan kata pilihan program sendiri."""
    units: Count | None = None
    """Active units in the sentra.
    id: Jumlah unit usaha aktif di sentra."""
    seats: SeatRange = Field(default_factory=SeatRange.model_construct)
    """Seats of this group among the selected.
    id: Kursi kelompok ini di daftar terpilih."""


class FieldSpec(Model):
    """A column beyond the known catalogue, or a known one with other headers or limits."""

    id: Slug
    """Name of the column in participants.csv and in rules.
    id: Nama kolom di participants.csv dan dalam aturan."""
    name: Text = ""
    """Name of the column in documents; its first header, or its id, where it is empty.
    id: Nama kolom dalam dokumen; bila kosong dicetak judul kolomnya yang pertama, atau id-nya."""
    type: Literal["integer", "decimal", "text", "choice", "multi", "flag", "day", "rupiah"]
    """What the column holds.
    id: Jenis isi kolom."""
    min: Number | None = None
    """Least allowed value.
    id: Nilai paling kecil yang diterima."""
    max: Number | None = None
    """Greatest allowed value.
    id: Nilai paling besar yang diterima."""
    values: tuple[Name, ...] = ()
    """Allowed words of a `choice` or `multi`.
    id: Kata yang diterima untuk `choice` atau `multi`."""
    headers: tuple[Name, ...] = ()
    """Accepted headers in spreadsheets.
    id: Judul kolom yang diterima di lembar kerja."""
    sensitive: Flag | None = None
    """Reaches tracked files only as a band. Default: true for `rupiah`, else what the catalogue says.
    id: Masuk ke berkas terlacak hanya sebagai rentang. Bawaan: ya untuk `rupiah`, selebihnya menurut katalog kolom."""
    description: Text = ""
    """What the column is for, in your own words.
    id: Guna kolom ini, dengan kata Anda sendiri."""


class MarkSpec(Model):
    """One raw observation that may arrive: a test, a judge's items, attendance."""

    per: Literal["participant", "judge", "session"]
    """One value per `participant`, one from each `judge`, or one per `session`.
    id: Satu nilai per peserta (`participant`), dari tiap juri (`judge`), atau per sesi (`session`)."""
    stage: Slug
    """The one stage that uses the mark.
    id: Satu-satunya tahap yang memakai nilai ini."""
    name: Text = ""
    """Name of the mark in documents and on judges' sheets; its id where it is empty.
    id: Nama nilai ini dalam dokumen dan di lembar juri; bila kosong dicetak id-nya."""
    min: Number | None = None
    """Least possible value.
    id: Nilai paling kecil."""
    max: Number | None = None
    """Greatest possible value.
    id: Nilai paling besar."""
    items: tuple[Slug, ...] = ()
    """What a judge marks one by one.
    id: Butir yang dinilai juri satu per satu."""
    weights: Mapping[Slug, Positive] = Field(default_factory=dict)
    """Weights of items; all 1 when empty.
    id: Bobot tiap butir; semuanya 1 bila kosong."""
    names: Mapping[Slug, Text] = Field(default_factory=dict)
    """Names of items in documents and on judges' sheets; an item without one is printed as it is written.
    id: Nama tiap butir dalam dokumen dan di lembar juri; butir tanpa nama dicetak seperti tertulis."""
    codes: Mapping[Name, Share] = Field(default_factory=dict)
    """For sessions: code -> share of the session that counts as attended, from 0 to 1.
    id: Untuk sesi: kode -> bagian sesi yang dihitung hadir, dari 0 sampai 1."""
    headers: tuple[Name, ...] = ()
    """Accepted headers in spreadsheets.
    id: Judul kolom yang diterima di lembar kerja."""


class Privacy(Model):
    """How long private data is kept."""

    retention: Day | None = None
    """Last day on which private data is kept; `purge` destroys it afterwards.
    id: Hari terakhir data pribadi disimpan; sesudah itu `purge` memusnahkannya."""


class Program(Model):
    """One training program and its selections: the whole of program.yaml."""

    format: Annotated[Whole, Field(ge=1, le=1)] = 1
    """Version of this file format; always 1.
    id: Versi bentuk berkas ini; selalu 1."""
    id: Slug
    """Name of the program in commands, the same as its folder: small letters, digits and hyphens.
    id: Nama program dalam perintah, sama dengan nama foldernya: huruf kecil, angka dan tanda hubung."""
    synthetic: Flag = False
    """Example data with made-up people; real programs leave it out.
    id: Data contoh dengan orang rekaan; program sungguhan tidak memakainya."""
    title: Name
    """Full name of the program, as documents print it.
    id: Nama lengkap program, seperti tercetak dalam dokumen."""
    organizer: Text = ""
    """The office that runs it.
    id: Kantor yang menyelenggarakan."""
    region: Code | None = None
    """Kemendagri code of the organising region.
    id: Kode wilayah Kemendagri milik penyelenggara."""
    venue: Text = ""
    """Where the training is held.
    id: Tempat pelatihan."""
    dates: Dates | None = None
    """The days of the training.
    id: Hari-hari pelatihan."""
    schedule: Schedule = Field(default_factory=Schedule.model_construct)
    """What happens after the training, and when.
    id: Apa yang terjadi sesudah pelatihan, dan kapan."""
    as_of: Day
    """Ages and business years are counted on this day.
    id: Umur dan lama usaha dihitung pada hari ini."""
    unit: Unit = "person"
    """What one row stands for: a `person`, a `business` or a `sentra`.
    id: Arti satu baris: orang (`person`), usaha (`business`) atau sentra (`sentra`)."""
    identity: Annotated[tuple[Slug, ...], BeforeValidator(one_or_many)] = ("nik",)
    """The columns that make one applicant: `nik`, `nib`, `registration`, or a list.
    id: Kolom yang menentukan satu pendaftar: `nik`, `nib`, `registration`, atau beberapa kolom."""
    language: Language = "id"
    """Language of the documents: `id` or `en`.
    id: Bahasa dokumen: `id` atau `en`."""
    capacity: Capacity | None = None
    """People whom the training itself can take.
    id: Berapa orang yang dapat ditampung pelatihannya."""
    tracks: tuple[Track, ...] = ()
    """Fields of training (bidang), each with its quota. Without any there is one track, `all`.
    id: Bidang pelatihan, masing-masing dengan kuotanya. Tanpa bidang, ada satu bidang bernama `all`."""
    groups: tuple[Group, ...] = ()
    """Centres (sentra) or villages that nominate people.
    id: Sentra atau desa yang mengusulkan orang."""
    fields: tuple[FieldSpec, ...] = ()
    """Columns of the registration form beyond the known ones.
    id: Kolom formulir pendaftaran di luar yang sudah dikenal."""
    marks: Mapping[Slug, MarkSpec] = Field(default_factory=dict)
    """Every raw observation that may arrive: tests, judges' marks, attendance.
    id: Semua nilai mentah yang dapat masuk: tes, nilai juri, daftar hadir."""
    stages: tuple[Stage, ...] = Field(min_length=1)
    """The selection steps, in order; most programs have one.
    id: Tahap seleksi, berurutan; kebanyakan program punya satu."""
    panel: Panel = Field(default_factory=Panel.model_construct)
    """The judges (dewan juri) and how their marks become one.
    id: Dewan juri, dan cara nilai mereka disatukan."""
    documents: Documents = Field(default_factory=Documents.model_construct)
    """What documents print beyond the result: letterhead, numbers, signers.
    id: Yang dicetak dokumen di luar hasilnya: kop, nomor, penanda tangan."""
    privacy: Privacy = Field(default_factory=Privacy.model_construct)
    """How long private data is kept.
    id: Berapa lama data pribadi disimpan."""

    @cached_property
    def all_tracks(self) -> tuple[Track, ...]:
        """The tracks, or the one implied track `all`."""
        return self.tracks or (Track(id="all", name=self.title, quota=QuotaRange(max=None)),)

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
