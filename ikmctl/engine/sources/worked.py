"""Sources that are worked out of two others: gain and ratio."""

from collections.abc import Hashable
from fractions import Fraction
from typing import Any, TypeAlias

from msgspec import Struct

from ikmctl.domain.participant import Participant
from ikmctl.domain.source import Source
from ikmctl.engine.sources.base import Desk, Reader, Value, absent, as_number, exact

_Span: TypeAlias = tuple[Fraction | None, Fraction | None]


class GainReader(Struct):
    """`{gain: [pre, post]}`: the part of the possible gain that was reached, `(post - pre) / (max - pre)`."""

    source: Source
    pre: Reader
    post: Reader
    most: Fraction | None

    def key(self, participant: Participant) -> Hashable:
        """Both parts."""
        return (self.pre.key(participant), self.post.key(participant))

    def read(self, key: Any) -> Value:
        """The gain, with its limits while a part is missing."""
        pre, post = self.pre.read(key[0]), self.post.read(key[1])
        if self.most is None:
            return Value(None, absent(self.source))
        before, after = as_number(pre.raw), as_number(post.raw)
        if before is not None and after is not None:
            return Value(gain(before, after, self.most))
        missing = pre.missing or post.missing or absent(self.source, "missing.number")
        first = (before, before) if before is not None else (pre.low, pre.high)
        second = (after, after) if after is not None else (post.low, post.high)
        low, high = _limits(self.most, first, second)
        return Value(None, missing, low, high, pre.panel_gap or post.panel_gap)


def gain(before: Fraction, after: Fraction, most: Fraction) -> Fraction:
    """The part of the possible gain; at a full first mark 1 if the second is full too, else 0."""
    if before >= most:
        return Fraction(1 if after >= most else 0)
    return (after - before) / (most - before)


def _limits(most: Fraction, first: _Span, second: _Span) -> _Span:
    """The least and the most gain: it falls without end as the first mark nears the maximum, and is 0 or 1 there."""
    full = first[0] != first[1] and (first[1] is None or first[1] >= most)
    low = None if first[1] is None or second[0] is None else gain(first[1], second[0], most)
    low = None if full and low != 1 else low
    if first[0] is None or second[1] is None:
        return low, None
    high = gain(first[0], second[1], most)
    return low, max(high, gain(most, second[1], most)) if full else high


class RatioReader(Struct):
    """`{ratio: [a, b]}`: one value over another."""

    source: Source
    over: Reader
    under: Reader

    def key(self, participant: Participant) -> Hashable:
        """Both parts."""
        return (self.over.key(participant), self.under.key(participant))

    def read(self, key: Any) -> Value:
        """The ratio; there is none while a part is missing or the second is zero."""
        over, under = self.over.read(key[0]), self.under.read(key[1])
        top, bottom = as_number(over.raw), as_number(under.raw)
        gap = over.panel_gap or under.panel_gap
        if top is None or bottom is None:
            missing = over.missing or under.missing or absent(self.source, "missing.number")
            return Value(None, missing, panel_gap=gap)
        return Value(top / bottom) if bottom else Value(None, absent(self.source, "missing.zero"))


def most_of(source: Source, desk: Desk) -> Fraction | None:
    """The declared maximum of a plain source, or None."""
    if source.kind == "field":
        spec = desk.field_spec(source.names[0])
        return exact(spec.max) if spec else None
    mark = desk.mark(source.names[0]) if source.kind in ("mark", "item") else None
    return exact(mark.max) if mark else None
