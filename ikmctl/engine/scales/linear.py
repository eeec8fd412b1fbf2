"""`{linear: [a, b]}`: a straight line between two raw values, flat outside them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, Final

from ikmctl.domain.numbers import format_decimal, parse_fraction
from ikmctl.domain.rule import Direction, Reason, ScaleUse
from ikmctl.domain.scalars import Number

FULL: Final = Fraction(100)
NOTHING: Final = Fraction(0)


class LinearScale(ScaleUse):
    """`benefit` earns 0 at `a` and 100 at `b`, `cost` the other way round."""

    name: ClassVar[str] = "linear"
    summary: ClassVar[Mapping[str, str]] = {
        "id": "garis lurus antara dua nilai; di luarnya 0 atau 100",
        "en": "a straight line between two values; 0 or 100 beyond them",
    }

    takes_any_number: ClassVar[bool] = True

    linear: tuple[Number, Number]
    """The raw values at the two ends, the smaller first.
    id: Nilai mentah di kedua ujung, yang kecil lebih dulu."""

    @cached_property
    def _ends(self) -> tuple[int, int, int]:
        """Both ends as whole numbers over one denominator."""
        (low, under), (high, other) = (end.as_integer_ratio() for end in self.linear)
        return low * other, high * under, under * other

    def points(self, value: str | Fraction, direction: Direction) -> Fraction | None:
        """Points of a number; None for text that is no number."""
        number = parse_fraction(value) if isinstance(value, str) else value
        low, high, under = self._ends
        if number is None or low >= high:
            return None
        top, bottom = number.as_integer_ratio()
        way, whole = top * under - low * bottom, (high - low) * bottom
        done = way if direction == "benefit" else whole - way
        if 0 < done < whole:
            return Fraction(100 * done, whole)
        return FULL if done > 0 else NOTHING

    def best(self, direction: Direction, low: Fraction | None = None, high: Fraction | None = None) -> Fraction:
        """100, or the points of the better end where the value is limited."""
        end = high if direction == "benefit" else low
        found = None if end is None else self.points(end, direction)
        return FULL if found is None else found

    def worst(self) -> Fraction:
        """0."""
        return NOTHING

    def faults(self) -> Iterable[Reason]:
        """The first end must be the smaller one."""
        low, high = self.linear
        if low >= high:
            yield Reason("IKM140", {"low": _text(low), "high": _text(high)})


def _text(value: Decimal) -> str:
    return format_decimal(value)
