"""`{rule: no_previous_aid, years: 3}`: no help of this kind in the last years."""

from collections.abc import Mapping
from typing import ClassVar, Final

from ikmctl.domain.program import Positive
from ikmctl.domain.rule import Case, Reason, RuleUse

NEVER: Final = 0
"""The year that import writes where the lists of former aid were searched and nothing was found."""


class NoPreviousAidRule(RuleUse):
    """The year of the latest aid is long enough ago; without `years`, there was never any."""

    name: ClassVar[str] = "no_previous_aid"
    called: ClassVar[Mapping[str, str]] = {"id": "riwayat bantuan", "en": "former aid"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "tidak menerima bantuan sejenis dalam sekian tahun terakhir",
        "en": "no aid of this kind in the last years",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "no_previous_aid.met": {"id": "belum pernah dibantu", "en": "never helped before"},
        "no_previous_aid.long_ago": {"id": "terakhir dibantu tahun {year}", "en": "last helped in {year}"},
        "no_previous_aid.recent": {
            "id": "terakhir dibantu tahun {year}, harus sebelum {since}",
            "en": "last helped in {year}, must be before {since}",
        },
        "no_previous_aid.ever": {"id": "pernah dibantu tahun {year}", "en": "was helped in {year}"},
        "no_previous_aid.unknown": {
            "id": "riwayat bantuan belum diketahui",
            "en": "former aid is not known",
        },
    }

    years: Positive | None = None
    """With 3 and `as_of` in 2025, aid in 2023, 2024 and 2025 is too recent.
    id: Dengan 3 dan `as_of` di 2025, bantuan tahun 2023, 2024 dan 2025 masih terlalu baru."""

    def fields(self) -> tuple[str, ...]:
        """The year of the latest aid."""
        return ("previous_aid_year",)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Count calendar years back from `as_of`."""
        found = case.number("previous_aid_year")
        if found is None:
            return None, self.say("unknown")
        year = int(found)
        if year == NEVER:
            return True, self.say("met")
        if self.years is None:
            return False, self.say("ever", year=year)
        since = case.as_of.year - self.years + 1
        return year < since, self.say("long_ago" if year < since else "recent", year=year, since=since)
