"""`{rule: one_of, field: F, values: [...]}`: the fact is one of the listed values."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Name, Slug


class OneOfRule(RuleUse):
    """The fact, or one of its several values, stands in the list; capitals do not matter."""

    name: ClassVar[str] = "one_of"
    summary: ClassVar[Mapping[str, str]] = {
        "id": "isian termasuk dalam daftar",
        "en": "the value is in the list",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "one_of.met": {"id": "{field}: {value}", "en": "{field}: {value}"},
        "one_of.other": {
            "id": "{field}: {value}, yang diterima: {values}",
            "en": "{field}: {value}, accepted: {values}",
        },
        "one_of.unknown": {"id": "{field} belum diisi", "en": "{field} is not filled in"},
    }

    field: Slug
    """The column.
    id: Kolomnya."""
    values: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Accepted values.
    id: Isian yang diterima."""

    def fields(self) -> tuple[str, ...]:
        """The column."""
        return (self.field,)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Look the values up."""
        value = case.fact(self.field)
        if value is None:
            return None, self.say("unknown", field=self.field)
        if words(value) & {known.casefold() for known in self.values}:
            return True, self.say("met", field=self.field, value=value)
        return False, self.say("other", field=self.field, value=value, values=", ".join(self.values))


def words(value: str) -> set[str]:
    """The values of a fact (several are joined by `|`), without regard to capitals."""
    return {part.casefold() for part in value.split("|")}
