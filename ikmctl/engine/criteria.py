"""Points of one criterion: the raw value, its scale, the threshold and the missing policy."""

from collections.abc import Hashable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.numbers import POINT, format_decimal, round_half_up
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Criterion
from ikmctl.domain.rule import Reason
from ikmctl.domain.scorecard import Points
from ikmctl.engine.sources import Desk, Reader, Value, absent, as_number, reader

FULL = Fraction(100)
_SHOWN: Final = 10_000
_MOST: Final = round_half_up(FULL, POINT)
"""Under a relative method any points are still possible, since they depend on everybody's values."""


class CriterionReader(Struct):
    """One criterion of a stage; participants with equal marks and facts share one result."""

    criterion: Criterion
    source: Reader
    relative: bool
    """Whether the method works on raw values, so that a criterion needs no scale."""
    _known: dict[Hashable, Points] = field(default_factory=dict)

    def column(self, people: Sequence[Participant]) -> list[Points]:
        """Points of all these people, in their order."""
        key_of, known = self.source.key, self._known
        found: list[Points] = []
        for one in people:
            key = key_of(one)
            points = known.get(key)
            if points is None:
                points = self._work_out(self.source.read(key))
                points = known[key] = replace(points, best=_MOST) if self.relative else points
            found.append(points)
        return found

    def _work_out(self, value: Value) -> Points:
        if value.raw is None:
            return self._missing(value)
        failed = below_threshold(self.criterion, value.raw)
        scale = self.criterion.scale
        if scale is None:
            return self._unscaled(value.raw, failed)
        points = scale.points(value.raw, self.criterion.direction)
        if points is None:
            params = {"criterion": self.criterion.id, "value": shown(value.raw)}
            return self._open(value, Reason("missing.uncovered", params), failed)
        whole = round_half_up(points, POINT)
        return Points(self.criterion.id, value.raw, whole, whole, failed)

    def _unscaled(self, raw: Fraction | str, failed: Reason | None) -> Points:
        number = as_number(raw)
        if self.relative and number is not None:
            return Points(self.criterion.id, number, None, _MOST, failed)
        params = {"criterion": self.criterion.id, "value": shown(raw)}
        return Points(self.criterion.id, raw, None, _MOST, failed, Reason("missing.scale", params))

    def _missing(self, value: Value) -> Points:
        missing = value.missing or absent(self.criterion.source)
        if self.criterion.missing == "pending" or value.panel_gap:
            return self._open(value, missing, None)
        if self.criterion.missing == "reject":
            return Points(self.criterion.id, None, None, 0, missing, missing)
        scale = self.criterion.scale
        worst = 0 if scale is None else round_half_up(scale.worst(), POINT)
        return Points(self.criterion.id, None, worst, worst, None, missing)

    def _open(self, value: Value, missing: Reason, failed: Reason | None) -> Points:
        scale = self.criterion.scale
        best = FULL if scale is None else scale.best(self.criterion.direction, value.low, value.high)
        return Points(self.criterion.id, value.raw, None, round_half_up(best, POINT), failed, missing)


def below_threshold(criterion: Criterion, raw: Fraction | str) -> Reason | None:
    """Why the raw value misses the criterion's threshold, or None."""
    number = None if criterion.threshold is None else as_number(raw)
    if criterion.threshold is None or number is None:
        return None
    limit = Fraction(criterion.threshold)
    if number >= limit if criterion.direction == "benefit" else number <= limit:
        return None
    key = "threshold.below" if criterion.direction == "benefit" else "threshold.above"
    text = _away(number, up=criterion.direction == "cost")
    return Reason(key, {"criterion": criterion.id, "value": text, "threshold": format_decimal(criterion.threshold)})


def shown(raw: Fraction | str) -> str:
    """A raw value as text for a sentence: at most four decimals, the rest cut off."""
    if isinstance(raw, str):
        return raw
    return _cut(int(raw * _SHOWN))


def _away(number: Fraction, *, up: bool) -> str:
    """A value beyond a limit, rounded away from that limit, so that it never reads as equal to it."""
    return _cut(ceil(number * _SHOWN) if up else floor(number * _SHOWN))


def _cut(parts: int) -> str:
    return format_decimal(Decimal(f"{parts}e-4"))


def criterion_readers(criteria: tuple[Criterion, ...], desk: Desk, *, relative: bool) -> tuple[CriterionReader, ...]:
    """A reader for each criterion, in order."""
    return tuple(CriterionReader(one, reader(one.source, desk), relative) for one in criteria)
