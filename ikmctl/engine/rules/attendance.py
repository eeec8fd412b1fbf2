"""`{rule: attendance, min_sessions: 4}` or `min_share: 0.8`: enough sessions attended."""

import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.program import Positive, Share
from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Slug
from ikmctl.engine.sources.marks import attendance


class AttendanceRule(RuleUse):
    """Sessions attended, by their codes; a session without a record may still count."""

    name: ClassVar[str] = "attendance"
    called: ClassVar[Mapping[str, str]] = {"id": "kehadiran", "en": "attendance"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "jumlah atau bagian sesi yang dihadiri",
        "en": "the number or the share of sessions attended",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "attendance.met": {
            "id": "hadir {attended} dari {sessions} sesi",
            "en": "attended {attended} of {sessions} sessions",
        },
        "attendance.few": {
            "id": "hadir {attended} dari {sessions} sesi, paling sedikit {needed}",
            "en": "attended {attended} of {sessions} sessions, at least {needed}",
        },
        "attendance.unknown": {
            "id": "hadir {attended} sesi, {unknown} dari {sessions} sesi belum dicatat, paling sedikit {needed}",
            "en": "attended {attended}, {unknown} of {sessions} sessions are not recorded yet, at least {needed}",
        },
    }

    mark: Slug = "attendance"
    """The mark per session.
    id: Nilai per sesi yang dipakai."""
    min_sessions: Positive | None = None
    """Least number of sessions.
    id: Jumlah sesi paling sedikit."""
    min_share: Share | None = None
    """Least share of all sessions.
    id: Bagian paling kecil dari semua sesi, dari 0 sampai 1."""

    @model_validator(mode="after")
    def _one_limit(self) -> "AttendanceRule":
        if (self.min_sessions is None) == (self.min_share is None):
            raise PydanticCustomError("IKM129", "one of two keys", {"keys": "`min_sessions`, `min_share`"})
        return self

    def marks(self) -> tuple[str, ...]:
        """The mark per session."""
        return (self.mark,)

    def needed(self, sessions: int) -> Fraction:
        """Sessions that must be attended, as an exact number."""
        if self.min_sessions is not None:
            return Fraction(self.min_sessions)
        return Fraction(self.min_share or 0) * sessions

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Count what is sure and what is still open."""
        given = {mark.by: mark.value for mark in case.marks if mark.mark == self.mark}
        codes = case.present_codes.get(self.mark, {})
        attended, unknown = attendance(given, case.sessions, codes)
        total = len(case.sessions)
        needed = self.needed(total)
        known: dict[str, Param] = {"attended": format_decimal(_hundredths(attended, math.floor)), "sessions": total}
        if attended >= needed and total:
            return True, self.say("met", **known)
        least = format_decimal(_hundredths(needed, math.ceil))
        most = attended + unknown * max(codes.values(), default=Fraction(1))
        if most >= needed or not total:
            return None, self.say("unknown", **known, unknown=unknown, needed=least)
        return False, self.say("few", **known, needed=least)


def _hundredths(value: Fraction, rounding: Callable[[Fraction], int]) -> Decimal:
    return Decimal(rounding(value * 100)).scaleb(-2)
