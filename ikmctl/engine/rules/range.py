"""`{rule: range, field: F, min: 1, max: 19}`: a number between two limits."""

import math
from collections.abc import Mapping
from typing import ClassVar

from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Number, Slug


class RangeRule(RuleUse):
    """A number that is at least `min` and at most `max`."""

    name: ClassVar[str] = "range"
    summary: ClassVar[Mapping[str, str]] = {
        "id": "angka di antara dua batas, batas ikut dihitung",
        "en": "a number between two limits, limits included",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "range.met": {"id": "{field} memenuhi batas", "en": "{field} is within the limits"},
        "range.below": {"id": "{field} kurang dari {min}", "en": "{field} is below {min}"},
        "range.above": {"id": "{field} lebih dari {max}", "en": "{field} is above {max}"},
        "range.unknown": {"id": "{field} belum diisi", "en": "{field} is not filled in"},
    }

    field: Slug
    """The column.
    id: Kolomnya."""
    min: Number | None = None
    """Least value, included.
    id: Paling kecil, ikut dihitung."""
    max: Number | None = None
    """Greatest value, included.
    id: Paling besar, ikut dihitung."""

    def fields(self) -> tuple[str, ...]:
        """The column."""
        return (self.field,)

    def edges(self, field_id: str) -> tuple[int, ...]:  # noqa: ARG002  # one field
        """The least whole number within, and the least above."""
        low = () if self.min is None else (math.ceil(self.min),)
        high = () if self.max is None else (math.floor(self.max) + 1,)
        return low + high

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Compare with both limits; the sentence names the limit, not the value, which may be private."""
        value = case.number(self.field)
        if value is None:
            return None, self.say("unknown", field=self.field)
        if self.min is not None and value < self.min:
            return False, self.say("below", field=self.field, min=format_decimal(self.min))
        if self.max is not None and value > self.max:
            return False, self.say("above", field=self.field, max=format_decimal(self.max))
        return True, self.say("met", field=self.field)
