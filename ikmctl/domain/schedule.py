"""When things happen: the days of the training, the announcement, the objection window."""

from typing import Annotated

from pydantic import Field

from ikmctl.domain.model import Model
from ikmctl.domain.quota import Positive
from ikmctl.domain.scalars import Day


class Dates(Model):
    """The days of the training."""

    start: Day
    """First day.
    id: Hari pertama."""
    end: Day
    """Last day, included.
    id: Hari terakhir, ikut dihitung."""
    off: tuple[Day, ...] = ()
    """Days between start and end without training.
    id: Hari tanpa pelatihan di antara hari pertama dan terakhir."""
    sessions_per_day: Annotated[Positive, Field(le=24)] = 1
    """Attendance sessions on each training day, one an hour at most.
    id: Sesi daftar hadir tiap hari pelatihan, paling banyak satu tiap jam."""
    days: Positive | None = None
    """Training days that the invitation promises; `validate` compares them with start, end and off.
    id: Jumlah hari pelatihan menurut undangan; `validate` membandingkannya dengan start, end dan off."""


class Window(Model):
    """The objection window (masa sanggah), both days included."""

    start: Day
    """First day.
    id: Hari pertama."""
    end: Day
    """Last day, included.
    id: Hari terakhir, ikut dihitung."""


class Schedule(Model):
    """What happens after the training."""

    announce: Day | None = None
    """Day of the announcement.
    id: Hari pengumuman."""
    objection: Window | None = None
    """Days on which objections are received.
    id: Masa sanggah: hari-hari sanggahan diterima."""
    confirm_by: Day | None = None
    """Last day on which a selected person confirms (daftar ulang).
    id: Hari terakhir daftar ulang bagi yang terpilih."""
