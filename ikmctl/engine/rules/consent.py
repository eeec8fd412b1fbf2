"""`{rule: consent}`: the person agreed, for example to share data with a firm."""

from collections.abc import Mapping
from typing import ClassVar

from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Slug


class ConsentRule(RuleUse):
    """A yes in the column; a no is final, a blank is not known."""

    name: ClassVar[str] = "consent"
    summary: ClassVar[Mapping[str, str]] = {"id": "menyatakan setuju", "en": "has given consent"}
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "consent.met": {"id": "menyatakan setuju ({field})", "en": "has given consent ({field})"},
        "consent.refused": {"id": "menyatakan tidak setuju ({field})", "en": "has refused consent ({field})"},
        "consent.unknown": {"id": "persetujuan belum diisi ({field})", "en": "consent is not filled in ({field})"},
    }

    field: Slug = "consent"
    """The column.
    id: Kolomnya."""

    def fields(self) -> tuple[str, ...]:
        """The column."""
        return (self.field,)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Read the flag."""
        value = case.fact(self.field)
        if value not in ("true", "false"):
            return None, self.say("unknown", field=self.field)
        return value == "true", self.say("met" if value == "true" else "refused", field=self.field)
