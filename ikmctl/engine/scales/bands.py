"""`{bands: [{from, below, points}]}`: half-open steps, each from `from` up to but not at `below`."""

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, ClassVar, Final

from pydantic import Field

from ikmctl.domain.model import Model
from ikmctl.domain.numbers import format_decimal, parse_fraction
from ikmctl.domain.rule import Direction, Reason, ScaleUse
from ikmctl.domain.scalars import Number

FULL: Final = Fraction(100)


class Band(Model):
    """One step; an end that is left out is open."""

    from_: Annotated[Number | None, Field(alias="from")] = None
    """Least value of the step, included.
    id: Nilai paling kecil jenjang ini, ikut dihitung."""
    below: Number | None = None
    """The value at which the next step begins.
    id: Nilai tempat jenjang berikutnya mulai."""
    points: Number
    """Points of every value in the step.
    id: Angka bagi setiap nilai di jenjang ini."""


class BandsScale(ScaleUse):
    """Steps that lie side by side in rising order, without a gap and without an overlap."""

    name: ClassVar[str] = "bands"
    summary: ClassVar[Mapping[str, str]] = {
        "id": "jenjang: tiap rentang nilai mendapat angka tetap",
        "en": "steps: each range of values earns fixed points",
    }

    bands: tuple[Band, ...]
    """The steps, lowest first.
    id: Jenjang-jenjangnya, dari yang terendah."""

    def points(self, value: str | Fraction, direction: Direction) -> Fraction | None:  # noqa: ARG002  # points are explicit
        """Points of the step that holds the value; None below the lowest and above the highest."""
        number = parse_fraction(value) if isinstance(value, str) else value
        if number is None:
            return None
        return next((Fraction(band.points) for band in self.bands if _holds(band, number)), None)

    def best(self, direction: Direction, low: Fraction | None = None, high: Fraction | None = None) -> Fraction:  # noqa: ARG002
        """The most points of any step that the limits touch."""
        within = [band.points for band in self.bands if _touches(band, low, high)]
        return Fraction(max(within or [band.points for band in self.bands], default=Decimal(100)))

    def worst(self) -> Fraction:
        """The fewest points of any step."""
        return Fraction(min((band.points for band in self.bands), default=Decimal(0)))

    def edges(self) -> tuple[int, ...]:
        """The whole numbers at which steps begin."""
        ends = [end for band in self.bands for end in (band.from_, band.below) if end is not None]
        return tuple(sorted({math.ceil(end) for end in ends}))

    def corners(self) -> tuple[Fraction, ...]:
        """The values at which steps begin, the lowest step by its end."""
        return tuple(
            Fraction(band.below) - 1 if band.from_ is None and band.below is not None else Fraction(band.from_ or 0)
            for band in self.bands
        )

    def faults(self) -> Iterable[Reason]:
        """Empty steps, gaps, overlaps, and points outside 0-100."""
        for band in self.bands:
            if band.from_ is not None and band.below is not None and band.from_ >= band.below:
                yield Reason("IKM143", {"from": _end(band.from_), "below": _end(band.below)})
            if not 0 <= band.points <= FULL:
                yield Reason("IKM144", {"value": _end(band.from_), "points": format_decimal(band.points)})
        for lower, upper in zip(self.bands, self.bands[1:], strict=False):
            ends = {"below": _end(lower.below), "from": _end(upper.from_)}
            if lower.below is None or upper.from_ is None or lower.below > upper.from_:
                yield Reason("IKM142", ends)
            elif lower.below < upper.from_:
                yield Reason("IKM141", ends)
        if not self.bands:
            yield Reason("IKM143", {"from": "", "below": ""})


def _holds(band: Band, number: Fraction) -> bool:
    return (band.from_ is None or number >= band.from_) and (band.below is None or number < band.below)


def _touches(band: Band, low: Fraction | None, high: Fraction | None) -> bool:
    return (low is None or band.below is None or low < band.below) and (
        high is None or band.from_ is None or high >= band.from_
    )


def _end(value: Decimal | None) -> str:
    return "" if value is None else format_decimal(value)
