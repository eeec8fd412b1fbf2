"""The judges (dewan juri) and how their marks become one."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Name, Slug, Text


class Judge(Model):
    """One assessor: which tracks and which items they mark."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,15}$")]
    """Short name of the judge, such as `J1`.
    id: Nama singkat juri, misalnya `J1`."""
    role: Text = ""
    """Where the judge comes from, such as `akademisi`.
    id: Asal juri, misalnya `akademisi`."""
    tracks: tuple[Slug, ...] = ()
    """Empty: all tracks.
    id: Bidang yang dinilai; kosong: semua bidang."""
    items: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)?$")], ...],
        BeforeValidator(lambda value: () if value == "all" else value),
    ] = ()
    """Marks and items such as `practice`, `practice.hasil`; `all` (the default) reads as empty.
    id: Nilai dan butir seperti `practice` atau `practice.hasil`; `all` (bawaan) berarti semuanya."""


class Recusal(Model):
    """A judge who steps aside for one participant."""

    judge: Name
    """The judge who steps aside.
    id: Juri yang tidak ikut menilai."""
    id: Name
    """The participant's number.
    id: Nomor pesertanya."""
    reason: Text
    """Why, such as being related.
    id: Alasannya, misalnya bersaudara."""


class Panel(Model):
    """The judges and how their marks become one."""

    aggregate: Literal["mean", "adjusted", "trimmed"] = "mean"
    """How marks of several judges become one: `mean`, `adjusted` for leniency, or `trimmed`.
    id: Cara nilai beberapa juri menjadi satu: rata-rata (`mean`), disesuaikan kelonggaran juri (`adjusted`), atau
    tanpa nilai ujung (`trimmed`)."""
    incomplete: Literal["stop", "mean_of_present"] = "stop"
    """Where a judge's mark lacks: `stop`, or take the `mean_of_present`.
    id: Bila nilai seorang juri belum ada: berhenti (`stop`), atau pakai rata-rata yang ada (`mean_of_present`)."""
    judges: tuple[Judge, ...] = ()
    """The judges.
    id: Para juri."""
    recusals: tuple[Recusal, ...] = ()
    """Who steps aside for whom.
    id: Juri siapa yang tidak menilai peserta mana."""
