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
    """Name of the criterion in commands and files.
    id: Nama kriteria dalam perintah dan berkas."""
    name: Text = ""
    """Name of the criterion in documents; where it is empty, that of the mark or column of the same id.
    id: Nama kriteria dalam dokumen; bila kosong, nama nilai mentah atau kolom yang id-nya sama."""
    source: SourceSpelling
    """Where the value comes from: `marks.M`, `fields.F`, `{gain: [pre, post]}` and the like.
    id: Asal nilainya: `marks.M`, `fields.F`, `{gain: [pre, post]}` dan sejenisnya."""
    direction: Direction
    """`benefit`: more is better; `cost`: less is better. There is no default.
    id: `benefit`: makin besar makin baik; `cost`: makin kecil makin baik. Tidak ada nilai bawaan."""
    scale: Scale | None = None
    """How a raw value becomes points; needed by `weighted_sum`.
    id: Cara nilai mentah menjadi angka 0-100; wajib untuk `weighted_sum`."""
    weight: Count
    """Whole number; shares are taken of the sum of weights.
    id: Bilangan bulat; bagiannya dihitung dari jumlah semua bobot."""
    threshold: Number | None = None
    """Least raw value (for `cost`: most) below which a participant is out, in raw units.
    id: Ambang dalam satuan mentah: peserta di bawahnya (untuk `cost`: di atasnya) gugur."""
    missing: Literal["reject", "pending", "worst"]
    """What a missing value means. There is no default: missing is not zero.
    id: Arti nilai yang belum ada: gugur (`reject`), tertunda (`pending`) atau angka terendah (`worst`). Tidak ada
    nilai bawaan: belum ada bukan nol."""
    description: Text = ""
    """What the criterion measures, in your own words.
    id: Yang diukur kriteria ini, dengan kata Anda sendiri."""


class EachRange(Model):
    """Limits for every value of a column."""

    min: Count | None = None
    """Fewest people of each value.
    id: Orang paling sedikit untuk tiap nilai."""
    max: Positive | None = None
    """Most people of each value.
    id: Orang paling banyak untuk tiap nilai."""
    min_share: Share | None = None
    """Least share of each value, from 0 to 1.
    id: Bagian paling kecil untuk tiap nilai, dari 0 sampai 1."""
    max_share: Share | None = None
    """Greatest share of each value, from 0 to 1.
    id: Bagian paling besar untuk tiap nilai, dari 0 sampai 1."""


class Balance(Model):
    """A hard floor or ceiling on who is selected, over all seats or within each track."""

    field: Slug
    """The column that is counted, such as `gender` or `district`.
    id: Kolom yang dihitung, misalnya `gender` atau `district`."""
    value: Name | None = None
    """The one value that the limits are about.
    id: Satu nilai yang dibatasi."""
    each: EachRange | None = None
    """Limits for every value of the column, in place of `value`.
    id: Batas untuk setiap nilai kolom itu, sebagai ganti `value`."""
    min: Count | None = None
    """Fewest people.
    id: Orang paling sedikit."""
    max: Count | None = None
    """Most people.
    id: Orang paling banyak."""
    min_share: Share | None = None
    """Least share of the seats, from 0 to 1; rounded up to whole people.
    id: Bagian kursi paling kecil, dari 0 sampai 1; dibulatkan ke atas menjadi orang."""
    max_share: Share | None = None
    """Greatest share of the seats, from 0 to 1; rounded down to whole people.
    id: Bagian kursi paling besar, dari 0 sampai 1; dibulatkan ke bawah menjadi orang."""
    per: Literal["all", "track"] = "all"
    """Counted over `all` seats, or within each `track`.
    id: Dihitung atas semua kursi (`all`), atau di dalam tiap bidang (`track`)."""

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
    """`strict`: best first; `lottery`: by lot among those who qualify.
    id: `strict`: terbaik lebih dulu; `lottery`: diundi di antara yang memenuhi syarat."""
    compare: Literal["place", "score"] | None = None
    """Default: `place` where there are several tracks, else `score`.
    id: Membandingkan orang antarbidang menurut urutan di bidangnya (`place`) atau nilai akhir (`score`). Bawaan:
    `place` bila ada beberapa bidang, selebihnya `score`."""
    balance: tuple[Balance, ...] = ()
    """Hard floors and ceilings on who is selected.
    id: Batas wajib, paling sedikit dan paling banyak, bagi susunan yang terpilih."""
    max_per: Mapping[Slug, Positive] = Field(default_factory=dict)
    """At most so many selected people who share a label.
    id: Paling banyak sekian orang terpilih dengan label yang sama, misalnya serumah."""
    second_choice: Flag = False
    """Whether `track_2` counts where the first choice is full.
    id: Apakah pilihan kedua (`track_2`) dipakai bila pilihan pertama penuh."""
    ties: tuple[Slug, ...] = ("ticket",)
    """Criteria ids, then optionally `panel`, then `ticket`.
    id: Pemutus nilai sama: id kriteria, lalu boleh `panel`, lalu `ticket`."""


