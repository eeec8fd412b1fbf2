"""`{rule: not_one_of, field: F, values: [...]}`: the fact is none of the listed values."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Name, Slug
from ikmctl.engine.rules.one_of import words


class NotOneOfRule(RuleUse):
    """Neither the fact nor one of its several values stands in the list; capitals do not matter."""

    name: ClassVar[str] = "not_one_of"
    summary: ClassVar[Mapping[str, str]] = {
        "id": "isian tidak termasuk dalam daftar",
        "en": "the value is not in the list",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "not_one_of.met": {"id": "{field}: {value}", "en": "{field}: {value}"},
        "not_one_of.listed": {
            "id": "{field}: {value}, yang tidak diterima: {values}",
            "en": "{field}: {value}, not accepted: {values}",
        },
        "not_one_of.unknown": {"id": "{field} belum diisi", "en": "{field} is not filled in"},
    }

    field: Slug
    """The column.
    id: Kolomnya."""
    values: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Values that are refused.
    id: Isian yang ditolak."""

    def fields(self) -> tuple[str, ...]:
        """The column."""
        return (self.field,)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Look the values up."""
        value = case.fact(self.field)
        if value is None:
            return None, self.say("unknown", field=self.field)
        if words(value) & {refused.casefold() for refused in self.values}:
            return False, self.say("listed", field=self.field, value=value, values=", ".join(self.values))
        return True, self.say("met", field=self.field, value=value)
