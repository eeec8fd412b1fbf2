"""`{map: {...}}`: points for each named value."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, Final

from ikmctl.domain.numbers import format_decimal, parse_fraction
from ikmctl.domain.rule import Direction, Reason, ScaleUse
from ikmctl.domain.scalars import Name, Number

FULL: Final = Fraction(100)


def _key(value: str | Fraction) -> str | Fraction:
    """Numbers are compared as numbers (`1.0` is `1`), words letter by letter."""
    if isinstance(value, Fraction):
        return value
    number = parse_fraction(value)
    return value if number is None else number


class MapScale(ScaleUse):
    """Every value that may occur stands in the map; any other earns no points until it is mended."""

    name: ClassVar[str] = "map"
    summary: ClassVar[Mapping[str, str]] = {
        "id": "nilai 0-100 untuk tiap pilihan",
        "en": "0-100 points for each choice",
    }

    map: Mapping[Name, Number]
    """Value -> points.
    id: Isian -> angka."""

    @cached_property
    def _points(self) -> dict[str | Fraction, Fraction]:
        return {_key(value): Fraction(points) for value, points in self.map.items()}

    def points(self, value: str | Fraction, direction: Direction) -> Fraction | None:  # noqa: ARG002  # points are explicit
        """Points of a listed value, else None."""
        return self._points.get(_key(value))

    def best(self, direction: Direction, low: Fraction | None = None, high: Fraction | None = None) -> Fraction:  # noqa: ARG002
        """The most points of any listed value within the limits."""
        within = [points for value, points in self._points.items() if _is_within(value, low, high)]
        return max(within or self._points.values(), default=FULL)

    def worst(self) -> Fraction:
        """The fewest points of any listed value."""
        return min(self._points.values(), default=Fraction(0))

    def corners(self) -> tuple[Fraction, ...]:
        """The values that are numbers, rising."""
        return tuple(sorted(value for value in self._points if isinstance(value, Fraction)))

    def faults(self) -> Iterable[Reason]:
        """Points outside 0-100, and two spellings of one number."""
        for value, points in self.map.items():
            if not 0 <= points <= FULL:
                yield Reason("IKM144", {"value": value, "points": format_decimal(points)})
        if len(self._points) < len(self.map):
            spelled = Counter(map(_key, self.map))
            twice = sorted(value for value in self.map if spelled[_key(value)] > 1)
            yield Reason("IKM148", {"kind": "value", "id": ", ".join(twice)})
        if not self.map:
            yield Reason("IKM143", {"from": "", "below": ""})


def _is_within(value: str | Fraction, low: Fraction | None, high: Fraction | None) -> bool:
    if isinstance(value, str):
        return True
    return (low is None or value >= low) and (high is None or value <= high)
