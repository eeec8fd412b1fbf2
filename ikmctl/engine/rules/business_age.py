"""`{rule: business_age, max: 3}`: whole years in business on `as_of`."""

from collections.abc import Mapping
from typing import ClassVar

from ikmctl.domain.program import Count
from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.engine.rules.age import limits


class BusinessAgeRule(RuleUse):
    """Age of the business in whole years on `as_of`, both limits included."""

    name: ClassVar[str] = "business_age"
    called: ClassVar[Mapping[str, str]] = {"id": "lama usaha", "en": "years in business"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "lama usaha dalam tahun penuh pada tanggal hitung, batas ikut dihitung",
        "en": "years in business on the day of counting, in whole years, limits included",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "business_age.met": {"id": "usaha berumur {age} tahun", "en": "{age} years in business"},
        "business_age.young": {
            "id": "usaha berumur {age} tahun, paling sedikit {min} tahun pada {as_of}",
            "en": "{age} years in business, at least {min} on {as_of}",
        },
        "business_age.old": {
            "id": "usaha berumur {age} tahun, paling lama {max} tahun pada {as_of}",
            "en": "{age} years in business, at most {max} on {as_of}",
        },
        "business_age.unknown": {"id": "lama usaha belum diketahui", "en": "the age of the business is not known"},
    }

    min: Count | None = None
    """Fewest years.
    id: Tahun paling sedikit."""
    max: Count | None = None
    """Most years.
    id: Tahun paling banyak."""

    def fields(self) -> tuple[str, ...]:
        """The age of the business."""
        return ("business_age",)

    def edges(self, field_id: str) -> tuple[int, ...]:  # noqa: ARG002  # one field
        """Both limits."""
        return tuple(limits(self.min, self.max))

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Compare with both limits."""
        age = case.number("business_age")
        if age is None:
            return None, self.say("unknown")
        years, day = int(age), case.as_of.isoformat()
        if self.min is not None and age < self.min:
            return False, self.say("young", age=years, min=self.min, as_of=day)
        if self.max is not None and age > self.max:
            return False, self.say("old", age=years, max=self.max, as_of=day)
        return True, self.say("met", age=years)
