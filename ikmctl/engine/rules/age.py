"""`{rule: age, min: 18, max: 55}`: whole years on `as_of`."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from ikmctl.domain.program import Count
from ikmctl.domain.rule import Case, Reason, RuleUse


class AgeRule(RuleUse):
    """Age in whole years on `as_of`, both limits included."""

    name: ClassVar[str] = "age"
    called: ClassVar[Mapping[str, str]] = {"id": "umur", "en": "age"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "umur dalam tahun penuh pada tanggal hitung, batas ikut dihitung",
        "en": "age in whole years on the day of counting, limits included",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "age.met": {"id": "umur {age} tahun", "en": "{age} years old"},
        "age.young": {
            "id": "umur {age} tahun, paling muda {min} tahun pada {as_of}",
            "en": "{age} years old, at least {min} on {as_of}",
        },
        "age.old": {
            "id": "umur {age} tahun, paling tua {max} tahun pada {as_of}",
            "en": "{age} years old, at most {max} on {as_of}",
        },
        "age.unknown": {"id": "umur belum diketahui", "en": "the age is not known"},
    }

    min: Count | None = None
    """Youngest age.
    id: Umur paling muda."""
    max: Count | None = None
    """Oldest age.
    id: Umur paling tua."""

    def fields(self) -> tuple[str, ...]:
        """The age."""
        return ("age",)

    def edges(self, field_id: str) -> tuple[int, ...]:  # noqa: ARG002  # one field
        """Both limits."""
        return tuple(limits(self.min, self.max))

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Compare with both limits."""
        age = case.number("age")
        if age is None:
            return None, self.say("unknown")
        years, day = int(age), case.as_of.isoformat()
        if self.min is not None and age < self.min:
            return False, self.say("young", age=years, min=self.min, as_of=day)
        if self.max is not None and age > self.max:
            return False, self.say("old", age=years, max=self.max, as_of=day)
        return True, self.say("met", age=years)


def limits(low: int | None, high: int | None) -> Iterator[int]:
    """Whole numbers at which `low <= value <= high` changes its answer."""
    if low is not None:
        yield low
    if high is not None:
        yield high + 1