class Tier(Model):
    """One step of prizes."""

    name: Name
    """Name of the prize.
    id: Nama hadiah."""
    places: Annotated[Positive, Field(le=100_000)]
    """How many receive it.
    id: Berapa orang yang menerimanya."""
    amount: Count = 0
    """Whole rupiah.
    id: Rupiah, tanpa pecahan."""


class Awards(Model):
    """Prizes by final order."""

    tiers: tuple[Tier, ...] = ()
    """The prizes, the first one first.
    id: Hadiah, dari yang pertama."""
    group_by: Literal["track"] | None = None
    """`track`: every track has its own prizes.
    id: `track`: tiap bidang punya hadiah sendiri."""
    on_withdraw: Literal["move_up", "fill_last"] = "move_up"
    """When a winner withdraws: the others `move_up`, or a reserve takes the last place (`fill_last`).
    id: Bila pemenang mundur: yang lain naik (`move_up`), atau cadangan mengisi tempat terakhir (`fill_last`)."""
    budget: Count | None = None
    """Whole rupiah that all prizes together may cost and must come to.
    id: Rupiah, tanpa pecahan, yang harus sama dengan jumlah semua hadiah."""

    def total(self, groups: int) -> int:
        """Whole rupiah of all prizes; with `group_by` every group has its own ladder."""
        return sum(tier.places * tier.amount for tier in self.tiers) * (groups if self.group_by else 1)


class OrderBy(Model):
    """One key of the order of a program without scores."""

    by: SourceSpelling
    """The value that orders people, such as `fields.nomination_rank`.
    id: Nilai yang mengurutkan orang, misalnya `fields.nomination_rank`."""
    direction: Literal["ascending", "descending"] = "ascending"
    """`ascending`: the smallest first; `descending`: the greatest first.
    id: `ascending`: yang terkecil lebih dulu; `descending`: yang terbesar lebih dulu."""


class Stage(Model):
    """One selection step."""

    id: FolderName
    """Name of the stage in commands, and of its folder.
    id: Nama tahap dalam perintah, dan nama foldernya."""
    name: Text = ""
    """Name of the stage in documents; its id where it is empty.
    id: Nama tahap dalam dokumen; bila kosong dicetak id-nya."""
    kind: Literal["select", "match"] = "select"
    """`select` picks people; `match` pairs members with demand lines of firms.
    id: `select` memilih orang; `match` memasangkan anggota dengan kebutuhan perusahaan."""
    from_stage: Slug | None = Field(default=None, alias="from")
    """The stage whose selected people are this stage's pool.
    id: Tahap sebelumnya: yang terpilih di sana menjadi calon di sini."""
    quota: Annotated[StageQuota, BeforeValidator(read_by_track)] | None = None
    """Seats of this stage, in place of the tracks' quotas: one value, or a map by track.
    id: Kursi tahap ini, sebagai ganti kuota bidang: satu nilai, atau satu nilai per bidang."""
    reserves: Annotated[StageReserves, BeforeValidator(read_reserves)] | None = None
    """Reserves of this stage: one number, or a map by track.
    id: Jumlah cadangan tahap ini: satu angka, atau satu angka per bidang."""
    threshold: Number | None = None
    """Least total score on 0-100.
    id: Nilai akhir paling rendah pada 0-100."""
    order: tuple[OrderBy, ...] = ()
    """How people are ordered where there are no criteria.
    id: Cara mengurutkan orang bila tidak ada kriteria."""
    eligibility: tuple[Rule, ...] = ()
    """Rules that everybody must meet to take part.
    id: Syarat yang harus dipenuhi setiap orang."""
    criteria: tuple[Criterion, ...] = ()
    """What the score is made of.
    id: Yang membentuk nilai akhir."""
    method: Slug = "weighted_sum"
    """How points become one score: `weighted_sum`, or `saw`, `wp`, `topsis` where a guideline prescribes it.
    id: Cara angka menjadi nilai akhir: `weighted_sum`, atau `saw`, `wp`, `topsis` bila juknis menetapkannya."""
    selection: SelectionSpec = Field(default_factory=SelectionSpec.model_construct)
    """How seats are given.
    id: Cara kursi diberikan."""
    awards: Awards = Field(default_factory=Awards.model_construct)
    """Prizes by final order.
    id: Hadiah menurut urutan akhir."""
    lines_per_member: LinesPerMember = 1
    """In a match: demand lines that one member may serve, a number or the field that says it.
    id: Untuk `match`: berapa kebutuhan yang boleh dilayani satu anggota, sebuah angka atau kolom yang menyebutnya."""
